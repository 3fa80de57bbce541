import type { CalendarEvery } from '~/domain/duties/facts'
import type { Period } from '~/domain/shared/period'
import type { DutySource } from '../duty-line'

/** Headings of the list; `named` and `general` where a position or a kind of unit was asked for. */
export type DutyGroup =
  | 'everyone'
  | 'several'
  | 'key'
  | 'venues'
  | 'buildings'
  | 'care'
  | 'schools'
  | 'culture'
  | 'industry'
  | 'homes'
  | 'control-rooms'
  | 'posts'
  | 'grassroots'
  | 'lists'
  | 'named'
  | 'general'

export type Force = 'law' | 'rule' | 'standard' | 'policy' | 'plan'

/** Whom a duty binds, by name; no units is every unit. */
export type Bound = { binds: 'unit' | 'person' | 'post'; everyPosition: boolean; positions: string[]; units: string[] }

export type Computed =
  | { kind: 'calendar'; every: CalendarEvery; lead: Period }
  | { kind: 'gate'; lookback: Period }
  | { kind: 'once'; within: Period }
  | { kind: 'rolling'; every: Period; opens: Period; first: Period }

/** How often: as the rule computes it, or as the clause has it. */
export type Rhythm = Computed | { kind: 'stated'; rhythm: StatedRhythm; when: string }

export type StatedRhythm =
  | 'ongoing'
  | 'periodic'
  | 'per-event'
  | 'on-change'
  | 'before-start'
  | 'per-term'
  | 'per-school-year'
  | 'per-intake'
  | 'two-yearly'

export type DutyEntryLine = {
  id: string
  title: string
  bound: Bound
  rhythm: Rhythm
  source: Pick<DutySource, 'of' | 'mark'>
  more: number
  /** The part of the country or the place that it is for; null where it is the whole country. */
  where: string | null
  inForce: 'now' | 'later' | 'ended'
}

export type Option = { value: string; label: string; group?: string }

/** The list page: what was asked for, and what answers it. */
export type DutyList = {
  total: number
  computed: number
  stated: number
  sections: { group: DutyGroup; lines: DutyEntryLine[]; isOpen: boolean }[]
  chosen: { q: string; position: string; trait: string; force: string; kind: string; isOn: boolean }
  positions: Option[]
  traits: Option[]
}

/** One duty with everything that is known of it. Days are YYYY-MM-DD. */
export type DutyPage = Omit<DutyEntryLine, 'source' | 'more' | 'where'> & {
  plain: string
  sources: DutySource[]
  policy: string | null
  counts: { words: string; sameUnit: boolean }[]
  /** What follows where it is not done. */
  missing: 'bars' | 'warns' | 'shows'
  adopt: 'everywhere' | 'place' | null
  reminders: { what: string; from: string; to: string; state: 'now' | 'next' | 'later' }[]
  force: Force
  where: string
  from: string
  to: string | null
  course: { href: string; title: string } | null
  /** Of a family: the same duty position by position. */
  members: { id: string; position: string }[]
  family: string | null
  /** The document of a local plan. */
  file: { href: string; name: string } | null
  sameThing: { id: string; title: string; rhythm: Rhythm }[]
  sameClause: { id: string; title: string; rhythm: Rhythm }[]
}
