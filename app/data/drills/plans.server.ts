import { type PlanBody, planBody } from '~/domain/drills/drill-body'
import { db } from '../db.server'

export type PlanFacts = {
  id: string
  version: number
  template: string
  body: PlanBody
  changed: string
  drillId: string | null
  createdAt: Date
}

/** A unit's plan, newest version first. The unit must come from a scoped finder. */
export const plansOfUnit = async (unit: { id: string }): Promise<PlanFacts[]> =>
  (await db().drillPlan.findMany({ where: { unitId: unit.id }, orderBy: { version: 'desc' } })).map(
    ({ id, version, template, body, changed, drillId, createdAt }) => ({
      id,
      version,
      template,
      body: planBody.parse(JSON.parse(body)),
      changed,
      drillId,
      createdAt,
    }),
  )
