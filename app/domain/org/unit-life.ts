import { type Day, parseDay } from '../shared/day'
import { plus } from '../shared/period'

export type DayFault = 'notADay' | 'tooEarly' | 'tooLate'

const earliest = parseDay('1950-01-01')

/** A day in the life of a unit or of a right, as typed: from 1950 to ten years ahead of today, or what is wrong with it. */
export function readOfficeDay(typed: string, today: Day): Day | DayFault {
  const text = typed.trim()
  const day = parseDay(text)
  if (day === null) return /^[01]\d{3}-\d\d-\d\d$/.test(text) ? 'tooEarly' : 'notADay'
  if (earliest === null || day < earliest) return 'tooEarly'
  return day > plus(today, { years: 10, months: 0, days: 0 }) ? 'tooLate' : day
}

export const isDay = (read: Day | DayFault): read is Day => typeof read === 'number'

type Span = { from: Day; to: Day | null }
/** What is still under way at a unit: join requests that wait, and the first days of its posts. */
export type UnderWay = { waiting: number; postsFrom: readonly Day[] }
export type EndFault = 'alreadyClosed' | 'lastDayBeforeFirst' | 'lastDayTooLate' | 'lastDayPast' | 'joinsWaiting' | 'postsBeginLater'

/** Why a unit may not close on this last day, or null. Nobody waiting may be forgotten, and no post may begin at a closed unit. */
export function closingFault(unit: Span, lastDay: Day, today: Day, { waiting, postsFrom }: UnderWay): EndFault | null {
  const fault = endFault(unit, lastDay, today, waiting)
  return fault ?? (postsFrom.some((from) => from > lastDay) ? 'postsBeginLater' : null)
}

export type MergeFault = EndFault | 'intoItself' | 'targetClosed'

/**
 * Why a unit may not merge into another after this last day, or null. The last day is today or later, so that no day already worked
 * changes hands. The target has no end of its own: thus a merged unit is never a target, and merges cannot run in a circle.
 */
export function mergingFault(
  unit: Span & { id: string },
  target: Span & { id: string },
  lastDay: Day,
  today: Day,
  { waiting }: UnderWay,
): MergeFault | null {
  if (unit.id === target.id) return 'intoItself'
  if (target.to !== null || target.from > lastDay) return 'targetClosed'
  if (lastDay < today) return 'lastDayPast'
  return endFault(unit, lastDay, today, waiting)
}

function endFault(unit: Span, lastDay: Day, today: Day, waiting: number): EndFault | null {
  if (unit.to !== null) return 'alreadyClosed'
  if (lastDay < unit.from) return 'lastDayBeforeFirst'
  if (lastDay > plus(today, { years: 1, months: 0, days: 0 })) return 'lastDayTooLate'
  return waiting > 0 ? 'joinsWaiting' : null
}

/**
 * What a merge does to one post of the old unit. over: it had ended, nothing changes. ends: the person already holds this position at
 * the target. moves: it had not begun, so it begins at the target. goesOn: it ends on the last day and goes on at the target the day after.
 */
export type PostFate = 'over' | 'ends' | 'moves' | 'goesOn'

export function postFate(post: Span, lastDay: Day, holdsSameAtTarget: boolean): PostFate {
  if (post.to !== null && post.to <= lastDay) return 'over'
  if (post.from > lastDay) return 'moves'
  return holdsSameAtTarget ? 'ends' : 'goesOn'
}
