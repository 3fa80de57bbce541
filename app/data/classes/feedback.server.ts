import { z } from 'zod'
import { type FeedbackAnswer, type HeapedAnswer, heapOf, paces } from '~/domain/classes/class-feedback'
import { statement } from '../db.server'
import type { Tx } from '../transact.server'

const givenRow = z.object({ given: z.number() })
const givenSql = `SELECT COUNT(*) AS "given" FROM "ClassFeedbackGiven" WHERE "classId" = ? AND "personId" IN (SELECT "value" FROM json_each(?))`

/** Whether somebody has answered already, under whichever record. */
export const hasGivenFeedback = (classId: string, family: readonly string[]): boolean =>
  givenRow.parse(statement(givenSql).get(classId, JSON.stringify(family))).given > 0

const answerRow = z.object({ heap: z.number(), clear: z.string(), unclear: z.string(), pace: z.enum(paces), more: z.string() })

/** Every answer of a class, in an order that says nothing. The class must have been found for whoever asks. */
export const feedbackOf = (found: { id: string }): HeapedAnswer[] =>
  statement('SELECT "heap", "clear", "unclear", "pace", "more" FROM "ClassFeedback" WHERE "classId" = ? ORDER BY "id"')
    .all(found.id)
    .map((row) => answerRow.parse(row))

/**
 * Keeps an answer and, apart from it, that somebody answered: two rows that share nothing but the class. `random` gives ids of 31 bits,
 * because numbers given in order would pair the two. False where he has answered before; then nothing is kept.
 */
export async function recordFeedback(
  tx: Tx,
  { classId, family, personId, answer }: { classId: string; family: readonly string[]; personId: string; answer: FeedbackAnswer },
  random: () => number,
): Promise<boolean> {
  if ((await tx.classFeedbackGiven.count({ where: { classId, personId: { in: [...family] } } })) > 0) return false
  const before = await tx.classFeedback.count({ where: { classId } })
  let id = random()
  while ((await tx.classFeedback.count({ where: { id } })) > 0) id = random()
  let givenId = random()
  while ((await tx.classFeedbackGiven.count({ where: { id: givenId } })) > 0) givenId = random()
  await tx.classFeedbackGiven.create({ data: { id: givenId, classId, personId } })
  await tx.classFeedback.create({ data: { id, classId, heap: heapOf(before), ...answer } })
  return true
}
