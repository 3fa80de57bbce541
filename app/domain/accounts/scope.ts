import type { Day } from '../shared/day'
import type { Act } from './can'
import { type Grant, inForce } from './grants'

/** The units a reader may see: every scoped read takes one. `everything` is the administrator's. */
export type Scope = {
  everything: boolean
  places: readonly { path: string; sectors: '*' | readonly string[] }[]
  units: readonly string[]
}

export const nothing: Scope = { everything: false, places: [], units: [] }

/** The scope in which these grants allow `act` on a day; agrees with `can` unit by unit. */
export function scopeFor(grants: readonly Grant[], act: Exclude<Act, 'administer'>, on: Day): Scope {
  const valid = grants.filter((grant) => inForce(grant, on))
  return {
    everything: valid.some((grant) => grant.role === 'administrator'),
    places:
      act === 'manage'
        ? []
        : valid.flatMap((grant) =>
            grant.role === 'supervisor' && grant.placePath !== null ? [{ path: grant.placePath, sectors: grant.sectors }] : [],
          ),
    units: act === 'supervise' ? [] : valid.flatMap((grant) => (grant.role === 'manager' && grant.unitId !== null ? [grant.unitId] : [])),
  }
}

/** Is this unit inside the scope? The reference for what the scoped queries return. */
export function inScope(scope: Scope, unit: { id: string; placePath: string; sector: string }): boolean {
  return (
    scope.everything ||
    scope.units.includes(unit.id) ||
    scope.places.some((place) => unit.placePath.startsWith(place.path) && (place.sectors === '*' || place.sectors.includes(unit.sector)))
  )
}

export const isEmpty = (scope: Scope): boolean => !scope.everything && scope.places.length === 0 && scope.units.length === 0
