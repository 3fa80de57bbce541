// npx tsx --expose-gc tests/bench/coverage.ts: what the supervisor's page of coverage costs without its database and its HTML.
import { pathToFileURL } from 'node:url'
import { countsOf, coverageOf, gathered, notCovered, standingAs, whoOf } from '../../app/domain/duties/coverage'
import type { FactIndex } from '../../app/domain/duties/fact-index'
import { indexFacts, standingOf } from '../../app/domain/duties/standing'
import { addDays, type Day, parseDay } from '../../app/domain/shared/day'
import { manyFacts } from './standing'

const SIZES = [
  { people: 1_000, units: 30 },
  { people: 10_000, units: 300 },
  { people: 100_000, units: 3_000 },
] as const
const DAYS = 9

export type CoverageCost = {
  people: number
  units: number
  lines: number
  indexMs: number
  pageMs: number
  floorMs: number
  heapMb: number
}

/** For each size the middle of nine days: the page's figures, against the floor of asking the rule alone about the same lines. */
export function benchCoverage(): CoverageCost[] {
  return SIZES.map(({ people, units }) => {
    const facts = manyFacts(people, units)
    globalThis.gc?.()
    const before = process.memoryUsage().heapUsed
    const started = performance.now()
    const index = indexFacts(facts)
    const indexMs = performance.now() - started
    const unitIds = facts.units.map(({ id }) => id)
    const start = parseDay('2025-03-15')
    if (start === null) throw new Error('no such day')
    const days = Array.from({ length: DAYS }, (_, nth) => addDays(start, nth * 40 - 160))
    const pages = days.map((day) => timed(() => figures(index, unitIds, day)))
    const heapMb = (process.memoryUsage().heapUsed - before) / 2 ** 20
    const floors = days.map((day) => floorOn(index, unitIds, day))
    const lines = pages[0]?.value ?? 0
    return { people, units, lines, indexMs, pageMs: middle(pages.map(({ ms }) => ms)), floorMs: middle(floors), heapMb }
  })
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

function floorOn(index: FactIndex, unitIds: readonly string[], day: Day): number {
  const lines = coverageOf(index, unitIds, day, { duty: null, position: null })
  return timed(() => {
    let overdue = 0
    for (const { duty, subject } of lines) if (standingOf(index, duty, subject, day).standing === 'overdue') overdue += 1
    return overdue
  }).ms
}

function timed<T>(work: () => T): { value: T; ms: number } {
  const started = performance.now()
  const value = work()
  return { value, ms: performance.now() - started }
}

const middle = (values: readonly number[]): number => [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href)
  for (const { people, units, lines, indexMs, pageMs, floorMs, heapMb } of benchCoverage())
    console.log(
      `${people} people, ${units} units, ${lines} lines: index ${indexMs.toFixed(0)} ms, page ${pageMs.toFixed(1)} ms, ` +
        `the rule alone ${floorMs.toFixed(1)} ms, ratio ${(pageMs / floorMs).toFixed(2)}, index and page ${heapMb.toFixed(0)} MB`,
    )
