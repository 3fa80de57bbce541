import { z } from 'zod'
import type { DrawnQuestion } from '~/domain/exams/draw-paper'
import { type Exam, questionAsDrawn } from '~/domain/exams/exam'
import { gradePaper } from '~/domain/exams/grading'
import { type IssueTools, recordPass } from '../credentials/passes.server'
import type { Tx } from '../transact.server'

const ids = z.array(z.string())
const answerRows = z.array(
  z.object({ ordinal: z.coerce.number(), questionId: z.string(), revision: z.coerce.number(), answer: z.string().nullable() }),
)

const idRows = z.array(z.object({ id: z.string() }))

export type NewAttempt = {
  id: string
  personId: string
  course: string
  position: string
  unitId: string
  postId: string | null
  startedAt: Date
  deadlineAt: Date
}

/** The open paper of a person (all his records) at a course, if there is one. */
export async function openPaper(tx: Tx, personIds: readonly string[], course: string): Promise<string | null> {
  const open = idRows.parse(
    await tx.$queryRaw`SELECT "id" FROM "Attempt" WHERE "course" = ${course} AND "closedAt" IS NULL
      AND "personId" IN (SELECT "value" FROM json_each(${JSON.stringify(personIds)})) ORDER BY "startedAt" DESC LIMIT 1`,
  )
  return open[0]?.id ?? null
}

/** A paper is handed out. */
export async function recordAttempt(tx: Tx, attempt: NewAttempt, drawn: readonly DrawnQuestion[]): Promise<void> {
  const { id, personId, course, position, unitId, postId, startedAt, deadlineAt } = attempt
  await tx.$executeRaw`INSERT INTO "Attempt" ("id", "personId", "course", "position", "unitId", "postId", "startedAt", "deadlineAt")
    VALUES (${id}, ${personId}, ${course}, ${position}, ${unitId}, ${postId}, ${startedAt}, ${deadlineAt})`
  const list = JSON.stringify(drawn.map(({ question, options }, at) => [at + 1, question.id, question.revision, JSON.stringify(options)]))
  await tx.$executeRaw`INSERT INTO "AttemptQuestion" ("attemptId", "ordinal", "questionId", "revision", "options")
    SELECT ${attempt.id}, json_extract("value", '$[0]'), json_extract("value", '$[1]'), json_extract("value", '$[2]'), json_extract("value", '$[3]')
    FROM json_each(${list})`
}

export type Closing = {
  attemptId: string
  exam: Exam
  now: Date
  /** Account id, or 'system' for the job. */
  by: string
  issue: IssueTools
}

/**
 * Closes a paper once: grades what was saved, and with a pass writes evidence, and the certificate of a course, in the same transaction.
 * Past its deadline it counts as closed at the deadline. False when it was closed already; then nothing is changed.
 */
export async function closePaper(tx: Tx, { attemptId, exam, now, by, issue }: Closing): Promise<boolean> {
  const attempt = await tx.attempt.findUnique({ where: { id: attemptId } })
  if (!attempt || attempt.closedAt !== null) return false
  const answered = answerRows.parse(
    await tx.$queryRaw`SELECT "ordinal", "questionId", "revision", "answer" FROM "AttemptQuestion" WHERE "attemptId" = ${attemptId} ORDER BY "ordinal"`,
  )
  const graded = gradePaper(
    answered.map((row) => ({
      question: questionAsDrawn(exam, row),
      answer: row.answer === null ? null : ids.parse(JSON.parse(row.answer)),
    })),
    exam.pass,
  )
  const late = now > attempt.deadlineAt
  const closedAt = late ? attempt.deadlineAt : now
  await tx.$executeRaw`UPDATE "Attempt" SET "closedAt" = ${closedAt}, "closedBy" = ${late ? 'deadline' : 'person'},
    "score" = ${graded.score}, "passed" = ${graded.passed} WHERE "id" = ${attemptId}`
  const right = JSON.stringify(answered.filter((_, at) => graded.right[at]).map((row) => row.ordinal))
  await tx.$executeRaw`UPDATE "AttemptQuestion" SET "right" = ("ordinal" IN (SELECT "value" FROM json_each(${right}))) WHERE "attemptId" = ${attemptId}`
  if (graded.passed)
    await recordPass(tx, { attempt: { ...attempt, closedAt }, gives: exam.gives, certifies: exam.certifies, at: now, by, issue })
  return true
}
