import { sectorName } from '~/content/duty-lines.server'
import { classesOf } from '~/data/classes/classes.server'
import { type CoverageLine, programmeCoverage } from '~/data/classes/coverage-facts.server'
import { findProgrammeMeeting, type ProgrammeFacts } from '~/data/classes/programmes.server'
import type { DirectoryPlace } from '~/data/org/unit-directory.server'
import type { Scope } from '~/domain/accounts/scope'
import { beginsAt } from '~/domain/classes/class-body'
import { type CoverageFigures, figureNames, figuresOf, isCountedAs, lineStates } from '~/domain/classes/list-line'
import { listStateOf } from '~/domain/classes/programme-body'
import { seesWholePlace } from '~/domain/org/place-scope'
import { type Day, formatDay } from '~/domain/shared/day'
import { NotFound } from '~/domain/shared/faults'
import { groupedBy } from '~/domain/shared/grouped'
import type { Asked } from '~/http/asked.server'
import { actorScope } from '~/http/context.server'
import { readQuery } from '~/http/query.server'
import type { Signed } from '~/http/serve.server'
import type { CoverageRow, LineGroup, ListCoverage } from '~/ui/classes/list-coverage'
import { coverageRows } from './coverage-rows.server'

const byName = new Intl.Collator('zh-CN', { numeric: true }).compare

/** The sector under which a line is on the list, whatever the unit's is now. */
export const sectorOf = ({ member, unit }: CoverageLine): string => member.why.sector || unit.sector

/**
 * A programme and its lines for whoever supervises units of the list, his own lines alone. Who has none there, and does not run the
 * programme either, does not find it.
 */
export async function getListCoverage(
  ctx: Signed,
  programmeId: string,
  on: Day,
): Promise<{ programme: ProgrammeFacts; lines: readonly CoverageLine[]; leads: boolean; scope: Scope }> {
  const scope = actorScope(ctx, 'supervise')
  const programme = await findProgrammeMeeting(scope, programmeId)
  if (programme === null) throw new NotFound()
  const lines = programmeCoverage(scope, programme, on)
  const leads = seesWholePlace(scope, programme.place.path)
  if (!leads && lines.length === 0) throw new NotFound()
  return { programme, lines, leads, scope }
}

/** The last class that has begun: who missed it can make up for it. */
async function lastClassOf(programme: ProgrammeFacts, now: Date): Promise<string | null> {
  const begun = (await classesOf(programme)).filter(
    ({ steps, body }) => steps.at(-1)?.kind !== 'called-off' && beginsAt(body) <= now.getTime(),
  )
  return begun.at(-1)?.id ?? null
}

const isNamed = ({ member, unit }: CoverageLine, name: string, people: ReadonlyMap<string, string>): boolean =>
  unit.name.includes(name) || (people.get(member.subjectId) ?? '').includes(name)

/** What a page says of all of these lines; it goes with them. */
type Gist = {
  figures: CoverageFigures
  places: readonly DirectoryPlace[]
  sectors: readonly string[]
  byState: Map<string, CoverageLine[]>
}
const gists = new WeakMap<readonly CoverageLine[], Gist>()

function gistOf(lines: readonly CoverageLine[]): Gist {
  const known = gists.get(lines)
  if (known !== undefined) return known
  const places = new Map(lines.map(({ unit: { place } }) => [place.id, place]))
  const gist = {
    figures: figuresOf(lines),
    places: [...places.values()],
    sectors: [...new Set(lines.map(sectorOf))],
    byState: groupedBy(lines, ({ state }) => state),
  }
  gists.set(lines, gist)
  return gist
}

/** One page of lines in the order in which they are read; `size` null is all of them. */
export function turned(found: readonly CoverageLine[], wanted: number, size: number | null) {
  const { byState } = gistOf(found)
  const all = lineStates.flatMap((kind) => byState.get(kind) ?? [])
  const pages = size === null ? 1 : Math.max(1, Math.ceil(all.length / size))
  const page = Math.min(wanted, pages)
  return { ordered: size === null ? all : all.slice((page - 1) * size, page * size), page, pages }
}

/** The rows of a page by how they stand; count: of all lines that were found. */
export const groupsOf = (shown: readonly CoverageRow[], found: readonly CoverageLine[]): LineGroup[] =>
  lineStates.flatMap((kind) => {
    const rows = shown.filter((row) => row.state === kind)
    return rows.length === 0 ? [] : [{ state: kind, count: gistOf(found).byState.get(kind)?.length ?? 0, rows }]
  })

function question(ctx: Signed, request: Asked) {
  const query = readQuery(request)
  const asked = query.day('on')
  const on = asked === null || asked > ctx.today ? ctx.today : asked
  return { query, on, isToday: on === ctx.today }
}

/** Who of a list is covered, by name. `size`: how many lines a page shows; null is all. */
export async function listCoverage(ctx: Signed, request: Asked, programmeId: string, size: number | null): Promise<ListCoverage> {
  const { query, on, isToday } = question(ctx, request)
  const { programme, lines, leads } = await getListCoverage(ctx, programmeId, on)
  const { body } = programme
  const [state, sector, name] = [query.oneOf('state', figureNames), query.text('sector'), query.text('name') ?? '']
  const { places, sectors } = gistOf(lines)
  const place = places.find(({ id }) => id === query.text('place')) ?? null
  const rows = coverageRows(ctx, programme, on)
  const isIn = (line: CoverageLine): boolean =>
    (place === null || line.unit.place.path.startsWith(place.path)) &&
    (sector === null || sectorOf(line) === sector) &&
    (name === '' || isNamed(line, name, rows.people(lines)))
  const reached = place === null && sector === null && name === '' ? lines : lines.filter(isIn)
  const found = state === null ? reached : reached.filter((line) => isCountedAs(state, line))
  const { ordered, page, pages } = turned(found, query.page(), size)
  const shown = rows.of(ordered)
  return {
    programme: {
      ...{ id: programme.id, title: body.title, year: body.year, place: programme.place.name, binds: body.binds },
      ...{ parts: body.parts.map((part) => part.name), deputies: body.deputies },
    },
    ...{ on: formatDay(on), isToday, isFrozen: listStateOf(programme.steps) === 'frozen', leads, isPart: !leads },
    makeUp: leads && isToday ? await lastClassOf(programme, ctx.now) : null,
    figures: gistOf(reached).figures,
    groups: groupsOf(shown, found),
    ...{ page, pages, total: found.length },
    filter: {
      ...{ state: state ?? '', place: place?.id ?? '', sector: sector ?? '', name, on: isToday ? '' : formatDay(on) },
      ...{ isOn: state !== null || place !== null || sector !== null || name !== '', search: query.search.slice(1) },
    },
    options: {
      places: places.map(({ id, name: label }) => ({ value: id, label })),
      sectors: sectors
        .map((value) => ({ value, label: sectorName(value, ctx.locale) }))
        .sort((one, other) => byName(one.label, other.label)),
    },
  }
}
