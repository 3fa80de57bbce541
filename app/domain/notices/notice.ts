import { z } from 'zod'
import { addDays, type Day, formatDay } from '../shared/day'

const count = z.number().int().min(0)

/** How many posts may not work, how many are behind with something else, how many duties of units are overdue, how many licences run out or have. */
const counts = { blocked: count, overdue: count, own: count, licences: count }
export type WatchCounts = { readonly [Name in keyof typeof counts]: number }

/**
 * What a notice is about; days are YYYY-MM-DD. duty: `until` is the last day to do it, of an overdue one the day that was missed; `bars`:
 * without it the person may not work. unit and place carry counts and never a name. mail: what became of the last one.
 */
export const noticeBody = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('duty'),
    state: z.enum(['soon', 'due', 'overdue']),
    duty: z.string(),
    until: z.string(),
    bars: z.boolean(),
  }),
  z.object({ kind: z.literal('licence'), licence: z.string(), what: z.string(), through: z.string(), isOver: z.boolean() }),
  z.object({ kind: z.literal('invitation'), invitation: z.string(), unit: z.string(), title: z.string(), on: z.string() }),
  z.object({ kind: z.literal('unit'), unit: z.string(), ...counts }),
  z.object({ kind: z.literal('place'), place: z.string(), units: count, ...counts }),
  z.object({ kind: z.literal('mail'), why: z.enum(['refused', 'unsure', 'late']) }),
])
export type NoticeBody = z.output<typeof noticeBody>
export type NoticeKind = NoticeBody['kind']

/** Somebody is told of each step of a subject once. */
export type Telling = { readonly accountId: string; readonly subject: string; readonly step: string; readonly body: NoticeBody }

/** What makes a notice one and the same. */
export const keyOf = ({ accountId, subject, step, body }: Telling): string => [accountId, body.kind, subject, step].join('\n')

/** The Monday of the week of a day: 1 January 1970 was a Thursday. */
export const mondayOf = (day: Day): Day => addDays(day, -((day + 3) % 7))

/** What is told of once a week carries its Monday. */
export const weekStep = (day: Day): string => formatDay(mondayOf(day))

const rank = { overdue: 0, due: 1, soon: 3 } as const

/** For sorting: what is missed first, then what is near, then invitations and counts, then what has time. */
export function urgency(body: NoticeBody): number {
  switch (body.kind) {
    case 'duty':
      return body.bars && body.state !== 'soon' ? 0 : rank[body.state]
    case 'licence':
      return body.isOver ? 0 : 3
    case 'invitation':
      return 2
    case 'unit':
    case 'place':
      return body.blocked > 0 ? 1 : 2
    case 'mail':
      return 4
  }
}

/** The day that a notice speaks of, for sorting within its urgency; '' where it has none. */
export function dayOf(body: NoticeBody): string {
  switch (body.kind) {
    case 'duty':
      return body.until
    case 'licence':
      return body.through
    case 'invitation':
      return body.on
    default:
      return ''
  }
}

/** The most urgent first. */
export const inOrder = (one: NoticeBody, other: NoticeBody): number =>
  urgency(one) - urgency(other) || dayOf(one).localeCompare(dayOf(other))
