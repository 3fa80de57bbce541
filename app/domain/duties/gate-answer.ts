import type { Licence } from '../credentials/licence'
import { type LicenceGap, licenceGap } from '../credentials/licence-gap'
import type { Day } from '../shared/day'
import { type CardVerdict, verdictOn } from './card-verdict'
import type { FactIndex } from './fact-index'
import { fitnessIn, type JobRule } from './job-fitness'

/** What the gate says. missing: duties of the post and of the job; a licence's own reason beside the duty that asks for it. */
export type GateSaid = {
  readonly verdict: CardVerdict
  readonly until: Day | null
  readonly missing: readonly { readonly duty: string; readonly gap: LicenceGap | null }[]
}

/** A job's own rule is called `job:<duty>`; the catalogue knows it without. */
export const catalogueId = (duty: string): string => duty.replace(/^job:/, '')

/**
 * May the holder of this post do this job here today? The index must be of facts with the job's rules (`indexForJob`). The same duty
 * asked by the post and by the job is told once.
 */
export function gateSays(
  index: FactIndex,
  post: { readonly id: string; readonly from: Day; readonly to: Day | null },
  job: JobRule,
  licences: readonly Licence[],
  on: Day,
): GateSaid {
  const { fit, because, until } = fitnessIn(index, post.id, on)
  const byDuty = new Map<string, LicenceGap | null>()
  for (const id of because) {
    const asked = [...job.licences, ...job.ofPosts].find(({ dutyId }) => dutyId === id)?.asked
    const gap = asked === undefined ? null : (licenceGap(licences, asked, on)?.gap ?? null)
    byDuty.set(catalogueId(id), gap ?? byDuty.get(catalogueId(id)) ?? null)
  }
  return { verdict: verdictOn(post, fit, on), until, missing: [...byDuty].map(([duty, gap]) => ({ duty, gap })) }
}
