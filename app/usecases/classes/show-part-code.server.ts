import { recordAudit } from '~/data/accounts/audit.server'
import { isClassClosedInside } from '~/data/classes/class-now.server'
import { callInside } from '~/data/rollcall/calls.server'
import { transact } from '~/data/transact.server'
import { NotFound } from '~/domain/shared/faults'
import { type Refused, refuse } from '~/domain/shared/refusal'
import { newId } from '~/gateways/secrets.server'
import { type Shown, stationFor } from '../rollcall/show-code.server'
import { getHeldPart } from './held-part.server'
import type { ActingPerson } from './reached-class.server'

/**
 * What the changing code on a classroom's screen is made from: the same at each asking, one for each person at a part. For whoever leads
 * the class and its local organisers. The screen makes the changing half itself, also without network.
 */
export async function showPartCode(acting: ActingPerson, classId: string, key: string): Promise<Shown | Refused> {
  const { now, actor } = acting
  const { held, rooms, subject, family } = getHeldPart(acting, classId, key)
  return transact(async (tx) => {
    const call = await callInside(tx, 'class', subject)
    if (call === null) throw new NotFound()
    if (await isClassClosedInside(tx, classId)) return refuse('classcall:refusal.closed')
    const personId = rooms[0]?.organiser.id ?? actor.personId
    const { station, isNew } = await stationFor(tx, call.id, { personId, family }, now)
    if (isNew)
      await recordAudit(tx, {
        id: newId(now),
        at: now,
        actor: actor.accountId,
        act: 'rollcall.stationOpened',
        target: { kind: 'class', id: classId },
        placeId: held.place.id,
        detail: { part: key, station: station.code },
      })
    return { kind: 'station', code: station.code, secret: station.secret }
  })
}
