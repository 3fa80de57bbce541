import { AsyncLocalStorage } from 'node:async_hooks'
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3'
import type { IsolationLevel, SqlDriverAdapter, SqlDriverAdapterFactory, SqlQuery, Transaction } from '@prisma/driver-adapter-utils'
import Database from 'better-sqlite3'
import { NotSaved } from '~/domain/shared/faults'
import { makeDoor, type Turn } from './door.server'
import { keepStatements } from './kept-statements.server'
import { noteWritten, toldOf } from './write-state.server'

/** SQLite's own waiting would hold up everything else in this process: who waits does so at the door. A side file that grew during a backup is cut to 64 MB. */
const pragmas = [
  ...['busy_timeout = 5000', 'journal_mode = WAL', 'synchronous = FULL', 'foreign_keys = ON'],
  ...['journal_size_limit = 67108864', 'busy_timeout = 0'],
]
const expected: Record<string, string> = { journal_mode: 'wal', synchronous: '2', foreign_keys: '1', busy_timeout: '0' }

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

function clientOf(connection: SqlDriverAdapter): Database.Database {
  const client: unknown = Reflect.get(connection, 'client')
  if (!(client instanceof Database)) throw new Error('database: the adapter no longer holds a better-sqlite3 connection as client')
  return client
}

/**
 * A transaction from BEGIN IMMEDIATE to COMMIT or ROLLBACK. Where a full or failing disk ends it early, which SQLite does by itself,
 * nothing more of it is run: a later statement would stand alone and stay.
 */
async function openTransaction(connection: SqlDriverAdapter, turn: Turn): Promise<Transaction> {
  const client = clientOf(connection)
  const run = (sql: string) => connection.executeRaw(statement(sql))
  let open = true
  let ended: unknown = null
  try {
    await turn.whenFree(() => run('BEGIN IMMEDIATE'))
  } catch (fault) {
    turn.leave()
    throw fault
  }
  const within = async <T>(work: () => Promise<T>): Promise<T> => {
    if (ended !== null) throw ended
    try {
      return await work()
    } catch (fault) {
      const told = toldOf(fault)
      if (told instanceof NotSaved || !client.inTransaction) ended = told
      throw told
    }
  }
  const takeBack = async () => {
    if (client.inTransaction) await run('ROLLBACK')
  }
  const end = async (work: () => Promise<unknown>) => {
    if (!open) return
    open = false
    try {
      await work()
    } finally {
      turn.leave()
    }
  }
  const commit = async () => {
    try {
      await within(() => run('COMMIT'))
      noteWritten()
    } catch (fault) {
      await takeBack()
      throw fault
    }
  }
  const inside = async (sql: string) => void (await within(() => run(sql)))
  return {
    provider: 'sqlite',
    adapterName: connection.adapterName,
    options: { usePhantomQuery: true },
    queryRaw: (query) => within(() => connection.queryRaw(query)),
    executeRaw: (query) => within(() => connection.executeRaw(query)),
    commit: () => end(commit),
    rollback: () => end(takeBack),
    createSavepoint: (name) => inside(`SAVEPOINT ${name}`),
    rollbackToSavepoint: (name) => inside(`ROLLBACK TO ${name}`),
    releaseSavepoint: (name) => inside(`RELEASE SAVEPOINT ${name}`),
  }
}

/**
 * The stock adapter with one door in front: a transaction holds the only writing connection from BEGIN IMMEDIATE to COMMIT or
 * ROLLBACK, so a plain write of another request can never join it and vanish with it. Every connection is checked for WAL,
 * synchronous = FULL, foreign keys and that it does not wait by itself, or it is refused.
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
    const door = makeDoor()
    const alone = async <T>(work: () => Promise<T>): Promise<T> => {
      if (insideTransaction.getStore()) throw new Error('inside a transaction only tx may be used')
      const turn = await door.enter()
      try {
        const value = await turn.whenFree(work)
        noteWritten()
        return value
      } finally {
        turn.leave()
      }
    }
    return {
      provider: 'sqlite',
      adapterName: this.adapterName,
      queryRaw: (query) => alone(() => connection.queryRaw(query)),
      executeRaw: (query) => alone(() => connection.executeRaw(query)),
      executeScript: (script) => alone(() => connection.executeScript(script)),
      startTransaction: async (_isolation?: IsolationLevel) => openTransaction(connection, await door.enter()),
      getConnectionInfo: () => ({ supportsRelationJoins: false }),
      dispose: () => {
        door.close()
        return connection.dispose()
      },
    }
  }
}
