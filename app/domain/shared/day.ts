/** A civil day as a count of days; 0 is 1970-01-01. No clock and no time zone is involved. */
export type Day = number & { readonly __brand: 'Day' }

/** Later than any day that facts or arithmetic can reach: the last day of what never ends. */
export const ENDLESS: Day = brand(1_000_000_000)

const FIRST_YEAR = 1900
const LAST_YEAR = 2200
const MEAN_MONTH = 30.436875
/** Days from 0000-01-01 to 1970-01-01. */
const YEAR_ZERO_TO_EPOCH = 719_528
const DAYS_BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334] as const

/** First days of the months that facts lie in, and some around them, because they are asked for millions of times. */
const FIRST_KNOWN_MONTH = 1800 * 12
const KNOWN_MONTHS: readonly Day[] = Array.from({ length: 600 * 12 }, (_, nth) => workedOutFirst(FIRST_KNOWN_MONTH + nth))

/** Reads `YYYY-MM-DD` from 1900-01-01 to 2200-12-31; null for other spellings and for days that do not exist. */
export function parseDay(text: string): Day | null {
  if (text.length !== 10 || text[4] !== '-' || text[7] !== '-') return null
  const year = digits(text, 0, 4)
  const month = digits(text, 5, 7)
  const dayOfMonth = digits(text, 8, 10)
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12 || dayOfMonth < 1) return null
  const monthIndex = year * 12 + month - 1
  const day = addDays(firstOfMonth(monthIndex), dayOfMonth - 1)
  return day < firstOfMonth(monthIndex + 1) ? day : null
}

/** Writes `YYYY-MM-DD`. Results of arithmetic may lie outside the range that parseDay reads. */
export function formatDay(day: Day): string {
  const monthIndex = monthOf(day)
  const year = Math.floor(monthIndex / 12)
  const month = monthIndex - year * 12 + 1
  const dayOfMonth = day - firstOfMonth(monthIndex) + 1
  return `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(dayOfMonth)}`
}

/** The month that holds a day, as a count of months since January of year 0. */
export function monthOf(day: Day): number {
  let monthIndex = Math.floor((day + YEAR_ZERO_TO_EPOCH) / MEAN_MONTH)
  while (firstOfMonth(monthIndex) > day) monthIndex -= 1
  while (firstOfMonth(monthIndex + 1) <= day) monthIndex += 1
  return monthIndex
}

/** The first day of a month counted as in monthOf (proleptic Gregorian calendar). */
export function firstOfMonth(monthIndex: number): Day {
  return KNOWN_MONTHS[monthIndex - FIRST_KNOWN_MONTH] ?? workedOutFirst(monthIndex)
}

function workedOutFirst(monthIndex: number): Day {
  const year = Math.floor(monthIndex / 12)
  const month = monthIndex - year * 12
  const before = year - 1
  const leaps = Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400) + 1
  const thisLeap = month > 1 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 1 : 0
  return brand(365 * year + leaps + thisLeap + (DAYS_BEFORE_MONTH[month] ?? 0) - YEAR_ZERO_TO_EPOCH)
}

/** The day a whole number of days later (earlier when negative). */
export function addDays(day: Day, count: number): Day {
  return brand(day + count)
}

/** Whole days from the first to the second; negative when the second is earlier. */
export function daysBetween(first: Day, second: Day): number {
  return second - first
}

/** For sorting: negative when the first day is earlier. */
export function compareDays(first: Day, second: Day): number {
  return first - second
}

export function laterOf(first: Day, second: Day): Day {
  return first > second ? first : second
}

export function earlierOf(first: Day, second: Day): Day {
  return first < second ? first : second
}

/** Whether a day lies in `from … to`, both included; a null `to` is open-ended. */
export function holdsDay(from: Day, to: Day | null, day: Day): boolean {
  return from <= day && (to === null || day <= to)
}

function digits(text: string, start: number, end: number): number {
  let value = 0
  for (let position = start; position < end; position += 1) {
    const digit = text.charCodeAt(position) - 48
    if (digit < 0 || digit > 9) return -1
    value = value * 10 + digit
  }
  return value
}

function twoDigits(value: number): string {
  return value < 10 ? `0${value}` : String(value)
}

function brand(count: number): Day {
  return count as Day
}
