import { type Day, holdsDay } from '../shared/day'
import type { Span } from './holding'

export type StaffedPlace = { readonly id: string; readonly kind: string; readonly parentId: string | null }
export type StaffedUnit = { readonly id: string; readonly placeId: string; readonly traits: readonly string[] }
export type StaffedPost = Span & { readonly unitId: string; readonly position: string }

/** Who must be there: 街道消防工作人员 at a street office, 社区消防工作人员 (both full time) and 楼（院）长 at a community. */
const asked = [
  { kind: 'street', trait: 'street-office', position: 'street-fire-staff' },
  { kind: 'community', trait: 'community', position: 'community-fire-staff' },
  { kind: 'building', trait: 'community', position: 'building-head' },
] as const

export type StaffKind = (typeof asked)[number]['kind']
export type Staffing = {
  /** Places of kind grid, and how many grid workers hold a post at a unit there. */
  readonly grids: readonly { readonly placeId: string; readonly workers: number; readonly above: number }[]
  readonly units: readonly { readonly unitId: string; readonly kind: StaffKind; readonly staff: number }[]
}

/**
 * How grids, street offices and communities are staffed on a day (双阳 二（一）3: 100%落实专职人员配备; 鄂托克旗 二（四）: “楼长”). A worker counts where the unit of
 * the post lies in the grid itself; `above` counts those at units of the place above, who are tied to no grid.
 */
export function staffingOn(
  places: readonly StaffedPlace[],
  units: readonly StaffedUnit[],
  posts: readonly StaffedPost[],
  on: Day,
): Staffing {
  const held = posts.filter(({ from, to }) => holdsDay(from, to, on))
  const placeOf = new Map(units.map(({ id, placeId }) => [id, placeId]))
  const workers = countBy(held, ({ position, unitId }) => (position === 'grid-worker' ? placeOf.get(unitId) : undefined))
  const staff = countBy(held, ({ position, unitId }) => `${unitId} ${position}`)
  return {
    grids: places
      .filter(({ kind }) => kind === 'grid')
      .map(({ id, parentId }) => ({ placeId: id, workers: workers.get(id) ?? 0, above: workers.get(parentId ?? '') ?? 0 })),
    units: asked.flatMap(({ kind, trait, position }) =>
      units
        .filter(({ traits }) => traits.includes(trait))
        .map(({ id }) => ({ unitId: id, kind, staff: staff.get(`${id} ${position}`) ?? 0 })),
    ),
  }
}

function countBy<T>(items: readonly T[], key: (item: T) => string | undefined): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const item of items) {
    const found = key(item)
    if (found !== undefined) counts.set(found, (counts.get(found) ?? 0) + 1)
  }
  return counts
}
