import type { HeldPost } from '~/domain/org/post-change'
import { type Day, formatDay, parseDay } from '~/domain/shared/day'
import type { Tx } from '../transact.server'

function day(text: string): Day {
  const parsed = parseDay(text)
  if (parsed === null) throw new Error(`not a day in the database: ${text}`)
  return parsed
}

/** The posts of a person at a unit, as a use case sees them inside its transaction. */
export const postsHeldAt = async (tx: Tx, personId: string, unitId: string): Promise<HeldPost[]> =>
  (await tx.post.findMany({ where: { personId, unitId }, select: { id: true, position: true, from: true, to: true } })).map((post) => ({
    ...post,
    from: day(post.from),
    to: post.to === null ? null : day(post.to),
  }))

/** The first day of a post, put right. */
export async function recordStartCorrected(tx: Tx, postId: string, from: Day): Promise<void> {
  await tx.post.update({ where: { id: postId }, data: { from: formatDay(from) } })
}
