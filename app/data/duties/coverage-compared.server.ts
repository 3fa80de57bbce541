import { coverageOf } from '~/domain/duties/coverage'
import type { Duty } from '~/domain/duties/facts'
import { type Day, formatDay } from '~/domain/shared/day'
import { indexAt } from './coverage.server'
import { askCoverage } from './coverage-book.server'
import { unitBatches } from './unit-batches.server'

export type CoverageCompared = { units: number; lines: number; differences: number }

const everything = new Set(['met', 'due', 'overdue', 'waived', 'idle'])
const anyone = { duties: null, position: null }
const UNITS_A_BATCH = 20

/** Compares the kept book with the rule, line by line, for every unit on these days. */
export async function compareCoverage(
  duties: readonly Duty[],
  today: Day,
  days: readonly Day[],
  told: (difference: string) => void,
): Promise<CoverageCompared> {
  const compared = { units: 0, lines: 0, differences: 0 }
  for (const batch of unitBatches(UNITS_A_BATCH)) {
    const units = batch.map(({ id }) => id)
    const index = indexAt(batch, duties)
    compared.units += units.length
    for (const on of days) {
      const byRule = coverageOf(index, units, on, { duty: null, position: null }).map(({ duty, unit, post, standing }) =>
        [duty, unit, post ?? '-', standing.standing].join(' '),
      )
      const byBook = await askCoverage({ units, duties, today, on }, (book) =>
        units
          .flatMap((unit) => book.lines(unit, on, anyone, everything))
          .map((line) => [line.duty, line.unit, line.post ?? '-', line.standing].join(' ')),
      )
      compared.lines += byRule.length
      for (const line of differing(byRule, byBook)) {
        compared.differences += 1
        told(`${formatDay(on)} ${line}`)
      }
    }
  }
  return compared
}

function differing(byRule: readonly string[], byBook: readonly string[]): string[] {
  const [ruled, kept] = [new Set(byRule), new Set(byBook)]
  return [
    ...byRule.filter((line) => !kept.has(line)).map((line) => `${line}: by the rule only`),
    ...byBook.filter((line) => !ruled.has(line)).map((line) => `${line}: kept only`),
  ]
}
