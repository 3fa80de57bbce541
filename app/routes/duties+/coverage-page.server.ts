import { findDutyEntry } from '~/content/duty-catalogue.server'
import { positionName, sectorName, traitName } from '~/content/duty-lines.server'
import { type CoverageFound, findCoverage } from '~/data/duties/coverage.server'
import { findUnits, placesAbove, type ScopedUnit } from '~/data/duties/unit-clearance.server'
import { findPlace } from '~/data/org/places.server'
import { addedUp, type CoverageCounts, noCounts } from '~/domain/duties/coverage'
import { gatherByPlace } from '~/domain/org/gather-by-place'
import { type Day, formatDay } from '~/domain/shared/day'
import { NotFound } from '~/domain/shared/faults'
import type { Asked } from '~/http/asked.server'
import { actorScope } from '~/http/context.server'
import type { Signed } from '~/http/serve.server'
import type { Locale } from '~/i18n/config'
import type { Coverage, CoverageRow } from '~/ui/duties/coverage'
import { rulesNow } from '~/usecases/duties/duties-now.server'
import { missedOf, namesOf, standingsShown } from './coverage-names.server'
import { addressOf, type CoverageQuestion, coverageQuestion, yearEndOf } from './coverage-question.server'

type Place = { id: string; name: string; path: string }
type Known = {
  asked: CoverageQuestion
  today: Day
  locale: Locale
  found: CoverageFound
  /** All units of the reader's scope on the day, by place and name; the places above them; those that fit the question. */
  reached: readonly ScopedUnit[]
  places: readonly Place[]
  place: Place | null
  units: readonly ScopedUnit[]
}

const byName = new Intl.Collator('zh-CN', { numeric: true }).compare

async function known(ctx: Signed, request: Asked, size: number | null): Promise<Known> {
  const asked = coverageQuestion(request, ctx.today)
  const scope = actorScope(ctx, 'supervise')
  const place = asked.place === null ? null : await findPlace(asked.place)
  const isReached = place !== null && (scope.everything || scope.places.some(({ path }) => place.path.startsWith(path)))
  if (asked.place !== null && !isReached) throw new NotFound()
  const reached = await findUnits(scope, asked.on)
  const places = await placesAbove(scope, reached)
  const duties = rulesNow()
  const units = reached.filter(fits(asked, place))
  const wanted = duties.filter(({ id }) => writtenAs(id) === asked.duty).map(({ id }) => id)
  const found = await findCoverage({
    reached,
    units,
    on: asked.on,
    today: ctx.today,
    duties,
    choice: { duties: asked.duty === null ? null : new Set(wanted), position: asked.position },
    list: asked.shown === null ? null : { standings: standingsShown(asked.shown), page: asked.page, size },
  })
  return { asked, today: ctx.today, locale: ctx.locale, found, reached, places, place, units }
}

/** The entry of the catalogue that a duty was written as: one that was written once for each position is one. */
const writtenAs = (duty: string): string => findDutyEntry(duty)?.family ?? duty
const titleOf = (entry: string, locale: Locale): string | undefined => findDutyEntry(entry)?.words.title[locale]

const fits =
  ({ direct, unit, sector, trait }: CoverageQuestion, place: Place | null) =>
  (candidate: ScopedUnit): boolean =>
    (place === null || (direct ? candidate.place.path === place.path : candidate.place.path.startsWith(place.path))) &&
    (unit === null || candidate.id === unit) &&
    (sector === null || candidate.sector === sector) &&
    (trait === null || candidate.traits.includes(trait))

/** Which units and people are not covered, as the address asks and within the supervisor's scope. `pageSize` null is all rows. */
export async function coverageFor(ctx: Signed, request: Asked, pageSize: number | null): Promise<Coverage> {
  const facts = await known(ctx, request, pageSize)
  const { asked, today, locale, units, found, place } = facts
  const total = {
    key: 'total',
    name: '',
    isDirect: false,
    search: addressOf(asked, today, { shown: null }),
    figures: found.figures.total,
    missed: missedOf(asked.duty),
  }
  const { sector, trait, position, duty, unit } = asked
  return {
    on: formatDay(asked.on),
    today: formatDay(today),
    units: units.length,
    open: found.figures.open,
    overdue: found.figures.overdue,
    duties: dutyRows(facts),
    ...placeRows(facts),
    total,
    quiet: quietDuties(facts),
    names: asked.shown === null || found.list === null ? null : namesOf(facts, asked.shown, found.list),
    filter: {
      place: place?.id ?? '',
      sector: sector ?? '',
      trait: trait ?? '',
      position: position ?? '',
      duty: duty ?? '',
      unit: unit ?? '',
      isOn: [asked.place, sector, trait, position, duty, unit].some((value) => value !== null),
      search: addressOf(asked, today),
    },
    about: aboutOf(facts, locale),
    options: optionsOf(facts),
    yearEnd: formatDay(yearEndOf(today)),
  }
}

function dutyRows({ asked, today, locale, found }: Known): CoverageRow[] {
  const entries = new Map<string, CoverageCounts>()
  for (const [duty, counts] of found.figures.byDuty)
    entries.set(writtenAs(duty), addedUp([entries.get(writtenAs(duty)) ?? noCounts, counts]))
  return [...entries].map(([duty, figures]) => ({
    key: duty,
    name: titleOf(duty, locale) ?? duty,
    isDirect: false,
    search: addressOf(asked, today, { duty, shown: null }),
    missed: missedOf(duty),
    figures,
  }))
}

function placeRows({ asked, today, units, places, place, found }: Known): Pick<Coverage, 'places' | 'placesAre'> {
  const groups = gatherByPlace(units, places, place)
  const rows = groups.map((group): CoverageRow => {
    const figures = addedUp(group.units.map(({ id }) => found.figures.byUnit.get(id) ?? noCounts))
    const address = (change: Partial<CoverageQuestion>) => addressOf(asked, today, { shown: null, ...change })
    if (group.kind === 'unit') {
      const { id, name } = group.unit
      return { key: id, name, isDirect: false, search: address({ unit: id }), figures }
    }
    const { id, name } = group.place
    const isDirect = group.kind === 'itself'
    return { key: id, name, isDirect, search: address({ place: id, direct: isDirect }), figures }
  })
  return { places: rows, placesAre: groups.some(({ kind }) => kind === 'unit') ? 'units' : 'places' }
}

function quietDuties({ asked, locale, found }: Known): string[] {
  const binding = new Set([...found.figures.byDuty.keys()].map(writtenAs))
  const inForce = new Set([...found.inForce].map(writtenAs))
  return [...inForce].filter((duty) => !binding.has(duty) && (asked.duty ?? duty) === duty).flatMap((duty) => titleOf(duty, locale) ?? [])
}

function aboutOf({ asked, reached }: Known, locale: Locale): string[] {
  const unit = reached.find(({ id }) => id === asked.unit)?.name
  const duty = asked.duty === null ? undefined : titleOf(asked.duty, locale)
  return [unit ?? [], duty ?? []].flat()
}

function optionsOf({ reached, places, found, locale }: Known): Coverage['options'] {
  const choices = (ids: Iterable<string>, label: (id: string) => string) =>
    [...new Set(ids)].map((id) => ({ value: id, label: label(id) })).sort((one, other) => byName(one.label, other.label))
  return {
    places: places.map(({ id, name }) => ({ value: id, label: name })),
    sectors: choices(
      reached.map(({ sector }) => sector),
      (id) => sectorName(id, locale),
    ),
    traits: choices(
      reached.flatMap(({ traits }) => traits),
      (id) => traitName(id, locale),
    ),
    positions: choices(found.positions, (id) => positionName(id, locale)),
    duties: choices([...found.inForceAnywhere].map(writtenAs), (id) => titleOf(id, locale) ?? id),
  }
}
