import { z } from 'zod'
import { statement } from '../db.server'
import type { Tx } from '../transact.server'

const json = <S extends z.ZodType>(schema: S) => z.string().transform((text): z.output<S> => schema.parse(JSON.parse(text)))
/** Something a batch does not hold. gone: the unit closed, or left the asker's scope. `name`: the unit, or the file that could not be drawn. */
const leftOut = z.object({ name: z.string(), reason: z.enum(['gone', 'unreadable', 'unprintable']) })
export type LeftOut = z.output<typeof leftOut>
const row = z.object({
  id: z.string(),
  placeId: z.string(),
  year: z.number(),
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
export type FolderBatch = z.output<typeof row>

const columns = `SELECT "id", "placeId", "year", "ask", "total", "done", "left", "bytes", "askedBy", "askedAt", "startedAt", "finishedAt", "fault"
  FROM "FolderBatch"`
const byId = `${columns} WHERE "id" = ? AND "askedBy" = ?`
const unfinished = `${columns} WHERE "finishedAt" IS NULL ORDER BY "startedAt" IS NULL, "total", "askedAt", "id" LIMIT 1`
const latest = `${columns} WHERE "askedBy" = ? ORDER BY "askedAt" DESC, "id" DESC LIMIT 10`

const one = (found: unknown): FolderBatch | null => (found === undefined ? null : row.parse(found))

/** A batch that this account asked for. Whether its units are still in his scope, the caller asks. */
export const findOwnFolderBatch = (id: string, accountId: string): FolderBatch | null => one(statement(byId).get(id, accountId))

/** What an account asked for lately, the latest first. */
export const listOwnFolderBatches = (accountId: string): FolderBatch[] =>
  statement(latest)
    .all(accountId)
    .map((found) => row.parse(found))

/** The batch that was being made when the server ended, or else the smallest that waits. */
export const findFolderBatchToMake = (): FolderBatch | null => one(statement(unfinished).get())

export type NewFolderBatch = { id: string; placeId: string; year: number; ask: readonly string[]; askedBy: string; askedAt: Date }

export async function recordFolderBatchAsked(tx: Tx, { ask, ...batch }: NewFolderBatch): Promise<void> {
  await tx.folderBatch.create({ data: { ...batch, ask: JSON.stringify(ask), total: ask.length, done: 0, left: '[]' } })
}

/** The making begins, from the first unit. */
export async function recordFolderBatchStarted(tx: Tx, id: string, startedAt: Date): Promise<void> {
  await tx.folderBatch.updateMany({ where: { id }, data: { startedAt, done: 0, left: '[]' } })
}

export async function recordFolderBatchProgress(tx: Tx, id: string, done: number): Promise<void> {
  await tx.folderBatch.updateMany({ where: { id }, data: { done } })
}

export type FolderBatchEnd = { finishedAt: Date } & ({ bytes: number; left: readonly LeftOut[]; done: number } | { fault: string })

export async function recordFolderBatchFinished(tx: Tx, id: string, end: FolderBatchEnd): Promise<void> {
  const data = 'fault' in end ? end : { ...end, left: JSON.stringify(end.left) }
  await tx.folderBatch.updateMany({ where: { id }, data })
}

/** Forgets batches that were finished before an instant, and returns which. */
export async function recordFolderBatchesForgotten(tx: Tx, before: Date): Promise<string[]> {
  const old = await tx.folderBatch.findMany({ where: { finishedAt: { lt: before } }, select: { id: true } })
  const ids = old.map(({ id }) => id)
  if (ids.length > 0) await tx.folderBatch.deleteMany({ where: { id: { in: ids } } })
  return ids
}
