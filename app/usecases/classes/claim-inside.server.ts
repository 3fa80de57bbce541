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
 * May this person claim a seat in this class, and under which of his records? Whoever comes for several units sits once: a further claim
 * stands under the record of the first and in the same classroom. None for the same unit twice, none in two classrooms, and none in another
 * class at the same time. `former`: his seat that this claim replaces.
 */
export async function judgeClaim(
  tx: Tx,
  facts: ClassFacts,
  claim: NewClaim,
  former: Seat | null,
): Promise<{ kind: 'claimed'; as: string } | Refused> {
  const room = facts.body.classrooms.find(({ id }) => id === claim.classroom)
  if (room === undefined) return refuse('classroom:refusal.noClassroom', 'classroom')
  const { name } = claim.person
  const held = (await seatsHeldInside(tx, facts.id, claim.family)).filter(({ id }) => id !== former?.id)
  const bars = held.find(({ unit, classroom }) => unit === claim.unitId || classroom !== claim.classroom)
  if (bars !== undefined) {
    const taken = facts.body.classrooms.find(({ id }) => id === bars.classroom)?.name ?? ''
    const why = bars.unit === claim.unitId ? 'seatAlready' : 'sitsElsewhere'
    return refuse(`classroom:refusal.${why}`, bars.unit === claim.unitId ? undefined : 'classroom', { name, room: taken })
  }
  const other = clashingClass(facts.body.parts, await classesHeldInside(tx, claim.family, facts))
  if (other !== null) return refuse('classroom:refusal.clash', undefined, { name, title: other.title })
  return { kind: 'claimed', as: held[0]?.person ?? claim.person.id }
}

type Claiming = { classId: string; as: string }

/** The claim itself, behind every claim that is there. */
export const recordClaim = (tx: Tx, { classId, as }: Claiming, { id, unitId, asDeputy, classroom, way, at, by }: NewClaim): Promise<void> =>
  recordSeat(tx, { ...{ id, classId, classroomId: classroom, personId: as, unitId }, ...{ asDeputy, way, at, by } })
