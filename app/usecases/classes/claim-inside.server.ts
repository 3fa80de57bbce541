import type { ClassFacts } from '~/data/classes/classes.server'
import { classesHeldInside } from '~/data/classes/held-classes.server'
import { recordSeat, type Seat, seatsHeldInside } from '~/data/classes/seats.server'
import type { Tx } from '~/data/transact.server'
import { clashingClass } from '~/domain/classes/clashes'
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

/**
 * May this person claim a seat in this class? One seat a person and class, and none in another class at the same time. `former`: his seat
 * that this claim replaces.
 */
export async function claimRefused(tx: Tx, facts: ClassFacts, claim: NewClaim, former: Seat | null): Promise<Refused | null> {
  const room = facts.body.classrooms.find(({ id }) => id === claim.classroom)
  if (room === undefined) return refuse('classroom:refusal.noClassroom', 'classroom')
  const { name } = claim.person
  const here = (await seatsHeldInside(tx, facts.id, claim.family)).find(({ id }) => id !== former?.id)
  if (here !== undefined) {
    const taken = facts.body.classrooms.find(({ id }) => id === here.classroom)?.name ?? ''
    return refuse('classroom:refusal.seatAlready', undefined, { name, room: taken })
  }
  const other = clashingClass(facts.body.parts, await classesHeldInside(tx, claim.family, facts))
  return other === null ? null : refuse('classroom:refusal.clash', undefined, { name, title: other.title })
}

/** The claim itself, behind every claim that is there. */
export const recordClaim = (tx: Tx, classId: string, { id, person, unitId, asDeputy, classroom, way, at, by }: NewClaim): Promise<void> =>
  recordSeat(tx, { ...{ id, classId, classroomId: classroom, personId: person.id, unitId }, ...{ asDeputy, way, at, by } })
