import { type Day, holdsDay, laterOf } from '../shared/day'
import { bindsOn, bindsThroughPost } from './binding'
import type { DutyNode, FactIndex, PostNode, SubjectNode } from './fact-index'
import type { Duty, Post, TraitSpan } from './facts'
import { standingWhenKnown } from './standing'
import type { Asked } from './unhelpful'
import type { Standing } from './verdict'

/** One post through which a duty binds, with the traits of its unit that the duty asks for. */
export type Binding = { readonly post: Post; readonly traits: readonly TraitSpan[] }

/** A duty as it stands for the holder of a post: whether it keeps her from work until met, and why it is hers. */
export type Requirement = {
  readonly duty: Duty
  readonly bars: boolean
  readonly standing: Standing
  readonly bindings: readonly Binding[]
  /** The question the standing answers, for looking into its evidence. */
  readonly asked: Asked
}

/**
 * What the holder of a post owes there: every barring duty that binds through the post, and the other duties of the
 * post and of the person. Before the post's first day it answers for that day with what is known on the day of asking,
 * as mayWork does. An ended post owes nothing. Throws for an unknown post.
 */
export function requirementsOf(index: FactIndex, postId: string, on: Day): readonly Requirement[] {
  const node = postNode(index, postId)
  if (node.post.to !== null && node.post.to < on) return []
  const day = laterOf(on, node.post.from)
  const owed: Requirement[] = []
  for (const duty of index.duties.values()) {
    if (!bindsHere(duty, node, day)) continue
    const subject = subjectOf(duty, node)
    owed.push({
      duty: duty.duty,
      bars: isBarring(duty),
      standing: standingWhenKnown(index, duty, subject, day, on),
      bindings: bindingsOf(duty, node, day),
      asked: { index, duty, subject, on: day, known: on },
    })
  }
  return owed
}

/** Whether it still has to be done: due or overdue. */
export function isMissing({ standing }: Requirement): boolean {
  return standing.standing === 'due' || standing.standing === 'overdue'
}

export function postNode(index: FactIndex, postId: string): PostNode {
  const node = index.subjects.get(postId)
  if (node?.kind !== 'post') throw new Error(`there is no post ${postId}`)
  return node
}

export function isBarring({ duty }: DutyNode): boolean {
  return duty.bars || duty.cadence.kind === 'gate'
}

function bindsHere(duty: DutyNode, node: PostNode, day: Day): boolean {
  if (duty.duty.binds === 'unit') return isBarring(duty) && bindsOn(duty, node.unit, day)
  return bindsThroughPost(duty, node, day)
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

function bindingsOf(duty: DutyNode, node: PostNode, day: Day): Binding[] {
  const posts = duty.duty.binds === 'person' ? node.person.posts.filter((held) => bindsThroughPost(duty, held, day)) : [node]
  return posts.map(({ post, unit }) => ({
    post,
    traits: unit.unit.traits.filter(({ trait, from, to }) => duty.duty.traits.includes(trait) && holdsDay(from, to, day)),
  }))
}
