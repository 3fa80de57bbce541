import type { Day } from '../shared/day'
import type { Period } from '../shared/period'

export type SubjectKind = 'unit' | 'person' | 'post'

/** The calendar's own periods: month, quarter, half-year, year. */
export type CalendarEvery = 'P1M' | 'P3M' | 'P6M' | 'P1Y'

/** Before the work begins: something not older than `lookback` at the post's first day. */
export type GateCadence = { readonly kind: 'gate'; readonly lookback: Period }
/** Once in a lifetime, `within` a period from the first bound day. */
export type OnceCadence = { readonly kind: 'once'; readonly within: Period }
/** Once in every calendar period that is bound from `lead` before its end to its end. */
export type CalendarCadence = { readonly kind: 'calendar'; readonly every: CalendarEvery; readonly lead: Period }
/** Again before the last one runs out; the renewal window `opens` that long before. */
export type RollingCadence = {
  readonly kind: 'rolling'
  readonly every: Period
  readonly opens: Period
  readonly first: Period
}
export type Cadence = GateCadence | OnceCadence | CalendarCadence | RollingCadence

/** What satisfies a duty: a kind of evidence on a topic (`*` is any topic), perhaps only from the same unit. */
export type Countable = { readonly kind: string; readonly topic: string; readonly sameUnit: boolean }

/** A duty in force `from … to`, both days included. `gate` goes only with posts; a unit's duty lists no positions. */
export type Duty = {
  readonly id: string
  readonly binds: SubjectKind
  /** Any of these; `*` is any position. */
  readonly positions: readonly string[]
  /** The unit has any of these on the day; empty is every unit. */
  readonly traits: readonly string[]
  /** Whether being due or overdue keeps someone from working. A gate always does. */
  readonly bars: boolean
  readonly from: Day
  readonly to: Day | null
  readonly counts: readonly Countable[]
  readonly cadence: Cadence
  /** Where a duty is in force only once a place has switched it on: the days on which it is, by unit. Absent: everywhere. */
  readonly adopted?: ReadonlyMap<string, readonly Held[]>
}

/** Days from … to, both included; open-ended without `to`. */
export type Held = { readonly from: Day; readonly to: Day | null }

export type TraitSpan = { readonly trait: string; readonly from: Day; readonly to: Day | null }

export type Unit = {
  readonly id: string
  readonly from: Day
  readonly to: Day | null
  readonly traits: readonly TraitSpan[]
}

/** Merges have no day: posts, evidence and waivers belong to the person at the end of the chain. */
export type Person = { readonly id: string; readonly mergedInto: string | null }

export type Post = {
  readonly id: string
  readonly person: string
  readonly unit: string
  readonly position: string
  readonly from: Day
  readonly to: Day | null
}

export type Evidence = {
  readonly id: string
  readonly kind: string
  readonly topic: string
  /** A person or a unit. A post has no evidence of its own; its person has. */
  readonly subject: string
  readonly unit: string | null
  readonly on: Day
  readonly passed: boolean
  /** A printed expiry, which rules over the arithmetic of a rolling cadence. */
  readonly validThrough: Day | null
  /** From this day on the piece does not count. */
  readonly revokedOn: Day | null
}

/** Lifts one duty from one subject (a person, a unit or a post, as the duty binds), both days included. */
export type Waiver = { readonly duty: string; readonly subject: string; readonly from: Day; readonly through: Day }

export type Facts = {
  readonly duties: readonly Duty[]
  readonly units: readonly Unit[]
  readonly people: readonly Person[]
  readonly posts: readonly Post[]
  readonly evidence: readonly Evidence[]
  readonly waivers: readonly Waiver[]
}
