import { findManagedUnit, type ManagedUnit } from '~/data/org/people.server'
import type { Acting } from '~/domain/accounts/acting'
import { can } from '~/domain/accounts/can'
import { scopeFor } from '~/domain/accounts/scope'
import { NotFound } from '~/domain/shared/faults'

/** The unit, where the actor may manage it today; otherwise it is not there. */
export async function getManagedUnit({ actor, today }: Acting, unitId: string): Promise<ManagedUnit> {
  const unit = await findManagedUnit(scopeFor(actor.grants, 'manage', today), unitId)
  if (!unit) throw new NotFound()
  const target = { kind: 'unit' as const, unitId, placePath: unit.placePath, sector: unit.sector }
  if (!can(actor.grants, 'manage', target, today)) throw new NotFound()
  return unit
}
