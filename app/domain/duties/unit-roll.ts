import type { Day } from '../shared/day'
import { clearanceUntil } from './clearance-until'
import type { FactIndex } from './fact-index'
import { isMissing, type Requirement, requirementsOf } from './requirement'

/**
 * Where a post that has not ended stands in its unit's list. blocked: begun, may not work. soon: begins later, something
 * is missing. overdue: may work, some training is overdue. cleared: may work, nothing overdue. ready: begins later, all done.
 */
export type RollGroup = 'blocked' | 'soon' | 'overdue' | 'cleared' | 'ready'

/** The order in which the list shows them: what needs a hand first. */
export const rollGroups: readonly RollGroup[] = ['blocked', 'soon', 'overdue', 'cleared', 'ready']

/** How many posts of each group. */
export type RollCounts = Readonly<Record<RollGroup, number>>

export type RollPost = {
  readonly id: string
  readonly personId: string
  readonly name: string
  readonly unitId: string
  readonly position: string
  readonly from: Day
  readonly to: Day | null
}
export type GroupedPost = { readonly post: RollPost; readonly group: RollGroup }

/** One line of the list: what it tells of, most often what is missing there, and until when she may work (null: no end, or she may not). */
export type RollEntry = GroupedPost & { readonly missing: readonly Requirement[]; readonly until: Day | null }

/** Each post in exactly one group, so that counts add up. Posts must not have ended. */
export function groupPosts(index: FactIndex, posts: readonly RollPost[], on: Day): readonly GroupedPost[] {
  return posts.map((post) => ({ post, group: groupOf(index, post, on) }))
}

function groupOf(index: FactIndex, post: RollPost, on: Day): RollGroup {
  const owed = requirementsOf(index, post.id, on).filter(isMissing)
  const isBarred = owed.some((requirement) => requirement.bars)
  if (post.from > on) return isBarred ? 'soon' : 'ready'
  if (isBarred) return 'blocked'
  return owed.some(isOverdue) ? 'overdue' : 'cleared'
}

export function countGroups(grouped: readonly GroupedPost[]): RollCounts {
  const counts = { blocked: 0, soon: 0, overdue: 0, cleared: 0, ready: 0 }
  for (const { group } of grouped) counts[group] += 1
  return counts
}

/** Posts held today: those who may not work and those who may. */
export const inPostToday = ({ blocked, overdue, cleared }: RollCounts): number => blocked + overdue + cleared
export const mayWorkToday = ({ overdue, cleared }: RollCounts): number => overdue + cleared

/** In the order of the list; posts of one group keep their order. */
export function inListOrder(grouped: readonly GroupedPost[]): readonly GroupedPost[] {
  return rollGroups.flatMap((group) => grouped.filter((entry) => entry.group === group))
}

/** What a line tells: of those who may not work everything that bars and what is overdue; of the others what is overdue. */
export function rollEntry(index: FactIndex, { post, group }: GroupedPost, on: Day): RollEntry {
  const missing = requirementsOf(index, post.id, on).filter(
    (requirement) => isMissing(requirement) && (requirement.bars || isOverdue(requirement)),
  )
  return { post, group, missing, until: clearanceUntil(index, post.id, on).until }
}

const isOverdue = ({ standing }: Requirement): boolean => standing.standing === 'overdue'
