import { type ClassFacts, classInside } from '~/data/classes/classes.server'
import { recordSeat, type Seat, seatsHeldInside } from '~/data/classes/seats.server'
import type { Tx } from '~/data/transact.server'
import { clashingClass, type HeldClass } from '~/domain/classes/clashes'
import { isClassClosed } from '~/domain/classes/class-state'
import { type Refused, refuse } from '~/domain/shared/refusal'

export type NewClaim = {
  id: string
  person: { id: string; name: string }
  /** Every record of the person. */
  family: readonly string[]
  unitId: string
  asDeputy: boolean
  classroom: string
  way: 'invited' | 'door'
  at: Date
  by: string
}

async function classesHeld(tx: Tx, seats: readonly Seat[]): Promise<HeldClass[]> {
  const held: HeldClass[] = []
  for (const id of new Set(seats.map(({ classId }) => classId))) {
    const found = await classInside(tx, id)
    if (found !== null && !isClassClosed(found.steps)) held.push({ id, title: found.body.title, parts: found.body.parts })
  }
  return held
}

/**
 * May this person claim a seat in this class? One seat a person and class, and none in another class at the same time. `former`: his seat
 * that this claim replaces.
 */
export async function claimRefused(tx: Tx, facts: ClassFacts, claim: NewClaim, former: Seat | null): Promise<Refused | null> {
  const room = facts.body.classrooms.find(({ id }) => id === claim.classroom)
  if (room === undefined) return refuse('classroom:refusal.noClassroom', 'classroom')
  const held = (await seatsHeldInside(tx, claim.family)).filter(({ id }) => id !== former?.id)
  const { name } = claim.person
  const here = held.find(({ classId }) => classId === facts.id)
  if (here !== undefined) {
    const taken = facts.body.classrooms.find(({ id }) => id === here.classroom)?.name ?? ''
    return refuse('classroom:refusal.seatAlready', undefined, { name, room: taken })
  }
  const other = clashingClass(facts.body.parts, await classesHeld(tx, held))
  return other === null ? null : refuse('classroom:refusal.clash', undefined, { name, title: other.title })
}

/** The claim itself, behind every claim that is there. */
export const recordClaim = (tx: Tx, classId: string, { id, person, unitId, asDeputy, classroom, way, at, by }: NewClaim): Promise<void> =>
  recordSeat(tx, { ...{ id, classId, classroomId: classroom, personId: person.id, unitId }, ...{ asDeputy, way, at, by } })
