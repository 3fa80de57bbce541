import { z } from 'zod'
import { importKinds } from '~/domain/imports/heading-words'
import { type ResultKind, resultKinds } from '~/domain/imports/line-result'
import { db, statement } from '../db.server'
import type { Tx } from '../transact.server'
import { inBatches } from './in-batches.server'

const counts = z.object({
  ...{ people: z.number(), posts: z.number(), changed: z.number(), units: z.number() },
  ...{ licences: z.number().optional(), trainings: z.number().optional(), drills: z.number().optional() },
})
/** What was written: new people, posts begun, people or units put right, new units; licences, past trainings and drills. */
export type WrittenCounts = z.output<typeof counts>

const row = z.object({
  id: z.string(),
  kind: z.enum(importKinds),
  unitId: z.string().nullable(),
  fileName: z.string(),
  askedBy: z.string(),
  askedAt: z.date(),
  done: z.number(),
  total: z.number().nullable(),
  toldAt: z.date(),
  readAt: z.date().nullable(),
  fault: z.string().nullable(),
  writtenAt: z.date().nullable(),
  droppedAt: z.date().nullable(),
  counts: z
    .string()
    .nullable()
    .transform((text) => (text === null ? null : counts.parse(JSON.parse(text)))),
})
export type RosterImport = z.output<typeof row>

/** A sheet of one's own; null for every other. */
export async function findImport(askedBy: string, id: string, client: Tx = db()): Promise<RosterImport | null> {
  const found = await client.rosterImport.findFirst({ where: { id, askedBy } })
  return found === null ? null : row.parse(found)
}

/** One's own sheets, the latest first. */
export const listImports = async (askedBy: string, take = 30): Promise<RosterImport[]> =>
  (await db().rosterImport.findMany({ where: { askedBy }, orderBy: [{ askedAt: 'desc' }, { id: 'desc' }], take })).map((found) =>
    row.parse(found),
  )

export type NewImport = Pick<RosterImport, 'id' | 'kind' | 'unitId' | 'fileName' | 'askedBy' | 'askedAt'>

export async function recordImportAsked(tx: Tx, fresh: NewImport): Promise<void> {
  await tx.rosterImport.create({ data: { ...fresh, done: 0, toldAt: fresh.askedAt } })
}

/** How far the reading is; total is null while nobody knows how many rows there are. */
export async function recordImportTold(tx: Tx, id: string, told: { done: number; total: number | null; toldAt: Date }): Promise<void> {
  await tx.rosterImport.updateMany({ where: { id, readAt: null }, data: told })
}

export async function recordImportUnreadable(tx: Tx, id: string, fault: string, readAt: Date): Promise<void> {
  await tx.rosterImport.updateMany({ where: { id, readAt: null }, data: { fault, readAt } })
}

export async function recordImportRead(tx: Tx, id: string, total: number, readAt: Date): Promise<void> {
  await tx.rosterImport.update({ where: { id }, data: { done: total, total, readAt } })
}

export async function recordImportWritten(tx: Tx, id: string, written: WrittenCounts, writtenAt: Date): Promise<void> {
  await tx.rosterImport.update({ where: { id }, data: { writtenAt, counts: JSON.stringify(written) } })
}

/** Puts a sheet aside, and forgets its rows. */
export async function recordImportDropped(tx: Tx, id: string, droppedAt: Date): Promise<void> {
  await tx.rosterLine.deleteMany({ where: { importId: id } })
  await tx.rosterImport.update({ where: { id }, data: { droppedAt } })
}

/** Forgets the rows of sheets that were brought before an instant. */
export async function recordLinesForgotten(tx: Tx, before: Date): Promise<void> {
  await tx.rosterLine.deleteMany({ where: { import: { askedAt: { lt: before } } } })
}

export type StoredLine = { line: number; result: ResultKind; body: string }
const stored = z.object({ line: z.coerce.number(), result: z.enum(resultKinds), body: z.string() })

const insert = `INSERT INTO "RosterLine" ("importId", "line", "result", "body")
  SELECT ?, json_extract("value", '$.line'), json_extract("value", '$.result'), json_extract("value", '$.body') FROM json_each(?) WHERE true
  ON CONFLICT ("importId", "line") DO UPDATE SET "result" = excluded."result", "body" = excluded."body"`

/** Keeps rows, those that are there already as they are now. */
export async function recordLines(tx: Tx, importId: string, lines: readonly StoredLine[]): Promise<void> {
  await inBatches(lines, (json) => tx.$executeRawUnsafe(insert, importId, json))
}

const every = 'SELECT "line", "result", "body" FROM "RosterLine" WHERE "importId" = ? ORDER BY "line"'
const tally = 'SELECT "result", COUNT(*) AS "count" FROM "RosterLine" WHERE "importId" = ? GROUP BY "result"'
const paged = `SELECT "line", "result", "body" FROM "RosterLine" WHERE "importId" = @importId AND (@result = '' OR "result" = @result)
  ORDER BY "line" LIMIT @take OFFSET @skip`
const single = 'SELECT "line", "result", "body" FROM "RosterLine" WHERE "importId" = ? AND "line" = ?'
const counted = z.object({ result: z.enum(resultKinds), count: z.number() })

/** Every row of a sheet. The sheet must be in reach. */
export const findLines = (importId: string): StoredLine[] =>
  statement(every)
    .all(importId)
    .map((found) => stored.parse(found))

export const findLine = (importId: string, line: number): StoredLine | null => {
  const found = statement(single).get(importId, line)
  return found === undefined ? null : stored.parse(found)
}

/** How many rows of a sheet there are of each result. */
export const countLines = (importId: string): Map<ResultKind, number> =>
  new Map(
    statement(tally)
      .all(importId)
      .map((found) => counted.parse(found))
      .map(({ result, count }) => [result, count]),
  )

export const linesAPage = 50

/** One page of a sheet's rows, all or of one result. */
export const pageOfLines = (importId: string, result: ResultKind | null, page: number): StoredLine[] =>
  statement(paged)
    .all({ importId, result: result ?? '', take: linesAPage, skip: (page - 1) * linesAPage })
    .map((found) => stored.parse(found))
