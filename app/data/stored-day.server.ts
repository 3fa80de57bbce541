import { type Day, parseDay } from '~/domain/shared/day'

/** A civil day as the database keeps it. Throws for anything else. */
export function storedDay(text: string): Day {
  const parsed = parseDay(text)
  if (parsed === null) throw new Error(`not a day in the database: ${text}`)
  return parsed
}

/** Days from … to as the database keeps them. */
export const storedSpan = ({ from, to }: { from: string; to: string | null }): { from: Day; to: Day | null } => ({
  from: storedDay(from),
  to: to === null ? null : storedDay(to),
})

/** A civil day that may be missing. */
export const openDay = (text: string | null): Day | null => (text === null ? null : storedDay(text))
