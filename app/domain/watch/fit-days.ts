import { clearanceUntil } from '../duties/clearance-until'
import { mayWork } from '../duties/may-work'
import { postNode } from '../duties/requirement'
import type { FactIndex } from '../duties/standing'
import { addDays, type Day, earlierOf, holdsDay, laterOf } from '../shared/day'
import type { DaySpan } from './cover'

/**
 * The days from … to on which one of these posts lets its holder do the job of the index: the post is held on the day and mayWork (with
 * the job's rules) is true. What is not known yet does not happen. `index` comes from indexForJob.
 */
export function fitDays(index: FactIndex, postIds: readonly string[], from: Day, to: Day): DaySpan[] {
  return joined(postIds.flatMap((postId) => daysOfPost(index, postId, from, to)))
}

function daysOfPost(index: FactIndex, postId: string, from: Day, to: Day): DaySpan[] {
  const { post } = postNode(index, postId)
  const last = post.to === null ? to : earlierOf(post.to, to)
  const spans: DaySpan[] = []
  let day = laterOf(post.from, from)
  while (day <= last) {
    const { mayWork: fit, until } = clearanceUntil(index, postId, day)
    if (!fit) {
      day = addDays(day, 1)
      continue
    }
    const end = until === null ? last : earlierOf(until, last)
    spans.push({ from: day, to: end })
    day = addDays(end, 1)
  }
  return spans
}

/** Overlapping and touching spans as one, in order. */
export function joined(spans: readonly DaySpan[]): DaySpan[] {
  const found: DaySpan[] = []
  for (const span of [...spans].sort((one, other) => one.from - other.from)) {
    const last = found.at(-1)
    if (last === undefined || (last.to !== null && addDays(last.to, 1) < span.from)) found.push(span)
    else if (last.to !== null) found[found.length - 1] = { from: last.from, to: span.to === null ? null : laterOf(last.to, span.to) }
  }
  return found
}

/** Why a person may not keep watch on a day. gate: duties that keep him away (a job's own as job:<duty>). */
export type WhyNot =
  | { kind: 'no-post' }
  | { kind: 'not-yet'; from: Day }
  | { kind: 'ended'; on: Day }
  | { kind: 'barred'; because: readonly string[] }

/** Null where one of the posts lets him. Of several posts the one that is held speaks. */
export function whyNotFit(index: FactIndex, postIds: readonly string[], on: Day): WhyNot | null {
  const posts = postIds.map((id) => postNode(index, id).post)
  const held = posts.filter(({ from, to }) => holdsDay(from, to, on))
  const answers = held.map(({ id }) => mayWork(index, id, on))
  if (answers.some((answer) => answer.mayWork)) return null
  const [first] = answers
  if (first !== undefined) return { kind: 'barred', because: first.because }
  const later = posts.filter(({ from }) => from > on).sort((one, other) => one.from - other.from)
  if (later[0] !== undefined) return { kind: 'not-yet', from: later[0].from }
  const ended = posts.flatMap(({ to }) => to ?? []).sort((one, other) => other - one)
  return ended[0] === undefined ? { kind: 'no-post' } : { kind: 'ended', on: ended[0] }
}
