import { dutyTitle, positionName } from '~/content/duty-lines.server'
import { findSubjectNames } from '~/data/duties/subject-names.server'
import type { ScopedUnit } from '~/data/duties/unit-clearance.server'
import { type CoverageLine, notCovered, standingAs } from '~/domain/duties/coverage'
import { type Day, formatDay } from '~/domain/shared/day'
import type { Locale } from '~/i18n/config'
import type { Coverage, CoverageName, CoverageShown, CoverageStanding } from '~/ui/duties/coverage'

type Found = { lines: readonly CoverageLine[]; units: readonly ScopedUnit[]; locale: Locale }
type Ranked = { row: CoverageName; rank: number }

const order: readonly CoverageStanding[] = ['overdue', 'due', 'met', 'waived', 'idle']
const byName = new Intl.Collator('zh-CN', { numeric: true }).compare
const dayOrNull = (day: Day | null): string | null => (day === null ? null : formatDay(day))

/** The rows behind a figure: overdue first, then due; within that by place, unit and name. `pageSize` null is all of them. */
export function namesOf(found: Found, shown: CoverageShown, asked: number, pageSize: number | null): Coverage['names'] {
  const rows = inOrder(rowsOf({ ...found, lines: shownLines(found.lines, shown) }))
  const size = pageSize ?? Math.max(1, rows.length)
  const pages = Math.max(1, Math.ceil(rows.length / size))
  const page = Math.min(asked, pages)
  return { shown, rows: rows.slice((page - 1) * size, page * size), page, pages, total: rows.length }
}

function shownLines(lines: readonly CoverageLine[], shown: CoverageShown): readonly CoverageLine[] {
  if (shown === 'bound') return lines
  return shown === 'open' ? notCovered(lines) : standingAs(lines, shown)
}

function rowsOf({ lines, units, locale }: Found): Ranked[] {
  const ranks = new Map(units.map((unit, rank) => [unit.id, { unit, rank }]))
  const people = findSubjectNames([...new Set(lines.flatMap(({ person }) => person ?? []))])
  return lines.flatMap(({ duty, unit: unitId, subject, person, position, standing: { standing, due, since, through } }): Ranked[] => {
    const at = ranks.get(unitId)
    if (at === undefined || standing === 'unbound') return []
    const row = {
      key: `${duty} ${unitId} ${subject}`,
      name: person === null ? at.unit.name : (people.get(person) ?? ''),
      unitId,
      unit: at.unit.name,
      place: at.unit.place.name,
      position: position === null ? null : positionName(position, locale),
      dutyId: duty,
      duty: dutyTitle(duty, locale),
      standing,
      due: dayOrNull(due),
      since: dayOrNull(since),
      through: dayOrNull(through),
    }
    return [{ row, rank: at.rank }]
  })
}

function inOrder(rows: readonly Ranked[]): CoverageName[] {
  return [...rows]
    .sort(
      (one, other) =>
        order.indexOf(one.row.standing) - order.indexOf(other.row.standing) ||
        one.rank - other.rank ||
        byName(one.row.name, other.row.name),
    )
    .map(({ row }) => row)
}
