import { z } from 'zod'
import type { VisitAnswers } from '~/domain/learn/visit/visit'
import { statement } from '../db.server'
import type { Tx } from '../transact.server'

const kept = z.object({ looked: z.array(z.string()).nullable(), picks: z.array(z.string()) })
const row = z.object({
  id: z.string(),
  personId: z.string(),
  door: z.string(),
  answers: z.string().transform((text) => kept.parse(JSON.parse(text))),
  startedAt: z.string().transform((text) => new Date(text)),
  endedAt: z
    .string()
    .nullable()
    .transform((text) => (text === null ? null : new Date(text))),
})

/** One visit to a door of the street, as far as it went. */
export type VisitRunRow = z.output<typeof row>

const runs = `WITH RECURSIVE family("id") AS (SELECT ?
  UNION SELECT p."id" FROM "Person" p JOIN family f ON p."mergedIntoId" = f."id")
  SELECT r."id", r."personId", r."door", r."answers", r."startedAt", r."endedAt" FROM "VisitRun" r
  WHERE r."personId" IN (SELECT "id" FROM family)`
const newestFirst = 'ORDER BY r."startedAt" DESC, r."id" DESC'

/** Every visit of a person, newest first. */
export const findVisitRuns = (personId: string): VisitRunRow[] =>
  statement(`${runs} ${newestFirst}`)
    .all(personId)
    .map((found) => row.parse(found))

/** One visit, only if it is this person's own. */
export function findOwnVisitRun(personId: string, id: string): VisitRunRow | null {
  const found = statement(`${runs} AND r."id" = ?`).get(personId, id)
  return found === undefined ? null : row.parse(found)
}

const written = (answers: VisitAnswers) => JSON.stringify({ looked: answers.looked, picks: answers.picks })

/** A visit begins with nothing handed in. */
export async function recordVisitStarted(
  tx: Tx,
  run: { id: string; personId: string; door: string; startedAt: Date; answers: VisitAnswers },
): Promise<void> {
  await tx.visitRun.create({ data: { ...run, answers: written(run.answers) } })
}

/** Writes the next answers of an open visit. False where another page has gone on with it meanwhile. */
export async function recordVisitAnswers(
  tx: Tx,
  id: string,
  { before, after, endedAt }: { before: VisitAnswers; after: VisitAnswers; endedAt: Date | null },
): Promise<boolean> {
  const { count } = await tx.visitRun.updateMany({
    where: { id, endedAt: null, answers: written(before) },
    data: { answers: written(after), endedAt },
  })
  return count === 1
}
