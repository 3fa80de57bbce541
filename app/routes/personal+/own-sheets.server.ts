import type { OwnSheet } from '~/documents/personal/own-data-page'
import type { Locale } from '~/i18n/config'
import { instantText } from '~/i18n/format'
import { translator } from '~/i18n/translator'
import type { TakenTable } from '~/usecases/personal/take-own-data.server'

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/

/** Tables as a person reads them: named in words, instants in his time; what has no word keeps the name it has in the database. */
export function ownSheets(tables: readonly TakenTable[], locale: Locale): OwnSheet[] {
  const words = translator(locale)
  const wordOf = (key: string, otherwise: string) => (words.exists(key) ? words.t(key) : otherwise)
  return tables.map(({ table, rows }) => {
    const columns = Object.keys(rows[0] ?? {})
    return {
      name: table,
      title: wordOf(`personal:table.${table}`, table),
      heads: columns.map((column) => wordOf(`personal:column.${column}`, column)),
      rows: rows.map((row) =>
        columns.map((column) => {
          const value = row[column] ?? null
          return typeof value === 'string' && instant.test(value) ? instantText(value, locale) : value
        }),
      ),
    }
  })
}
