import { z } from 'zod'
import { asExamQuestion } from '~/domain/banks/as-exam-question'
import type { BankQuestion } from '~/domain/banks/question'
import { questionBody } from '~/domain/banks/question-body'
import type { ExamQuestion } from '~/domain/exams/question'
import { perDatabase, statement } from '../db.server'
import { questionsOfPlace } from './local-questions.server'

const stampRow = z.object({ stamp: z.string() })
const stampSql = `SELECT (SELECT COUNT(*) FROM "LocalQuestionVerdict") || ' ' || (SELECT COALESCE(MAX("revisionId"), '') FROM "LocalQuestionVerdict")
  || ' ' || (SELECT COUNT(*) FROM "LocalQuestionStep") || ' ' || (SELECT COALESCE(MAX("id"), '') FROM "LocalQuestionStep") AS "stamp"`

type InUse = { stamp: string; questions: readonly ExamQuestion[] }
const known = perDatabase(() => new Map<string, InUse>())

/**
 * The questions of a place that are in use, as papers need them; with their keys, for the server alone. They are kept until somebody
 * decides about a question or takes one out of use: a room begins at once.
 */
export function questionsInUse(placeId: string): readonly ExamQuestion[] {
  const { stamp } = stampRow.parse(statement(stampSql).get())
  const kept = known().get(placeId)
  if (kept?.stamp === stamp) return kept.questions
  const questions = questionsOfPlace(placeId).flatMap(({ inUse }) => (inUse === null ? [] : [asExamQuestion(inUse, placeId)]))
  known().set(placeId, { stamp, questions })
  return questions
}

/** A wording that somebody may have been asked, whatever became of its question since. */
export type DrawnWording = { question: ExamQuestion; body: BankQuestion; placeName: string }

const row = z.object({
  id: z.string(),
  nth: z.number(),
  placeId: z.string(),
  placeName: z.string(),
  body: z.string().transform((text): BankQuestion => questionBody.parse(JSON.parse(text))),
})
const drawnSql = `SELECT r."id", r."nth", r."body", q."placeId", p."name" AS "placeName" FROM "LocalQuestionRevision" r
  JOIN "LocalQuestion" q ON q."id" = r."questionId" JOIN "Place" p ON p."id" = q."placeId"
  JOIN "LocalQuestionVerdict" v ON v."revisionId" = r."id" AND v."kind" = 'approved'
  WHERE r."id" IN (SELECT "value" FROM json_each(?))`

/** Approved wordings by their ids, as papers name them. */
export const drawnWordings = (ids: readonly string[]): ReadonlyMap<string, DrawnWording> =>
  new Map(
    statement(drawnSql)
      .all(JSON.stringify(ids))
      .map((found) => row.parse(found))
      .map(({ placeId, placeName, ...wording }) => [
        wording.id,
        { question: asExamQuestion(wording, placeId), body: wording.body, placeName },
      ]),
  )
