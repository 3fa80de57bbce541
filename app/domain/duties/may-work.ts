import { type Day, laterOf } from '../shared/day'
import { bindsOn, bindsThroughPost } from './binding'
import type { DutyNode, FactIndex, PostNode, SubjectNode } from './fact-index'
import { standingWhenKnown } from './standing'
import type { Clearance } from './verdict'

/**
 * 未经培训合格，不得上岗: may the holder of this post work there on a day? Only gates and duties that bar are asked, and
 * only where they bind through this post. Asked ahead of the post's first day, it answers for that day with what is
 * known on the day of asking. An ended post gives false without reasons. Throws for an unknown post.
 */
export function mayWork(index: FactIndex, postId: string, on: Day): Clearance {
  const node = index.subjects.get(postId)
  if (node?.kind !== 'post') throw new Error(`there is no post ${postId}`)
  const { from, to } = node.post
  if (to !== null && to < on) return { mayWork: false, because: [] }
  const day = laterOf(on, from)
  const because: string[] = []
  for (const [id, duty] of index.duties) if (keepsAway(index, duty, node, day, on)) because.push(id)
  return { mayWork: because.length === 0, because }
}

function keepsAway(index: FactIndex, duty: DutyNode, node: PostNode, day: Day, known: Day): boolean {
  if (!duty.duty.bars && duty.duty.cadence.kind !== 'gate') return false
  const binds = duty.duty.binds === 'unit' ? bindsOn(duty, node.unit, day) : bindsThroughPost(duty, node, day)
  if (!binds) return false
  const { standing } = standingWhenKnown(index, duty, subjectOf(duty, node), day, known)
  return standing === 'due' || standing === 'overdue'
}

function subjectOf(duty: DutyNode, node: PostNode): SubjectNode {
  switch (duty.duty.binds) {
    case 'unit':
      return node.unit
    case 'person':
      return node.person
    case 'post':
      return node
  }
}
