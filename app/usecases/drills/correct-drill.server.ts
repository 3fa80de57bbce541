import { recordAudit } from '~/data/accounts/audit.server'
import { recordRevision } from '~/data/drills/drill-writers.server'
import { drillInside } from '~/data/drills/drills.server'
import { recordEntries, recordList } from '~/data/rollcall/call-writers.server'
import { callInside } from '~/data/rollcall/calls.server'
import { entriesInside } from '~/data/rollcall/entries.server'
import { transact } from '~/data/transact.server'
import { stateOf } from '~/domain/drills/drill-state'
import { saidToReach, writtenEntry } from '~/domain/drills/logged-roll'
import { NotFound } from '~/domain/shared/faults'
import { isRefused, type Refused, refuse } from '~/domain/shared/refusal'
import { newId } from '~/gateways/secrets.server'
import { type HeldWish, readHeld } from './held-wish.server'
import { type ActingPerson, getLedDrill, idFrom, ledInside, reachOf } from './reached-drill.server'
import { recordInside, recordWords } from './record-inside.server'
import { type Signed, signInside } from './sign-inside.server'

/**
 * The manager corrects a drill that was written down afterwards and opened again: what it was, who took part. It is signed anew in one go;
 * what was signed before stays, entries are taken back by further entries.
 */
export async function correctDrill(acting: ActingPerson, wish: HeldWish): Promise<Signed | Refused> {
  const { now: at, today, actor } = acting
  const drillId = wish.form.id
  const reach = reachOf(acting)
  const { facts: seen } = await getLedDrill(acting, drillId)
  if (seen.unitId !== wish.unitId || seen.way === 'planned') throw new NotFound()
  const held = await readHeld(acting, wish, { isWhole: seen.way === 'logged', commander: seen.body.commander })
  if (isRefused(held)) return held
  const words = await recordWords(seen, [], actor.personId)
  const [revision, list, auditId] = [newId(at), newId(at), newId(at)]
  const by = { by: actor.accountId, personId: actor.personId, at }
  return transact(async (tx) => {
    const before = await ledInside(tx, reach, drillId)
    const call = await callInside(tx, 'drill', drillId)
    if (call === null) throw new NotFound()
    if (stateOf(before.way, before.steps, { begins: null, ends: null }) !== 'open-again') return refuse('drillrecord:refusal.closed')
    const { undecided } = await recordInside(tx, before, words)
    if (undecided > 0) return refuse('drillrecord:refusal.undecided', '', { count: undecided })
    await recordRevision(tx, { id: revision, drillId, body: { ...held.body, template: before.body.template }, at, by: by.by })
    await recordList(tx, { id: list, callId: call.id, entries: held.expected, roles: held.roles, at, by: by.by })
    const entries = await entriesInside(tx, call.id)
    const fresh = saidToReach(held.attendance, entries, held.roles).map((said, nth) =>
      writtenEntry(idFrom(drillId, revision, nth), drillId, entries.length + nth, by.personId, at.getTime(), said),
    )
    await recordEntries(
      tx,
      fresh.map((entry) => ({ callId: call.id, accountId: by.by, entry, received: at })),
    )
    const facts = await drillInside(tx, drillId)
    if (facts === null) throw new NotFound()
    const signed = await signInside(tx, facts, words, { ...by, today })
    if (isRefused(signed)) throw new Error(`a drill that cannot be signed: ${signed.reason}`)
    await recordAudit(tx, {
      id: auditId,
      at,
      actor: by.by,
      act: 'drillrecord.drillCorrected',
      target: { kind: 'drill', id: drillId },
      unitId: facts.unitId,
      detail: { kind: facts.body.kind, version: signed.version, written: signed.written, revoked: signed.revoked },
    })
    return signed
  })
}
