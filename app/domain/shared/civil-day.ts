import { addDays, type Day, parseDay } from './day'

const epoch = parseDay('1970-01-01')

/** The civil day of an instant in Asia/Shanghai (UTC+8; no summer time since 1991). */
export function civilDay(instant: Date): Day {
  if (epoch === null) throw new Error('1970-01-01 is a day')
  return addDays(epoch, Math.floor((instant.getTime() + 8 * 3_600_000) / 86_400_000))
}
