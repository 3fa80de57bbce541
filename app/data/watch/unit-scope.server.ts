import { inScope, type Scope } from '~/domain/accounts/scope'
import { unitDirectory } from '../org/unit-directory.server'

const nowhere = { id: { in: [] } }

/**
 * A condition on rows that name their unit by id alone: true for a unit of the scope, else for nothing. The directory of units is kept in
 * memory and mended whenever a unit changes.
 */
export function inUnitsOf(scope: Scope, unitId: string): object {
  const unit = unitDirectory().byId.get(unitId)
  return unit !== undefined && inScope(scope, { id: unit.id, sector: unit.sector, placePath: unit.place.path }) ? {} : nowhere
}
