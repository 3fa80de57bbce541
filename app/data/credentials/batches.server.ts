import { z } from 'zod'
import type { Scope } from '~/domain/accounts/scope'
import type { LeftOut } from '~/domain/credentials/batch'
import { db, statement } from '../db.server'
import { unitsInScope } from '../org/scope-where.server'
import type { Tx } from '../transact.server'

const json = <S extends z.ZodType>(schema: S) => z.string().transform((text): z.output<S> => schema.parse(JSON.parse(text)))
const leftOut = z.object({ number: z.string(), reason: z.enum(['revoked', 'corrected', 'gone', 'unprintable']) })
const row = z.object({
  id: z.string(),
  ask: json(z.array(z.string())),
  total: z.number(),
  done: z.number(),
  left: json(z.array(leftOut)),
  bytes: z.number().nullable(),
  askedBy: z.string(),
  askedAt: z.string(),
  startedAt: z.string().nullable(),
  finishedAt: z.string().nullable(),
  fault: z.string().nullable(),
})
export type CertificateBatch = z.output<typeof row>

const columns = `SELECT "id", "ask", "total", "done", "left", "bytes", "askedBy", "askedAt", "startedAt", "finishedAt", "fault" FROM "CertificateBatch"`
const byId = `${columns} WHERE "id" = ? AND "askedBy" = ?`
const unfinished = `${columns} WHERE "finishedAt" IS NULL ORDER BY "startedAt" IS NULL, "askedAt", "id" LIMIT 1`
const latest = `${columns} WHERE "askedBy" = ? ORDER BY "askedAt" DESC, "id" DESC LIMIT 10`
const unitsOf = `SELECT DISTINCT c."unitId" FROM json_each(?) wanted JOIN "Certificate" c ON c."id" = wanted."value"`

const one = (found: unknown): CertificateBatch | null => (found === undefined ? null : row.parse(found))

/** A print that this account asked for, if every unit in it lies in the scope of today; null otherwise. */
export async function findOwnBatch(id: string, accountId: string, scope: Scope): Promise<CertificateBatch | null> {
  const batch = one(statement(byId).get(id, accountId))
  if (batch === null || scope.everything) return batch
  const units = statement(unitsOf)
    .all(JSON.stringify(batch.ask))
    .map((found) => z.object({ unitId: z.string() }).parse(found).unitId)
  const reached = await db().unit.count({ where: { AND: [{ id: { in: units } }, unitsInScope(scope)] } })
  return reached === units.length ? batch : null
}

/** The prints that an account asked for lately, the latest first. */
export const listOwnBatches = (accountId: string): CertificateBatch[] =>
  statement(latest)
    .all(accountId)
    .map((found) => row.parse(found))

/** The print that was being made when the server ended, or else the one that waits longest. */
export const findBatchToMake = (): CertificateBatch | null => one(statement(unfinished).get())

export async function recordBatchAsked(
  tx: Tx,
  batch: { id: string; ask: readonly string[]; askedBy: string; askedAt: Date },
): Promise<void> {
  const { ask, ...rest } = batch
  await tx.certificateBatch.create({ data: { ...rest, ask: JSON.stringify(ask), total: ask.length, done: 0, left: '[]' } })
}

/** The making begins, from the first certificate. */
export async function recordBatchStarted(tx: Tx, id: string, startedAt: Date): Promise<void> {
  await tx.certificateBatch.updateMany({ where: { id }, data: { startedAt, done: 0, left: '[]' } })
}

export async function recordBatchProgress(tx: Tx, id: string, done: number): Promise<void> {
  await tx.certificateBatch.updateMany({ where: { id }, data: { done } })
}

export type BatchEnd = { finishedAt: Date } & ({ bytes: number; left: readonly LeftOut[]; done: number } | { fault: string })

export async function recordBatchFinished(tx: Tx, id: string, end: BatchEnd): Promise<void> {
  const data = 'fault' in end ? end : { ...end, left: JSON.stringify(end.left) }
  await tx.certificateBatch.updateMany({ where: { id }, data })
}

/** Forgets prints that were finished before an instant, and returns which. */
export async function recordBatchesForgotten(tx: Tx, before: Date): Promise<string[]> {
  const old = await tx.certificateBatch.findMany({ where: { finishedAt: { lt: before } }, select: { id: true } })
  const ids = old.map(({ id }) => id)
  if (ids.length > 0) await tx.certificateBatch.deleteMany({ where: { id: { in: ids } } })
  return ids
}
