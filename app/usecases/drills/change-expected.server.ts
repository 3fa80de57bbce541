import { recordAudit } from '~/data/accounts/audit.server'
import { drillInside } from '~/data/drills/drills.server'
import { findUnit } from '~/data/duties/unit-clearance.server'
import { recordList } from '~/data/rollcall/call-writers.server'
import { callInside } from '~/data/rollcall/calls.server'
import { transact } from '~/data/transact.server'
import type { Acting } from '~/domain/accounts/acting'
import { scopeFor } from '~/domain/accounts/scope'
import { isClosed } from '~/domain/drills/drill-state'
import { changeExpected, type ExpectedWish } from '~/domain/drills/expected-form'
import { parseDay } from '~/domain/shared/day'
import { NotFound } from '~/domain/shared/faults'
import { isRefused, type Refused, refuse } from '~/domain/shared/refusal'
import { newId } from '~/gateways/secrets.server'
import { expectedAt, rolesAt } from './unit-roster.server'

/**
 * The manager says where people work, who needs help, how many are in a class; `redraw` takes the roster of the drill's day anew. Boards
 * that are open are told that the list is newer.
 */
export async function changeDrillExpected(
  acting: Acting,
  wish: ExpectedWish & { drillId: string; unitId: string; redraw: boolean },
): Promise<{ kind: 'listed' } | Refused> {
  const { now, today, actor } = acting
  const unit = await findUnit(scopeFor(actor.grants, 'manage', today), wish.unitId, today)
  if (unit === null) throw new NotFound()
  const ids = { list: newId(now), audit: newId(now) }
  const found = await transact(async (tx) => ({
    facts: await drillInside(tx, wish.drillId),
    call: await callInside(tx, 'drill', wish.drillId),
  }))
  const { facts, call } = found
  if (facts === null || call === null || facts.unitId !== unit.id) throw new NotFound()
  const roles = rolesAt(unit, today, facts.body)
  const drawn = wish.redraw ? expectedAt(unit, parseDay(facts.body.on) ?? today, facts.body) : null
  return transact(async (tx) => {
    const current = await callInside(tx, 'drill', wish.drillId)
    const inside = await drillInside(tx, wish.drillId)
    if (current === null || inside === null) throw new NotFound()
    if (isClosed(inside.steps)) return refuse('drills:refusal.closed')
    const changed = changeExpected(
      drawn ?? current.expected,
      wish,
      inside.body.zones.map(({ name }) => name),
    )
    if (isRefused(changed)) return changed
    await recordList(tx, { id: ids.list, callId: current.id, entries: changed.entries, roles, at: now, by: actor.accountId })
    await recordAudit(tx, {
      id: ids.audit,
      at: now,
      actor: actor.accountId,
      act: 'drills.listChanged',
      target: { kind: 'drill', id: wish.drillId },
      unitId: unit.id,
      detail: { expected: changed.entries.length },
    })
    return { kind: 'listed' as const }
  })
}
