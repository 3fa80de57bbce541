import { recordAudit } from '~/data/accounts/audit.server'
import { recordStep } from '~/data/drills/drill-writers.server'
import { callInside } from '~/data/rollcall/calls.server'
import { entriesInside } from '~/data/rollcall/entries.server'
import { transact } from '~/data/transact.server'
import { stateOf } from '~/domain/drills/drill-state'
import { timelineOf } from '~/domain/drills/timeline'
import { NotFound } from '~/domain/shared/faults'
import { type Refused, refuse } from '~/domain/shared/refusal'
import { newId } from '~/gateways/secrets.server'
import { type ActingPerson, ledInside, reachOf } from './reached-drill.server'

/** Calls a drill off, with a reason: one that has not begun, or was begun and never ended. One that was held stays. */
export async function callOffDrill(
  acting: ActingPerson,
  wish: { drillId: string; reason: string },
): Promise<{ kind: 'called-off' } | Refused> {
  const { now: at, actor } = acting
  const reach = reachOf(acting)
  const [id, auditId] = [newId(at), newId(at)]
  return transact(async (tx) => {
    const facts = await ledInside(tx, reach, wish.drillId)
    const call = await callInside(tx, 'drill', facts.id)
    if (call === null) throw new NotFound()
    const state = stateOf(facts.way, facts.steps, timelineOf(await entriesInside(tx, call.id), call.roles))
    if (state !== 'planned' && state !== 'running') return refuse('drillrecord:refusal.heldAlready')
    const { accountId: by, personId } = actor
    await recordStep(tx, {
      id,
      drillId: facts.id,
      kind: 'called-off',
      at,
      by,
      personId,
      once: 'called-off',
      detail: { reason: wish.reason },
    })
    await recordAudit(tx, {
      id: auditId,
      at,
      actor: by,
      act: 'drillrecord.drillCalledOff',
      target: { kind: 'drill', id: facts.id },
      unitId: facts.unitId,
      detail: { kind: facts.body.kind },
    })
    return { kind: 'called-off' }
  })
}
