import type { Prisma } from '#db'
import { writingClient } from './db.server'
import { insideTransaction } from './one-door.server'

export type Tx = Prisma.TransactionClient

/**
 * Runs `work` in one transaction that holds the writing connection alone; resolves after COMMIT.
 * Inside, use only `tx`: no network, hashing or file work, and no other reader (that throws). Throws `NotSaved` where the database takes
 * nothing: another process holds it for longer than the writer's patience, or the disk is full or fails.
 */
export function transact<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  if (insideTransaction.getStore()) throw new Error('a transaction inside a transaction: pass tx down instead')
  return writingClient().$transaction((tx) => insideTransaction.run(true, () => work(tx)), { maxWait: 40_000, timeout: 20_000 })
}

/**
 * One statement that is its own transaction, for what is written hundreds of times a second; resolves after COMMIT.
 * Returns the number of rows it changed. Instants are passed as Date.
 */
export function writeOne(sql: string, ...values: (string | number | boolean | Date | null)[]): Promise<number> {
  if (insideTransaction.getStore()) throw new Error('inside a transaction only tx may be used')
  return writingClient().$executeRawUnsafe(sql, ...values)
}
