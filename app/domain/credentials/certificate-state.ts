import { bindsThroughPost } from '../duties/binding'
import type { FactIndex } from '../duties/fact-index'
import type { Duty } from '../duties/facts'
import { standingOf } from '../duties/standing'
import type { Day } from '../shared/day'

/** What anyone entitled is told about a certificate today. It carries no end date of its own: duties decide. */
export type CertificateState =
  | { state: 'valid' }
  | { state: 'expired'; because: 'left' | 'overdue' }
  | { state: 'superseded' }
  | { state: 'revoked' }

export type CertificateFacts = {
  readonly revoked: boolean
  /** A later certificate of the same person, unit, position and course, itself not revoked. */
  readonly superseded: boolean
  /** No post of this person at this unit in this position lasts to this day or beyond. */
  readonly left: boolean
  /** A duty that this training serves is overdue, see `isOverdueFor`. */
  readonly overdue: boolean
}

/** The first that applies: revoked, superseded, left, overdue; else valid. */
export function certificateState({ revoked, superseded, left, overdue }: CertificateFacts): CertificateState {
  if (revoked) return { state: 'revoked' }
  if (superseded) return { state: 'superseded' }
  if (left) return { state: 'expired', because: 'left' }
  return overdue ? { state: 'expired', because: 'overdue' } : { state: 'valid' }
}

export type Topic = { readonly kind: string; readonly topic: string }

/** Does training in one of these topics meet what the duty counts? */
export const serves = ({ counts }: Pick<Duty, 'counts'>, topics: readonly Topic[]): boolean =>
  counts.some((counted) => topics.some(({ kind, topic }) => counted.kind === kind && (counted.topic === '*' || counted.topic === topic)))

/**
 * Is a duty overdue on this day that counts one of these topics and binds the holder through one of these posts (all at the
 * certificate's unit)? Posts that are not among the facts are passed over.
 */
export function isOverdueFor(index: FactIndex, topics: readonly Topic[], postIds: readonly string[], on: Day): boolean {
  return postIds.some((postId) => {
    const post = index.subjects.get(postId)
    if (post?.kind !== 'post') return false
    return [...index.duties].some(([dutyId, node]) => {
      const { binds } = node.duty
      if (!serves(node.duty, topics) || binds === 'unit' || !bindsThroughPost(node, post, on)) return false
      return standingOf(index, dutyId, binds === 'post' ? postId : post.person.id, on).standing === 'overdue'
    })
  })
}
