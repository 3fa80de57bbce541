import { AsyncLocalStorage } from 'node:async_hooks'
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3'
import type { IsolationLevel, SqlDriverAdapter, SqlDriverAdapterFactory, SqlQuery, Transaction } from '@prisma/driver-adapter-utils'
import { keepStatements } from './kept-statements.server'

const pragmas = ['journal_mode = WAL', 'synchronous = FULL', 'foreign_keys = ON', 'busy_timeout = 5000']
const expected: Record<string, string> = { journal_mode: 'wal', synchronous: '2', foreign_keys: '1', busy_timeout: '5000' }

/** Set while code runs inside `transact`: there only `tx` may be used. */
export const insideTransaction = new AsyncLocalStorage<true>()

const statement = (sql: string): SqlQuery => ({ sql, args: [], argTypes: [] })

async function prepareConnection(connection: SqlDriverAdapter) {
  for (const pragma of pragmas) await connection.queryRaw(statement(`PRAGMA ${pragma}`))
  for (const [name, value] of Object.entries(expected)) {
    const answer = await connection.queryRaw(statement(`PRAGMA ${name}`))
    const found = String(answer.rows[0]?.[0])
    if (found !== value) throw new Error(`database: PRAGMA ${name} is ${found}, must be ${value}`)
  }
}

/** One holder at a time, in order of asking. */
function makeDoor() {
  let tail: Promise<void> = Promise.resolve()
  return async function enter(): Promise<() => void> {
    const before = tail
    let leave: () => void = () => {}
    tail = new Promise<void>((resolve) => {
      leave = resolve
    })
    await before
    return leave
  }
}

async function openTransaction(connection: SqlDriverAdapter, leave: () => void): Promise<Transaction> {
  const run = (sql: string) => connection.executeRaw(statement(sql))
  let open = true
  try {
    await run('BEGIN IMMEDIATE')
  } catch (fault) {
    leave()
    throw fault
  }
  const end = async (sql: 'COMMIT' | 'ROLLBACK') => {
    if (!open) return
    try {
      await run(sql)
    } catch (fault) {
      if (sql === 'COMMIT') await run('ROLLBACK')
      throw fault
    } finally {
      open = false
      leave()
    }
  }
  return {
    provider: 'sqlite',
    adapterName: connection.adapterName,
    options: { usePhantomQuery: true },
    queryRaw: (query) => connection.queryRaw(query),
    executeRaw: (query) => connection.executeRaw(query),
    commit: () => end('COMMIT'),
    rollback: () => end('ROLLBACK'),
    createSavepoint: async (name) => void (await run(`SAVEPOINT ${name}`)),
    rollbackToSavepoint: async (name) => void (await run(`ROLLBACK TO ${name}`)),
    releaseSavepoint: async (name) => void (await run(`RELEASE SAVEPOINT ${name}`)),
  }
}

/**
 * The stock adapter with one door in front: a transaction holds the only writing connection from BEGIN IMMEDIATE to COMMIT or
 * ROLLBACK, so a plain write of another request can never join it and vanish with it. Every connection is checked for WAL,
 * synchronous = FULL, foreign keys and the busy timeout, or it is refused.
 */
export class OneDoorSqlite implements SqlDriverAdapterFactory {
  readonly provider = 'sqlite'
  readonly adapterName = 'one-door-better-sqlite3'
  readonly #stock: PrismaBetterSqlite3

  constructor(file: string) {
    this.#stock = new PrismaBetterSqlite3({ url: file })
  }

  async connect(): Promise<SqlDriverAdapter> {
    const connection = await this.#stock.connect()
    await prepareConnection(connection)
    keepStatements(connection)
    const enter = makeDoor()
    const alone = async <T>(work: () => Promise<T>): Promise<T> => {
      if (insideTransaction.getStore()) throw new Error('inside a transaction only tx may be used')
      const leave = await enter()
      try {
        return await work()
      } finally {
        leave()
      }
    }
    return {
      provider: 'sqlite',
      adapterName: this.adapterName,
      queryRaw: (query) => alone(() => connection.queryRaw(query)),
      executeRaw: (query) => alone(() => connection.executeRaw(query)),
      executeScript: (script) => alone(() => connection.executeScript(script)),
      startTransaction: async (_isolation?: IsolationLevel) => openTransaction(connection, await enter()),
      getConnectionInfo: () => ({ supportsRelationJoins: false }),
      dispose: () => connection.dispose(),
    }
  }
}
