import type { Day } from '../shared/day'

/** What a card says today. ahead: the first day has not come, and everything required for it is done. */
export type CardVerdict = 'cleared' | 'missing' | 'ahead' | 'ended'

/** A post from … to and its mayWork on a day, as one word. Before the first day nobody is told that she may work today. */
export function verdictOn(post: { readonly from: Day; readonly to: Day | null }, mayWork: boolean, on: Day): CardVerdict {
  if (post.to !== null && post.to < on) return 'ended'
  if (!mayWork) return 'missing'
  return post.from > on ? 'ahead' : 'cleared'
}
