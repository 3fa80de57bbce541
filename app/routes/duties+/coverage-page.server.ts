import { catalogue } from '~/content/catalogue.server'
import { findDutyEntry } from '~/content/duty-catalogue.server'
import { positionName, sectorName, traitName } from '~/content/duty-lines.server'
import { indexAt, placeOrder } from '~/data/duties/coverage.server'
import { findUnits, placesAbove, type ScopedUnit } from '~/data/duties/unit-clearance.server'
import { findPlace } from '~/data/org/places.server'
import {
  type CoverageLine,
  countsOf,
  coverageOf,
  dutiesInForce,
  gathered,
  notCovered,
  positionsHeld,
  standingAs,
  whoOf,
} from '~/domain/duties/coverage'
import type { FactIndex } from '~/domain/duties/fact-index'
import { gatherByPlace } from '~/domain/org/gather-by-place'
import { type Day, formatDay } from '~/domain/shared/day'
import { NotFound } from '~/domain/shared/faults'
import type { Asked } from '~/http/asked.server'
import { actorScope } from '~/http/context.server'
import type { Signed } from '~/http/serve.server'
import type { Locale } from '~/i18n/config'
import type { Coverage, CoverageRow } from '~/ui/duties/coverage'
import { namesOf } from './coverage-names.server'
import { addressOf, type CoverageQuestion, coverageQuestion, yearEndOf } from './coverage-question.server'

type Place = { id: string; name: string; path: string }
type Known = {
  asked: CoverageQuestion
  today: Day
  locale: Locale
  index: FactIndex
  /** All units of the reader's scope on the day, by place and name; the places above them; those that fit the question. */
  reached: readonly ScopedUnit[]
  places: readonly Place[]
  place: Place | null
  units: readonly ScopedUnit[]
  lines: readonly CoverageLine[]
}

const byName = new Intl.Collator('zh-CN', { numeric: true }).compare

async function known(ctx: Signed, request: Asked): Promise<Known> {
  const asked = coverageQuestion(request, ctx.today)
  const scope = actorScope(ctx, 'supervise')
  const place = asked.place === null ? null : await findPlace(asked.place)
  const isReached = place !== null && (scope.everything || scope.places.some(({ path }) => place.path.startsWith(path)))
  if (asked.place !== null && !isReached) throw new NotFound()
  const rank = placeOrder()
  const found = await findUnits(scope, asked.on)
  const reached = [...found].sort((one, other) => rank(one.place.path) - rank(other.place.path) || byName(one.name, other.name))
  const places = [...(await placesAbove(scope, reached))].sort((one, other) => rank(one.path) - rank(other.path))
  const duties = [...catalogue().duties.values()].map((duty) => duty.rule)
  const index = indexAt(reached, duties)
  const units = reached.filter(fits(asked, place))
  const bound = coverageOf(index, idsOf(units), asked.on, { duty: null, position: asked.position })
  const lines = asked.duty === null ? bound : bound.filter(({ duty }) => writtenAs(duty) === asked.duty)
  return { asked, today: ctx.today, locale: ctx.locale, index, reached, places, place, units, lines }
}

/** The entry of the catalogue that a duty was written as: one that was written once for each position is one. */
const writtenAs = (duty: string): string => findDutyEntry(duty)?.family ?? duty
const titleOf = (entry: string, locale: Locale): string | undefined => findDutyEntry(entry)?.words.title[locale]

const idsOf = (units: readonly ScopedUnit[]): string[] => units.map(({ id }) => id)

const fits =
  ({ direct, unit, sector, trait }: CoverageQuestion, place: Place | null) =>
  (candidate: ScopedUnit): boolean =>
    (place === null || (direct ? candidate.place.path === place.path : candidate.place.path.startsWith(place.path))) &&
    (unit === null || candidate.id === unit) &&
    (sector === null || candidate.sector === sector) &&
    (trait === null || candidate.traits.includes(trait))

/** Which units and people are not covered, as the address asks and within the supervisor's scope. `pageSize` null is all rows. */
export async function coverageFor(ctx: Signed, request: Asked, pageSize: number | null): Promise<Coverage> {
  const facts = await known(ctx, request)
  const { asked, today, locale, units, lines, place } = facts
  const total = { key: 'total', name: '', isDirect: false, search: addressOf(asked, today, { shown: null }), figures: countsOf(lines) }
  const { sector, trait, position, duty, unit } = asked
  return {
    on: formatDay(asked.on),
    today: formatDay(today),
    units: units.length,
    open: whoOf(notCovered(lines)),
    overdue: whoOf(standingAs(lines, 'overdue')),
    duties: dutyRows(facts),
    ...placeRows(facts),
    total,
    quiet: quietDuties(facts),
    names: asked.shown === null ? null : namesOf({ lines, units, locale }, asked.shown, asked.page, pageSize),
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

function dutyRows({ asked, today, locale, lines }: Known): CoverageRow[] {
  return [...gathered(lines, ({ duty }) => writtenAs(duty))].map(([duty, ofDuty]) => ({
    key: duty,
    name: titleOf(duty, locale) ?? duty,
    isDirect: false,
    search: addressOf(asked, today, { duty, shown: null }),
    figures: countsOf(ofDuty),
  }))
}

function placeRows({ asked, today, units, places, place, lines }: Known): Pick<Coverage, 'places' | 'placesAre'> {
  const byUnit = gathered(lines, ({ unit }) => unit)
  const groups = gatherByPlace(units, places, place)
  const rows = groups.map((group): CoverageRow => {
    const figures = countsOf(group.units.flatMap(({ id }) => byUnit.get(id) ?? []))
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

function quietDuties({ index, units, asked, locale, lines }: Known): string[] {
  const binding = new Set(lines.map(({ duty }) => writtenAs(duty)))
  const inForce = new Set(dutiesInForce(index, idsOf(units), asked.on).map(writtenAs))
  return [...inForce].filter((duty) => !binding.has(duty) && (asked.duty ?? duty) === duty).flatMap((duty) => titleOf(duty, locale) ?? [])
}

function aboutOf({ asked, reached }: Known, locale: Locale): string[] {
  const unit = reached.find(({ id }) => id === asked.unit)?.name
  const duty = asked.duty === null ? undefined : titleOf(asked.duty, locale)
  return [unit ?? [], duty ?? []].flat()
}

function optionsOf({ reached, places, index, asked, locale }: Known): Coverage['options'] {
  const all = idsOf(reached)
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
    positions: choices(positionsHeld(index, all, asked.on), (id) => positionName(id, locale)),
    duties: choices(dutiesInForce(index, all, asked.on).map(writtenAs), (id) => titleOf(id, locale) ?? id),
  }
}
