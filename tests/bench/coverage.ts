// npx tsx --expose-gc tests/bench/coverage.ts: what the supervisor's figures cost on any day, from the book and by the rule alone, without database and HTML.
import { pathToFileURL } from 'node:url'
import { countsOf, coverageOf, gathered, notCovered, standingAs, whoOf } from '../../app/domain/duties/coverage'
import { CoverageBook } from '../../app/domain/duties/coverage-book'
import { type FactIndex, indexFacts } from '../../app/domain/duties/standing'
import { type Track, tracksOfPerson, tracksOfUnit } from '../../app/domain/duties/tracks'
import { addDays, type Day, parseDay } from '../../app/domain/shared/day'
import { manyFacts } from './standing'

const SIZES = [
  { people: 1_000, units: 30 },
  { people: 10_000, units: 300 },
  { people: 100_000, units: 3_000 },
] as const
const DAYS = 25
const RULE_DAYS = 3

export type CoverageCost = {
  people: number
  units: number
  lines: number
  buildMs: number
  /** Middle and 95th of a hundred of the book's pages. */
  pageMs: number
  pageP95Ms: number
  /** The same figures by the rule. */
  ruleMs: number
  /** One person's tracks worked out again and put in place. */
  mendMs: number
  /** The tracks; the ids that their numbers stand for come on top. */
  bookMb: number
}

/** For each size: the figures of many days from the book, against the same figures by the rule. */
export function benchCoverage(sizes: readonly { people: number; units: number }[] = SIZES): CoverageCost[] {
  return sizes.map(({ people, units }) => {
    const facts = manyFacts(people, units)
    const index = indexFacts(facts)
    const unitIds = facts.units.map(({ id }) => id)
    const days = Array.from({ length: DAYS }, (_, nth) => addDays(dayOf('2025-03-15'), nth * 40 - 160))
    const rule = days.slice(0, RULE_DAYS).map((day) => timed(() => figures(index, unitIds, day)))
    globalThis.gc?.()
    const built = timed(() =>
      build(
        index,
        facts.duties.map(({ id }) => id),
      ),
    )
    const book = built.value
    const pages = days.map((day) => timed(() => book.figures(unitIds, day, { duties: null, position: null })))
    const everybody = [...new Set(index.subjects.values())].flatMap((node) => (node.kind === 'person' ? [node] : []))
    const mends = everybody
      .filter((_, nth) => nth % Math.ceil(everybody.length / 200) === 0)
      .map((person) => timed(() => mend(book, index, person)))
    const bytes = unitIds.map((id) => book.packed(id)).reduce((sum, { heads, steps }) => sum + heads.byteLength + steps.byteLength, 0)
    return {
      people,
      units,
      lines: rule[0]?.value ?? 0,
      buildMs: built.ms,
      pageMs: quantile(pages, 0.5),
      pageP95Ms: quantile(pages, 0.95),
      ruleMs: quantile(rule, 0.5),
      mendMs: quantile(mends, 0.95),
      bookMb: bytes / 2 ** 20,
    }
  })
}

const reach = dayOf('2027-12-31')

function build(index: FactIndex, duties: readonly string[]): CoverageBook {
  const book = new CoverageBook(duties)
  const byUnit = new Map<string, Track[]>()
  const file = (tracks: readonly Track[]) => {
    for (const track of tracks) {
      const filed = byUnit.get(track.unit)
      if (filed === undefined) byUnit.set(track.unit, [track])
      else filed.push(track)
    }
  }
  for (const node of index.subjects.values()) if (node.kind === 'unit') byUnit.set(node.unit.id, [])
  // Unit by unit in slices, as the application does it, so that all tracks never lie unpacked side by side.
  const units = [...byUnit.keys()]
  for (let start = 0; start < units.length; start += 50) {
    const slice = new Set(units.slice(start, start + 50))
    for (const node of slicePeople(index, slice)) file(tracksOfPerson(index, node, reach).filter(({ unit }) => slice.has(unit)))
    for (const id of slice) {
      const unit = index.subjects.get(id)
      if (unit?.kind === 'unit') file(tracksOfUnit(index, unit, reach))
      book.put(id, byUnit.get(id) ?? [])
      byUnit.set(id, [])
    }
  }
  return book
}

let peopleByUnit: { of: FactIndex; map: Map<string, Set<Extract<ReturnType<FactIndex['subjects']['get']>, { kind: 'person' }>>> } | null =
  null

function slicePeople(index: FactIndex, slice: ReadonlySet<string>) {
  if (peopleByUnit?.of !== index) {
    const map: NonNullable<typeof peopleByUnit>['map'] = new Map()
    for (const node of index.subjects.values()) {
      if (node.kind !== 'post') continue
      const found = map.get(node.unit.unit.id) ?? new Set()
      map.set(node.unit.unit.id, found.add(node.person))
    }
    peopleByUnit = { of: index, map }
  }
  const { map } = peopleByUnit
  return new Set([...slice].flatMap((unit) => [...(map.get(unit) ?? [])]))
}

function mend(book: CoverageBook, index: FactIndex, person: Parameters<typeof tracksOfPerson>[1]): number {
  const tracks = tracksOfPerson(index, person, reach)
  const units = new Set(person.posts.map(({ unit }) => unit.unit.id))
  for (const unit of units)
    book.replace(
      unit,
      new Set([person.id]),
      tracks.filter((track) => track.unit === unit),
    )
  return units.size
}

/** What the page works out: all lines, by duty, by unit, and how many people and units are behind. */
function figures(index: FactIndex, unitIds: readonly string[], day: Day): number {
  const lines = coverageOf(index, unitIds, day, { duty: null, position: null })
  for (const groups of [gathered(lines, ({ duty }) => duty), gathered(lines, ({ unit }) => unit)])
    for (const group of groups.values()) countsOf(group)
  whoOf(notCovered(lines))
  whoOf(standingAs(lines, 'overdue'))
  return lines.length
}

function timed<T>(work: () => T): { value: T; ms: number } {
  const started = performance.now()
  const value = work()
  return { value, ms: performance.now() - started }
}

function quantile(measured: readonly { ms: number }[], share: number): number {
  const sorted = measured.map(({ ms }) => ms).sort((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

function dayOf(text: string): Day {
  const day = parseDay(text)
  if (day === null) throw new Error(`no such day: ${text}`)
  return day
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href)
  for (const { people, units, lines, buildMs, pageMs, pageP95Ms, ruleMs, mendMs, bookMb } of benchCoverage())
    console.log(
      `${people} people, ${units} units, ${lines} lines: page ${pageMs.toFixed(1)} ms, p95 ${pageP95Ms.toFixed(1)} ms, ` +
        `by the rule ${ruleMs.toFixed(1)} ms, ratio ${(pageMs / ruleMs).toFixed(3)}; mending one person p95 ${mendMs.toFixed(2)} ms; ` +
        `book made in ${buildMs.toFixed(0)} ms, ${bookMb.toFixed(0)} MB`,
    )
