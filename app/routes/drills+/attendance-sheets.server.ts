import type { Sheet } from '~/documents/duties/workbook-parts'
import type { NextDrill } from '~/domain/drills/drill-year'
import type { Locale } from '~/i18n/config'
import { translator } from '~/i18n/translator'
import type { UnitAttendance } from '~/ui/drills/attendance'
import { turnWords } from '~/ui/drills/attendance-words'

type Words = (key: string, values?: Record<string, string | number>) => string

/** A coming drill as a cell says it. */
export const nextCell = (next: NextDrill | null, words: Words): string =>
  next === null ? '' : next.kind === 'hidden' ? words('next.hidden') : `${next.on} ${next.startsAt} ${next.title}`

/** The people the page shows, a column for each drill that names people; and the drills. */
export function attendanceSheets(page: UnitAttendance, locale: Locale): { sheets: Sheet[]; title: string } {
  const { t } = translator(locale)
  const words: Words = (key, values = {}) => t(`drillyear:${key}`, values)
  const named = page.drills.filter(({ expected }) => expected > 0)
  const people = {
    name: words('sheet.people'),
    heads: [
      ...['name', 'share', 'there', 'missed', 'since', 'left'].map((key) => words(`col.${key}`)),
      ...named.map(({ on, kind, way }) => [on, kind, way === 'paper' ? words('paper') : ''].filter(Boolean).join(' ')),
      words('col.next'),
    ],
    rows: page.rows.map(({ name, share, there, missed, since, left, turns, next }) => [
      ...[name, words(`share.${share}`), there, missed, since ?? words('noPost'), left ?? ''],
      ...turns.filter((_turn, nth) => (page.drills[nth]?.expected ?? 0) > 0).map((turn) => turnWords(words, turn)),
      nextCell(next, words),
    ]),
  }
  const drills = {
    name: words('sheet.drills'),
    heads: ['on', 'kind', 'way', 'expected', 'there'].map((key) => words(`col.${key}`)),
    rows: page.drills.map(({ on, kind, way, expected, there }) => [on, kind, words(`way.${way}`), expected, there]),
  }
  return { sheets: [people, drills], title: `${page.unit.name}-${words('unit.title', { year: page.year })}` }
}
