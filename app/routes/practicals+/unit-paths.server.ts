import { allPaths } from '~/content/practicals.server'
import type { ScopedUnit } from '~/data/duties/unit-clearance.server'
import type { Asked } from '~/http/asked.server'
import type { Ctx } from '~/http/context.server'
import { readQuery } from '~/http/query.server'
import type { PathShown, PathsOfUnit } from '~/ui/practicals/path'
import { longestFirst, pathOptions, pathsOfUnits } from './paths.server'

const actors = ['person', 'manager', 'observer'] as const
const states = ['open', 'complete'] as const

/** Who stands where at a unit, as the address asks for it. The unit must come from a scoped finder. */
export function unitPaths(ctx: Pick<Ctx, 'today' | 'now' | 'locale'>, unit: ScopedUnit, request: Asked): PathsOfUnit {
  const query = readQuery(request)
  const path = query.oneOf(
    'path',
    allPaths().map(({ id }) => id),
  )
  const [acts, state] = [query.oneOf('acts', actors), query.oneOf('state', states)]
  const all = pathsOfUnits([unit], ctx, 'manager').sort(longestFirst)
  const fits = (row: PathShown): boolean =>
    (path === null || row.path.id === path) &&
    (acts === null || row.next?.acts === acts) &&
    (state === null || (state === 'open') === (row.next !== null))
  return {
    unit: { id: unit.id, name: unit.name },
    rows: all.filter(fits),
    all: all.length,
    open: all.filter(({ next }) => next !== null).length,
    filter: { path: path ?? '', acts: acts ?? '', state: state ?? '', search: query.search.slice(1) },
    paths: pathOptions(ctx.locale),
  }
}
