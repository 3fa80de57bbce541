import { type FindingOfDrill, findingsAtUnits } from '~/data/drills/findings.server'
import { findUnits, placesAbove, type ScopedUnit } from '~/data/duties/unit-clearance.server'
import { isOverdue } from '~/domain/drills/finding'
import { civilDay } from '~/domain/shared/civil-day'
import { type Day, formatDay } from '~/domain/shared/day'
import { NotFound } from '~/domain/shared/faults'
import type { Asked } from '~/http/asked.server'
import { actorScope } from '~/http/context.server'
import { readQuery } from '~/http/query.server'
import type { Signed } from '~/http/serve.server'
import { type FindingState, findingStates, type StreetFinding, type StreetFindings } from '~/ui/drills/findings-street'
import { paged } from './unit-attendance.server'

function rowOf({ finding, drill: { unitId: _, ...drill } }: FindingOfDrill, unit: ScopedUnit, today: Day): StreetFinding {
  const { id, what, owner, due, redrill, closed } = finding
  return {
    ...{ id, what, due, redrill, drill, owner: owner.name },
    unit: { id: unit.id, name: unit.name, place: unit.place.name },
    state: closed !== null ? 'done' : isOverdue(finding, today) ? 'late' : 'open',
    closed: closed && { done: closed.done, on: formatDay(civilDay(closed.at)) },
  }
}

/** What is late first, then what is open, each by its day; what is done last, the latest first. */
function inOrder(one: StreetFinding, other: StreetFinding): number {
  const rank = findingStates.indexOf(one.state) - findingStates.indexOf(other.state)
  if (rank !== 0) return rank
  const days = one.closed && other.closed ? other.closed.on.localeCompare(one.closed.on) : one.due.localeCompare(other.due)
  return days || one.id.localeCompare(other.id)
}

/** What drills of a supervisor's units found. `size`: how many a page shows; null is all. */
export async function streetFindings(ctx: Signed, request: Asked, size: number | null): Promise<StreetFindings> {
  const query = readQuery(request)
  const scope = actorScope(ctx, 'supervise')
  const reached = await findUnits(scope, ctx.today)
  const places = await placesAbove(scope, reached)
  const [wanted, name, state] = [query.text('place'), query.text('name') ?? '', query.oneOf('state', findingStates)]
  const place = places.find(({ id }) => id === wanted) ?? null
  if (wanted !== null && place === null) throw new NotFound()
  const units = reached.filter((unit) => (place === null || unit.place.path.startsWith(place.path)) && unit.name.includes(name))
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  const rows = findingsAtUnits(units)
    .flatMap((one) => {
      const unit = byId.get(one.drill.unitId)
      return unit === undefined ? [] : [rowOf(one, unit, ctx.today)]
    })
    .sort(inOrder)
  const count = (kind: FindingState): number => rows.filter((row) => row.state === kind).length
  const filter = { state: state ?? ('' as const), place: place?.id ?? '', name }
  return {
    ...paged(
      rows.filter((row) => state === null || row.state === state),
      query.page(),
      size,
    ),
    counts: { late: count('late'), open: count('open'), done: count('done') },
    filter: { ...filter, search: query.search.slice(1), isOn: Object.values(filter).some((value) => value !== '') },
    places: places.map((one) => ({ value: one.id, label: one.name })),
  }
}
