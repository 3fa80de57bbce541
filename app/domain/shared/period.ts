import { addDays, type Day, firstOfMonth, monthOf } from './day'

/** A stretch of civil time, `P[nY][nM][nD]`; each part is a whole number, zero or more. */
export type Period = { readonly years: number; readonly months: number; readonly days: number }

const SPELLING = /^P(?=\d)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?$/
/** Keeps every sum far inside exact integers and below ENDLESS. */
const LARGEST_PART = 999_999

/** Reads `P1Y`, `P6M`, `P1Y2M10D`, `P0D`…; null for weeks, times, a bare `P`, and parts over 999,999. */
export function parsePeriod(text: string): Period | null {
  const match = SPELLING.exec(text)
  if (match === null) return null
  const [, years = '0', months = '0', days = '0'] = match
  const period = { years: Number(years), months: Number(months), days: Number(days) }
  return Math.max(period.years, period.months, period.days) <= LARGEST_PART ? period : null
}

/** Adds years and months together, takes the month's last day where there is no such day, then adds the days. */
export function plus(day: Day, period: Period): Day {
  return addDays(shiftMonths(day, period.years * 12 + period.months), period.days)
}

/** Takes away years and months together, clamps to the month's last day, then takes away the days. */
export function minus(day: Day, period: Period): Day {
  return addDays(shiftMonths(day, -(period.years * 12 + period.months)), -period.days)
}

/** Each part multiplied: repeated periods are counted from their anchor, never from the last result. */
export function times(period: Period, count: number): Period {
  return { years: period.years * count, months: period.months * count, days: period.days * count }
}

export function isZero(period: Period): boolean {
  return period.years === 0 && period.months === 0 && period.days === 0
}

function shiftMonths(day: Day, months: number): Day {
  if (months === 0) return day
  const month = monthOf(day)
  const sameDay = addDays(firstOfMonth(month + months), day - firstOfMonth(month))
  const afterMonth = firstOfMonth(month + months + 1)
  return sameDay < afterMonth ? sameDay : addDays(afterMonth, -1)
}
