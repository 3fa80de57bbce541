import type { LicenceAsked } from '../credentials/licence-gap'
import type { Day } from '../shared/day'
import { clearanceUntil, type Term } from './clearance-until'
import type { Duty, Facts } from './facts'
import { type FactIndex, indexFacts } from './standing'

type AskedBy = { readonly dutyId: string; readonly asked: LicenceAsked }

/**
 * What a job adds to the post's own clearance: rules of the catalogue's shape, in force for anybody anywhere; `licences`: what each of
 * them asks; `ofPosts`: what the catalogue's own duties ask of posts, to say why a licence does not answer.
 */
export type JobRule = {
  readonly id: string
  readonly duties: readonly Duty[]
  readonly licences: readonly AskedBy[]
  readonly ofPosts: readonly AskedBy[]
}

/** fit: may do this job at this post on this day. because: duties that keep her away, the job's own as `job:<duty>`. until: last fit day. */
export type Fitness = { readonly fit: boolean; readonly because: readonly string[]; readonly until: Day | null }

/** A duty of the catalogue as a job asks it: of this post whatever its position, whatever the unit is, wherever it was switched on. */
export function jobDuty({ adopted: _, ...duty }: Duty, topics: readonly string[] | null): Duty {
  const counts = topics === null ? duty.counts : topics.map((topic) => ({ kind: 'licence', topic, sameUnit: false }))
  return { ...duty, id: `job:${duty.id}`, binds: 'post', positions: ['*'], traits: [], bars: true, counts }
}

/** Facts made ready for many questions about one job. */
export const indexForJob = (facts: Facts, job: JobRule): FactIndex =>
  indexFacts(job.duties.length === 0 ? facts : { ...facts, duties: [...facts.duties, ...job.duties] })

/** May this post do the job on this day: 未经培训合格，不得上岗 (mayWork) with the job's own rules added, so that the two always agree. */
export function fitnessIn(index: FactIndex, postId: string, on: Day): Fitness {
  return fitnessOf(clearanceUntil(index, postId, on))
}

const fitnessOf = ({ mayWork, because, until }: Term): Fitness => ({ fit: mayWork, because, until })

/** The same for one question. */
export const fitnessFor = (facts: Facts, job: JobRule, postId: string, on: Day): Fitness => fitnessIn(indexForJob(facts, job), postId, on)
