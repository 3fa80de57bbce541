import type { DrillLine } from './unit-drills'

/** A drill that has to be practised again; by: the day it is asked for, null where none was named. */
export type OwedRedrill = { by: string | null; isLate: boolean }
export type RelatedDrill = Pick<DrillLine, 'id' | 'title' | 'on' | 'state'>

/** What a drill practises again, which drills practise it again, and what is still owed of it. */
export type RedrillShown = {
  answers: RelatedDrill | null
  answeredBy: RelatedDrill[]
  isAsked: boolean
  owed: OwedRedrill | null
}
