import { recordAudit } from '~/data/accounts/audit.server'
import { findCall } from '~/data/rollcall/calls.server'
import { entriesAfter } from '~/data/rollcall/entries.server'
import { transact } from '~/data/transact.server'
import { stateOf } from '~/domain/drills/drill-state'
import { isRefused, type Refused, refuse } from '~/domain/shared/refusal'
import { newId } from '~/gateways/secrets.server'
import { type ActingPerson, getLedDrill, ledInside, reachOf } from './reached-drill.server'
import { recordWords } from './record-inside.server'
import { type Signed, signInside } from './sign-inside.server'

/** Everybody who stamped, ticked or is on the list of a drill's call. The drill must come from a scoped finder. */
export async function namedAt(drillId: string): Promise<string[]> {
  const call = await findCall('drill', drillId)
  return call === null ? [] : [...new Set(entriesAfter(call.id, 0).entries.map(({ by }) => by))]
}

/** The commander, or whoever manages the unit, signs a drill that is over; what that does, see signInside. Signing twice is refused. */
export async function signDrill(acting: ActingPerson, drillId: string): Promise<Signed | Refused> {
  const { now: at, today, actor } = acting
  const reach = reachOf(acting)
  const { facts: seen } = await getLedDrill(acting, drillId)
  const words = await recordWords(seen, await namedAt(drillId), actor.personId)
  const auditId = newId(at)
  return transact(async (tx) => {
    const facts = await ledInside(tx, reach, drillId)
    if (stateOf(facts.way, facts.steps, { begins: null, ends: null }) === 'signed') return refuse('drillrecord:refusal.signedAlready')
    const outcome = await signInside(tx, facts, words, { by: actor.accountId, personId: actor.personId, at, today })
    if (isRefused(outcome)) return outcome
    const { version, written, revoked } = outcome
    await recordAudit(tx, {
      id: auditId,
      at,
      actor: actor.accountId,
      act: 'drillrecord.drillSigned',
      target: { kind: 'drill', id: facts.id },
      unitId: facts.unitId,
      detail: { kind: facts.body.kind, version, written, revoked },
    })
    return outcome
  })
}
