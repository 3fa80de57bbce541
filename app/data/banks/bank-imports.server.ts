import { z } from 'zod'
import { bankFormats } from '~/domain/banks/formats'
import type { BankQuestion } from '~/domain/banks/question'
import { questionFaults } from '~/domain/banks/question'
import { questionBody } from '~/domain/banks/question-body'
import { type ImportResult, importResults } from '~/domain/banks/same-question'
import { db, statement } from '../db.server'
import type { Tx } from '../transact.server'

const counts = z.object({ new: z.number(), changed: z.number() })
const row = z.object({
  id: z.string(),
  placeId: z.string(),
  fileName: z.string(),
  format: z.enum([...bankFormats, '']),
  by: z.string(),
  at: z.date(),
  fault: z.string().nullable(),
  said: z.string(),
  unread: z.string().transform((text) => z.array(z.string()).parse(JSON.parse(text))),
  writtenAt: z.date().nullable(),
  droppedAt: z.date().nullable(),
  counts: z
    .string()
    .nullable()
    .transform((text) => (text === null ? null : counts.parse(JSON.parse(text)))),
})
export type BankImport = z.output<typeof row>

/** A file of one's own; null for every other. */
export async function findBankImport(by: string, id: string, client: Tx = db()): Promise<BankImport | null> {
  const found = await client.bankImport.findFirst({ where: { id, by } })
  return found === null ? null : row.parse(found)
}

/** One's own files for a place, the latest first. */
export const listBankImports = async (by: string, placeId: string): Promise<BankImport[]> =>
  (await db().bankImport.findMany({ where: { by, placeId }, orderBy: [{ at: 'desc' }, { id: 'desc' }], take: 20 })).map((found) =>
    row.parse(found),
  )

export type NewBankImport = Pick<BankImport, 'id' | 'placeId' | 'fileName' | 'format' | 'by' | 'at' | 'fault' | 'said' | 'unread'>

export async function recordBankImport(tx: Tx, { unread, ...fresh }: NewBankImport): Promise<void> {
  await tx.bankImport.create({ data: { ...fresh, unread: JSON.stringify(unread) } })
}

const saidBody = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('question'), question: questionBody, questionId: z.string().nullable() }),
  z.object({ kind: z.literal('fault'), fault: z.enum(questionFaults), said: z.string() }),
])
/** questionId: the question of the bank that it is, or words anew. */
export type ImportLine = { nth: number; line: number; result: ImportResult; body: z.output<typeof saidBody> }
const stored = z
  .object({ nth: z.coerce.number(), line: z.coerce.number(), result: z.enum(importResults), body: z.string() })
  .transform(({ body, ...rest }): ImportLine => ({ ...rest, body: saidBody.parse(JSON.parse(body)) }))

const batch = 500

/** Keeps the questions of a file, instead of what was kept of it before. */
export async function recordImportLines(tx: Tx, importId: string, lines: readonly ImportLine[]): Promise<void> {
  await tx.bankImportLine.deleteMany({ where: { importId } })
  for (let from = 0; from < lines.length; from += batch) {
    const list = JSON.stringify(
      lines.slice(from, from + batch).map(({ nth, line, result, body }) => [nth, line, result, JSON.stringify(body)]),
    )
    await tx.$executeRaw`INSERT INTO "BankImportLine" ("importId", "nth", "line", "result", "body")
      SELECT ${importId}, json_extract("value", '$[0]'), json_extract("value", '$[1]'), json_extract("value", '$[2]'), json_extract("value", '$[3]')
      FROM json_each(${list})`
  }
}

export async function recordBankImportWritten(tx: Tx, id: string, written: z.output<typeof counts>, writtenAt: Date): Promise<void> {
  await tx.bankImport.update({ where: { id }, data: { writtenAt, counts: JSON.stringify(written) } })
}

/** Puts a file aside, and forgets its questions. */
export async function recordBankImportDropped(tx: Tx, id: string, droppedAt: Date): Promise<void> {
  await tx.bankImportLine.deleteMany({ where: { importId: id } })
  await tx.bankImport.update({ where: { id }, data: { droppedAt } })
}

const columns = 'SELECT "nth", "line", "result", "body" FROM "BankImportLine" WHERE "importId" = '
const every = `${columns}? ORDER BY "nth"`
const paged = `${columns}@id AND (@result = '' OR "result" = @result) ORDER BY "nth" LIMIT @take OFFSET @skip`
const tally = 'SELECT "result", COUNT(*) AS "count" FROM "BankImportLine" WHERE "importId" = ? GROUP BY "result"'
const counted = z.object({ result: z.enum(importResults), count: z.number() })

/** Every question of a file. The file must be in reach. */
export const findImportLines = (importId: string): ImportLine[] =>
  statement(every)
    .all(importId)
    .map((found) => stored.parse(found))

export const importLinesAPage = 30

export const pageOfImportLines = (id: string, result: ImportResult | null, page: number): ImportLine[] =>
  statement(paged)
    .all({ id, result: result ?? '', take: importLinesAPage, skip: (page - 1) * importLinesAPage })
    .map((found) => stored.parse(found))

export function countImportLines(importId: string): Record<ImportResult, number> {
  const found = statement(tally)
    .all(importId)
    .map((one) => counted.parse(one))
  return { new: 0, changed: 0, same: 0, refused: 0, ...Object.fromEntries(found.map(({ result, count }) => [result, count])) }
}

export type ImportedWording = { id: string; questionId: string; nth: number; question: BankQuestion }

/** Writes questions that a file brought, all at once. fresh: ids of those that are new. */
export async function recordImportedQuestions(
  tx: Tx,
  {
    placeId,
    fresh,
    wordings,
    at,
    by,
  }: { placeId: string; fresh: readonly string[]; wordings: readonly ImportedWording[]; at: Date; by: string },
): Promise<void> {
  for (let from = 0; from < fresh.length; from += batch) {
    const list = JSON.stringify(fresh.slice(from, from + batch))
    await tx.$executeRaw`INSERT INTO "LocalQuestion" ("id", "placeId", "at", "by") SELECT "value", ${placeId}, ${at}, ${by} FROM json_each(${list})`
  }
  for (let from = 0; from < wordings.length; from += batch) {
    const list = JSON.stringify(
      wordings.slice(from, from + batch).map(({ id, questionId, nth, question }) => [id, questionId, nth, JSON.stringify(question)]),
    )
    await tx.$executeRaw`INSERT INTO "LocalQuestionRevision" ("id", "questionId", "nth", "body", "at", "by")
      SELECT json_extract("value", '$[0]'), json_extract("value", '$[1]'), json_extract("value", '$[2]'), json_extract("value", '$[3]'), ${at}, ${by}
      FROM json_each(${list})`
  }
}
