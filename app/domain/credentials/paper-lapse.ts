import { type Day, firstOfMonth, formatDay, monthOf, parseDay } from '../shared/day'
import type { Statement } from './statement'

/** Training of this kind is asked for again in every calendar period of so many months, whatever the unit. */
export type Renewal = { readonly course: string; readonly positions: readonly string[]; readonly months: number }

/**
 * The first day (YYYY-MM-DD) on which the paper alone proves too little: the period of its pass and the next one are over, and training
 * of its kind is asked for in each. Null where nothing asks for it again. Whether its holder has been trained since, no paper says.
 */
export function lapsesOn(
  { course, position, passedOn }: Pick<Statement, 'course' | 'position' | 'passedOn'>,
  renewals: readonly Renewal[],
) {
  const asked = renewals.filter((one) => one.course === course && (one.positions.includes('*') || one.positions.includes(position)))
  const passed = parseDay(passedOn)
  if (passed === null || asked.length === 0) return null
  const months = Math.min(...asked.map((one) => one.months))
  return formatDay(firstOfMonth((Math.floor(monthOf(passed) / months) + 2) * months))
}

/** That day, if it has come. */
export function lapsedOn(
  statement: Pick<Statement, 'course' | 'position' | 'passedOn'>,
  renewals: readonly Renewal[],
  today: Day,
): string | null {
  const day = lapsesOn(statement, renewals)
  return day !== null && (parseDay(day) ?? today) <= today ? day : null
}
