import { z } from 'zod'
import type { DrawnQuestion } from '~/domain/exams/draw-paper'
import { type Exam, questionAsDrawn } from '~/domain/exams/exam'
import { gradePaper } from '~/domain/exams/grading'
import { type IssueTools, recordPass } from '../credentials/passes.server'
import type { Tx } from '../transact.server'

const ids = z.array(z.string())

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
  const open = await tx.attempt.findFirst({
    where: { personId: { in: [...personIds] }, course, closedAt: null },
    orderBy: { startedAt: 'desc' },
    select: { id: true },
  })
  return open?.id ?? null
}

/** A paper is handed out. */
export async function recordAttempt(tx: Tx, attempt: NewAttempt, drawn: readonly DrawnQuestion[]): Promise<void> {
  await tx.attempt.create({ data: attempt })
  await tx.attemptQuestion.createMany({
    data: drawn.map(({ question, options }, at) => ({
      attemptId: attempt.id,
      ordinal: at + 1,
      questionId: question.id,
      revision: question.revision,
      options: JSON.stringify(options),
    })),
  })
}

/** True when the answer was kept: the paper is this person's, still open, and its deadline is not past. Null takes an answer back. */
export async function recordAnswer(
  tx: Tx,
  saved: { attemptId: string; personId: string; ordinal: number; answer: string | null; now: Date },
): Promise<boolean> {
  const { attemptId, personId, ordinal, answer, now } = saved
  const kept = await tx.$executeRaw`UPDATE "AttemptQuestion" SET "answer" = ${answer}, "savedAt" = ${now}
    WHERE "attemptId" = ${attemptId} AND "ordinal" = ${ordinal} AND EXISTS (SELECT 1 FROM "Attempt" a
      WHERE a."id" = ${attemptId} AND a."personId" = ${personId} AND a."closedAt" IS NULL AND a."deadlineAt" >= ${now})`
  return kept === 1
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
 * Closes a paper once: grades what was saved, and with a pass writes evidence and certificate in the same transaction.
 * Past its deadline it counts as closed at the deadline. False when it was closed already; then nothing is changed.
 */
export async function closePaper(tx: Tx, { attemptId, exam, now, by, issue }: Closing): Promise<boolean> {
  const attempt = await tx.attempt.findUnique({ where: { id: attemptId } })
  if (!attempt || attempt.closedAt !== null) return false
  const answered = await tx.attemptQuestion.findMany({ where: { attemptId }, orderBy: { ordinal: 'asc' } })
  const graded = gradePaper(
    answered.map((row) => ({
      question: questionAsDrawn(exam, row),
      answer: row.answer === null ? null : ids.parse(JSON.parse(row.answer)),
    })),
    exam.pass,
  )
  const late = now > attempt.deadlineAt
  const closedAt = late ? attempt.deadlineAt : now
  const { count } = await tx.attempt.updateMany({
    where: { id: attemptId, closedAt: null },
    data: { closedAt, closedBy: late ? 'deadline' : 'person', score: graded.score, passed: graded.passed },
  })
  if (count === 0) return false
  const right = JSON.stringify(answered.filter((_, at) => graded.right[at]).map((row) => row.ordinal))
  await tx.$executeRaw`UPDATE "AttemptQuestion" SET "right" = ("ordinal" IN (SELECT "value" FROM json_each(${right}))) WHERE "attemptId" = ${attemptId}`
  if (graded.passed) await recordPass(tx, { attempt: { ...attempt, closedAt }, gives: exam.gives, at: now, by, issue })
  return true
}
