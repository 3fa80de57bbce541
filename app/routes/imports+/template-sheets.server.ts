import { catalogue } from '~/content/catalogue.server'
import { positionName } from '~/content/position-words.server'
import { wordOptions } from '~/content/word-options.server'
import type { RosterPost } from '~/data/imports/unit-roster.server'
import type { Sheet, SheetRow } from '~/documents/duties/workbook-parts'
import type { ImportKind } from '~/domain/imports/heading-words'
import { columnsOf } from '~/domain/imports/headings'
import { maskedPhone } from '~/domain/org/phone'
import type { Locale } from '~/i18n/config'
import { translator } from '~/i18n/translator'
import { drillOptions, licenceOptions, trainingOptions } from './history-words.server'

const helpLines: Record<ImportKind, number> = { people: 8, units: 5, licences: 6, trainings: 6, drills: 6 }

/** The words that cells of a kind of sheet may use, by the name of their list. */
function listsOf(kind: ImportKind, locale: Locale): [string, string[]][] {
  const { positions, traits, sectors } = catalogue().vocabulary
  const labels = (words: typeof positions) => wordOptions(words, locale).map(({ label }) => label)
  switch (kind) {
    case 'people':
      return [['positions', labels(positions)]]
    case 'units':
      return [
        ['sectors', labels(sectors)],
        ['traits', labels(traits)],
      ]
    case 'licences':
      return [['licences', licenceOptions(locale).map(({ label }) => label)]]
    case 'trainings':
      return [['trainings', trainingOptions(locale).map(({ label }) => label)]]
    case 'drills':
      return [['drills', drillOptions(locale).map(({ label }) => label)]]
  }
}

/** How to fill a sheet in, and the words that it may use. */
function helpSheet(kind: ImportKind, locale: Locale): Sheet {
  const { t } = translator(locale)
  const rows: SheetRow[] = Array.from({ length: helpLines[kind] }, (_, nth) => [t(`imports:help.${kind}.${nth + 1}`)])
  for (const [name, words] of listsOf(kind, locale)) rows.push([''], [t(`imports:help.list.${name}`)], ...words.map((word) => [word]))
  return { name: t('imports:file.help'), heads: [], rows }
}

/** A sheet to fill in with its explanation; of a unit, with those who work there. Telephone numbers are masked, and read back as no change. */
export function templateSheets(kind: ImportKind, locale: Locale, unit: { name: string; posts: readonly RosterPost[] } | null): Sheet[] {
  const { t } = translator(locale)
  const heads = columnsOf[kind].map((column) => t(`imports:column.${kind}.${column}`))
  const rows = (unit?.posts ?? []).map(({ name, phone, staffNumber, position, from }): SheetRow => {
    const masked = phone === null ? '' : maskedPhone(phone)
    return [name, masked, '', positionName(position, locale), from, unit?.name ?? '', staffNumber ?? '']
  })
  return [{ name: t(`imports:file.name.${kind}`), heads, rows }, helpSheet(kind, locale)]
}
