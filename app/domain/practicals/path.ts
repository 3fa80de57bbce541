import type { Countable, Evidence } from '../duties/facts'
import type { Day } from '../shared/day'

/** Who does what comes next: the person, who manages the unit, or an observer whom the manager asks. */
export type Acts = 'person' | 'manager' | 'observer'

type Base = { readonly id: string; readonly acts: Acts; readonly after: readonly string[] }

/** One step on the way to a post; derived from rows, never stored. */
export type PathStep =
  | (Base & { readonly kind: 'assigned' })
  | (Base & { readonly kind: 'duty'; readonly duty: string })
  | (Base & {
      readonly kind: 'evidence'
      /** The first whose traits the unit has says what counts; none of them is every unit. */
      readonly cases: readonly { readonly traits: readonly string[]; readonly counts: readonly Countable[] }[]
    })
  | (Base & { readonly kind: 'panel'; readonly scenarios: readonly string[]; readonly modes: readonly string[] })
  | (Base & { readonly kind: 'permits'; readonly scenes: readonly string[] })
  | (Base & { readonly kind: 'clearance' })
  | (Base & { readonly kind: 'rostered' })

export type PostPath = { readonly id: string; readonly steps: readonly PathStep[] }

/** What is known on a day about the holder of a post (or of a place that waits to be confirmed). Order means nothing in any of the lists. */
export type PathFacts = {
  readonly post: { readonly unit: string; readonly position: string; readonly from: Day; readonly isConfirmed: boolean }
  /** Of the unit and of its control rooms, on the day. */
  readonly traits: readonly string[]
  readonly evidence: readonly Evidence[]
  /** Runs at the panel simulator without a step missing or wrong. */
  readonly panel: readonly { readonly scenario: string; readonly mode: string; readonly on: Day }[]
  /** Scenes of the permit trainer that were worked through with the decisions right. */
  readonly permits: readonly { readonly scene: string; readonly on: Day }[]
  /** Duties that are met here, and since which day where it is known. */
  readonly met: ReadonlyMap<string, Day | null>
  /** 未经培训合格，不得上岗: the rule's own answer, which this path never overrules. */
  readonly mayWork: boolean
  /** The first day on which he is on a roster of the unit; null where on none. */
  readonly rostered: Day | null
}

/** Where a step stands. part: of several things asked for, how many are there. lapsed: it was done once, and why it is not any more. */
export type StepState =
  | { readonly kind: 'done'; readonly on: Day | null; readonly through: Day | null }
  | { readonly kind: 'waiting'; readonly since: Day | null; readonly part: Part | null; readonly lapsed: Lapse | null }
  | { readonly kind: 'blocked'; readonly by: readonly string[]; readonly part: Part | null; readonly lapsed: Lapse | null }

export type Part = { readonly done: number; readonly of: number }
export type Lapse = { readonly how: 'expired' | 'revoked'; readonly on: Day }

export type PathState = {
  readonly steps: readonly { readonly step: PathStep; readonly state: StepState }[]
  readonly done: number
  /** The first step that can be done now; null where all are done. */
  readonly next: { readonly step: PathStep; readonly since: Day | null; readonly lapsed: Lapse | null } | null
}
