import { recordPlan } from '~/data/drills/drill-writers.server'
import { plansOfUnit } from '~/data/drills/plans.server'
import { type PlanForm, planFrom } from '~/domain/drills/drill-form'
import { isRefused, refuse } from '~/domain/shared/refusal'
import { newId } from '~/gateways/secrets.server'
import type { ActingPerson } from './reached-drill.server'
import { getLedDrill } from './reached-drill.server'
import { labelledRoster } from './unit-roster.server'
import { isOver, writeStep } from './write-step.server'

export type PlanWish = { form: PlanForm; rows: Record<string, string>; changed: string; version: number }

/**
 * What a drill changes in the unit's plan, as a further version with what changed and after which drill (61号令 第四十条, 部令5号
 * 第四十四条). Refuses a form that was begun from an older version.
 */
export async function revisePlan(acting: ActingPerson, drillId: string, wish: PlanWish) {
  const { now, today, actor } = acting
  const { facts: seen } = await getLedDrill(acting, drillId)
  const unit = { id: seen.unitId }
  const plan = planFrom(wish.form, wish.rows, labelledRoster(unit, today))
  if (isRefused(plan)) return plan
  const [newest] = await plansOfUnit(unit)
  const version = (newest?.version ?? 0) + 1
  const id = newId(now)
  return writeStep(
    acting,
    drillId,
    ({ state }) => {
      if (!isOver(state)) return refuse('drillrecord:refusal.notOver')
      if (wish.version !== version - 1) return refuse('drillrecord:refusal.otherPlan')
      return { kind: 'plan-revised', act: 'planRevised', detail: { version, changed: wish.changed } }
    },
    async (tx) => {
      const row = { id, unitId: unit.id, template: newest?.template ?? seen.body.template, body: plan.value }
      const made = await recordPlan(tx, { ...row, changed: wish.changed, drillId, createdAt: now, createdBy: actor.accountId })
      if (made !== version) throw new Error('another version came in between')
    },
  )
}
