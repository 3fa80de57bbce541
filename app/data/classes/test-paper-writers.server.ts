import { z } from 'zod'
import { paperEnds } from '~/domain/classes/class-paper'
import type { ClassTestBody } from '~/domain/classes/class-test'
import { classTestBody, testStepKinds } from '~/domain/classes/class-test'
import type { DrawnQuestion } from '~/domain/exams/draw-paper'
import { type Exam, questionAsDrawn } from '~/domain/exams/exam'
import { gradePaper } from '~/domain/exams/grading'
import type { PastAttempt } from '~/domain/exams/may-start'
import type { Tx } from '../transact.server'

const ids = z.array(z.string())
const kind = z.enum(testStepKinds)

/** A person's papers of a test as this transaction sees them, in order, with the ends that they really have. */
export async function testPapersInside(tx: Tx, testId: string, family: readonly string[]): Promise<PastAttempt[]> {
  const steps = await stepsInside(tx, testId)
  const papers = await tx.classPaper.findMany({
    where: { testId, personId: { in: [...family] } },
    include: { closing: true },
    orderBy: [{ startedAt: 'asc' }, { nth: 'asc' }],
  })
  return papers.map(({ id, startedAt, deadlineAt, closing }) => ({
    ...{ id, startedAt },
    deadlineAt: paperEnds({ startedAt, deadlineAt }, steps),
    closedAt: closing?.at ?? null,
    passed: closing?.passed ?? null,
  }))
}

async function stepsInside(tx: Tx, testId: string) {
  const found = await tx.classTestStep.findMany({ where: { testId }, orderBy: { nth: 'asc' } })
  return found.map(({ nth, kind: said, at }) => ({ nth, at, kind: kind.parse(said) }))
}

export type NewTestPaper = {
  id: string
  testId: string
  personId: string
  nth: number
  revision: number
  startedAt: Date
  deadlineAt: Date
}

/** A paper is handed out. */
export async function recordTestPaper(tx: Tx, paper: NewTestPaper, drawn: readonly DrawnQuestion[]): Promise<void> {
  await tx.classPaper.create({ data: paper })
  const list = JSON.stringify(drawn.map(({ question, options }, at) => [at + 1, question.id, question.revision, JSON.stringify(options)]))
  await tx.$executeRaw`INSERT INTO "ClassPaperQuestion" ("paperId", "ordinal", "questionId", "revision", "options")
    SELECT ${paper.id}, json_extract("value", '$[0]'), json_extract("value", '$[1]'), json_extract("value", '$[2]'), json_extract("value", '$[3]')
    FROM json_each(${list})`
}

/** An answer as JSON text, or null to take it back. */
export type TestAnswer = { ordinal: number; answer: string | null }

/** Keeps answers while the paper is open and its time is not over; returns how many were kept. */
export async function recordTestAnswers(tx: Tx, paperId: string, answers: readonly TestAnswer[], now: Date): Promise<number> {
  const list = JSON.stringify(answers)
  return tx.$executeRaw`UPDATE "ClassPaperQuestion" SET "answer" = b."answer", "savedAt" = ${now}
    FROM (SELECT json_extract("value", '$.ordinal') AS "ordinal", json_extract("value", '$.answer') AS "answer" FROM json_each(${list})) b
    JOIN "ClassPaper" p ON p."id" = ${paperId}
    WHERE "ClassPaperQuestion"."paperId" = p."id" AND "ClassPaperQuestion"."ordinal" = b."ordinal" AND p."deadlineAt" >= ${now}
      AND NOT EXISTS (SELECT 1 FROM "ClassPaperClosing" c WHERE c."paperId" = p."id")
      AND NOT EXISTS (SELECT 1 FROM "ClassTestStep" s WHERE s."testId" = p."testId" AND s."kind" = 'closed'
        AND s."at" >= p."startedAt" AND s."at" < ${now})`
}

/**
 * Closes a paper once: grades what was saved by what the test was when it was begun. Past its end it counts as closed at its end. False
 * when it was closed already; then nothing is changed.
 */
export async function closeTestPaper(tx: Tx, paperId: string, bank: Pick<Exam, 'questions'>, now: Date): Promise<boolean> {
  const paper = await tx.classPaper.findUnique({
    where: { id: paperId },
    include: { closing: true, questions: { orderBy: { ordinal: 'asc' } } },
  })
  if (paper === null || paper.closing !== null) return false
  const { pass } = await bodyThen(tx, paper.testId, paper.revision)
  const ends = paperEnds(paper, await stepsInside(tx, paper.testId))
  const { score, passed, right } = gradePaper(
    paper.questions.map((row) => ({
      question: questionAsDrawn(bank, row),
      answer: row.answer === null ? null : ids.parse(JSON.parse(row.answer)),
    })),
    pass,
  )
  await tx.classPaperClosing.create({
    data: {
      ...{ paperId, score, passed },
      at: now > ends ? ends : now,
      way: now > ends ? 'end' : 'person',
      right: JSON.stringify(paper.questions.filter((_, at) => right[at]).map(({ ordinal }) => ordinal)),
    },
  })
  return true
}

async function bodyThen(tx: Tx, testId: string, nth: number): Promise<ClassTestBody> {
  const found = await tx.classTestRevision.findUniqueOrThrow({ where: { testId_nth: { testId, nth } } })
  return classTestBody.parse(JSON.parse(found.body))
}
