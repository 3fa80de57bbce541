import { can, type Target } from '../accounts/can'
import type { Grant } from '../accounts/grants'
import { type Scope, scopeFor } from '../accounts/scope'
import type { Day } from '../shared/day'
import type { ImportKind } from './heading-words'

/** May the holder of these grants bring units of this kind at this place? */
export const mayImportUnits = (grants: readonly Grant[], unit: Target, on: Day): boolean => can(grants, 'supervise', unit, on)

/** The units whose people they may bring: a manager may, and whoever supervises. */
function importScope(grants: readonly Grant[], on: Day): Scope {
  const [manages, supervises] = [scopeFor(grants, 'manage', on), scopeFor(grants, 'supervise', on)]
  return { everything: manages.everything || supervises.everything, places: supervises.places, units: manages.units }
}

/**
 * The units of which they may bring rows of a kind. A licence is held as its people are and counts for nothing before it is found on its
 * official page; so may a drill of the days before the unit was in the register; a class is called and closed by whoever supervises it.
 */
export function importScopeOf(kind: ImportKind, grants: readonly Grant[], on: Day): Scope {
  switch (kind) {
    case 'people':
    case 'licences':
    case 'drills':
      return importScope(grants, on)
    case 'units':
    case 'trainings':
      return scopeFor(grants, 'supervise', on)
  }
}

/**
 * May they bring this drill of the unit? Whoever manages the unit, as far back as it goes; whoever supervises it, only what was held before
 * the day on which the unit came into the register, because since then its manager plans, leads and signs its drills here.
 */
export const mayImportDrill = (grants: readonly Grant[], unit: Target, held: Day, registered: Day, on: Day): boolean =>
  can(grants, 'manage', unit, on) || (can(grants, 'supervise', unit, on) && held < registered)
