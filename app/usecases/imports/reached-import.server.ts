import { findImport, type RosterImport } from '~/data/imports/roster-imports.server'
import { type DirectoryUnit, unitDirectory } from '~/data/org/unit-directory.server'
import type { Acting } from '~/domain/accounts/acting'
import { inScope, isEmpty, scopeFor } from '~/domain/accounts/scope'
import type { ImportKind } from '~/domain/imports/headings'
import { type ImportState, importState } from '~/domain/imports/import-state'
import { importScope, mayImportPeople } from '~/domain/imports/may-import'
import { Forbidden, NotFound } from '~/domain/shared/faults'

/** Throws Forbidden for who may bring no sheet of this kind. */
export function mustImport({ actor, today }: Acting, kind: ImportKind): void {
  const scope = kind === 'people' ? importScope(actor.grants, today) : scopeFor(actor.grants, 'supervise', today)
  if (isEmpty(scope)) throw new Forbidden()
}

/** The units whose people may be brought. */
export function importableUnits({ actor, today }: Acting): DirectoryUnit[] {
  const scope = importScope(actor.grants, today)
  return unitDirectory().units.filter(({ id, sector, place }) => inScope(scope, { id, sector, placePath: place.path }))
}

/** A unit whose people may be brought; every other is not there. */
export function getImportableUnit({ actor, today }: Acting, unitId: string): DirectoryUnit {
  const unit = unitDirectory().byId.get(unitId)
  if (unit === undefined) throw new NotFound()
  const target = { kind: 'unit' as const, unitId, placePath: unit.place.path, sector: unit.sector }
  if (!mayImportPeople(actor.grants, target, today)) throw new NotFound()
  return unit
}

/** A sheet of one's own, as long as one may still bring what is in it. */
export async function reachedImport(acting: Acting, id: string): Promise<RosterImport & { state: ImportState }> {
  const found = await findImport(acting.actor.accountId, id)
  if (found === null) throw new NotFound()
  mustImport(acting, found.kind)
  if (found.unitId !== null) getImportableUnit(acting, found.unitId)
  return { ...found, state: importState(found, acting.now) }
}
