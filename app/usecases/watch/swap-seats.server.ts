import { recordAudit } from '~/data/accounts/audit.server'
import { transact } from '~/data/transact.server'
import { findPersonAccount } from '~/data/watch/account-people.server'
import { findRoomOf } from '~/data/watch/rooms.server'
import { findSwap, type NewSwap, recordSwap, recordSwapAnswer, type StoredSwap } from '~/data/watch/swaps.server'
import type { Acting } from '~/domain/accounts/acting'
import { NotFound } from '~/domain/shared/faults'
import { type Refused, refuse } from '~/domain/shared/refusal'
import { minuteOf } from '~/domain/watch/minutes'
import { mayAnswer, type SwapAnswer, type SwapSide, swapState } from '~/domain/watch/swap'
import { newId } from '~/gateways/secrets.server'
import { checksOf } from './seat-check.server'
import { audited, begun, carryOut, type SwapAsked, type SwapDone, spanOf, swapRefusal, wished } from './swap-check.server'

/** A person asks a colleague to take his seat, or to exchange seats. Refused where the other could not take it. */
export async function askSwap(acting: Acting, asked: SwapAsked): Promise<SwapDone | Refused> {
  const personId = await findPersonAccount(acting.actor.accountId)
  const wish = await wished(asked)
  if (wish.seat.personId !== personId) throw new NotFound()
  const { now, actor } = acting
  const swap: NewSwap = { id: newId(now), ...asked, note: asked.note?.trim().slice(0, 200) || null, askedAt: now, askedBy: actor.accountId }
  const entry = audited(acting, { id: swap.id, unitId: wish.seat.unitId }, 'watch.swapAsked')
  return transact(async (tx) => {
    if (begun(wish, now)) return refuse('watch:refusal.begun')
    const refusal = await swapRefusal(tx, wish, wish.checks)
    if (refusal !== null) return refusal
    if (await recordSwap(tx, swap)) await recordAudit(tx, entry)
    return { kind: 'asked' as const }
  })
}

export const stateOf = (swap: StoredSwap, now: Date) =>
  swapState(
    {
      answer: swap.answer?.answer ?? null,
      begins: [swap.seat.from, ...(swap.otherSeat === null ? [] : [swap.otherSeat.from])],
      seatsHold: swap.seat.held && (swap.otherSeat?.held ?? true),
    },
    minuteOf(now),
  )

/** The other one accepts or declines, or the one who asked takes it back. Accepting checks everything again, on the day. */
export async function answerSwap(
  acting: Acting,
  asked: { swapId: string; answer: Exclude<SwapAnswer, 'done'> },
): Promise<SwapDone | Refused> {
  const { now, actor } = acting
  const personId = await findPersonAccount(actor.accountId)
  const before = await findSwap(asked.swapId)
  const sideIn = (swap: StoredSwap): SwapSide =>
    swap.toPersonId === personId ? 'asked' : swap.seat.personId === personId ? 'asker' : 'neither'
  if (before === null || sideIn(before) === 'neither') throw new NotFound()
  const room = await findRoomOf(before.seat.unitId, before.seat.roomId)
  if (room === null) throw new NotFound()
  const checks = await checksOf(room, spanOf(before))
  const entry = audited(
    acting,
    { id: before.id, unitId: before.seat.unitId },
    `watch.swap${asked.answer === 'accepted' ? 'Accepted' : asked.answer === 'declined' ? 'Declined' : 'Withdrawn'}`,
  )
  return transact(async (tx) => {
    const swap = await findSwap(asked.swapId, tx)
    if (swap === null) throw new NotFound()
    const state = stateOf(swap, now)
    if (state === asked.answer) return { kind: 'answered' as const }
    if (!mayAnswer(sideIn(swap), asked.answer, state)) return refuse('watch:refusal.swapOver')
    const who = { at: now, by: actor.accountId }
    if (asked.answer === 'accepted') {
      const refusal = await swapRefusal(tx, swap, checks)
      if (refusal !== null) return refusal
      await carryOut(tx, swap, who)
    }
    await recordSwapAnswer(tx, { swapId: swap.id, answer: asked.answer, ...who })
    await recordAudit(tx, entry)
    return { kind: 'answered' as const }
  })
}
