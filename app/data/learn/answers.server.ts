import { z } from 'zod'
import { statement } from '../db.server'
import type { Tx } from '../transact.server'
import type { LessonKey } from './progress.server'

const stored = z.string().transform((text) => z.array(z.string()).parse(JSON.parse(text)))
const row = z.object({ piece: z.string(), answer: stored })

const byLesson = `WITH RECURSIVE family("id") AS (SELECT ?
  UNION SELECT p."id" FROM "Person" p JOIN family f ON p."mergedIntoId" = f."id")
  SELECT "piece", "answer" FROM "PieceAnswer"
  WHERE "personId" IN (SELECT "id" FROM family) AND "course" = ? AND "lesson" = ? ORDER BY "at", "id"`

/** Every answer of a person to the pieces of a lesson, oldest first, by piece. */
export function findAnswers({ personId, course, lesson }: LessonKey): Map<string, string[][]> {
  const answers = new Map<string, string[][]>()
  for (const found of statement(byLesson).all(personId, course, lesson)) {
    const { piece, answer } = row.parse(found)
    answers.set(piece, [...(answers.get(piece) ?? []), answer])
  }
  return answers
}

/** The answers to one piece, oldest first, as this transaction sees them, and when the last was given. */
export async function answersInside(tx: Tx, people: readonly string[], key: Omit<LessonKey, 'personId'>, piece: string) {
  const rows = await tx.pieceAnswer.findMany({
    where: { personId: { in: [...people] }, course: key.course, lesson: key.lesson, piece },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
    select: { answer: true, at: true },
  })
  return { answers: rows.map(({ answer }) => stored.parse(answer)), lastAt: rows.at(-1)?.at ?? null }
}

/** Appends an answer; none is ever changed. */
export async function recordAnswer(
  tx: Tx,
  key: LessonKey,
  given: { id: string; piece: string; answer: readonly string[]; right: boolean; at: Date },
): Promise<void> {
  await tx.pieceAnswer.create({ data: { ...key, ...given, answer: JSON.stringify(given.answer) } })
}
