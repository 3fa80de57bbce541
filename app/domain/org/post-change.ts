import { addDays, type Day } from '../shared/day'

/** A post at one unit, both days included; `to` null is open. */
export type HeldPost = { readonly id: string; readonly position: string; readonly from: Day; readonly to: Day | null }

/** Another post of the same person, at the same unit in the same position, on one of these days; two of them would be one. */
const overlapping = (posts: readonly HeldPost[], { id, position, from, to }: HeldPost): boolean =>
  posts.some(
    (held) => held.id !== id && held.position === position && (to === null || held.from <= to) && (held.to === null || held.to >= from),
  )

/** Why a post cannot have begun on another day, or null. Its last day stays what it is. */
export function startFault(post: HeldPost, from: Day, posts: readonly HeldPost[]): 'afterEnd' | 'overlaps' | null {
  if (post.to !== null && from > post.to) return 'afterEnd'
  return overlapping(posts, { ...post, from }) ? 'overlaps' : null
}

/**
 * Why somebody cannot go on in another position from a day, or null. The old post keeps at least its first day, and has not ended
 * before; `posts` are those at the unit of the new post.
 */
export function moveFault(
  post: HeldPost,
  move: { position: string; from: Day; sameUnit: boolean },
  posts: readonly HeldPost[],
): 'samePosition' | 'notLater' | 'endedBefore' | 'overlaps' | null {
  if (move.sameUnit && move.position === post.position) return 'samePosition'
  if (move.from <= post.from) return 'notLater'
  if (post.to !== null && post.to < addDays(move.from, -1)) return 'endedBefore'
  return overlapping(posts, { id: '', position: move.position, from: move.from, to: null }) ? 'overlaps' : null
}
