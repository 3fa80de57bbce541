import { z } from 'zod'
import { statement } from '../db.server'

const instant = z.string().transform((text) => new Date(text))
const options = z.string().transform((text) => z.array(z.string()).parse(JSON.parse(text)))
const family = `WITH RECURSIVE family("id") AS (SELECT ?
  UNION SELECT p."id" FROM "Person" p JOIN family f ON p."mergedIntoId" = f."id")`
const mine = '"personId" IN (SELECT "id" FROM family)'

const askedRow = z.object({
  questionId: z.string(),
  revision: z.number(),
  options,
  right: z.number().transform((value) => value === 1),
  closedAt: instant,
})

const askedOf = `${family} SELECT q."questionId", q."revision", q."options", COALESCE(q."right", 0) AS "right", a."closedAt"
  FROM "Attempt" a JOIN "AttemptQuestion" q ON q."attemptId" = a."id"
  WHERE a.${mine} AND a."closedAt" IS NOT NULL AND a."course" IN (SELECT "value" FROM json_each(?)) ORDER BY a."closedAt", a."id", q."ordinal"`

/** How every question went the last time it was asked in a paper of one of the courses that is closed. */
export function findLastAsked(personId: string, courses: readonly string[]) {
  const rows = statement(askedOf)
    .all(personId, JSON.stringify(courses))
    .map((found) => askedRow.parse(found))
  return new Map(rows.map(({ questionId, ...rest }) => [questionId, rest]))
}

const passedRow = z.object({ at: instant.nullable() })
const lastPass = `${family} SELECT MAX("closedAt") AS "at" FROM "Attempt" WHERE ${mine} AND "passed" = 1
  AND "course" IN (SELECT "value" FROM json_each(?))`

/** When a paper of one of the courses was last passed. */
export const findLastPass = (personId: string, courses: readonly string[]): Date | null =>
  passedRow.parse(statement(lastPass).get(personId, JSON.stringify(courses))).at

const pieceRow = z.object({ lesson: z.string(), piece: z.string(), right: z.number().transform((value) => value === 1), at: instant })
const piecesOf = `${family} SELECT "lesson", "piece", "right", "at" FROM "PieceAnswer" WHERE ${mine}
  AND "course" IN (SELECT "value" FROM json_each(?)) ORDER BY "at", "id"`

/** Every answer to the pieces of the courses, oldest first. */
export const findPieceAnswers = (personId: string, courses: readonly string[]) =>
  statement(piecesOf)
    .all(personId, JSON.stringify(courses))
    .map((found) => pieceRow.parse(found))

const studiedRow = z.object({ lesson: z.string(), at: instant })
const studiedOf = `${family} SELECT "lesson", MAX("at") AS "at" FROM (
    SELECT "lesson", COALESCE("completedAt", "openedAt") AS "at" FROM "LessonProgress" WHERE ${mine} AND "course" IN (SELECT "value" FROM json_each(?))
    UNION ALL SELECT "lesson", "at" FROM "PieceAnswer" WHERE ${mine} AND "course" IN (SELECT "value" FROM json_each(?))
    UNION ALL SELECT d."lesson", d."readAt" FROM "RefresherReading" d JOIN "Refresher" r ON r."id" = d."refresherId" WHERE r.${mine})
  GROUP BY "lesson"`

/** When each lesson was last studied: completed (or else opened), answered in, or read in a refresher. */
export function findLastStudied(personId: string, courses: readonly string[]): ReadonlyMap<string, Date> {
  const among = JSON.stringify(courses)
  const rows = statement(studiedOf)
    .all(personId, among, among)
    .map((found) => studiedRow.parse(found))
  return new Map(rows.map(({ lesson, at }) => [lesson, at]))
}

const readOf = `${family} SELECT d."lesson", MAX(d."readAt") AS "at" FROM "RefresherReading" d JOIN "Refresher" r ON r."id" = d."refresherId"
  WHERE r.${mine} GROUP BY d."lesson"`

/** When each lesson was last read in a refresher. */
export function findLastRefreshed(personId: string): ReadonlyMap<string, Date> {
  const rows = statement(readOf)
    .all(personId)
    .map((found) => studiedRow.parse(found))
  return new Map(rows.map(({ lesson, at }) => [lesson, at]))
}
