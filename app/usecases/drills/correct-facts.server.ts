import { getDrillKind } from '~/content/drills.server'
import { recordAudit } from '~/data/accounts/audit.server'
import { recordRevision } from '~/data/drills/drill-writers.server'
import { transact } from '~/data/transact.server'
import { stateOf } from '~/domain/drills/drill-state'
import { type Refused, refuse } from '~/domain/shared/refusal'
import { newId } from '~/gateways/secrets.server'
import { type ActingPerson, ledInside, reachOf } from './reached-drill.server'

export type FactsWish = { drillId: string; kind: string; target: string; place: string; story: string }

/**
 * Corrects what a drill that ran with a board is said to have been: kind, place, target, content. It must be open again; who was there is
 * corrected on the board, and it is signed anew when all is right.
 */
export async function correctFacts(acting: ActingPerson, wish: FactsWish): Promise<{ kind: 'changed' } | Refused> {
  const { now: at, actor } = acting
  const reach = reachOf(acting)
  const { drillId, ...said } = wish
  getDrillKind(said.kind)
  const [id, auditId] = [newId(at), newId(at)]
  return transact(async (tx) => {
    const facts = await ledInside(tx, reach, drillId)
    const state = stateOf(facts.way, facts.steps, { begins: null, ends: null })
    if (facts.way !== 'planned' || state !== 'open-again') return refuse('drillrecord:refusal.closed')
    await recordRevision(tx, { id, drillId, body: { ...facts.body, ...said }, at, by: actor.accountId })
    await recordAudit(tx, {
      id: auditId,
      at,
      actor: actor.accountId,
      act: 'drillrecord.drillCorrected',
      target: { kind: 'drill', id: drillId },
      unitId: facts.unitId,
      detail: { kind: said.kind },
    })
    return { kind: 'changed' }
  })
}
