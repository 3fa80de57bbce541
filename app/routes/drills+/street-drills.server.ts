import { dutyTitle, sectorName } from '~/content/duty-lines.server'
import { gatherByThing } from '~/content/gathered-lines.server'
import { heldAtUnits, lastDrillAt, sharesAtUnits } from '~/data/drills/attendance.server'
import { type ComingDrill, comingAtUnits } from '~/data/drills/attendance-coming.server'
import { factsOfPeople } from '~/data/duties/facts.server'
import { findUnits, placesAbove, type ScopedUnit } from '~/data/duties/unit-clearance.server'
import { familyIds } from '~/data/org/family.server'
import { inScope, type Scope } from '~/domain/accounts/scope'
import { marshalsOf } from '~/domain/drills/drill-body'
import { type Known, monthStrip, nextOf, yearHolding } from '~/domain/drills/drill-year'
import { indexFacts } from '~/domain/duties/standing'
import { unitRequirementsOf } from '~/domain/duties/unit-requirement'
import { type Day, formatDay, parseDay } from '~/domain/shared/day'
import { NotFound } from '~/domain/shared/faults'
import { groupedBy } from '~/domain/shared/grouped'
import type { Asked } from '~/http/asked.server'
import { actorScope } from '~/http/context.server'
import { readQuery } from '~/http/query.server'
import type { Signed } from '~/http/serve.server'
import { type DrillStanding, drillStandings, type StreetDrillRow, type StreetDrills } from '~/ui/drills/attendance-street'
import { rulesNow } from '~/usecases/duties/duties-now.server'
import { paged, yearsAsked } from './unit-attendance.server'

const earliest = parseDay('2000-01-01')
const byName = new Intl.Collator('zh-CN', { numeric: true }).compare
type Stands = Pick<StreetDrillRow, 'standing' | 'duty' | 'day' | 'others'>
const nothingAsked: Stands = { standing: 'none', duty: '', day: null, others: 0 }

/** How these units stand with their drills today: of duties that ask the same the one that leads, and of all the most urgent. */
function standingsOf(units: readonly ScopedUnit[], { today, locale }: Pick<Signed, 'today' | 'locale'>): Map<string, Stands> {
  const rules = rulesNow().filter(({ binds, counts }) => binds === 'unit' && counts.some(({ kind }) => kind === 'drill'))
  const ids = units.map(({ id }) => id)
  const index = indexFacts(factsOfPeople([], rules, ids))
  return new Map(
    ids.map((id): [string, Stands] => {
      const lines = gatherByThing(unitRequirementsOf(index, id, today)).map(({ lead }) => ({
        title: dutyTitle(lead.duty.id, locale),
        ...lead.standing,
      }))
      const [worst] = drillStandings.flatMap((kind) => lines.filter(({ standing }) => standing === kind).sort(soonest))
      if (worst === undefined || worst.standing === 'unbound') return [id, nothingAsked]
      const day = worst.standing === 'due' || worst.standing === 'overdue' ? worst.due : worst.through
      return [id, { standing: worst.standing, duty: worst.title, day: day === null ? null : formatDay(day), others: lines.length - 1 }]
    }),
  )
}

const soonest = (one: { due: Day | null }, other: { due: Day | null }): number =>
  (one.due ?? Number.POSITIVE_INFINITY) - (other.due ?? Number.POSITIVE_INFINITY) || 0

type Reader = { manage: Scope; family: readonly string[] }

/** What is planned at a unit, and whether the reader may know the day of what is kept secret. */
function knownOf(drills: readonly ComingDrill[], unit: ScopedUnit, { manage, family }: Reader): Known[] {
  const manages = inScope(manage, { id: unit.id, sector: unit.sector, placePath: unit.place.path })
  return drills.map(({ body }) => ({
    ...{ on: body.on, startsAt: body.startsAt, title: body.title, isSecret: body.unannounced },
    mayKnow: manages || [body.commander, ...marshalsOf(body)].some(({ id }) => family.includes(id)),
  }))
}

async function unitsAsked(ctx: Signed, request: Asked) {
  const query = readQuery(request)
  const scope = actorScope(ctx, 'supervise')
  const reached = await findUnits(scope, ctx.today)
  const places = await placesAbove(scope, reached)
  const [wanted, sector, name] = [query.text('place'), query.text('sector'), query.text('name') ?? '']
  const place = places.find(({ id }) => id === wanted) ?? null
  if (wanted !== null && place === null) throw new NotFound()
  const units = reached.filter(
    (unit) =>
      (place === null || unit.place.path.startsWith(place.path)) && (sector === null || unit.sector === sector) && unit.name.includes(name),
  )
  const standing = query.oneOf('standing', drillStandings)
  return {
    query,
    reached,
    places,
    units,
    filter: { place: place?.id ?? '', sector: sector ?? '', name, standing: standing ?? ('' as const) },
  }
}

/** The drills of a supervisor's units in a year, in the order of places and names. `size`: how many units a page shows; null is all. */
export async function streetDrills(ctx: Signed, request: Asked, size: number | null): Promise<StreetDrills> {
  const { today, locale } = ctx
  const { query, reached, places, units, filter } = await unitsAsked(ctx, request)
  const { years, year } = yearsAsked(request, earliest ?? today, today)
  const isThisYear = year.year === yearHolding(today)
  const held = groupedBy(heldAtUnits(units, year, today), ({ unitId }) => unitId)
  const coming = groupedBy(isThisYear ? comingAtUnits(units, today) : [], ({ unitId }) => unitId)
  const [last, shares] = [lastDrillAt(units, year.through, today), await sharesAtUnits(units, year, today)]
  const stands = standingsOf(units, ctx)
  const seer = { manage: actorScope(ctx, 'manage'), family: familyIds(ctx.actor.personId) }
  const rows = units.map((unit): StreetDrillRow => {
    const own = held.get(unit.id) ?? []
    const known = knownOf(coming.get(unit.id) ?? [], unit, seer)
    const open = known.filter(({ isSecret, mayKnow }) => !isSecret || mayKnow).flatMap(({ on }) => parseDay(on) ?? [])
    return {
      ...{ id: unit.id, name: unit.name, place: unit.place.name, sector: sectorName(unit.sector, locale) },
      months: monthStrip(year, today, own, open),
      held: own.length,
      last: last.get(unit.id) ?? null,
      next: nextOf(known),
      ...(stands.get(unit.id) ?? nothingAsked),
      ...(shares.get(unit.id) ?? { people: 0, there: 0 }),
    }
  })
  const sum = (of: (row: StreetDrillRow) => number): number => rows.reduce((total, row) => total + of(row), 0)
  const count = (kind: DrillStanding): number => rows.filter(({ standing }) => standing === kind).length
  return {
    ...{ year: year.year, years: years.slice(0, 10), isThisYear, on: formatDay(year.through) },
    ...paged(
      rows.filter(({ standing }) => filter.standing === '' || standing === filter.standing),
      query.page(),
      size,
    ),
    units: rows.length,
    standings: {
      overdue: count('overdue'),
      due: count('due'),
      met: count('met'),
      waived: count('waived'),
      idle: count('idle'),
      none: count('none'),
    },
    ...{ held: sum((row) => row.held), withDrill: sum((row) => Number(row.held > 0)) },
    ...{ people: sum((row) => row.people), there: sum((row) => row.there) },
    filter: { ...filter, search: query.search.slice(1), isOn: Object.values(filter).some((value) => value !== '') },
    options: {
      places: places.map(({ id, name }) => ({ value: id, label: name })),
      sectors: [...new Set(reached.map(({ sector }) => sector))]
        .map((value) => ({ value, label: sectorName(value, locale) }))
        .sort((one, other) => byName(one.label, other.label)),
    },
  }
}
