import type { Day } from '../shared/day'
import type { BoundStanding } from './coverage'
import type { CoverageBook } from './coverage-book'
import type { BookChoice, BookFigures, BookLine } from './coverage-tally'

export type ListedLines = { readonly lines: readonly BookLine[]; readonly page: number; readonly pages: number; readonly total: number }

/** The order in which lines are listed: overdue first, then due. */
export const listOrder: readonly BoundStanding[] = ['overdue', 'due', 'met', 'waived', 'idle']

export type Listing = {
  readonly book: CoverageBook
  /** In the order in which they are listed. */
  readonly units: readonly string[]
  readonly on: Day
  readonly choice: BookChoice
  readonly figures: BookFigures
  /** Puts the lines of one unit in the order of their names. */
  readonly byName: (lines: readonly BookLine[]) => readonly BookLine[]
}

/**
 * One page of the lines in some standings: standing by standing, within that unit by unit, within that by name. Only the units that the
 * page shows are looked into. `size` null is all on one page; a page after the last is the last.
 */
export function listedLines(listing: Listing, wanted: readonly BoundStanding[], asked: number, size: number | null): ListedLines {
  const { units, figures } = listing
  const standings = listOrder.filter((standing) => wanted.includes(standing))
  const total = standings.reduce((sum, standing) => sum + figures.total[standing], 0)
  const each = size ?? Math.max(1, total)
  const pages = Math.max(1, Math.ceil(total / each))
  const page = Math.min(asked, pages)
  const lines: BookLine[] = []
  let skip = (page - 1) * each
  for (const standing of standings)
    for (const unit of units) {
      const count = figures.byUnit.get(unit)?.[standing] ?? 0
      if (skip >= count) skip -= count
      else {
        lines.push(...linesAt(listing, unit, standing).slice(skip, skip + each - lines.length))
        skip = 0
      }
      if (lines.length >= each) return { lines, page, pages, total }
    }
  return { lines, page, pages, total }
}

const linesAt = ({ book, on, choice, byName }: Listing, unit: string, standing: BoundStanding): readonly BookLine[] =>
  byName(book.lines(unit, on, choice, new Set([standing])))
