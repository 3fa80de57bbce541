import { type Day, earlierOf, laterOf } from '../shared/day'
import { isMissing, type Requirement } from './requirement'

/**
 * How a person named for a unit is trained there: `missing` requirements are due or overdue. `on` is the day of the latest evidence that
 * meets one, `until` the last day on which all that are met still are (null: none of them runs out).
 */
export type Training = { readonly asked: number; readonly missing: number; readonly on: Day | null; readonly until: Day | null }

/** Over what binds the person or the post; what binds the unit itself is left out. `dayOf` gives the day of a piece of evidence. */
export function trainingOf(owed: readonly Requirement[], dayOf: (evidence: string) => Day | undefined): Training {
  const own = owed.filter(({ duty, standing }) => duty.binds !== 'unit' && standing.standing !== 'idle' && standing.standing !== 'waived')
  const met = own.filter(({ standing }) => standing.standing === 'met')
  const days = met.flatMap(({ standing }) => (standing.by === null ? [] : (dayOf(standing.by) ?? [])))
  const ends = met.flatMap(({ standing }) => standing.through ?? [])
  return {
    asked: own.length,
    missing: own.filter(isMissing).length,
    on: days.length === 0 ? null : days.reduce(laterOf),
    until: ends.length === 0 ? null : ends.reduce(earlierOf),
  }
}
