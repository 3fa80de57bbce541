import { sectorName } from '~/content/duty-lines.server'
import { allProgrammeTemplates } from '~/content/programmes.server'
import { type CoverageLine, programmeCoverage } from '~/data/classes/coverage-facts.server'
import { type ProgrammeFacts, programmesMeeting } from '~/data/classes/programmes.server'
import { type CoverageFigures, figureNames, figuresOf, isCountedAs } from '~/domain/classes/list-line'
import { listStateOf } from '~/domain/classes/programme-body'
import { seesWholePlace } from '~/domain/org/place-scope'
import { formatDay } from '~/domain/shared/day'
import { NotFound } from '~/domain/shared/faults'
import { groupedBy } from '~/domain/shared/grouped'
import type { Asked } from '~/http/asked.server'
import { actorScope } from '~/http/context.server'
import { readQuery } from '~/http/query.server'
import type { Signed } from '~/http/serve.server'
import type { Locale } from '~/i18n/config'
import type { SectorYears, YearCells, YearsCoverage } from '~/ui/classes/years-coverage'
import { coverageRows } from './coverage-rows.server'
import { groupsOf, sectorOf, turned } from './list-coverage.server'
import { type Street, streetsByPath } from './streets.server'

/** A programme with those of its lines that the reader supervises; one he has nothing to do with is left out. */
export type SeenList = { programme: ProgrammeFacts; lines: readonly CoverageLine[] }
type Placed = { line: CoverageLine; list: SeenList; sector: string; street: Street }

async function listsOf(ctx: Signed): Promise<SeenList[]> {
  const scope = actorScope(ctx, 'supervise')
  return (await programmesMeeting(scope)).flatMap((programme) => {
    const lines = programmeCoverage(scope, programme, ctx.today)
    return lines.length > 0 || seesWholePlace(scope, programme.place.path) ? [{ programme, lines }] : []
  })
}

function kindsOf(lists: readonly SeenList[], locale: Locale): { value: string; label: string }[] {
  const used = new Set(lists.map(({ programme }) => programme.body.template))
  const known = allProgrammeTemplates().filter(({ id }) => used.has(id))
  const others = [...used].filter((id) => !known.some((template) => template.id === id))
  return [...known.map(({ id, title }) => ({ value: id, label: title[locale] })), ...others.map((id) => ({ value: id, label: id }))]
}

/** The lists of one kind of training of the reader's units, by year. */
export async function yearLists(ctx: Signed, request: Asked) {
  const lists = await listsOf(ctx)
  const kinds = kindsOf(lists, ctx.locale)
  const asked = readQuery(request).text('kind')
  const kind = kinds.find(({ value }) => value === asked)?.value ?? kinds[0]?.value ?? ''
  const streetOf = streetsByPath()
  const own = lists.filter(({ programme }) => programme.body.template === kind)
  const placed = own.flatMap((list) =>
    list.lines.map((line): Placed => ({ line, list, sector: sectorOf(line), street: streetOf(line.unit.place.path) })),
  )
  return { kinds, kind, own, placed, years: [...new Set(own.map(({ programme }) => programme.body.year))].sort((a, b) => a - b) }
}

const yearOf = ({ list }: Placed): number => list.programme.body.year

const cellsOf = (placed: readonly Placed[], years: readonly number[]): YearCells =>
  years.map((year) => {
    const found = placed.filter((one) => yearOf(one) === year)
    return found.length === 0 ? null : figuresOf(found.map(({ line }) => line))
  })

/** Sectors in the order of the vocabulary, streets in that of the register: neither is ranked. */
export function sectorsOf(placed: readonly Placed[], years: readonly number[], order: readonly string[], locale: Locale): SectorYears[] {
  const sectors = groupedBy(placed, ({ sector }) => sector)
  return [...sectors]
    .sort(([one], [other]) => order.indexOf(one) - order.indexOf(other) || (one < other ? -1 : 1))
    .map(([id, own]) => ({
      sector: { id, name: sectorName(id, locale) },
      streets: [...groupedBy(own, ({ street }) => street.id).values()]
        .sort(([one], [other]) => (one?.street.rank ?? 0) - (other?.street.rank ?? 0))
        .map((there) => ({
          street: { id: there[0]?.street.id ?? '', name: there[0]?.street.name ?? '' },
          cells: cellsOf(there, years),
        })),
      sum: cellsOf(own, years),
    }))
}

export async function yearsCoverage(ctx: Signed, request: Asked, order: readonly string[], size: number | null): Promise<YearsCoverage> {
  const { kinds, kind, own, placed, years } = await yearLists(ctx, request)
  return {
    ...{ on: formatDay(ctx.today), kind, kinds, years, binds: own[0]?.programme.body.binds ?? 'unit' },
    sectors: sectorsOf(placed, years, order, ctx.locale),
    sum: cellsOf(placed, years),
    all: figuresOf(placed.map(({ line }) => line)),
    lists: own.map(({ programme, lines }) => ({
      ...{ id: programme.id, title: programme.body.title, year: programme.body.year, place: programme.place.name },
      ...{ isFrozen: listStateOf(programme.steps) === 'frozen', figures: figuresOf(lines) satisfies CoverageFigures },
    })),
    names: namesAsked(ctx, request, placed, size),
  }
}

function namesAsked(ctx: Signed, request: Asked, placed: readonly Placed[], size: number | null): YearsCoverage['names'] {
  const query = readQuery(request)
  const [asked, sector, street] = [query.text('year'), query.text('sector'), query.text('street')]
  if (asked === null) return null
  const state = query.oneOf('state', figureNames) ?? 'listed'
  const found = placed.filter(
    (one) =>
      String(yearOf(one)) === asked &&
      (sector === null || one.sector === sector) &&
      (street === null || one.street.id === street) &&
      isCountedAs(state, one.line),
  )
  const inPlace = placed.find((one) => one.street.id === street)
  if (street !== null && inPlace === undefined) throw new NotFound()
  const lines = found.map(({ line }) => line)
  const { ordered, page, pages } = turned(lines, query.page(), size)
  const listOf = new Map(found.map(({ line, list }) => [line.member.id, list.programme]))
  const rows = [...new Set(listOf.values())].flatMap((programme) =>
    coverageRows(ctx, programme, ctx.today).of(ordered.filter(({ member }) => listOf.get(member.id)?.id === programme.id)),
  )
  return {
    ...{ year: Number(asked) || 0, state, groups: groupsOf(rows, lines), page, pages, total: found.length, search: query.search.slice(1) },
    sector: sector === null ? null : { id: sector, name: sectorName(sector, ctx.locale) },
    street: street === null || inPlace === undefined ? null : { id: street, name: inPlace.street.name },
  }
}
