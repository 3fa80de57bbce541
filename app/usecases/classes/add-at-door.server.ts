import { recordAudit } from '~/data/accounts/audit.server'
import { isClassClosedInside } from '~/data/classes/class-now.server'
import { classAnywhere } from '~/data/classes/classes.server'
import { programmeAnywhere } from '~/data/classes/programmes.server'
import { recordSeat, recordSeatEnd, seatsHeldBy, seatsInside, seatsOf } from '~/data/classes/seats.server'
import { transact } from '~/data/transact.server'
import { admitted } from '~/domain/classes/at-door'
import type { ClassPart } from '~/domain/classes/class-body'
import { isClassClosed } from '~/domain/classes/class-state'
import { seatingOf } from '~/domain/classes/seating'
import { NotFound } from '~/domain/shared/faults'
import { isRefused, type Refused, refuse } from '~/domain/shared/refusal'
import { newId } from '~/gateways/secrets.server'
import { drawPartList, listWords } from './draw-part-list.server'
import { getHeldPart } from './held-part.server'
import type { ActingPerson } from './reached-class.server'
import { peopleAtDoor } from './units-at-door.server'

export type DoorWish = { classId: string; key: string; unitId: string; personId: string; classroomId: string }

/**
 * Somebody who stands at the door is let in: he gets a seat in this classroom, also beyond the last one, and stands on the lists of all parts
 * whose roll is being called. What he had claimed for the same unit ends; for other units of his he sits here too, on the same seat. Local
 * organisers let in to their own classrooms only.
 */
export async function addAtDoor(acting: ActingPerson, wish: DoorWish): Promise<{ kind: 'admitted'; asDeputy: boolean } | Refused> {
  const { now: at, today, actor } = acting
  const sight = getHeldPart(acting, wish.classId, wish.key)
  const { held } = sight
  const room = (sight.leads ? held.body.classrooms : sight.rooms).find(({ id }) => id === wish.classroomId)
  const person = peopleAtDoor(sight, wish.unitId).find(({ id }) => id === wish.personId)
  const programme = await programmeAnywhere(held.programmeId)
  if (room === undefined || programme === null) throw new NotFound()
  if (person === undefined) return refuse('classcall:refusal.noPerson', 'personId')
  const { binds, audience, deputies } = programme.body
  const isResponsible = person.positions.some((position) => audience.positions.includes(position))
  const elsewhere = await partsElsewhere(person.family, held.id)
  const seated = seatsOf(held).flatMap((seat) => [seat.person, seat.unit])
  const words = listWords(held, [...seated, person.id, wish.unitId], today)
  return transact(async (tx) => {
    if (await isClassClosedInside(tx, held.id)) return refuse('classcall:refusal.closed')
    const seats = await seatsInside(tx, held.id)
    const places = seatingOf(seats, new Map(held.body.classrooms.map(({ id, seats: count }) => [id, count])))
    const claims = seats.filter((seat) => !seat.isEnded && person.family.includes(seat.person))
    const own = claims.filter((seat) => seat.unit === wish.unitId)
    const brought = claims.filter((seat) => seat.unit !== wish.unitId && seat.classroom !== room.id)
    const seatedHere = own.some((seat) => seat.classroom === room.id && (seat.way === 'door' || places.get(seat.id)?.kind === 'seated'))
    const answer = admitted({ binds, deputies, isResponsible, seatedHere, parts: held.body.parts, elsewhere })
    if (isRefused(answer)) return answer
    const by = actor.accountId
    for (const seat of [...own, ...brought]) await recordSeatEnd(tx, { seatId: seat.id, at, by, why: 'door' })
    const personId = claims[0]?.person ?? person.id
    for (const { unit, asDeputy } of [...brought, { unit: wish.unitId, asDeputy: answer.asDeputy }]) {
      const seat = { id: newId(at), classId: held.id, classroomId: room.id, personId, unitId: unit }
      await recordSeat(tx, { ...seat, asDeputy, way: 'door', at, by })
    }
    for (const { key } of held.body.parts) await drawPartList(tx, { held, key, words, opens: key === wish.key }, { at, by })
    await recordAudit(tx, {
      id: newId(at),
      at,
      actor: by,
      act: 'classcall.admittedAtDoor',
      target: { kind: 'class', id: held.id },
      unitId: wish.unitId,
      placeId: held.place.id,
      detail: { classroom: room.name, asDeputy: answer.asDeputy },
    })
    return answer
  })
}

/** The parts of other classes that go on, and at which he has a claim. */
async function partsElsewhere(family: readonly string[], classId: string): Promise<ClassPart[]> {
  const others = new Set(seatsHeldBy(family).flatMap((seat) => (seat.classId === classId ? [] : [seat.classId])))
  const found = await Promise.all([...others].map(classAnywhere))
  return found.flatMap((one) => (one === null || isClassClosed(one.steps) ? [] : one.body.parts))
}
