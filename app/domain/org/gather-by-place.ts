type Placed = { readonly id: string; readonly place: { readonly path: string } }
type PlaceAt = { readonly id: string; readonly path: string }

/** Units under one heading of a list: a place below the one looked at, that place itself (units directly in it), or one unit. */
export type Gathered<Unit extends Placed, Place extends PlaceAt> =
  | { readonly kind: 'below' | 'itself'; readonly place: Place; readonly units: readonly Unit[] }
  | { readonly kind: 'unit'; readonly unit: Unit; readonly units: readonly Unit[] }

/**
 * Units gathered one step below a place (null: below the one place above them all, or by the topmost places where there are several),
 * in the order of `places`; unit by unit where there is no step below. Every unit is in exactly one group.
 */
export function gatherByPlace<Unit extends Placed, Place extends PlaceAt>(
  units: readonly Unit[],
  places: readonly Place[],
  looked: PlaceAt | null,
): readonly Gathered<Unit, Place>[] {
  const tops = places.filter(({ path }) => !places.some((other) => other.path !== path && path.startsWith(other.path)))
  const [onlyTop, another] = tops
  const base = looked ?? (another === undefined ? onlyTop : undefined)
  const steps = base === undefined ? tops : places.filter(({ path }) => path === base.path || isChild(base.path, path))
  const groups = steps.flatMap((place): Gathered<Unit, Place>[] => {
    const isBase = place.path === base?.path
    const found = units.filter((unit) => (isBase ? unit.place.path === place.path : unit.place.path.startsWith(place.path)))
    return found.length === 0 ? [] : [{ kind: isBase ? 'itself' : 'below', place, units: found }]
  })
  if (groups.some(({ kind }) => kind === 'below')) return groups
  return units.map((unit) => ({ kind: 'unit', unit, units: [unit] }))
}

function isChild(base: string, path: string): boolean {
  return path.startsWith(base) && path.slice(base.length, -1).length > 0 && !path.slice(base.length, -1).includes('/')
}
