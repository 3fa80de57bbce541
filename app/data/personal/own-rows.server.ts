import { z } from 'zod'
import type { Holding } from '~/domain/personal/holding'
import { personalTables } from '~/domain/personal/holdings'
import type { Tx } from '../transact.server'

export type OwnRow = Readonly<Record<string, unknown>>
export type OwnTable = { holding: Holding; rows: readonly OwnRow[] }

const found = z.array(z.record(z.string(), z.unknown()))
const inList = (column: string): string => `"${column}" IN (SELECT "value" FROM json_each(?))`

/** The rows of a table that are about somebody, as a condition with its values. Names of tables and columns are our own. */
export type Condition = { where: string; values: readonly string[] }

const textsOf = (table: OwnTable | undefined, column: string): string[] =>
  (table?.rows ?? []).flatMap((row) => (typeof row[column] === 'string' && row[column] !== '' ? [row[column]] : []))

function conditionOf(holding: Holding, ids: readonly string[], before: ReadonlyMap<string, OwnTable>): Condition {
  const { of, under, alike } = holding
  const own = (of ?? []).map((column) => [column, ids] as const)
  const below = under === undefined ? [] : [[under.column, textsOf(before.get(under.table), 'id')] as const]
  const same = alike === undefined ? [] : [[alike, textsOf(before.get('Licence'), alike)] as const]
  const parts = [...own, ...below, ...same]
  return { where: parts.map(([column]) => inList(column)).join(' OR '), values: parts.map(([, list]) => JSON.stringify(list)) }
}

/** Every row about somebody, table by table; those first that others belong to. With each the condition that finds it again. */
export async function ownRows(client: Tx, ids: readonly string[]): Promise<(OwnTable & Condition)[]> {
  const before = new Map<string, OwnTable & Condition>()
  for (const holding of personalTables) {
    const condition = conditionOf(holding, ids, before)
    const rows = found.parse(await client.$queryRawUnsafe(`SELECT * FROM "${holding.table}" WHERE ${condition.where}`, ...condition.values))
    before.set(holding.table, { holding, rows, ...condition })
  }
  return [...before.values()]
}
