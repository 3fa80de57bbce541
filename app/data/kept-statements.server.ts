import type { SqlDriverAdapter } from '@prisma/driver-adapter-utils'
import Database from 'better-sqlite3'

const most = 500

type Kept = { statement: Database.Statement<unknown[], unknown>; columns: Database.ColumnDefinition[] }

function keep(client: Database.Database, prepare: Database.Database['prepare'], sql: string): Kept {
  const statement = prepare.call(client, sql)
  return { statement: statement.reader ? statement.raw() : statement, columns: statement.reader ? statement.columns() : [] }
}

/**
 * Keeps the prepared statements of a stock adapter, which prepares each anew: half the time of a short write. The adapter binds, then
 * asks for columns and rows or runs; that is all a kept statement answers.
 */
export function keepStatements(connection: SqlDriverAdapter): void {
  const client: unknown = Reflect.get(connection, 'client')
  if (!(client instanceof Database)) throw new Error('database: the adapter no longer holds a better-sqlite3 connection as client')
  const prepare = client.prepare
  const kept = new Map<string, Kept>()
  const prepareKept = (sql: string) => {
    const found = kept.get(sql) ?? keep(client, prepare, sql)
    if (kept.size >= most) kept.clear()
    kept.set(sql, found)
    const { statement, columns } = found
    return {
      bind: (values: unknown[]) => ({
        reader: statement.reader,
        columns: () => columns,
        run: () => statement.run(values),
        raw: () => ({ all: () => statement.all(values) }),
      }),
      run: () => statement.run(),
    }
  }
  Object.assign(client, { prepare: prepareKept })
}
