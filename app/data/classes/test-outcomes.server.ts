import { z } from 'zod'
import { statement } from '../db.server'
import type { Tx } from '../transact.server'

/** How somebody came out of the test of a part: the paper that he passed, else his best. at: when it was handed in. score: whole percent. */
export type TestOutcome = { person: string; part: string; passed: boolean; at: Date; score: number }

const row = z
  .object({
    personId: z.string(),
    part: z.string(),
    passed: z.union([z.number(), z.boolean()]),
    at: z.union([z.string(), z.date()]).transform((at) => new Date(at)),
    score: z.coerce.number(),
  })
  .transform(({ personId, passed, ...one }): TestOutcome => ({ ...one, person: personId, passed: Boolean(passed) }))

const outcomesSql = `SELECT p."personId", t."part", c."passed", c."at", c."score" FROM "ClassPaperClosing" c
  JOIN "ClassPaper" p ON p."id" = c."paperId" JOIN "ClassTest" t ON t."id" = p."testId"
  WHERE t."classId" = ? ORDER BY p."personId", t."part", c."passed" DESC, c."score" DESC, c."at"`

const bestOf = (rows: readonly unknown[]): TestOutcome[] => {
  const best = new Map<string, TestOutcome>()
  for (const one of rows) {
    const outcome = row.parse(one)
    const key = `${outcome.person} ${outcome.part}`
    if (!best.has(key)) best.set(key, outcome)
  }
  return [...best.values()]
}

/**
 * How everybody came out of the tests of a class on the phone, one line a person and part; who has handed in nothing has no line. The
 * class must have been found for whoever asks. Papers whose time is over are closed by their job, within half a minute.
 */
export const classTestOutcomes = (classId: string): TestOutcome[] => bestOf(statement(outcomesSql).all(classId))

/** The same as this transaction sees it. */
export async function classTestOutcomesInside(tx: Tx, classId: string): Promise<TestOutcome[]> {
  const found: unknown = await tx.$queryRawUnsafe(outcomesSql, classId)
  return bestOf(z.array(z.unknown()).parse(found))
}
