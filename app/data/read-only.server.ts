import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3'
import type { SqlDriverAdapter, SqlDriverAdapterFactory } from '@prisma/driver-adapter-utils'
import { keepStatements } from './kept-statements.server'
import { insideTransaction } from './one-door.server'

/** The stock adapter on a connection that cannot write. It waits for nobody and sees only what is committed. */
export class ReadOnlySqlite implements SqlDriverAdapterFactory {
  readonly provider = 'sqlite'
  readonly adapterName = 'read-only-better-sqlite3'
  readonly #stock: PrismaBetterSqlite3

  constructor(file: string) {
    this.#stock = new PrismaBetterSqlite3({ url: file })
  }

  async connect(): Promise<SqlDriverAdapter> {
    const connection = await this.#stock.connect()
    for (const pragma of ['busy_timeout = 5000', 'foreign_keys = ON', 'synchronous = FULL', 'query_only = ON'])
      await connection.queryRaw({ sql: `PRAGMA ${pragma}`, args: [], argTypes: [] })
    keepStatements(connection)
    const refuseInside = () => {
      if (insideTransaction.getStore()) throw new Error('inside a transaction only tx may be used')
    }
    return {
      provider: 'sqlite',
      adapterName: this.adapterName,
      queryRaw: async (query) => {
        refuseInside()
        return connection.queryRaw(query)
      },
      executeRaw: async () => {
        throw new Error('this connection only reads: write through transact')
      },
      executeScript: async () => {
        throw new Error('this connection only reads: write through transact')
      },
      startTransaction: (isolation) => connection.startTransaction(isolation),
      getConnectionInfo: () => ({ supportsRelationJoins: false }),
      dispose: () => connection.dispose(),
    }
  }
}
