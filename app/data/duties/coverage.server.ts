import { setImmediate } from 'node:timers/promises'
import type { BoundStanding } from '~/domain/duties/coverage'
import { type ListedLines, listedLines } from '~/domain/duties/coverage-listing'
import type { BookChoice, BookFigures, BookLine } from '~/domain/duties/coverage-tally'
import type { FactIndex } from '~/domain/duties/fact-index'
import type { Duty } from '~/domain/duties/facts'
import { indexFacts, type Standing, standingOf } from '~/domain/duties/standing'
import type { Day } from '~/domain/shared/day'
import { askCoverage } from './coverage-book.server'
import { factsOfPeople, factsOfUnits } from './facts.server'
import { findSubjectNames } from './subject-names.server'
import type { ScopedUnit } from './unit-clearance.server'

/** How many lines are told their dates at once; between slices other requests are answered. */
const LINES_A_SLICE = 200

export type CoverageAsked = {
  /** All units of the reader's scope, and those of them that fit the question, in the order in which they are listed. */
  reached: readonly ScopedUnit[]
  units: readonly ScopedUnit[]
  on: Day
  today: Day
  duties: readonly Duty[]
  choice: BookChoice
  /** Which lines to list; null is none. `size` null is all on one page. */
  list: { standings: readonly BoundStanding[]; page: number; size: number | null } | null
}

/** A line with the name of whom it is about, the id of the subject that the duty binds, and its dates. */
export type NamedLine = Omit<BookLine, 'standing'> & { name: string; subject: string; standing: Standing }

export type CoverageFound = {
  figures: BookFigures
  /** Ids of the duties in force at the units, and at all that are reached; positions held at all that are reached. */
  inForce: ReadonlySet<string>
  inForceAnywhere: ReadonlySet<string>
  positions: ReadonlySet<string>
  list: (Omit<ListedLines, 'lines'> & { lines: readonly NamedLine[] }) | null
}

const byName = new Intl.Collator('zh-CN', { numeric: true }).compare
const idsOf = (units: readonly ScopedUnit[]): string[] => units.map(({ id }) => id)

/** Who is covered and who is not on a day. The units must come from a scoped finder. */
export async function findCoverage(asked: CoverageAsked): Promise<CoverageFound> {
  const { reached, units, on, today, duties, choice, list } = asked
  const [all, ids] = [idsOf(reached), idsOf(units)]
  const found = await askCoverage({ units: all, duties, today, on }, (book) => {
    const figures = book.figures(ids, on, choice)
    return {
      figures,
      inForce: book.dutiesInForce(ids, on),
      inForceAnywhere: book.dutiesInForce(all, on),
      positions: book.positionsHeld(all, on),
      list: list && listedLines({ book, units: ids, on, choice, figures, byName: inOrder }, list.standings, list.page, list.size),
    }
  })
  return { ...found, list: found.list && { ...found.list, lines: await withDates(found.list.lines, asked) } }
}

function inOrder(lines: readonly BookLine[]): readonly BookLine[] {
  const names = namesOf(lines)
  return [...lines].sort((one, other) => byName(names.get(one.person ?? one.unit) ?? '', names.get(other.person ?? other.unit) ?? ''))
}

const namesOf = (lines: readonly BookLine[]) => findSubjectNames([...new Set(lines.map(({ person, unit }) => person ?? unit))])

async function withDates(lines: readonly BookLine[], { duties, on }: CoverageAsked): Promise<NamedLine[]> {
  const binds = new Map(duties.map((duty) => [duty.id, duty.binds]))
  const named: NamedLine[] = []
  for (let start = 0; start < lines.length; start += LINES_A_SLICE) {
    if (start > 0) await setImmediate()
    const slice = lines.slice(start, start + LINES_A_SLICE)
    const names = namesOf(slice)
    const index = indexFacts(
      factsOfPeople([...new Set(slice.flatMap(({ person }) => person ?? []))], duties, [...new Set(slice.map(({ unit }) => unit))]),
    )
    for (const line of slice) {
      const subject = (binds.get(line.duty) === 'post' ? line.post : line.person) ?? line.unit
      named.push({ ...line, name: names.get(line.person ?? line.unit) ?? '', subject, standing: standingOf(index, line.duty, subject, on) })
    }
  }
  return named
}

/** What the rule needs to say how these units and all who ever worked there stand on any day. The units must come from a scoped finder. */
export const indexAt = (units: readonly { id: string }[], duties: readonly Duty[]): FactIndex =>
  indexFacts(
    factsOfUnits(
      units.map((unit) => unit.id),
      duties,
    ),
  )
