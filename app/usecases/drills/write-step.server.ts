import { recordAudit } from '~/data/accounts/audit.server'
import { recordStep } from '~/data/drills/drill-writers.server'
import type { DrillFacts } from '~/data/drills/drills.server'
import { callInside } from '~/data/rollcall/calls.server'
import { entriesInside } from '~/data/rollcall/entries.server'
import { type Tx, transact } from '~/data/transact.server'
import { type DrillState, type StepKind, stateOf } from '~/domain/drills/drill-state'
import { heldOn } from '~/domain/drills/record-drawn'
import { timelineOf } from '~/domain/drills/timeline'
import { type Day, parseDay } from '~/domain/shared/day'
import { NotFound } from '~/domain/shared/faults'
import { isRefused, type Refused, refuse } from '~/domain/shared/refusal'
import { newId } from '~/gateways/secrets.server'
import { type ActingPerson, ledInside, reachOf } from './reached-drill.server'

/** A drill as somebody writes something about it: how far it is, and the civil day it is, or was, held. */
export type Stepping = { facts: DrillFacts; state: DrillState; held: Day }
type NewStep = { kind: StepKind; act: string; detail: Record<string, unknown> }

export const isOver = (state: DrillState): boolean => state === 'held' || state === 'signed' || state === 'open-again'

/** The drill as this transaction sees it. Refuses one that was called off. */
async function stepping(tx: Tx, { today }: ActingPerson, facts: DrillFacts): Promise<Stepping | Refused> {
  const drillId = facts.id
  const call = await callInside(tx, 'drill', drillId)
  if (call === null) throw new NotFound()
  const line = timelineOf(await entriesInside(tx, call.id), call.roles)
  const state = stateOf(facts.way, facts.steps, line)
  if (state === 'called-off') return refuse('drillrecord:refusal.calledOff')
  return { facts, state, held: parseDay(heldOn(facts.body, line.begins)) ?? today }
}

/** Finds the drill for whoever may write; others do not find it. */
type Door = (tx: Tx) => Promise<DrillFacts>

/** For whoever leads the drill. To be made before the transaction begins. */
function doorOf(acting: ActingPerson, drillId: string): Door {
  const reach = reachOf(acting)
  return (tx) => ledInside(tx, reach, drillId)
}

/**
 * Writes one thing about a drill: whoever leads it does, unless `door` lets somebody else. `rule` says what is written, or why not; `then` writes what follows from it in
 * the same transaction.
 */
export async function writeStep(
  acting: ActingPerson,
  drillId: string,
  rule: (drill: Stepping) => NewStep | Refused,
  then: (tx: Tx, drill: Stepping, stepId: string) => Promise<void> = async () => {},
  door: Door = doorOf(acting, drillId),
): Promise<{ kind: 'written'; id: string } | Refused> {
  const { now: at, actor } = acting
  const [id, auditId] = [newId(at), newId(at)]
  return transact(async (tx) => {
    const drill = await stepping(tx, acting, await door(tx))
    if (isRefused(drill)) return drill
    const step = rule(drill)
    if (isRefused(step)) return step
    await recordStep(tx, { id, drillId, kind: step.kind, at, by: actor.accountId, personId: actor.personId, detail: step.detail })
    await then(tx, drill, id)
    await recordAudit(tx, {
      id: auditId,
      at,
      actor: actor.accountId,
      act: `drillrecord.${step.act}`,
      target: { kind: 'drill', id: drillId },
      unitId: drill.facts.unitId,
      detail: { step: step.kind },
    })
    return { kind: 'written', id }
  })
}
