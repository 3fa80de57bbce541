import { watchRules } from '~/content/watch-rules.server'
import { recordAudit } from '~/data/accounts/audit.server'
import { transact } from '~/data/transact.server'
import { recordException, recordExceptionEnded, recordRoomEnded, recordTrait, recordTraitEnded } from '~/data/watch/rooms.server'
import type { Acting } from '~/domain/accounts/acting'
import { addDays, formatDay, parseDay } from '~/domain/shared/day'
import { withoutUnseen } from '~/domain/shared/plain-text'
import { type Refused, refuse } from '~/domain/shared/refusal'
import { hasTrait, mayUse, type RoomTrait } from '~/domain/watch/rules'
import { newId } from '~/gateways/secrets.server'
import { getManagedRoom } from './managed-room.server'

type Room = { unitId: string; roomId: string }
type Changed = { kind: 'changed' }

const audit = ({ actor, now }: Acting, { unitId, roomId }: Room, act: string, detail: Record<string, string>) => ({
  id: newId(now),
  at: now,
  actor: actor.accountId,
  act,
  target: { kind: 'controlRoom', id: roomId },
  unitId,
  detail,
})

/** From a day on the room has a trait, or has it no more. The day is today or earlier; what a night was judged by stays in its record. */
export async function changeRoomTrait(
  acting: Acting,
  asked: Room & { trait: RoomTrait; has: boolean; from: string },
): Promise<Changed | Refused> {
  const room = await getManagedRoom(acting, asked.unitId, asked.roomId)
  const { today, now, actor } = acting
  const from = parseDay(asked.from)
  if (from === null || from > today || from < room.from) return refuse('watch:refusal.since', 'from')
  const { trait, has } = asked
  const open = room.traits.find((held) => held.trait === trait && held.to === null)
  if (has === (open !== undefined)) return { kind: 'changed' }
  if (open !== undefined && from <= open.from) return refuse('watch:refusal.beforeTrait', 'from', { day: formatDay(open.from) })
  if (has && hasTrait(room, trait, from)) return refuse('watch:refusal.since', 'from')
  const entry = audit(acting, asked, has ? 'watch.traitAdded' : 'watch.traitEnded', { trait, from: formatDay(from) })
  const id = newId(now)
  return transact(async (tx) => {
    if (open === undefined) await recordTrait(tx, { id, roomId: room.id, trait, from, recordedAt: now, recordedBy: actor.accountId })
    else if (!(await recordTraitEnded(tx, open.id, { to: addDays(from, -1), endedAt: now, endedBy: actor.accountId })))
      return { kind: 'changed' }
    await recordAudit(tx, entry)
    return { kind: 'changed' }
  })
}

/** A proof is what a local exception asks to be held: what shows that its condition is met, and since when. */
export const longestProof = 500

/** Uses a local exception from today on. Refuses one that is not the room's, and one without its proof. */
export async function takeException(
  acting: Acting,
  asked: Room & { exception: string; proof: string; since: string },
): Promise<Changed | Refused> {
  const room = await getManagedRoom(acting, asked.unitId, asked.roomId)
  const { today, now, actor } = acting
  const rule = watchRules().exceptions.find(({ id }) => id === asked.exception)
  if (rule === undefined || !mayUse(rule, room, today)) return refuse('watch:refusal.notOpen', 'exception')
  const proof = withoutUnseen(asked.proof).trim()
  if (proof === '' || proof.length > longestProof) return refuse('watch:refusal.proof', 'proof', { longest: longestProof })
  const since = parseDay(asked.since)
  if (since === null || since > today) return refuse('watch:refusal.since', 'since')
  const entry = audit(acting, asked, 'watch.exceptionUsed', { exception: rule.id, since: formatDay(since) })
  const held = {
    id: newId(now),
    roomId: room.id,
    exception: rule.id,
    proof,
    since,
    from: today,
    recordedAt: now,
    recordedBy: actor.accountId,
  }
  return transact(async (tx) => {
    if (!(await recordException(tx, held))) return refuse('watch:refusal.exceptionHeld', 'exception')
    await recordAudit(tx, entry)
    return { kind: 'changed' }
  })
}

/** From tomorrow on the exception is not used; today it still stands, so that no shift changes its rule under way. */
export async function endException(acting: Acting, asked: Room & { heldId: string }): Promise<Changed> {
  const room = await getManagedRoom(acting, asked.unitId, asked.roomId)
  const { today, now, actor } = acting
  const entry = audit(acting, asked, 'watch.exceptionEnded', { to: formatDay(today) })
  await transact(async (tx) => {
    if (await recordExceptionEnded(tx, asked.heldId, room.id, { to: today, endedAt: now, endedBy: actor.accountId }))
      await recordAudit(tx, entry)
  })
  return { kind: 'changed' }
}

/** Gives a room up, today its last day. Its name must be typed. */
export async function endRoom(acting: Acting, asked: Room & { typed: string }): Promise<Changed | Refused> {
  const room = await getManagedRoom(acting, asked.unitId, asked.roomId)
  const { today, now, actor } = acting
  if (asked.typed.trim() !== room.name) return refuse('watch:refusal.typeName', 'typed', { name: room.name })
  const entry = audit(acting, asked, 'watch.roomEnded', { name: room.name, to: formatDay(today) })
  await transact(async (tx) => {
    if (await recordRoomEnded(tx, room.id, { to: today, endedAt: now, endedBy: actor.accountId })) await recordAudit(tx, entry)
  })
  return { kind: 'changed' }
}
