import { findImport, type RosterImport } from '~/data/imports/roster-imports.server'
import { type DirectoryUnit, unitDirectory } from '~/data/org/unit-directory.server'
import type { Acting } from '~/domain/accounts/acting'
import { inScope, isEmpty } from '~/domain/accounts/scope'
import type { ImportKind } from '~/domain/imports/heading-words'
import { type ImportState, importState } from '~/domain/imports/import-state'
import { importScopeOf } from '~/domain/imports/may-import'
import { Forbidden, NotFound } from '~/domain/shared/faults'

/** Throws Forbidden for who may bring no sheet of this kind. */
export function mustImport({ actor, today }: Acting, kind: ImportKind): void {
  if (isEmpty(importScopeOf(kind, actor.grants, today))) throw new Forbidden()
}

/** The units of which rows of this kind may be brought. */
export function importableUnits({ actor, today }: Acting, kind: ImportKind): DirectoryUnit[] {
  const scope = importScopeOf(kind, actor.grants, today)
  return unitDirectory().units.filter(({ id, sector, place }) => inScope(scope, { id, sector, placePath: place.path }))
}

/** A unit of which rows of this kind may be brought; every other is not there. */
export function getImportableUnit({ actor, today }: Acting, unitId: string, kind: ImportKind): DirectoryUnit {
  const unit = unitDirectory().byId.get(unitId)
  if (unit === undefined) throw new NotFound()
  const { id, sector, place } = unit
  if (!inScope(importScopeOf(kind, actor.grants, today), { id, sector, placePath: place.path })) throw new NotFound()
  return unit
}

/** A sheet of one's own, as long as one may still bring what is in it. */
export async function reachedImport(acting: Acting, id: string): Promise<RosterImport & { state: ImportState }> {
  const found = await findImport(acting.actor.accountId, id)
  if (found === null) throw new NotFound()
  mustImport(acting, found.kind)
  if (found.unitId !== null) getImportableUnit(acting, found.unitId, found.kind)
  return { ...found, state: importState(found, acting.now) }
}
