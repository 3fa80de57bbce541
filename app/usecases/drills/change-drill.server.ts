import { getDrillKind } from '~/content/drills.server'
import { recordAudit } from '~/data/accounts/audit.server'
import { recordRevision } from '~/data/drills/drill-writers.server'
import { drillInside } from '~/data/drills/drills.server'
import { findUnit } from '~/data/duties/unit-clearance.server'
import { recordList } from '~/data/rollcall/call-writers.server'
import { callInside } from '~/data/rollcall/calls.server'
import { entriesInside } from '~/data/rollcall/entries.server'
import { transact } from '~/data/transact.server'
import type { Acting } from '~/domain/accounts/acting'
import { scopeFor } from '~/domain/accounts/scope'
import { type DrillForm, drillFrom } from '~/domain/drills/drill-form'
import { stateOf } from '~/domain/drills/drill-state'
import { timelineOf } from '~/domain/drills/timeline'
import { parseDay } from '~/domain/shared/day'
import { NotFound } from '~/domain/shared/faults'
import { isRefused, type Refused, refuse } from '~/domain/shared/refusal'
import { newId } from '~/gateways/secrets.server'
import { expectedAt, labelledRoster, rolesAt } from './unit-roster.server'

type Wish = { drillId: string; unitId: string; form: DrillForm; rows: Record<string, string> }

/** The manager changes a drill that has not begun. What it was before stays readable; who is expected is drawn anew when the day moves. */
export async function changeDrill(acting: Acting, wish: Wish): Promise<{ kind: 'changed' } | Refused> {
  const { now, today, actor } = acting
  const unit = await findUnit(scopeFor(actor.grants, 'manage', today), wish.unitId, today)
  if (unit === null) throw new NotFound()
  const on = parseDay(wish.form.on) ?? today
  if (on < today) return refuse('drills:refusal.past', 'on')
  const body = drillFrom(wish.form, wish.rows, labelledRoster(unit, on))
  if (isRefused(body)) return body
  getDrillKind(body.value.kind)
  const drawn = expectedAt(unit, on, body.value)
  const roles = rolesAt(unit, today, body.value)
  const ids = { revision: newId(now), list: newId(now), audit: newId(now) }
  return transact(async (tx) => {
    const facts = await drillInside(tx, wish.drillId)
    const call = await callInside(tx, 'drill', wish.drillId)
    if (facts === null || call === null || facts.unitId !== unit.id) throw new NotFound()
    const timeline = timelineOf(await entriesInside(tx, call.id), call.roles)
    if (stateOf(facts.way, facts.steps, timeline) !== 'planned') return refuse('drills:refusal.begun')
    const by = actor.accountId
    await recordRevision(tx, { id: ids.revision, drillId: facts.id, body: body.value, at: now, by })
    const entries = facts.body.on === body.value.on ? call.expected : drawn
    await recordList(tx, { id: ids.list, callId: call.id, entries, roles, at: now, by })
    await recordAudit(tx, {
      id: ids.audit,
      at: now,
      actor: by,
      act: 'drills.drillChanged',
      target: { kind: 'drill', id: facts.id },
      unitId: unit.id,
      detail: { on: body.value.on },
    })
    return { kind: 'changed' as const }
  })
}
