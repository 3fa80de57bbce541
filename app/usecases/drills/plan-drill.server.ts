import { getDrillKind } from '~/content/drills.server'
import { recordAudit } from '~/data/accounts/audit.server'
import { recordDrill, recordPlan, recordRevision } from '~/data/drills/drill-writers.server'
import { plansOfUnit } from '~/data/drills/plans.server'
import { findUnit } from '~/data/duties/unit-clearance.server'
import { recordCall, recordList } from '~/data/rollcall/call-writers.server'
import { type Tx, transact } from '~/data/transact.server'
import type { Acting } from '~/domain/accounts/acting'
import { scopeFor } from '~/domain/accounts/scope'
import type { DrillBody } from '~/domain/drills/drill-body'
import { type DrillForm, drillFrom } from '~/domain/drills/drill-form'
import type { Expected, Roles } from '~/domain/rollcall/expected'
import { parseDay } from '~/domain/shared/day'
import { NotFound } from '~/domain/shared/faults'
import { isRefused, type Refused, refuse } from '~/domain/shared/refusal'
import { newId } from '~/gateways/secrets.server'
import { answeredInside } from './answered-drill.server'
import { expectedAt, labelledRoster, rolesAt } from './unit-roster.server'

export type Wish = { unitId: string; form: DrillForm; rows: Record<string, string> }
type Planned = { kind: 'planned'; id: string }

/**
 * The manager plans a drill of his unit: what is practised where, who leads, who calls the roll, who is expected. The unit's first plan
 * becomes version 1 of its 灭火和应急疏散预案 (61号令 第三十九条).
 */
export async function planDrill(acting: Acting, wish: Wish): Promise<Planned | Refused> {
  const { now, today, actor } = acting
  const unit = await findUnit(scopeFor(actor.grants, 'manage', today), wish.unitId, today)
  if (unit === null) throw new NotFound()
  const on = parseDay(wish.form.on) ?? today
  if (on < today) return refuse('drills:refusal.past', 'on')
  const body = drillFrom(wish.form, wish.rows, labelledRoster(unit, on))
  if (isRefused(body)) return body
  getDrillKind(body.value.kind)
  const expected = expectedAt(unit, on, body.value)
  const roles = rolesAt(unit, today, body.value)
  const plans = await plansOfUnit(unit)
  const ids = { drill: newId(now), revision: newId(now), call: newId(now), list: newId(now), plan: newId(now), audit: newId(now) }
  const by = actor.accountId
  return transact(async (tx) => {
    const answered = await answeredInside(tx, unit.id, wish.form)
    if (isRefused(answered)) return answered
    await recordDrill(tx, { id: ids.drill, unitId: unit.id, way: 'planned', answers: answered.id, createdAt: now, createdBy: by })
    await recordRevision(tx, { id: ids.revision, drillId: ids.drill, body: body.value, at: now, by })
    await openCall(tx, ids, unit.id, expected, roles, now, by)
    if (plans.length === 0)
      await recordPlan(tx, { ...planRow(unit.id, body.value), id: ids.plan, changed: '', drillId: null, createdAt: now, createdBy: by })
    await recordAudit(tx, {
      id: ids.audit,
      at: now,
      actor: by,
      act: 'drills.drillPlanned',
      target: { kind: 'drill', id: ids.drill },
      unitId: unit.id,
      detail: { kind: body.value.kind, on: body.value.on },
    })
    return { kind: 'planned', id: ids.drill }
  })
}

/** Opens the roll call of a drill, with who is expected. */
export async function openCall(
  tx: Tx,
  ids: { drill: string; call: string; list: string },
  unitId: string,
  entries: readonly Expected[],
  roles: Roles,
  at: Date,
  by: string,
): Promise<void> {
  await recordCall(tx, { id: ids.call, kind: 'drill', subjectId: ids.drill, unitId, createdAt: at, createdBy: by })
  await recordList(tx, { id: ids.list, callId: ids.call, entries, roles, at, by })
}

const planRow = (unitId: string, { template, zones, assembly, commander, groups, partners, volunteers }: DrillBody) => ({
  unitId,
  template,
  body: { zones, assembly, commander, groups, partners, volunteers },
})
