import { unitDirectory } from './unit-directory.server'

/** Names of the place a unit lies in and of those above it, from the province down; by them a local rule is found. Empty for no unit. */
export function placeNamesOf(unitId: string): string[] {
  const { byId, places } = unitDirectory()
  const path = byId.get(unitId)?.place.path
  return path === undefined ? [] : places.filter((place) => path.startsWith(place.path)).map(({ name }) => name)
}
