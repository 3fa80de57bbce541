import { findUnit, type ScopedUnit } from '~/data/duties/unit-clearance.server'
import type { Acting } from '~/domain/accounts/acting'
import { scopeFor } from '~/domain/accounts/scope'
import { NotFound } from '~/domain/shared/faults'

/** The unit, where the actor may manage or supervise it today; otherwise it is not there. */
export async function getKeptUnit({ actor, today }: Acting, unitId: string): Promise<ScopedUnit> {
  for (const act of ['supervise', 'manage'] as const) {
    const unit = await findUnit(scopeFor(actor.grants, act, today), unitId, today)
    if (unit !== null) return unit
  }
  throw new NotFound()
}
