import type { DutyReason } from '../duty-line'

/**
 * What a date of the year is. done: it was met that day. open: the last day to do it. missed: the last day went by and it is still not
 * done. late: it was done after its last day. lifted: a waiver took the last day away.
 */
export type DateKind = 'done' | 'open' | 'missed' | 'late' | 'lifted'

/** Days are YYYY-MM-DD; `since` is the first day overdue, `madeUpOn` when that ended. */
type YearDay = { day: string; since: string | null; madeUpOn: string | null }

/** One date of one of the unit's own duties. */
export type OwnDate = YearDay & { key: string; kind: DateKind; thing: string; duty: string; title: string; why: DutyReason }

/** One date of one of its people. */
export type PersonDate = YearDay & { personId: string; name: string; position: string }

/** What a duty says, whomever it binds. */
export type DutyBasis = Pick<DutyReason, 'plain' | 'sources' | 'policy' | 'counts'> & { duty: string; title: string }

/** The people with a date of one kind, for one thing, in one month; `last` is the latest of their dates. */
export type PeopleDates = {
  key: string
  kind: DateKind
  thing: string
  title: string
  count: number
  first: string
  last: string
  names: PersonDate[]
  more: number
  /** The duties that ask for it. */
  duties: DutyBasis[]
}

export type YearReminder = { key: string; duty: string; what: string; title: string; from: string; to: string }
export type YearWaiver = { key: string; title: string; name: string; from: string; through: string; reason: string }

export type YearMonth = {
  month: number
  when: 'past' | 'now' | 'ahead'
  own: OwnDate[]
  people: PeopleDates[]
  reminders: YearReminder[]
  waivers: YearWaiver[]
}

/** One thing over twelve months; a cell says how many dates of a kind the month holds, and the last of them. */
export type YearRow = { thing: string; title: string; cells: { kind: DateKind; count: number; last: string }[][] }

export type UnitYear = {
  unit: { id: string; name: string; place: string }
  year: number
  previous: number | null
  following: number | null
  /** The earliest date still to come in this year, and how many of the unit's own duties and of its people have theirs in its month. */
  next: { day: string; own: number; people: number } | null
  /** What is late and not made up for. */
  behind: { own: number; people: number }
  isOver: boolean
  /** Missed before the year began. */
  carried: { own: OwnDate[]; people: PeopleDates[] }
  months: YearMonth[]
  own: YearRow[]
  people: YearRow[]
}
