import { recordAudit } from '~/data/accounts/audit.server'
import { isClassClosedInside } from '~/data/classes/class-now.server'
import { seatsOf } from '~/data/classes/seats.server'
import { transact } from '~/data/transact.server'
import { type Refused, refuse } from '~/domain/shared/refusal'
import { newId } from '~/gateways/secrets.server'
import { drawPartList, listWords } from './draw-part-list.server'
import { getHeldPart } from './held-part.server'
import type { ActingPerson } from './reached-class.server'

/**
 * Opens the roll call of a part, or draws its list anew from the seats as they are now: whoever has a place, and whoever was let in at the
 * door. For whoever leads the class and its local organisers.
 */
export async function openPartCall(
  acting: ActingPerson,
  wish: { classId: string; key: string },
): Promise<{ kind: 'opened'; expected: number } | Refused> {
  const { now: at, today, actor } = acting
  const { held, part } = getHeldPart(acting, wish.classId, wish.key)
  const seats = seatsOf(held)
  const words = listWords(
    held,
    seats.flatMap(({ person, unit }) => [person, unit]),
    today,
  )
  return transact(async (tx) => {
    if (await isClassClosedInside(tx, held.id)) return refuse('classcall:refusal.closed')
    const expected = (await drawPartList(tx, { held, key: part.key, words, opens: true }, { at, by: actor.accountId })) ?? 0
    await recordAudit(tx, {
      id: newId(at),
      at,
      actor: actor.accountId,
      act: 'classcall.listDrawn',
      target: { kind: 'class', id: held.id },
      placeId: held.place.id,
      detail: { part: part.name, expected },
    })
    return { kind: 'opened', expected }
  })
}
