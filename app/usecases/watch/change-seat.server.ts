import { recordAudit } from '~/data/accounts/audit.server'
import { transact } from '~/data/transact.server'
import { findShift, recordSeatRemoved, recordSeats } from '~/data/watch/shifts.server'
import type { Acting } from '~/domain/accounts/acting'
import { NotFound } from '~/domain/shared/faults'
import { type Refused, refuse } from '~/domain/shared/refusal'
import { minuteOf } from '~/domain/watch/minutes'
import { newId } from '~/gateways/secrets.server'
import { type OfShift, spanText } from './plan-shift.server'
import { checksFor, firstRefusal, type Wished } from './seat-check.server'

/** Adds somebody to a shift that has not ended, or takes him off one that has not begun. */
export async function changeSeat(
  acting: Acting,
  asked: OfShift & ({ add: Wished; remove: null } | { add: null; remove: string }),
): Promise<{ kind: 'changed' } | Refused> {
  const found = await findShift(asked.roomId, asked.shiftId)
  if (found === null) throw new NotFound()
  const { checks, room } = await checksFor(acting, asked, found)
  const { now, actor } = acting
  const who = { at: now, by: actor.accountId }
  const [seatId, auditId] = [newId(now), newId(now)]
  return transact(async (tx) => {
    const shift = await findShift(room.id, asked.shiftId, tx)
    if (shift === null) throw new NotFound()
    const { add, remove } = asked
    const over = add === null ? shift.from <= minuteOf(now) : shift.to <= minuteOf(now)
    if (over) return refuse('watch:refusal.begun')
    if (add !== null) {
      if (shift.seats.some(({ personId }) => personId === add.personId)) return { kind: 'changed' as const }
      const refusal = await firstRefusal(tx, shift, [add], checks)
      if (refusal !== null) return refusal
      await recordSeats(tx, shift.id, [{ id: seatId, ...add }], who)
    } else if (!shift.seats.some(({ id }) => id === remove) || !(await recordSeatRemoved(tx, remove, who)))
      return { kind: 'changed' as const }
    const act = add === null ? 'watch.seatRemoved' : 'watch.seatAdded'
    const target = { kind: 'watchShift', id: shift.id }
    await recordAudit(tx, { id: auditId, at: now, actor: actor.accountId, act, target, unitId: asked.unitId, detail: spanText(shift) })
    return { kind: 'changed' as const }
  })
}
