import { addDays, type Day, formatDay, parseDay } from '../shared/day'

/** Spreadsheets count days from 1900 and take that year for a leap year: from March on their 61 is the first of March. */
const serialOfMarch = 61
const march = parseDay('1900-03-01')

/** The day that a spreadsheet keeps as a number; null where it is none of the years in which people work. */
export function daySerial(serial: number): Day | null {
  if (march === null || !(serial >= serialOfMarch && serial < 100_000)) return null
  return addDays(march, Math.floor(serial) - serialOfMarch)
}

/** Books of the 1904 kind count from later by so many days. */
export const serial1904 = 1462

const pieces = (year: string, month: string, day: string): string => `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`

/**
 * A day as people write it in tables: 2025-03-01, 2025/3/1, 2025.3.1, 2025年3月1日, 20250301, or the number that a spreadsheet keeps;
 * a time of day after it does not count. Returns YYYY-MM-DD, or null where it is no day.
 */
export function readDayText(typed: string): string | null {
  const text = typed.normalize('NFKC').trim()
  const written = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:[T\s]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?)?$/.exec(text)
  if (written) return existing(pieces(written[1] ?? '', written[2] ?? '', written[3] ?? ''))
  const joined = /^(\d{4})(\d{2})(\d{2})$/.exec(text)
  if (joined) return existing(pieces(joined[1] ?? '', joined[2] ?? '', joined[3] ?? ''))
  const serial = /^\d{5}(?:\.\d+)?$/.test(text) ? daySerial(Number(text)) : null
  return serial === null ? null : formatDay(serial)
}

function existing(text: string): string | null {
  const day = parseDay(text)
  return day === null ? null : formatDay(day)
}
