import { addDays, type Day, earlierOf, laterOf } from '../shared/day'
import { spellsOf } from './binding'
import type { BoundStanding } from './coverage'
import type { DutyNode, FactIndex, PersonNode, PostNode, SubjectNode, UnitNode } from './fact-index'
import { type Segment, segmentsWithin } from './segments'
import { holdsAny, type Spell } from './spells'

/** What a track is about: a line of coverage, that a post is held, or that a duty is in force at a unit, whomever it binds. */
export type TrackKind = 'line' | 'held' | 'force'

/**
 * One line of coverage through all days: from each step's day until the next step it stands as the step says; before the first it is no
 * line. Days lie in order and neighbours differ. Of a unit's own duty `person`, `post` and `position` are null.
 */
export type Track = {
  readonly kind: TrackKind
  readonly duty: string | null
  readonly unit: string
  readonly person: string | null
  readonly post: string | null
  readonly position: string | null
  readonly steps: readonly Step[]
}
export type Step = { readonly day: Day; readonly state: number }

/** A state is 0 (no line) or a standing's number, with SHADOWED where an earlier post at the unit is the line already, and SHADOWED_ALIKE
 *  where such a post has the same position. A held post and a duty in force are IN_FORCE. */
export const trackStandings: readonly BoundStanding[] = ['met', 'due', 'overdue', 'waived', 'idle']
export const STANDING = 7
export const SHADOWED = 8
export const SHADOWED_ALIKE = 16
export const IN_FORCE = 1

type Run = { readonly first: Day; readonly last: Day; readonly state: number }

/** Everything about a person in all her posts, on every day up to `through`. Says what coverageOf says on each of them. */
export function tracksOfPerson(index: FactIndex, person: PersonNode, through: Day): readonly Track[] {
  const held = person.posts.filter(({ span }) => holdsAny(span))
  const tracks = held.map((node) => trackOf('held', null, node, [{ first: node.span.first, last: node.span.last, state: IN_FORCE }]))
  for (const duty of index.duties.values()) {
    if (duty.duty.binds === 'unit') continue
    const bound = person.posts.flatMap((node) => {
      const spells = spellsOf(duty, node)
      return spells.length === 0 ? [] : [{ node, spells }]
    })
    const shared = duty.duty.binds === 'person' && bound.length > 0 ? segmentsOver(index, duty, person, through) : []
    for (const { node, spells } of bound) {
      const segments = duty.duty.binds === 'post' ? segmentsOver(index, duty, node, through) : shared
      const runs = spells.flatMap((spell) => runsIn(spell, segments))
      const earlier = duty.duty.binds === 'post' ? [] : earlierAt(node, bound)
      tracks.push(trackOf('line', duty, node, earlier.length === 0 ? runs : shadowed(runs, node, earlier)))
    }
  }
  return tracks.filter(({ steps }) => steps.length > 0)
}

/** A unit's own duties, and which duties are in force there, on every day up to `through`. */
export function tracksOfUnit(index: FactIndex, unit: UnitNode, through: Day): readonly Track[] {
  const tracks: Track[] = []
  const about = { unit: unit.unit.id, person: null, post: null, position: null }
  for (const duty of index.duties.values()) {
    const spells = spellsOf(duty, unit)
    if (spells.length === 0) continue
    const force = stepsOf(spells.map(({ first, last }) => ({ first, last, state: IN_FORCE })))
    tracks.push({ kind: 'force', duty: duty.duty.id, ...about, steps: force })
    if (duty.duty.binds !== 'unit') continue
    const segments = segmentsOver(index, duty, unit, through)
    const steps = stepsOf(spells.flatMap((spell) => runsIn(spell, segments)))
    if (steps.length > 0) tracks.push({ kind: 'line', duty: duty.duty.id, ...about, steps })
  }
  return tracks
}

type Bound = { readonly node: PostNode; readonly spells: readonly Spell[] }

/** The posts at the same unit that are named before this one: the one begun earlier, of two begun together the one known first. */
function earlierAt(node: PostNode, bound: readonly Bound[]): readonly Bound[] {
  const own = bound.findIndex((other) => other.node === node)
  return bound.filter(
    ({ node: other }, nth) =>
      other.unit === node.unit && (other.post.from < node.post.from || (other.post.from === node.post.from && nth < own)),
  )
}

function trackOf(kind: TrackKind, duty: DutyNode | null, { post, person, unit }: PostNode, runs: readonly Run[]): Track {
  const about = { unit: unit.unit.id, person: person.id, post: post.id, position: post.position }
  return { kind, duty: duty?.duty.id ?? null, ...about, steps: stepsOf(runs) }
}

/** The segments of all the days on which the duty can bind the subject. */
function segmentsOver(index: FactIndex, duty: DutyNode, subject: SubjectNode, through: Day): readonly Segment[] {
  const spells = spellsOf(duty, subject)
  const first = spells[0]?.first
  const last = spells.at(-1)?.last
  return first === undefined || last === undefined ? [] : segmentsWithin(index, duty, subject, first, earlierOf(last, through))
}

function runsIn(spell: Spell, segments: readonly Segment[]): Run[] {
  return segments.flatMap(({ from, through, standing: { standing } }) => {
    const first = laterOf(spell.first, from)
    const last = earlierOf(spell.last, through)
    return first > last || standing === 'unbound' ? [] : [{ first, last, state: trackStandings.indexOf(standing) + 1 }]
  })
}

/** The same runs, cut and marked where an earlier post is the line. */
function shadowed(runs: readonly Run[], { post }: PostNode, earlier: readonly Bound[]): Run[] {
  const edges = earlier
    .flatMap(({ spells }) => spells.flatMap(({ first, last }) => [first, addDays(last, 1)]))
    .sort((one, other) => one - other)
  return runs.flatMap((run) => {
    const starts = [run.first, ...edges.filter((day) => day > run.first && day <= run.last)]
    return starts.map((first, nth) => {
      const next = starts[nth + 1]
      const last = next === undefined ? run.last : addDays(next, -1)
      const over = earlier.filter(({ spells }) => spells.some((spell) => spell.first <= first && first <= spell.last))
      const alike = over.some(({ node }) => node.post.position === post.position) ? SHADOWED_ALIKE : 0
      return { first, last, state: run.state | (over.length > 0 ? SHADOWED : 0) | alike }
    })
  })
}

/** Runs in order, none overlapping, as steps. */
function stepsOf(runs: readonly Run[]): Step[] {
  const steps: Step[] = []
  const put = (day: Day, state: number): void => {
    const before = steps.at(-1)
    if (before?.day === day) steps.pop()
    if ((steps.at(-1)?.state ?? 0) !== state) steps.push({ day, state })
  }
  for (const { first, last, state } of runs) {
    put(first, state)
    put(addDays(last, 1), 0)
  }
  return steps
}
