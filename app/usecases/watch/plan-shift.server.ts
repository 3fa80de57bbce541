import { recordAudit } from '~/data/accounts/audit.server'
import { transact } from '~/data/transact.server'
import { findShift, recordShiftRemoved, recordShifts, shiftsOf } from '~/data/watch/shifts.server'
import type { Acting } from '~/domain/accounts/acting'
import { type Day, formatDay } from '~/domain/shared/day'
import { type Refused, refuse } from '~/domain/shared/refusal'
import { dayAt, minuteOf, type Stretch, shiftOn, timeAt, writeTime } from '~/domain/watch/minutes'
import { shiftProblem } from '~/domain/watch/roster-problems'
import { newId } from '~/gateways/secrets.server'
import { getManagedRoom } from './managed-room.server'
import { checksFor, firstRefusal, longestOn, type Room, type Wished } from './seat-check.server'

export const spanText = ({ from, to }: Stretch) => ({
  on: formatDay(dayAt(from)),
  hours: `${writeTime(timeAt(from))}–${writeTime(timeAt(to))}`,
})

type Asked = Room & { day: Day; begins: number; ends: number; people: readonly Wished[] }

/** Puts a shift on the roster with who is on it. Refuses what law and sense forbid, with the reason, and then plans nothing. */
export async function planShift(acting: Acting, asked: Asked): Promise<{ kind: 'planned'; shiftId: string } | Refused> {
  const span = shiftOn(asked.day, asked.begins, asked.ends)
  const { room, checks } = await checksFor(acting, asked, span)
  const { now, actor } = acting
  if (new Set(asked.people.map(({ personId }) => personId)).size < asked.people.length) return refuse('watch:refusal.samePerson', 'people')
  if (room.to !== null && dayAt(span.to - 1) > room.to) return refuse('watch:refusal.roomOver', 'day')
  const longest = longestOn(checks.rules, asked.day)
  const shiftId = newId(now)
  const seats = asked.people.map((person) => ({ id: newId(now), ...person }))
  const auditId = newId(now)
  return transact(async (tx) => {
    const fault = shiftProblem(span, await shiftsOf([room.id], span, tx), { longest, now: minuteOf(now) })
    if (fault !== null)
      return refuse(`watch:refusal.shift.${fault.kind}`, 'ends', fault.kind === 'too-long' ? { longest: longest / 60 } : {})
    const refusal = await firstRefusal(tx, { ...span, id: null, roomId: room.id }, asked.people, checks)
    if (refusal !== null) return refusal
    await recordShifts(tx, [{ id: shiftId, roomId: room.id, ...span, way: 'planned', seats }], { at: now, by: actor.accountId })
    const target = { kind: 'watchShift', id: shiftId }
    await recordAudit(tx, {
      id: auditId,
      at: now,
      actor: actor.accountId,
      act: 'watch.shiftPlanned',
      target,
      unitId: asked.unitId,
      detail: spanText(span),
    })
    return { kind: 'planned' as const, shiftId }
  })
}

export type OfShift = Room & { shiftId: string }

/** Takes a shift off the roster before it begins. Taking it off twice is once. */
export async function removeShift(acting: Acting, asked: OfShift): Promise<{ kind: 'removed' } | Refused> {
  const room = await getManagedRoom(acting, asked.unitId, asked.roomId)
  const { now, actor } = acting
  const auditId = newId(now)
  return transact(async (tx) => {
    const shift = await findShift(room.id, asked.shiftId, tx)
    if (shift === null) return { kind: 'removed' as const }
    if (shift.from <= minuteOf(now) || shift.takenOverAt !== null) return refuse('watch:refusal.begun')
    await recordShiftRemoved(tx, shift.id, { at: now, by: actor.accountId })
    const target = { kind: 'watchShift', id: shift.id }
    await recordAudit(tx, {
      id: auditId,
      at: now,
      actor: actor.accountId,
      act: 'watch.shiftRemoved',
      target,
      unitId: asked.unitId,
      detail: spanText(shift),
    })
    return { kind: 'removed' as const }
  })
}
