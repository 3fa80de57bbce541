import { catalogue } from '~/content/catalogue.server'
import { wordFor } from '~/content/word-options.server'
import { maskedLicenceNumber, plainNumber } from '~/domain/credentials/licence-number'
import { readDayText } from '~/domain/imports/day-text'
import { type ImportKind, rowTitle } from '~/domain/imports/heading-words'
import type { Cells } from '~/domain/imports/headings'
import type { CellChange, CellFault, DraftLine } from '~/domain/imports/line-result'
import { maskedIdNumber, readIdNumber } from '~/domain/org/id-number'
import type { Day } from '~/domain/shared/day'
import type { Locale } from '~/i18n/config'
import { dayText } from '~/i18n/format'
import { translator } from '~/i18n/translator'
import type { ShownLine } from '~/ui/imports/line-table'

export type LineWords = { kind: ImportKind; locale: Locale; today: Day }

const dayColumns: ReadonlySet<string> = new Set(['from', 'on', 'firstIssuedOn', 'validFrom', 'validTo', 'reviewDue'])

/** A cell as pages and files show it: a day as a day, of a whole ID number and of a licence's number its ends. */
export const shownCell = (column: string, text: string, today: Day): string => {
  if (dayColumns.has(column)) return readDayText(text) ?? text
  if (column === 'number') return maskedLicenceNumber(plainNumber(text))
  const number = column === 'idNumber' ? readIdNumber(text, today) : null
  return number === null ? text : maskedIdNumber(number)
}

/** What a column is called. */
export const columnName = (column: string, { kind, locale }: LineWords): string => translator(locale).t(`imports:column.${kind}.${column}`)

const isDay = (value: unknown): value is string => typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value)

/** What is wrong with a cell and what to do, without saying which cell. */
export function faultText({ reason, values = {} }: CellFault, { locale }: LineWords): string {
  const shown = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, isDay(value) ? dayText(value, locale) : value]))
  return translator(locale).t(reason, shown)
}

/** A position's, a trait's or a sector's own word; other texts as they are. */
function wordOf(field: string, value: string, locale: Locale): string {
  const { positions, traits } = catalogue().vocabulary
  if (field === 'position') return wordFor(positions, value, locale)
  return field === 'traits' ? wordFor(traits, value, locale) : value
}

function changeText({ field, before, after }: CellChange, words: LineWords): string {
  const { t } = translator(words.locale)
  const said = { column: columnName(field, words), after: wordOf(field, after, words.locale) }
  return before === null
    ? t('imports:change.added', said)
    : t('imports:change.was', { ...said, before: wordOf(field, before, words.locale) })
}

/** Why a row comes to its result: its faults with their cells, its changes with old and new, or whom it may mean. */
export function notesOf({ line, result }: DraftLine, words: LineWords): string[] {
  const { t } = translator(words.locale)
  switch (result.kind) {
    case 'refused':
      return result.faults.map((fault) =>
        t('imports:cell', { line, column: columnName(fault.field, words), text: faultText(fault, words) }),
      )
    case 'changed':
      return result.changes.map((change) => changeText(change, words))
    case 'asks':
      return result.candidates.map(({ name, phone, about }) => candidateText({ name, phone, about }, words))
    case 'new':
      return result.known ? [t('imports:knownElsewhere')] : []
    case 'same':
      return []
  }
}

/** Whom a row may mean. */
export function candidateText(
  { name, phone, about }: { name: string; phone: string | null; about: readonly string[] },
  { kind, locale }: LineWords,
): string {
  const { t } = translator(locale)
  const comma = locale === 'zh' ? '、' : ', '
  const said = { name, about: about.map((one) => (kind === 'units' ? one : wordOf('position', one, locale))).join(comma) }
  return phone === null ? t('imports:ask.maybeAbout', said) : t('imports:ask.maybePhone', { ...said, phone })
}

const restOf = (cells: Cells, today: Day): string =>
  Object.entries(cells)
    .flatMap(([column, text]) => (column === 'name' || text === '' ? [] : [shownCell(column, text, today)]))
    .join(' · ')

/** A row as a page lists it. */
export const lineView = (draft: DraftLine, words: LineWords): ShownLine => ({
  line: draft.line,
  name: rowTitle(words.kind, draft.cells),
  rest: restOf(draft.cells, words.today),
  kind: draft.result.kind,
  notes: notesOf(draft, words),
})
