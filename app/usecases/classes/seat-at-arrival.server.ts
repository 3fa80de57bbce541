import { recordAudit } from '~/data/accounts/audit.server'
import { classInside } from '~/data/classes/classes.server'
import { membersOf, programmeAnywhere } from '~/data/classes/programmes.server'
import { unitsHeldBy } from '~/data/classes/responsible.server'
import { seatsInside, seatsOf } from '~/data/classes/seats.server'
import { familyIds } from '~/data/org/family.server'
import { isSubjectClosed } from '~/data/rollcall/arrival-subjects.server'
import { findArrival } from '~/data/rollcall/arrivals.server'
import { partNow } from '~/data/rollcall/arrivals-class.server'
import { listedNow } from '~/data/rollcall/arrivals-list.server'
import { transact } from '~/data/transact.server'
import { hasFreeSeat, ownLines } from '~/domain/classes/at-arrival'
import { isClassClosed } from '~/domain/classes/class-state'
import { isHeld } from '~/domain/rollcall/arrival'
import { civilDay } from '~/domain/shared/civil-day'
import { isRefused } from '~/domain/shared/refusal'
import { hashOf, newId } from '~/gateways/secrets.server'
import { judgeClaim, type NewClaim, recordClaim } from './claim-inside.server'
import { drawPartList, listWords } from './draw-part-list.server'

type Arriving = { now: Date; actor: { accountId: string; personId: string; name: string } }

/**
 * Somebody of the list who never answered has scanned the code in a classroom: while a seat is free there he gets it, for every unit for which
 * he answers, and stands on the lists of all parts whose roll is being called before his arrival is entered. Anybody else is left to
 * whoever leads the class. Returns whether he was seated.
 */
export async function seatAtArrival({ now, actor }: Arriving, token: string): Promise<boolean> {
  const arrival = findArrival(hashOf(token))
  if (arrival === null || arrival.kind !== 'class' || !isHeld(arrival.at.getTime(), now.getTime()) || isSubjectClosed(arrival)) return false
  const family = familyIds(actor.personId)
  const { people } = listedNow(arrival.callId)
  if (family.some((id) => people.has(id))) return false
  const found = partNow(arrival.subjectId)
  const room = found?.held.body.classrooms.find(({ organiser }) => organiser.id === arrival.marshalId)
  if (found === null || room === undefined) return false
  const { held, part } = found
  const programme = await programmeAnywhere(held.programmeId)
  if (programme === null) return false
  const today = civilDay(now)
  const units = unitsHeldBy(family, programme.body.audience.positions, today)
  const lines = ownLines(membersOf({ id: held.programmeId }), { family, units }, today)
  if (lines.length === 0) return false
  const seated = seatsOf(held).flatMap(({ person, unit }) => [person, unit])
  const words = listWords(held, [...seated, ...lines.map(({ unitId }) => unitId), actor.personId], today)
  const by = actor.accountId
  return transact(async (tx) => {
    const facts = await classInside(tx, held.id)
    if (facts === null || isClassClosed(facts.steps)) return false
    if (!hasFreeSeat(await seatsInside(tx, held.id), room, actor.personId)) return false
    const person = { id: actor.personId, name: actor.name }
    const claims = lines.map(
      ({ unitId }): NewClaim => ({
        ...{ id: newId(now), person, family, unitId, asDeputy: false },
        ...{ classroom: room.id, way: 'door', at: now, by },
      }),
    )
    for (const claim of claims) if (isRefused(await judgeClaim(tx, facts, claim, null))) return false
    for (const claim of claims) await recordClaim(tx, { classId: held.id, as: actor.personId }, claim)
    for (const { key } of held.body.parts) await drawPartList(tx, { held, key, words, opens: key === part.key }, { at: now, by })
    await recordAudit(tx, {
      id: newId(now),
      at: now,
      actor: by,
      act: 'classcall.seatedAtArrival',
      target: { kind: 'class', id: held.id },
      placeId: held.place.id,
      detail: { classroom: room.name },
    })
    return true
  })
}
