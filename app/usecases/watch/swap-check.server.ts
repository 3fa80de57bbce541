import type { Tx } from '~/data/transact.server'
import { findRoomOf } from '~/data/watch/rooms.server'
import { type By, findShift, recordSeatRemoved, recordSeats } from '~/data/watch/shifts.server'
import { findSeat, type StoredSwap, type SwapSeat } from '~/data/watch/swaps.server'
import type { Acting } from '~/domain/accounts/acting'
import { NotFound } from '~/domain/shared/faults'
import { type Refused, refuse } from '~/domain/shared/refusal'
import { minuteOf, type Stretch } from '~/domain/watch/minutes'
import { newId } from '~/gateways/secrets.server'
import { busyAround, checksOf, type SeatChecks, seatFaults, seatRefusal } from './seat-check.server'

export type SwapAsked = { seatId: string; toPersonId: string; otherSeatId: string | null; note: string | null }
export type SwapDone = { kind: 'asked' | 'answered' | 'done' }
type Wish = Pick<StoredSwap, 'seat' | 'otherSeat' | 'toPersonId'>

/** The first thing that speaks against a swap: for each who takes a seat, without the one he gives away. */
export async function swapRefusal(tx: Tx, { seat, otherSeat, toPersonId }: Wish, checks: SeatChecks): Promise<Refused | null> {
  const takes = [
    { personId: toPersonId, taken: seat, given: otherSeat },
    ...(otherSeat === null ? [] : [{ personId: seat.personId, taken: otherSeat, given: seat }]),
  ]
  for (const { personId, taken, given } of takes) {
    const fault = await takeRefusal(tx, personId, taken, given, checks)
    if (fault !== null) return fault
  }
  return null
}

async function takeRefusal(tx: Tx, personId: string, taken: SwapSeat, given: SwapSeat | null, checks: SeatChecks): Promise<Refused | null> {
  if ((await findSeat(taken.id, tx)) === null) return refuse('watch:refusal.swapOver')
  const shift = await findShift(taken.roomId, taken.shiftId, tx)
  if (shift === null) return refuse('watch:refusal.swapOver')
  const name = checks.names.get(personId) ?? ''
  if (shift.seats.some((seat) => seat.personId === personId)) return refuse('watch:refusal.samePerson', 'toPersonId', { name })
  const busy = ((await busyAround(tx, [personId], shift)).get(personId) ?? []).filter(({ shiftId }) => shiftId !== given?.shiftId)
  const [problem] = seatFaults({ shift, personId, counts: taken.counts }, busy, checks)
  return problem === undefined ? null : seatRefusal(problem, personId, checks)
}

/** The seats change hands: what was held is taken away, and what is held now names the swap it came by. */
export async function carryOut(tx: Tx, { id, seat, otherSeat, toPersonId }: Wish & { id: string }, who: By): Promise<void> {
  await recordSeatRemoved(tx, seat.id, { ...who, swapId: id })
  await recordSeats(tx, seat.shiftId, [{ id: newId(who.at), personId: toPersonId, counts: seat.counts, swapId: id }], who)
  if (otherSeat === null) return
  await recordSeatRemoved(tx, otherSeat.id, { ...who, swapId: id })
  await recordSeats(tx, otherSeat.shiftId, [{ id: newId(who.at), personId: seat.personId, counts: otherSeat.counts, swapId: id }], who)
}

/** From the earlier begin to the later end of the seats of a swap. */
export const spanOf = ({ seat, otherSeat }: Pick<StoredSwap, 'seat' | 'otherSeat'>): Stretch => ({
  from: Math.min(seat.from, otherSeat?.from ?? seat.from),
  to: Math.max(seat.to, otherSeat?.to ?? seat.to),
})

export const audited = ({ now, actor }: Acting, swap: { id: string; unitId: string }, act: string) => ({
  id: newId(now),
  at: now,
  actor: actor.accountId,
  act,
  target: { kind: 'watchSwap', id: swap.id },
  unitId: swap.unitId,
})

/** The seats a wish speaks of, with what their unit knows; a wish about seats that are gone, or of two rooms, finds nothing. */
export async function wished({ seatId, otherSeatId, toPersonId }: SwapAsked) {
  const seat = await findSeat(seatId)
  const otherSeat = otherSeatId === null ? null : await findSeat(otherSeatId)
  if (seat === null || (otherSeatId !== null && otherSeat === null)) throw new NotFound()
  if (otherSeat !== null && (otherSeat.roomId !== seat.roomId || otherSeat.personId !== toPersonId)) throw new NotFound()
  const room = await findRoomOf(seat.unitId, seat.roomId)
  if (room === null) throw new NotFound()
  return { seat, otherSeat, toPersonId, checks: await checksOf(room, spanOf({ seat, otherSeat })) }
}

/** One of the shifts has begun. */
export const begun = ({ seat, otherSeat }: Pick<StoredSwap, 'seat' | 'otherSeat'>, now: Date): boolean =>
  Math.min(seat.from, otherSeat?.from ?? seat.from) <= minuteOf(now)
