/** What the pages of an assessment show; in the reader's words. */
export type StepShown = {
  id: string
  does: string
  look: string
  good: string
  /** Why failing it ends the assessment; null where it does not. */
  must: string | null
  /** What is said where the thing is not there; null where it has to be. */
  absent: string | null
  train: { href: string; title: string }
  rests: readonly SourceShown[]
}

export type SourceShown = { of: string; says: string; mark: 'V1' | 'V1r' | 'V2' | 'S' | 'house'; page: string | null }

export type ChecklistShown = {
  id: string
  title: string
  shows: string
  minutes: number
  count: number
  because: string
  may: readonly string[]
  prepare: readonly string[]
  safety: readonly string[]
  misses: number
  steps: readonly StepShown[]
}

/** One observer as the pages name him. right: 'manager', or the position by which he observes. */
export type ObserverShown = { id: string; name: string; right: string; isMe: boolean; handedIn: boolean }

/** Marks of one round beside each other. */
export type RoundShown = {
  round: number
  differs: boolean
  sheets: readonly { observer: string; receivedAt: string; at: string; isOff: boolean; way: string }[]
  steps: readonly { id: string; marks: readonly (MarkShown | null)[]; differs: boolean }[]
}
export type MarkShown = { mark: 'done' | 'missed' | 'absent'; note: string; at: string | null }

export type AssessmentShown = {
  id: string
  unit: { id: string; name: string; isManaged: boolean }
  person: { id: string; name: string; isMe: boolean }
  checklist: ChecklistShown
  /** The checklist has changed since: its steps are shown as they were marked. */
  isRevised: boolean
  setUpAt: string
  observers: readonly ObserverShown[]
  state: 'open' | 'passed' | 'failed' | 'called-off' | 'revoked'
  round: number
  /** Titles of the steps on which the round before disagreed. */
  differs: readonly string[]
  on: string | null
  failed: readonly StepShown[]
  end: { on: string; reason: string } | null
  rounds: readonly RoundShown[]
  /** Whose sheet is to be marked here and now; null where it is nobody's turn at this phone. */
  mine: { observer: string; sheet: string; lock: string } | null
  /** Records were joined since: an observer is the person assessed, or both observers are one; it can only be called off. */
  joined: 'himself' | 'samePerson' | null
  canEnd: boolean
}

/** A line of a list of assessments. */
export type AssessmentLine = {
  id: string
  title: string
  person: string
  unit: string
  state: AssessmentShown['state']
  /** Who has still to hand in. */
  waitsFor: readonly string[]
  /** Under which of his records the reader observes it; null where he does not. */
  observes: string | null
  isMyTurn: boolean
  round: number
  /** When it was decided or ended, or set up. */
  day: string
}
