import { recordAudit } from '~/data/accounts/audit.server'
import { type Tx, transact } from '~/data/transact.server'
import { type EntryDetail, entriesOf, recordEntry, recordHandover, recordSignature, signaturesOf } from '~/data/watch/log.server'
import { findShift, type StoredShift } from '~/data/watch/shifts.server'
import type { Acting } from '~/domain/accounts/acting'
import { NotFound } from '~/domain/shared/faults'
import { withoutUnseen } from '~/domain/shared/plain-text'
import { type Refused, refuse } from '~/domain/shared/refusal'
import { type EntryKind, mayTakeOver, mayWrite } from '~/domain/watch/log'
import { type Minute, minuteOf } from '~/domain/watch/minutes'
import { newId } from '~/gateways/secrets.server'
import { getSeenRoom } from './managed-room.server'
import { takeSnapshots } from './take-snapshot.server'

export type OfShift = { unitId: string; roomId: string; shiftId: string }
type Written = { kind: 'written' } | Refused

const longestText = 500
const plain = (detail: EntryDetail): EntryDetail =>
  Object.fromEntries(Object.entries(detail).map(([name, value]) => [name, withoutUnseen(value).trim().slice(0, longestText)]))

/** The shift and who the actor is on it. Only who keeps watch there writes its log: a manager does not write it for others. */
async function ownShift(acting: Acting, { unitId, roomId, shiftId }: OfShift): Promise<{ shift: StoredShift; personId: string }> {
  const { room, personId, side } = await getSeenRoom(acting, unitId, roomId)
  const shift = await findShift(room.id, shiftId)
  if (shift === null || side === 'reader') throw new NotFound()
  return { shift, personId }
}

async function audit(tx: Tx, { now, actor }: Acting, asked: OfShift, act: string): Promise<void> {
  const target = { kind: 'watchShift', id: asked.shiftId }
  await recordAudit(tx, { id: newId(now), at: now, actor: actor.accountId, act, target, unitId: asked.unitId })
}

/** Takes a shift over: how the room is found, and who is there. `named` are those who sign through this one's account, by name. */
export async function takeOver(
  acting: Acting,
  asked: OfShift & { entryId: string; detail: EntryDetail; named: readonly string[] },
): Promise<Written> {
  const { shift, personId } = await ownShift(acting, asked)
  const { now, actor } = acting
  if (!shift.seats.some((seat) => seat.personId === personId)) return refuse('watch:refusal.notYours')
  if (!mayTakeOver(shift, minuteOf(now))) return refuse('watch:refusal.notNow')
  const named = asked.named.filter((id) => id !== personId && shift.seats.some((seat) => seat.personId === id))
  const snapshots = await takeSnapshots(shift.unitId, asked.roomId, [personId, ...named], acting.today)
  return transact(async (tx) => {
    const fresh = await recordHandover(tx, { shiftId: shift.id, at: now, personId, by: actor.accountId, entryId: asked.entryId })
    if (!fresh) {
      const again = (await entriesOf([shift.id], tx)).some(({ id }) => id === asked.entryId)
      return again ? { kind: 'written' as const } : refuse('watch:refusal.takenOver')
    }
    const entry = { id: asked.entryId, shiftId: shift.id, kind: 'takeover' as const, happenedAt: minuteOf(now), personId, supersedes: null }
    await recordEntry(tx, { ...entry, detail: plain(asked.detail) }, { at: now, by: actor.accountId })
    for (const [id, snapshot] of snapshots)
      await recordSignature(tx, {
        id: newId(now),
        shiftId: shift.id,
        personId: id,
        kind: 'on',
        way: id === personId ? 'own' : 'named',
        at: now,
        by: actor.accountId,
        snapshot,
      })
    await audit(tx, acting, asked, 'watch.shiftTakenOver')
    return { kind: 'written' as const }
  })
}

/** A second one signs on with his own account after the shift was taken over, or signs off at its end. */
export async function signShift(acting: Acting, asked: OfShift & { sign: 'on' | 'off' }): Promise<Written> {
  const { shift, personId } = await ownShift(acting, asked)
  const { now, actor } = acting
  if (!shift.seats.some((seat) => seat.personId === personId)) return refuse('watch:refusal.notYours')
  const minute = minuteOf(now)
  if (shift.takenOverAt === null || !(asked.sign === 'on' ? mayTakeOver : mayWrite)(shift, minute)) return refuse('watch:refusal.notNow')
  const snapshots = await takeSnapshots(shift.unitId, asked.roomId, [personId], acting.today)
  const snapshot = snapshots.get(personId)
  if (snapshot === undefined) throw new NotFound()
  return transact(async (tx) => {
    const isOn = (await signaturesOf([shift.id], tx)).some((one) => one.personId === personId && one.kind === 'on')
    if (asked.sign === 'off' && !isOn) return refuse('watch:refusal.notOn')
    const signature = {
      id: newId(now),
      shiftId: shift.id,
      personId,
      kind: asked.sign,
      way: 'own' as const,
      at: now,
      by: actor.accountId,
      snapshot,
    }
    if (!(await recordSignature(tx, signature))) return { kind: 'written' as const }
    await audit(tx, acting, asked, asked.sign === 'on' ? 'watch.signedOn' : 'watch.signedOff')
    return { kind: 'written' as const }
  })
}

type Entry = { entryId: string; kind: Exclude<EntryKind, 'takeover'>; happenedAt: Minute; detail: EntryDetail; supersedes: string | null }

/** Writes an entry, or one that corrects an earlier one: what was written stays. Only of shifts that were taken over. */
export async function writeEntry(acting: Acting, asked: OfShift & Entry): Promise<Written> {
  const { shift, personId } = await ownShift(acting, asked)
  const { now, actor } = acting
  const minute = minuteOf(now)
  if (!shift.seats.some((seat) => seat.personId === personId)) return refuse('watch:refusal.notYours')
  if (shift.takenOverAt === null || !mayWrite(shift, minute)) return refuse('watch:refusal.notNow')
  if (asked.happenedAt > minute || asked.happenedAt < shift.from - 60 || asked.happenedAt > shift.to + 60)
    return refuse('watch:refusal.whenEntry', 'time')
  const { entryId, kind, happenedAt, detail, supersedes } = asked
  return transact(async (tx) => {
    const before = supersedes === null ? undefined : (await entriesOf([shift.id], tx)).find(({ id }) => id === supersedes)
    if (supersedes !== null && before === undefined) throw new NotFound()
    const entry = { id: entryId, shiftId: shift.id, kind: before?.kind ?? kind, happenedAt, detail: plain(detail), personId, supersedes }
    const outcome = await recordEntry(tx, entry, { at: now, by: actor.accountId })
    if (outcome === 'superseded') return refuse('watch:refusal.corrected')
    if (outcome === 'recorded') await audit(tx, acting, asked, supersedes === null ? 'watch.entryWritten' : 'watch.entryCorrected')
    return { kind: 'written' as const }
  })
}
