import type { OwnRow, OwnTable } from '~/data/personal/own-rows.server'
import { type Traces, tracesOf } from '~/domain/personal/erasure'
import { unseal } from '~/gateways/secrets.server'

export type OwnTables = readonly OwnTable[]

const text = (row: OwnRow, column: string): string | null => (typeof row[column] === 'string' ? row[column] : null)

const namesIn = ({ holding, rows }: OwnTable, ids: readonly string[]): (string | null)[] => {
  const plain = Object.entries(holding.clear ?? {}).flatMap(([column, to]) => (to === 'marker' ? [column] : []))
  const named = Object.entries(holding.clearWhere ?? {}).filter(([, { to }]) => to === 'marker')
  return rows.flatMap((row) => [
    ...plain.map((column) => text(row, column)),
    ...named.flatMap(([column, { names }]) => (names.some((name) => ids.includes(text(row, name) ?? '')) ? [text(row, column)] : [])),
  ])
}

/** Columns with a number or an address of his own. A letter is sealed too, but its text is no trace. */
const openColumns = ['phone', 'contact']

function numbersIn({ holding, rows }: OwnTable): (string | null)[] {
  const sealed = holding.table === 'Mail' ? [] : (holding.sealed ?? [])
  return rows.flatMap((row) => [
    ...openColumns.map((column) => text(row, column)),
    ...sealed.flatMap((column) => {
      const found = text(row, column)
      return found === null || found === '' ? [] : [unseal(found)]
    }),
  ])
}

/** By what somebody could be found in free words: every name and number that his own rows hold. */
export const tracesIn = (tables: OwnTables, ids: readonly string[]): Traces =>
  tracesOf(
    tables.flatMap((table) => namesIn(table, ids)),
    tables.flatMap(numbersIn),
  )
