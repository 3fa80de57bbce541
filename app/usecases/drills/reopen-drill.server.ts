import { recordAudit } from '~/data/accounts/audit.server'
import { recordStep } from '~/data/drills/drill-writers.server'
import { transact } from '~/data/transact.server'
import { stateOf } from '~/domain/drills/drill-state'
import { type Refused, refuse } from '~/domain/shared/refusal'
import { newId } from '~/gateways/secrets.server'
import { type ActingPerson, ledInside, reachOf } from './reached-drill.server'

/**
 * Opens a signed drill again so that it can be corrected, with a reason. What was signed stays readable, and counts until it is signed
 * anew.
 */
export async function reopenDrill(
  acting: ActingPerson,
  wish: { drillId: string; reason: string },
): Promise<{ kind: 'reopened' } | Refused> {
  const { now: at, actor } = acting
  const reach = reachOf(acting)
  const [id, auditId] = [newId(at), newId(at)]
  return transact(async (tx) => {
    const facts = await ledInside(tx, reach, wish.drillId)
    if (stateOf(facts.way, facts.steps, { begins: null, ends: null }) !== 'signed') return refuse('drillrecord:refusal.notSigned')
    const { accountId: by, personId } = actor
    await recordStep(tx, { id, drillId: facts.id, kind: 'reopened', at, by, personId, detail: { reason: wish.reason } })
    await recordAudit(tx, {
      id: auditId,
      at,
      actor: by,
      act: 'drillrecord.drillReopened',
      target: { kind: 'drill', id: facts.id },
      unitId: facts.unitId,
      detail: { kind: facts.body.kind },
    })
    return { kind: 'reopened' }
  })
}
