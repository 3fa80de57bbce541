import { z } from 'zod'
import { statement } from '../db.server'

const instant = z.string().transform((text) => new Date(text))
const flag = z.number().transform((value) => value === 1)
const texts = z.array(z.string())
const ids = z.string().transform((text) => texts.parse(JSON.parse(text)))
const ordinals = z.array(z.number())

const paperRow = z.object({
  id: z.string(),
  testId: z.string(),
  classId: z.string(),
  part: z.string(),
  personId: z.string(),
  nth: z.number(),
  revision: z.number(),
  startedAt: instant,
  deadlineAt: instant,
  closedAt: instant.nullable(),
  way: z.enum(['person', 'end']).nullable(),
  score: z.number().nullable(),
  passed: flag.nullable(),
  right: z
    .string()
    .nullable()
    .transform((text) => (text === null ? [] : ordinals.parse(JSON.parse(text)))),
})
export type TestPaper = z.output<typeof paperRow>

const papersSql = `SELECT p."id", p."testId", t."classId", t."part", p."personId", p."nth", p."revision", p."startedAt", p."deadlineAt",
  c."at" AS "closedAt", c."way", c."score", c."passed", c."right"
  FROM "ClassPaper" p JOIN "ClassTest" t ON t."id" = p."testId" LEFT JOIN "ClassPaperClosing" c ON c."paperId" = p."id"`

/** One paper, only if it is of one of these records of the person who asks. */
export function findOwnTestPaper(family: readonly string[], id: string): TestPaper | null {
  const found = statement(`${papersSql} WHERE p."id" = ?`).get(id)
  if (found === undefined) return null
  const paper = paperRow.parse(found)
  return family.includes(paper.personId) ? paper : null
}

/** A person's papers of a test, in the order in which they were begun. */
export const testPapersOf = (testId: string, family: readonly string[]): TestPaper[] =>
  statement(
    `${papersSql} WHERE p."testId" = ? AND p."personId" IN (SELECT "value" FROM json_each(?)) ORDER BY p."startedAt", p."nth", p."id"`,
  )
    .all(testId, JSON.stringify(family))
    .map((row) => paperRow.parse(row))

/** A person's papers that were not handed in, whatever the test. */
export const openTestPapers = (family: readonly string[]): TestPaper[] =>
  statement(
    `${papersSql} WHERE c."paperId" IS NULL AND p."personId" IN (SELECT "value" FROM json_each(?)) ORDER BY p."startedAt" DESC, p."id"`,
  )
    .all(JSON.stringify(family))
    .map((row) => paperRow.parse(row))

const questionRow = z.object({
  ordinal: z.number(),
  questionId: z.string(),
  revision: z.number(),
  options: ids,
  answer: ids.nullable(),
})
export type TestPaperQuestion = z.output<typeof questionRow>

/** The questions of a paper in their order, with what was saved. */
export const testPaperQuestions = (paperId: string): TestPaperQuestion[] =>
  statement(
    `SELECT "ordinal", "questionId", "revision", "options", "answer" FROM "ClassPaperQuestion" WHERE "paperId" = ? ORDER BY "ordinal"`,
  )
    .all(paperId)
    .map((row) => questionRow.parse(row))

/** Of how many people it is known: how many began, how many have handed in, how many sit now. Counts, never names. */
export type TestFigures = { began: number; handedIn: number; sitting: number }
const figuresRow = z.object({ began: z.number(), sitting: z.number() })
const figuresSql = `SELECT COUNT(DISTINCT p."personId") AS "began",
  COUNT(DISTINCT CASE WHEN c."paperId" IS NULL THEN p."personId" END) AS "sitting"
  FROM "ClassPaper" p LEFT JOIN "ClassPaperClosing" c ON c."paperId" = p."id" WHERE p."testId" = ?`

export function testFigures(testId: string): TestFigures {
  const { began, sitting } = figuresRow.parse(statement(figuresSql).get(testId))
  return { began, sitting, handedIn: began - sitting }
}

const dueSql = `SELECT p."id" FROM "ClassPaper" p LEFT JOIN "ClassPaperClosing" c ON c."paperId" = p."id"
  WHERE c."paperId" IS NULL AND (p."deadlineAt" < ? OR EXISTS (SELECT 1 FROM "ClassTestStep" s
    WHERE s."testId" = p."testId" AND s."kind" = 'closed' AND s."at" >= p."startedAt" AND s."at" < ?))
  ORDER BY p."deadlineAt", p."id" LIMIT ?`
const idRow = z.object({ id: z.string() })
const stored = (at: Date): string => at.toISOString().replace('Z', '+00:00')

/** Open papers whose time is over, by their deadline or because the test was closed. */
export const dueTestPapers = (now: Date, atMost: number): string[] =>
  statement(dueSql)
    .all(stored(now), stored(now), atMost)
    .map((row) => idRow.parse(row).id)
