import type { Day } from '../shared/day'
import type { Why } from './draw-list'

/** Why something is no longer on a list. dropped: taken out in the review, before the list was frozen. */
export const leavingReasons = ['closed', 'merged', 'sector', 'duplicate', 'other'] as const
export type LeavingReason = (typeof leavingReasons)[number]
export const endReasons = ['dropped', ...leavingReasons] as const
export type EndReason = (typeof endReasons)[number]

/** One line of a list. on: the first day on which it is not on it any more. */
export type Member = {
  id: string
  subjectKind: 'unit' | 'person'
  subjectId: string
  unitId: string
  way: 'drawn' | 'added' | 'joined'
  from: Day
  why: Why
  addedAt: Date
  addedBy: string
  end: { on: Day; why: EndReason; reason: string; at: Date; by: string } | null
}

/** Whether a line is on the list on a day. What was dropped in the review never was. */
export const isListed = ({ from, end }: Pick<Member, 'from' | 'end'>, on: Day): boolean =>
  end?.why !== 'dropped' && from <= on && (end === null || on < end.on)
