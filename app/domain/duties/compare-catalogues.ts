import type { Day } from '../shared/day'
import { bindsThroughPost } from './binding'
import type { DutyNode, FactIndex, PersonNode, SubjectNode } from './fact-index'
import type { Duty, SubjectKind } from './facts'
import { standingWhenKnown } from './standing'
import { type Standing, UNBOUND } from './verdict'

/** Ids of duties, in the order of the catalogues; `parts` names what of the rule is different. */
export type DutyChanges = {
  readonly added: readonly string[]
  readonly removed: readonly string[]
  readonly changed: readonly { readonly id: string; readonly parts: readonly string[] }[]
}

/** Every part of a rule as text, so that lists in another order are the same. */
const partsOf = {
  binds: (duty: Duty) => duty.binds,
  positions: (duty: Duty) => inOrder(duty.positions),
  traits: (duty: Duty) => inOrder(duty.traits),
  bars: (duty: Duty) => String(duty.bars),
  from: (duty: Duty) => String(duty.from),
  to: (duty: Duty) => String(duty.to),
  counts: (duty: Duty) => inOrder(duty.counts.map(({ kind, topic, sameUnit }) => `${kind}/${topic}/${sameUnit}`)),
  cadence: ({ cadence }: Duty) => JSON.stringify(Object.entries(cadence).sort(([one], [other]) => (one < other ? -1 : 1))),
  adopt: (duty: Duty) => String(duty.adopted !== undefined),
}

const inOrder = (texts: readonly string[]): string => JSON.stringify([...texts].sort())

/** Which rules are new, gone or different. Words, clauses and the order of lists do not matter. */
export function compareDuties(before: readonly Duty[], after: readonly Duty[]): DutyChanges {
  const known = new Map(before.map((duty) => [duty.id, duty]))
  const kept = new Set(after.map((duty) => duty.id))
  return {
    added: after.filter(({ id }) => !known.has(id)).map(({ id }) => id),
    removed: before.filter(({ id }) => !kept.has(id)).map(({ id }) => id),
    changed: after.flatMap((duty) => {
      const was = known.get(duty.id)
      if (was === undefined) return []
      const parts = Object.entries(partsOf).flatMap(([part, text]) => (text(was) === text(duty) ? [] : [part]))
      return parts.length === 0 ? [] : [{ id: duty.id, parts }]
    }),
  }
}

/** `unit`: of a person, one through which the duty binds (after the change, or else before it). */
export type StandingChange = {
  readonly duty: string
  readonly kind: SubjectKind
  readonly subject: string
  readonly unit: string
  readonly before: Standing
  readonly after: Standing
}

/** `compared`: pairs of duty and subject that are bound before or after. */
export type StandingChanges = { readonly compared: number; readonly changes: readonly StandingChange[] }

type Pair = { readonly id: string; readonly before: DutyNode | null; readonly after: DutyNode | null }

/**
 * Whose standing, due date or last covered day differs between two catalogues on a day. Both indexes are made of the same facts but
 * for the duties. Answers for these units, the posts there, and the people whose first unit by id is one of them: asked unit group by
 * unit group, everybody is answered for once.
 */
export function compareStandings(before: FactIndex, after: FactIndex, unitIds: ReadonlySet<string>, on: Day): StandingChanges {
  const pairs = [...new Set([...before.duties.keys(), ...after.duties.keys()])].map(
    (id): Pair => ({ id, before: before.duties.get(id) ?? null, after: after.duties.get(id) ?? null }),
  )
  const changes: StandingChange[] = []
  let compared = 0
  for (const was of new Set(before.subjects.values())) {
    const becomes = after.subjects.get(idOf(was))
    if (becomes === undefined || !unitIds.has(homeOf(was) ?? '')) continue
    for (const pair of pairs) {
      const then = answer(before, pair.before, was, on)
      const now = answer(after, pair.after, becomes, on)
      if (then === UNBOUND && now === UNBOUND) continue
      compared += 1
      if (isSame(then, now)) continue
      const unit = unitOf(pair.after, becomes, on) ?? unitOf(pair.before, was, on) ?? ''
      changes.push({ duty: pair.id, kind: was.kind, subject: idOf(was), unit, before: then, after: now })
    }
  }
  return { compared, changes }
}

function answer(index: FactIndex, duty: DutyNode | null, subject: SubjectNode, on: Day): Standing {
  return duty === null || duty.duty.binds !== subject.kind ? UNBOUND : standingWhenKnown(index, duty, subject, on, on)
}

const isSame = (one: Standing, other: Standing): boolean =>
  one.standing === other.standing && one.due === other.due && one.through === other.through && one.since === other.since

function idOf(subject: SubjectNode): string {
  switch (subject.kind) {
    case 'unit':
      return subject.unit.id
    case 'post':
      return subject.post.id
    case 'person':
      return subject.id
  }
}

/** The unit with which a subject is answered for. */
function homeOf(subject: SubjectNode): string | undefined {
  if (subject.kind === 'unit') return subject.unit.id
  return subject.kind === 'post' ? subject.post.unit : firstUnitOf(subject)
}

const firstUnitOf = ({ posts }: PersonNode): string | undefined =>
  posts.reduce<string | undefined>((first, { post }) => (first === undefined || post.unit < first ? post.unit : first), undefined)

function unitOf(duty: DutyNode | null, subject: SubjectNode, on: Day): string | undefined {
  if (duty === null || duty.duty.binds !== subject.kind) return undefined
  if (subject.kind !== 'person') return homeOf(subject)
  return subject.posts.find((post) => bindsThroughPost(duty, post, on))?.post.unit
}
