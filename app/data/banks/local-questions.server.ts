import { z } from 'zod'
import type { BankQuestion } from '~/domain/banks/question'
import { questionBody } from '~/domain/banks/question-body'
import {
  type QuestionState,
  type QuestionStepKind,
  questionStateOf,
  questionStepKinds,
  type VerdictKind,
  verdictKinds,
  wordingInUse,
} from '~/domain/banks/question-state'
import { groupedBy } from '~/domain/shared/grouped'
import { statement } from '../db.server'
import type { Tx } from '../transact.server'

const body = z.string().transform((text): BankQuestion => questionBody.parse(JSON.parse(text)))
const instant = z.union([z.date(), z.string().transform((text) => new Date(text))])

const revisionRow = z.object({
  questionId: z.string(),
  id: z.string(),
  nth: z.coerce.number(),
  body,
  at: instant,
  by: z.string(),
  byName: z.string().nullable(),
  verdict: z.enum(verdictKinds).nullable(),
  note: z.string().nullable(),
  judgedAt: instant.nullable(),
  judgedBy: z.string().nullable(),
})
/** A wording with what was decided about it. */
export type Wording = z.output<typeof revisionRow>
export type LocalQuestion = {
  id: string
  placeId: string
  state: QuestionState
  wordings: Wording[]
  latest: Wording
  inUse: Wording | null
  steps: QuestionStepKind[]
}

const named = '(SELECT p."name" FROM "Account" a JOIN "Person" p ON p."id" = a."personId" WHERE a."id" ='
const columns = `r."questionId", r."id", r."nth", r."body", r."at", r."by", ${named} r."by") AS "byName",
  v."kind" AS "verdict", v."note", v."at" AS "judgedAt", ${named} v."by") AS "judgedBy"`
const revisions = (where: string) => `SELECT q."placeId", ${columns} FROM "LocalQuestion" q
  JOIN "LocalQuestionRevision" r ON r."questionId" = q."id" LEFT JOIN "LocalQuestionVerdict" v ON v."revisionId" = r."id"
  WHERE ${where} ORDER BY q."at", q."id", r."nth"`
const steps = (where: string) => `SELECT s."questionId", s."kind" FROM "LocalQuestionStep" s
  JOIN "LocalQuestion" q ON q."id" = s."questionId" WHERE ${where} ORDER BY s."questionId", s."nth"`
const ofPlace = 'q."placeId" = ?'
const ofId = 'q."id" = ?'

const placed = revisionRow.extend({ placeId: z.string() })
const stepRow = z.object({ questionId: z.string(), kind: z.enum(questionStepKinds) })

function gathered(found: unknown, stepped: unknown): LocalQuestion[] {
  const done = groupedBy(z.array(stepRow).parse(stepped), ({ questionId }) => questionId)
  return [...groupedBy(z.array(placed).parse(found), ({ questionId }) => questionId)].flatMap(([id, wordings]) => {
    const latest = wordings.at(-1)
    if (latest === undefined) return []
    const acts = (done.get(id) ?? []).map(({ kind }) => kind)
    const inUse = wordingInUse(wordings, acts)
    return [{ id, placeId: latest.placeId, wordings, latest, inUse, steps: acts, state: questionStateOf(wordings, acts) }]
  })
}

/** Every question of a place, the oldest first, with its answers. The place must be one whose bank the asker keeps. */
export const questionsOfPlace = (placeId: string): LocalQuestion[] =>
  gathered(statement(revisions(ofPlace)).all(placeId), statement(steps(ofPlace)).all(placeId))

/** A question by its id, wherever it is. */
export const findLocalQuestion = (id: string): LocalQuestion | null =>
  gathered(statement(revisions(ofId)).all(id), statement(steps(ofId)).all(id))[0] ?? null

/** The same as a transaction sees them. */
export async function questionsInside(tx: Tx, placeId: string): Promise<LocalQuestion[]> {
  return gathered(await tx.$queryRawUnsafe(revisions(ofPlace), placeId), await tx.$queryRawUnsafe(steps(ofPlace), placeId))
}

export async function questionInside(tx: Tx, id: string): Promise<LocalQuestion | null> {
  return gathered(await tx.$queryRawUnsafe(revisions(ofId), id), await tx.$queryRawUnsafe(steps(ofId), id))[0] ?? null
}

type By = { at: Date; by: string }

export async function recordLocalQuestion(tx: Tx, question: { id: string; placeId: string } & By): Promise<void> {
  await tx.localQuestion.create({ data: question })
}

/** A wording that is proposed; the first of a question is number 1. */
export async function recordWording(
  tx: Tx,
  { question, ...row }: { id: string; questionId: string; nth: number; question: BankQuestion } & By,
): Promise<void> {
  await tx.localQuestionRevision.create({ data: { ...row, body: JSON.stringify(question) } })
}

export async function recordVerdict(tx: Tx, verdict: { revisionId: string; kind: VerdictKind; note: string } & By): Promise<void> {
  await tx.localQuestionVerdict.create({ data: verdict })
}

export async function recordQuestionStep(
  tx: Tx,
  step: { id: string; questionId: string; kind: QuestionStepKind; reason: string } & By,
): Promise<void> {
  const before = await tx.localQuestionStep.count({ where: { questionId: step.questionId } })
  await tx.localQuestionStep.create({ data: { ...step, nth: before + 1 } })
}
