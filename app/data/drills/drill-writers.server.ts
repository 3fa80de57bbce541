import type { DrillBody, PlanBody } from '~/domain/drills/drill-body'
import type { StepKind } from '~/domain/drills/drill-state'
import type { Tx } from '../transact.server'

export type NewDrill = {
  id: string
  unitId: string
  way: 'planned' | 'logged' | 'paper'
  /** The drill that it practises again. */
  answers?: string | null
  createdAt: Date
  createdBy: string
}

export async function recordDrill(tx: Tx, drill: NewDrill): Promise<void> {
  await tx.drill.create({ data: drill })
}

/** What the drill is to be, or was, from now on; what was written before stays. */
export async function recordRevision(
  tx: Tx,
  { body, ...row }: { id: string; drillId: string; body: DrillBody; at: Date; by: string },
): Promise<void> {
  const before = await tx.drillRevision.count({ where: { drillId: row.drillId } })
  await tx.drillRevision.create({ data: { ...row, nth: before + 1, body: JSON.stringify(body) } })
}

export type NewStep = {
  id: string
  drillId: string
  kind: StepKind
  at: Date
  by: string
  personId: string
  /** Of a kind with a name here there is only one. */
  once?: string
  detail?: Record<string, unknown>
}

export async function recordStep(tx: Tx, { detail = {}, once, ...row }: NewStep): Promise<void> {
  const before = await tx.drillStep.count({ where: { drillId: row.drillId } })
  await tx.drillStep.create({ data: { ...row, nth: before + 1, once: once ?? null, detail: JSON.stringify(detail) } })
}

export type NewPlan = {
  id: string
  unitId: string
  template: string
  body: PlanBody
  changed: string
  drillId: string | null
  createdAt: Date
  createdBy: string
}

/** A further version of a unit's plan. Returns its number. */
export async function recordPlan(tx: Tx, { body, ...row }: NewPlan): Promise<number> {
  const version = (await tx.drillPlan.count({ where: { unitId: row.unitId } })) + 1
  await tx.drillPlan.create({ data: { ...row, version, body: JSON.stringify(body) } })
  return version
}
