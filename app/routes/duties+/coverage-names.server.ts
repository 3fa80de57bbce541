import { findDutyEntry } from '~/content/duty-catalogue.server'
import { dutyTitle, positionName } from '~/content/duty-lines.server'
import type { CoverageFound, NamedLine } from '~/data/duties/coverage.server'
import type { ScopedUnit } from '~/data/duties/unit-clearance.server'
import { type BoundStanding, boundStandings } from '~/domain/duties/coverage'
import { type Day, formatDay } from '~/domain/shared/day'
import type { Locale } from '~/i18n/config'
import type { CoverageList, CoverageName, CoverageShown, Missed } from '~/ui/duties/coverage'
import { dutyNow } from '~/usecases/duties/duties-now.server'
import type { CoverageQuestion } from './coverage-question.server'
import { rowWhy } from './coverage-why.server'

type Known = { asked: CoverageQuestion; locale: Locale; reached: readonly ScopedUnit[] }
type Row = { row: CoverageName; subjectId: string }

const dayOrNull = (day: Day | null): string | null => (day === null ? null : formatDay(day))

/** The standings that a figure counts. */
export function standingsShown(shown: CoverageShown): readonly BoundStanding[] {
  if (shown === 'bound') return boundStandings
  return shown === 'open' ? ['overdue', 'due'] : [shown]
}

/** The rows behind a figure, the one asked about opened to its 为什么. */
export function namesOf(known: Known, shown: CoverageShown, list: NonNullable<CoverageFound['list']>): CoverageList {
  const { lines, page, pages, total } = list
  const rows = rowsOf(lines, known)
  return { shown, rows: rows.map(({ row }) => row), page, pages, total, why: openedRow(rows, known) }
}

/** What "overdue" is called of an entry of the catalogue: what must be done before work keeps from work. Null is of every entry. */
export function missedOf(entry: string | null): Missed {
  if (entry === null) return 'either'
  return isBarring(findDutyEntry(entry)?.members[0]?.id ?? entry) ? 'barred' : 'late'
}

function isBarring(dutyId: string): boolean {
  const rule = dutyNow(dutyId)?.rule
  return rule !== undefined && (rule.bars || rule.cadence.kind === 'gate')
}

const isGate = (dutyId: string): boolean => dutyNow(dutyId)?.rule.cadence.kind === 'gate'

function openedRow(rows: readonly Row[], { asked, reached, locale }: Known): CoverageList['why'] {
  const found = rows.find(({ row }) => row.key === asked.why)
  if (found === undefined) return null
  const { row, subjectId } = found
  const line = rowWhy({ dutyId: row.dutyId, unitId: row.unitId, subjectId }, { units: reached, on: asked.on, locale })
  return line === null ? null : { key: row.key, line }
}

function rowsOf(lines: readonly NamedLine[], { reached, locale }: Known): Row[] {
  const units = new Map(reached.map((unit) => [unit.id, unit]))
  return lines.flatMap(({ duty, unit: unitId, subject, name, position, standing: { standing, due, since, through } }): Row[] => {
    const unit = units.get(unitId)
    if (unit === undefined || standing === 'unbound') return []
    const row = {
      key: `${duty} ${unitId} ${subject}`,
      name,
      unitId,
      unit: unit.name,
      place: unit.place.name,
      position: position === null ? null : positionName(position, locale),
      dutyId: duty,
      duty: dutyTitle(duty, locale),
      standing,
      bars: isBarring(duty),
      due: isGate(duty) ? null : dayOrNull(due),
      since: dayOrNull(since),
      through: dayOrNull(through),
    }
    return [{ row, subjectId: subject }]
  })
}
