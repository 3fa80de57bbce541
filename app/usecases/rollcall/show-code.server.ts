import { randomBytes } from 'node:crypto'
import { recordAudit } from '~/data/accounts/audit.server'
import { drillInside, sightOf } from '~/data/drills/drills.server'
import { familyIds } from '~/data/org/family.server'
import { callInside } from '~/data/rollcall/calls.server'
import { isStationCode, recordStation, type Station, stationInside } from '~/data/rollcall/stations.server'
import { type Tx, transact } from '~/data/transact.server'
import type { Acting } from '~/domain/accounts/acting'
import { scopeFor } from '~/domain/accounts/scope'
import { marshalsOf } from '~/domain/drills/drill-body'
import { isClosed } from '~/domain/drills/drill-state'
import { stationLength } from '~/domain/rollcall/rotating-code'
import { NotFound } from '~/domain/shared/faults'
import { type Refused, refuse } from '~/domain/shared/refusal'
import { newCode, newId } from '~/gateways/secrets.server'

type Actor = Acting & { actor: { personId: string } }
export type Shown = { kind: 'station'; code: string; secret: string }

/**
 * What this phone's changing code is made from: the same at each asking, one for each person at a call. For the commander, the marshals
 * and whoever manages the unit; others find no drill. The phone makes the changing half itself, also without network.
 */
export async function showCode(acting: Actor, drillId: string): Promise<Shown | Refused> {
  const { now, today, actor } = acting
  const family = familyIds(actor.personId)
  const scopes = { see: scopeFor(actor.grants, 'see', today), manage: scopeFor(actor.grants, 'manage', today) }
  return transact(async (tx) => {
    const facts = await drillInside(tx, drillId)
    const call = await callInside(tx, 'drill', drillId)
    if (facts === null || call === null) throw new NotFound()
    const { commands, marshals, manages } = sightOf(facts, family, scopes)
    if (!commands && !marshals && !manages) throw new NotFound()
    if (isClosed(facts.steps)) return refuse('rollcall:refusal.closed')
    const named = [facts.body.commander, ...marshalsOf(facts.body)].find(({ id }) => family.includes(id))
    const { station, isNew } = await stationFor(tx, call.id, { personId: named?.id ?? actor.personId, family }, now)
    if (isNew)
      await recordAudit(tx, {
        id: newId(now),
        at: now,
        actor: actor.accountId,
        act: 'rollcall.stationOpened',
        target: { kind: 'drill', id: drillId },
        unitId: facts.unitId,
        detail: { station: station.code },
      })
    return { kind: 'station', code: station.code, secret: station.secret }
  })
}

/** The station of somebody at a call, made at the first asking. */
export async function stationFor(
  tx: Tx,
  callId: string,
  { personId, family }: { personId: string; family: readonly string[] },
  now: Date,
): Promise<{ station: Station; isNew: boolean }> {
  const known = await stationInside(tx, callId, family)
  if (known !== null) return { station: known, isNew: false }
  const station = { id: newId(now), code: await freeCode(tx), secret: randomBytes(32).toString('base64url') }
  await recordStation(tx, { ...station, callId, personId, createdAt: now })
  return { station, isNew: true }
}

/** Four letters that no other station has. */
async function freeCode(tx: Tx): Promise<string> {
  for (let tries = 0; tries < 100; tries += 1) {
    const code = newCode(stationLength)
    if (!(await isStationCode(tx, code))) return code
  }
  throw new Error('no code of a station is free')
}
