import { recordAudit } from '~/data/accounts/audit.server'
import { transact } from '~/data/transact.server'
import { recordSwap, recordSwapAnswer } from '~/data/watch/swaps.server'
import type { Acting } from '~/domain/accounts/acting'
import { NotFound } from '~/domain/shared/faults'
import { type Refused, refuse } from '~/domain/shared/refusal'
import { newId } from '~/gateways/secrets.server'
import { getManagedRoom } from './managed-room.server'
import type { Room } from './seat-check.server'
import { audited, begun, carryOut, type SwapAsked, type SwapDone, swapRefusal, wished } from './swap-check.server'

/** The manager hands a seat over, or exchanges two, without asking. */
export async function swapAtOnce(acting: Acting, asked: Room & SwapAsked): Promise<SwapDone | Refused> {
  const room = await getManagedRoom(acting, asked.unitId, asked.roomId)
  const { seatId, toPersonId, otherSeatId, note } = asked
  const wish = await wished({ seatId, toPersonId, otherSeatId, note })
  if (wish.seat.roomId !== room.id) throw new NotFound()
  const { now, actor } = acting
  const who = { at: now, by: actor.accountId }
  const id = newId(now)
  const entry = audited(acting, { id, unitId: room.unitId }, 'watch.swapDone')
  return transact(async (tx) => {
    if (begun(wish, now)) return refuse('watch:refusal.begun')
    const refusal = await swapRefusal(tx, wish, wish.checks)
    if (refusal !== null) return refusal
    const swap = { id, seatId, toPersonId, otherSeatId, note, askedAt: now, askedBy: actor.accountId }
    await recordSwap(tx, swap)
    await carryOut(tx, { ...wish, id }, who)
    await recordSwapAnswer(tx, { swapId: id, answer: 'done', ...who })
    await recordAudit(tx, entry)
    return { kind: 'done' as const }
  })
}
