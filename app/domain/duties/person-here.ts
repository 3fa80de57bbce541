import { addDays, type Day } from '../shared/day'
import { type Coming, comingOf } from './coming'
import { type FactIndex, type PostNode, recordsOf } from './fact-index'
import type { Evidence } from './facts'
import { compareEvidence } from './ledger'
import { type Requirement, requirementsOf } from './requirement'
import { segmentsWithin } from './segments'
import { otherPieces, type Reason } from './unhelpful'

/** How far ahead "what comes next" looks: a year and some weeks, so that what is asked once a year is always in sight. */
const DAYS_AHEAD = 400

/** A duty that binds somebody through a post at one unit. `isOver`: through posts that have ended only, as it stood on the last day. */
export type HeldDuty = { readonly requirement: Requirement; readonly isOver: boolean }

/** What a piece of evidence did for one duty: it meets it, or why it does not. */
export type Effect = { readonly duty: string; readonly isOver: boolean; readonly reason: Reason | { readonly kind: 'counted' } }

/** Everything that binds a person through her posts at a unit, past ones too; a duty of one subject once, as of the latest post. */
export function heldDuties(index: FactIndex, personId: string, unitId: string, today: Day): readonly HeldDuty[] {
  const held = new Map<string, HeldDuty>()
  for (const { post } of [...postsAt(index, personId, unitId)].sort((one, other) => lastDay(other) - lastDay(one))) {
    const isOver = post.to !== null && post.to < today
    for (const requirement of requirementsOf(index, post.id, isOver && post.to !== null ? post.to : today)) {
      const { duty, subject } = requirement.asked
      const key = `${duty.duty.id} ${subject.kind === 'post' ? post.id : subject.kind}`
      if (!held.has(key)) held.set(key, { requirement, isOver })
    }
  }
  return [...held.values()]
}

/** The next date of a duty from today on; of a post that is still ahead as of its first day. */
export function comingFor({ asked }: Requirement, today: Day): Coming {
  const { index, duty, subject } = asked
  return comingOf(segmentsWithin(index, duty, subject, today, addDays(today, DAYS_AHEAD)))
}

/**
 * The pieces on record about a person, newest first, each with what it did for the duties held: none where no duty looks for it.
 * Where one duty binds through several posts, that it counts for one of them goes before why it does not for another.
 */
export function evidenceOf(
  index: FactIndex,
  personId: string,
  held: readonly HeldDuty[],
): readonly { piece: Evidence; effects: Effect[] }[] {
  const person = index.subjects.get(personId)
  if (person === undefined) return []
  const effects = new Map<string, Effect[]>()
  const note = (pieceId: string, effect: Effect): void => {
    const known = effects.get(pieceId) ?? []
    const same = known.find(({ duty }) => duty === effect.duty)
    if (same === undefined) effects.set(pieceId, [...known, effect])
    else if (effect.reason.kind === 'counted') effects.set(pieceId, [...known.filter((other) => other !== same), effect])
  }
  for (const { requirement, isOver } of held) {
    const duty = requirement.duty.id
    if (requirement.standing.by !== null) note(requirement.standing.by, { duty, isOver, reason: { kind: 'counted' } })
    for (const { piece, reason } of otherPieces(requirement.asked)) note(piece.id, { duty, isOver, reason })
  }
  return [...recordsOf(index, person)]
    .sort((one, other) => compareEvidence(other, one))
    .map((piece) => ({ piece, effects: effects.get(piece.id) ?? [] }))
}

function postsAt(index: FactIndex, personId: string, unitId: string): readonly PostNode[] {
  const person = index.subjects.get(personId)
  return person?.kind === 'person' ? person.posts.filter(({ unit }) => unit.unit.id === unitId) : []
}

const lastDay = ({ span }: PostNode): Day => span.last
