import { dutyTitle, type LineSight, positionName, traitName } from '~/content/duty-lines.server'
import { type Gathered, gatherByThing, gatheredLine, thingOf } from '~/content/gathered-lines.server'
import { enteredAfterwards } from '~/data/drills/entered-afterwards.server'
import { factsOfUnits } from '~/data/duties/facts.server'
import { findSubjectNames } from '~/data/duties/subject-names.server'
import type { ScopedUnit } from '~/data/duties/unit-clearance.server'
import { type CoverageLine, coverageOf, gathered } from '~/domain/duties/coverage'
import type { FactIndex } from '~/domain/duties/fact-index'
import { leading } from '~/domain/duties/leading'
import { owedAt } from '~/domain/duties/owed'
import { indexFacts } from '~/domain/duties/standing'
import { type UnitRequirement, unitRequirementsOf } from '~/domain/duties/unit-requirement'
import { type Day, formatDay } from '~/domain/shared/day'
import type { Locale } from '~/i18n/config'
import type { ConsoleCell, ConsoleRow, UnitConsole } from '~/ui/duties/console/console'
import { rulesNow } from '~/usecases/duties/duties-now.server'
import { pageOf, searchWithoutPage } from './unit-roll.server'

const pageSize = 50
const shownStandings = ['overdue', 'due', 'met', 'waived', 'idle'] as const
const byName = new Intl.Collator('zh-CN').compare
const dayText = (day: Day | null): string | null => (day === null ? null : formatDay(day))

function cellOf(index: FactIndex, lines: readonly CoverageLine[]): ConsoleCell & { title: string } {
  const asked = lines.flatMap((line) => {
    const node = index.duties.get(line.duty)
    return node === undefined ? [] : [{ line, node, duty: node.duty, standing: line.standing }]
  })
  const { lead } = leading(asked)
  const { standing, due, through, since } = lead.standing
  return {
    standing,
    day: dayText(standing === 'due' ? due : standing === 'overdue' ? (lead.duty.cadence.kind === 'gate' ? since : due) : through),
    bars: lead.duty.bars || lead.duty.cadence.kind === 'gate',
    title: lead.duty.id,
  }
}

/** What a unit owes, who is missing and by when. The unit must come from a scoped finder. */
export function consoleOf(unit: ScopedUnit, query: URLSearchParams, today: Day, locale: Locale): UnitConsole {
  const rules = rulesNow()
  const facts = factsOfUnits([unit.id], rules)
  const index = indexFacts(facts)
  const sight = {
    locale,
    unitNames: new Map([[unit.id, unit.name]]),
    evidence: new Map(facts.evidence.map((piece) => [piece.id, piece])),
    afterwards: enteredAfterwards(facts.evidence),
    startsOn: null,
  }
  const own = unitRequirementsOf(index, unit.id, today)
  const lines = coverageOf(index, [unit.id], today, { duty: null, position: null }).filter(({ person }) => person !== null)
  const names = findSubjectNames([...new Set(lines.flatMap(({ person }) => person ?? []))])
  const things = [...gathered(lines, ({ duty }) => thingOf(duty)).keys()]
  const rows = [...gathered(lines, ({ person }) => person ?? '')].map(([personId, held]) =>
    rowOf(index, personId, held, things, names, locale),
  )
  return {
    unit: { id: unit.id, name: unit.name, place: unit.place.name },
    own: gatherByThing(own).map((gathered) => ownLine(gathered, sight)),
    why: openedCell(index, lines, query.get('why'), sight, today),
    ...narrowed(index, lines, rows, things, query, locale),
  }
}

/** The cell that the address opens: "person thing". One that is not there stays closed. */
function openedCell(
  index: FactIndex,
  lines: readonly CoverageLine[],
  asked: string | null,
  sight: LineSight,
  today: Day,
): UnitConsole['why'] {
  const [personId = '', thing = ''] = (asked ?? '').split(' ')
  const held = lines.filter(({ person, duty }) => person === personId && thingOf(duty) === thing)
  const owed = held.flatMap(({ duty, subject, unit }) => owedAt(index, duty, subject, unit, today)?.requirement ?? [])
  return owed.length === 0 ? null : { personId, thing, line: gatheredLine(leading(owed), sight) }
}

function ownLine(gathered: Gathered<UnitRequirement>, sight: LineSight): UnitConsole['own'][number] {
  const line = gatheredLine(gathered, sight)
  const unitTraits = gathered.lead.traits.map(({ trait, from }) => ({ name: traitName(trait, sight.locale), from: formatDay(from) }))
  return { ...line, why: { ...line.why, unitTraits } }
}

function rowOf(
  index: FactIndex,
  personId: string,
  held: readonly CoverageLine[],
  things: readonly string[],
  names: ReadonlyMap<string, string>,
  locale: Locale,
): ConsoleRow {
  const byThing = gathered(held, ({ duty }) => thingOf(duty))
  const positions = [...new Set(held.flatMap(({ position }) => position ?? []))]
  return {
    personId,
    name: names.get(personId) ?? '',
    positions,
    position: positions.map((id) => positionName(id, locale)).join(locale === 'zh' ? '、' : ', '),
    cells: things.map((thing) => {
      const found = byThing.get(thing)
      if (found === undefined) return null
      const { title: _title, ...cell } = cellOf(index, found)
      return cell
    }),
  }
}

function narrowed(
  index: FactIndex,
  lines: readonly CoverageLine[],
  rows: readonly ConsoleRow[],
  things: readonly string[],
  query: URLSearchParams,
  locale: Locale,
): Omit<UnitConsole, 'unit' | 'own' | 'why'> {
  const asked = (name: string) => (query.get(name) ?? '').trim().slice(0, 60)
  const [thing, position, name] = [asked('thing'), asked('position'), asked('name')]
  const standing = shownStandings.find((one) => one === asked('standing')) ?? ''
  const at = things.indexOf(thing)
  const looked = (row: ConsoleRow) => (at < 0 ? row.cells : [row.cells[at] ?? null])
  const found = rows
    .filter((row) => position === '' || row.positions.includes(position))
    .filter((row) => name === '' || row.name.toLowerCase().includes(name.toLowerCase()))
    .filter((row) => (at < 0 ? true : row.cells[at] !== null))
    .filter((row) => standing === '' || looked(row).some((cell) => cell?.standing === standing))
    .sort((one, other) => behind(other) - behind(one) || byName(one.name, other.name))
  const pages = Math.max(1, Math.ceil(found.length / pageSize))
  const page = pageOf(query, pages)
  const titles = gathered(lines, ({ duty }) => thingOf(duty))
  return {
    things: things.map((id, nth) => ({
      id,
      title: dutyTitle(cellOf(index, titles.get(id) ?? []).title, locale),
      counts: countCells(rows, nth),
    })),
    behind: rows.filter((row) => behind(row) > 0).length,
    people: rows.length,
    rows: found.slice((page - 1) * pageSize, page * pageSize),
    found: found.length,
    page,
    pages,
    positions: [...new Set(rows.flatMap((row) => row.positions))].sort().map((id) => ({ value: id, label: positionName(id, locale) })),
    filter: {
      thing: at < 0 ? '' : thing,
      position,
      name,
      standing,
      isOn: at >= 0 || [position, name, standing].some((value) => value !== ''),
      search: searchWithoutPage(query),
    },
  }
}

const behind = (row: ConsoleRow): number => row.cells.filter((cell) => cell?.standing === 'overdue' || cell?.standing === 'due').length

function countCells(rows: readonly ConsoleRow[], nth: number): UnitConsole['things'][number]['counts'] {
  const counts = { bound: 0, met: 0, due: 0, overdue: 0, waived: 0, idle: 0 }
  for (const row of rows) {
    const cell = row.cells[nth]
    if (!cell || cell.standing === 'unbound') continue
    counts.bound += 1
    counts[cell.standing] += 1
  }
  return counts
}
