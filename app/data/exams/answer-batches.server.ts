import { z } from 'zod'
import type { Tx } from '../transact.server'
import { transactTogether } from '../transact-together.server'

/** An answer as JSON text, or null to take it back; `now` is when it reached the server. */
export type AnswerToSave = { attemptId: string; personId: string; ordinal: number; answer: string | null; now: Date }

type Batch = { answers: Map<string, AnswerToSave>; written: Promise<ReadonlySet<string>> }

const keyOf = ({ attemptId, ordinal }: Pick<AnswerToSave, 'attemptId' | 'ordinal'>): string => `${attemptId} ${ordinal}`
const keptRows = z.array(z.object({ attemptId: z.string(), ordinal: z.coerce.number() }))

/** One statement for all: an answer is kept where the paper is that person's, still open, and its deadline was not past. */
async function writeAll(tx: Tx, answers: readonly AnswerToSave[]): Promise<ReadonlySet<string>> {
  const list = JSON.stringify(answers.map(({ now, ...rest }) => ({ ...rest, at: now.toISOString().replace('Z', '+00:00') })))
  const kept: unknown = await tx.$queryRaw`UPDATE "AttemptQuestion" SET "answer" = b."answer", "savedAt" = b."at"
    FROM (SELECT json_extract("value", '$.attemptId') AS "attemptId", json_extract("value", '$.personId') AS "personId",
      json_extract("value", '$.ordinal') AS "ordinal", json_extract("value", '$.answer') AS "answer", json_extract("value", '$.at') AS "at"
      FROM json_each(${list})) b
    JOIN "Attempt" a ON a."id" = b."attemptId"
    WHERE "AttemptQuestion"."attemptId" = b."attemptId" AND "AttemptQuestion"."ordinal" = b."ordinal"
      AND a."personId" = b."personId" AND a."closedAt" IS NULL AND a."deadlineAt" >= b."at"
    RETURNING "AttemptQuestion"."attemptId" AS "attemptId", "AttemptQuestion"."ordinal" AS "ordinal"`
  return new Set(keptRows.parse(kept).map(keyOf))
}

let gathering: Batch | null = null

function gather(): Batch {
  const answers = new Map<string, AnswerToSave>()
  const written = transactTogether((tx) => {
    gathering = null
    return writeAll(tx, [...answers.values()])
  })
  const batch = { answers, written }
  written.catch(() => {
    if (gathering === batch) gathering = null
  })
  return batch
}

/**
 * Saves answers; resolves after COMMIT with how many were kept. Those that share a transaction share
 * its one statement, so that a hall full of people costs a few. Of two answers to one question in a batch the later counts.
 */
export async function saveAnswersTogether(answers: readonly AnswerToSave[]): Promise<number> {
  gathering ??= gather()
  const { answers: shared, written } = gathering
  for (const answer of answers) shared.set(keyOf(answer), answer)
  const kept = await written
  return answers.filter((answer) => kept.has(keyOf(answer))).length
}
