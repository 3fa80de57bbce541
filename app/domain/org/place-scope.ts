import type { Scope } from '../accounts/scope'

/** May somebody of this scope look at the place? */
export const seesPlace = (scope: Scope, path: string): boolean =>
  scope.everything || scope.places.some((place) => path.startsWith(place.path))

/** Does the scope reach every unit of the place, and not only those of some sectors? What belongs to the place itself asks for it. */
export const seesWholePlace = (scope: Scope, path: string): boolean =>
  scope.everything || scope.places.some((place) => place.sectors === '*' && path.startsWith(place.path))

/** The paths of the places that a path leads through, the widest first, itself last. */
export function pathsTo(path: string): readonly string[] {
  const steps = path.split('/').filter(Boolean)
  return steps.map((_step, nth) => `/${steps.slice(0, nth + 1).join('/')}/`)
}
