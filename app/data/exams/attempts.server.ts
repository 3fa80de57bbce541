import { z } from 'zod'
import type { PastAttempt } from '~/domain/exams/may-start'
import { db, statement } from '../db.server'

const instant = z.string().transform((text) => new Date(text))
const flag = z.number().transform((value) => value === 1)
const texts = z.array(z.string())
const ids = z.string().transform((text) => texts.parse(JSON.parse(text)))

const attemptRow = z.object({
  id: z.string(),
  personId: z.string(),
  course: z.string(),
  position: z.string(),
  unitId: z.string(),
  unitName: z.string(),
  postId: z.string().nullable(),
  startedAt: instant,
  deadlineAt: instant,
  closedAt: instant.nullable(),
  closedBy: z.string().nullable(),
  score: z.number().nullable(),
  passed: flag.nullable(),
  evidenceId: z.string().nullable(),
})
export type AttemptRow = z.output<typeof attemptRow>

const family = `WITH RECURSIVE family("id") AS (SELECT ?
  UNION SELECT p."id" FROM "Person" p JOIN family f ON p."mergedIntoId" = f."id")`
const columns = `a."id", a."personId", a."course", a."position", a."unitId", u."name" AS "unitName", a."postId", a."startedAt", a."deadlineAt",
  a."closedAt", a."closedBy", a."score", a."passed", a."evidenceId"`
const source = `"Attempt" a JOIN "Unit" u ON u."id" = a."unitId"`

/** One attempt, only if it is this person's (or of a record merged into his). */
export function findOwnAttempt(personId: string, attemptId: string): AttemptRow | null {
  const found = statement(`SELECT ${columns} FROM ${source} WHERE a."id" = ?`).get(attemptId)
  if (found === undefined) return null
  const attempt = attemptRow.parse(found)
  return attempt.personId === personId || findFamily(personId).includes(attempt.personId) ? attempt : null
}

/** Every attempt of a person at a course, newest first. */
export function findAttempts(personId: string, course: string): AttemptRow[] {
  return statement(
    `${family} SELECT ${columns} FROM ${source} WHERE a."course" = ? AND a."personId" IN (SELECT "id" FROM family) ORDER BY a."startedAt" DESC, a."id" DESC`,
  )
    .all(personId, course)
    .map((row) => attemptRow.parse(row))
}

export const asPast = ({ id, startedAt, deadlineAt, closedAt, passed }: AttemptRow): PastAttempt => ({
  id,
  startedAt,
  deadlineAt,
  closedAt,
  passed,
})

const questionRow = z.object({
  ordinal: z.number(),
  questionId: z.string(),
  revision: z.number(),
  options: ids,
  answer: ids.nullable(),
  right: flag.nullable(),
})
export type PaperQuestion = z.output<typeof questionRow>

/** The questions of a paper in their order, with what was saved. */
export function findPaperQuestions(attemptId: string): PaperQuestion[] {
  return statement(
    `SELECT "ordinal", "questionId", "revision", "options", "answer", "right" FROM "AttemptQuestion" WHERE "attemptId" = ? ORDER BY "ordinal"`,
  )
    .all(attemptId)
    .map((row) => questionRow.parse(row))
}

const optionsRow = z.object({ questionId: z.string(), options: ids })

/** What one question of a paper is and how its options were shown; null where the paper has no such number. */
export function findShownOptions(attemptId: string, ordinal: number): { questionId: string; options: string[] } | null {
  const found = statement(`SELECT "questionId", "options" FROM "AttemptQuestion" WHERE "attemptId" = ? AND "ordinal" = ?`).get(
    attemptId,
    ordinal,
  )
  return found === undefined ? null : optionsRow.parse(found)
}

const idRow = z.object({ id: z.string() })

/** The record of a person and those merged into it. */
export const findFamily = (personId: string): string[] =>
  statement(`${family} SELECT "id" FROM family`)
    .all(personId)
    .map((row) => idRow.parse(row).id)

const lessonRow = z.object({ lesson: z.string() })

/** Lessons of a course that this person has completed. */
export function findCompletedLessons(personId: string, course: string): Set<string> {
  const rows = statement(
    `${family} SELECT DISTINCT "lesson" FROM "LessonProgress" WHERE "course" = ? AND "completedAt" IS NOT NULL AND "personId" IN (SELECT "id" FROM family)`,
  ).all(personId, course)
  return new Set(rows.map((row) => lessonRow.parse(row).lesson))
}

/** Open papers whose deadline is past, the longest overdue first. */
export async function findDueAttempts(now: Date, atMost: number): Promise<{ id: string; course: string }[]> {
  return db().attempt.findMany({
    where: { closedAt: null, deadlineAt: { lt: now } },
    select: { id: true, course: true },
    orderBy: { deadlineAt: 'asc' },
    take: atMost,
  })
}
