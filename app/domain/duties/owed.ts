import { type Day, holdsDay } from '../shared/day'
import type { FactIndex, PostNode } from './fact-index'
import type { TraitSpan } from './facts'
import { type Requirement, requirementsOf } from './requirement'
import { unitRequirementsOf } from './unit-requirement'

/** One duty of one subject with why it binds: through posts, or of a unit's own duty through the traits named. */
export type Owed = { readonly requirement: Requirement; readonly unitTraits: readonly TraitSpan[] | null }

/** What one duty asks of one subject (the unit itself, or somebody in post there) on a day; null where it does not bind at that unit. */
export function owedAt(index: FactIndex, dutyId: string, subjectId: string, unitId: string, on: Day): Owed | null {
  const subject = index.subjects.get(subjectId)
  if (subject === undefined || index.duties.get(dutyId)?.duty.binds !== subject.kind) return null
  if (subject.kind === 'unit') {
    const found = subject.unit.id === unitId ? unitRequirementsOf(index, unitId, on).find(({ duty }) => duty.id === dutyId) : undefined
    return found === undefined ? null : { requirement: found, unitTraits: found.traits }
  }
  const posts = subject.kind === 'post' ? [subject] : subject.posts
  for (const node of posts.filter(isHeldAt(unitId, on))) {
    const found = requirementsOf(index, node.post.id, on).find(({ duty }) => duty.id === dutyId)
    if (found !== undefined) return { requirement: found, unitTraits: null }
  }
  return null
}

const isHeldAt =
  (unitId: string, on: Day) =>
  ({ post, unit }: PostNode): boolean =>
    unit.unit.id === unitId && holdsDay(post.from, post.to, on)
