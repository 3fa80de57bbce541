import type { Tx } from '../../app/data/transact.server'

type Cell = string | number | boolean | null | Date

const stored = (cell: Cell | undefined): Cell =>
  cell instanceof Date ? cell.toISOString().replace('Z', '+00:00') : cell === undefined ? null : cell

/** Thousands of rows of one table in one statement, as the client would store them. Every row has the fields of the first. */
export async function insertRows(tx: Tx, table: string, rows: readonly Record<string, Cell>[]): Promise<void> {
  const [first] = rows
  if (first === undefined) return
  const names = Object.keys(first)
  const values = rows.map((row) => names.map((name) => stored(row[name])))
  await tx.$executeRawUnsafe(
    `INSERT INTO "${table}" (${names.map((name) => `"${name}"`).join(', ')})
     SELECT ${names.map((_name, at) => `"value" ->> ${at}`).join(', ')} FROM json_each(?)`,
    JSON.stringify(values),
  )
}
