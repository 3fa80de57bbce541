import { findUnit, type ScopedUnit } from '~/data/duties/unit-clearance.server'
import type { Acting } from '~/domain/accounts/acting'
import { can } from '~/domain/accounts/can'
import { scopeFor } from '~/domain/accounts/scope'
import { NotFound } from '~/domain/shared/faults'

/** The unit, where the actor may supervise it today; otherwise it is not there. */
export async function getSupervisedUnit({ actor, today }: Acting, unitId: string): Promise<ScopedUnit> {
  const unit = await findUnit(scopeFor(actor.grants, 'supervise', today), unitId, today)
  if (unit === null) throw new NotFound()
  const target = { kind: 'unit' as const, unitId, placePath: unit.place.path, sector: unit.sector }
  if (!can(actor.grants, 'supervise', target, today)) throw new NotFound()
  return unit
}
