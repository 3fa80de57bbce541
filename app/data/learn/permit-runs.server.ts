import { z } from 'zod'
import type { Answers } from '~/domain/learn/permit/answers'
import { steps } from '~/domain/learn/permit/scene'
import { statement } from '../db.server'
import type { Tx } from '../transact.server'

const stepAnswer = z.object({ picks: z.record(z.string(), z.array(z.string())), from: z.string(), to: z.string() })
const answers = z.string().transform((text): Answers => z.partialRecord(z.enum(steps), stepAnswer).parse(JSON.parse(text)))
const row = z.object({ id: z.string(), scene: z.string(), answers, startedAt: z.string(), endedAt: z.string().nullable() })

/** One go at a scene: what was handed in so far. */
export type PermitRun = z.output<typeof row>

const family = `WITH RECURSIVE family("id") AS (SELECT ?
  UNION SELECT p."id" FROM "Person" p JOIN family f ON p."mergedIntoId" = f."id")`
const own = `${family} SELECT "id", "scene", "answers", "startedAt", "endedAt" FROM "PermitRun" WHERE "personId" IN (SELECT "id" FROM family)`

/** Every go of a person, newest first. */
export const findPermitRuns = (personId: string): PermitRun[] =>
  statement(`${own} ORDER BY "startedAt" DESC, "id" DESC`)
    .all(personId)
    .map((found) => row.parse(found))

/** One go at this scene, only if it is this person's own. */
export function findOwnPermitRun(personId: string, scene: string, id: string): PermitRun | null {
  const found = statement(`${own} AND "scene" = ? AND "id" = ?`).get(personId, scene, id)
  return found === undefined ? null : row.parse(found)
}

/** The newest go at this scene that is not ended. */
export function findOpenPermitRun(personId: string, scene: string): PermitRun | null {
  const found = statement(`${own} AND "scene" = ? AND "endedAt" IS NULL ORDER BY "startedAt" DESC, "id" DESC LIMIT 1`).get(personId, scene)
  return found === undefined ? null : row.parse(found)
}

type OpenRun = { id: string; answers: Answers }

/** The open go at this scene as this transaction sees it. */
export async function openRunInside(tx: Tx, people: readonly string[], scene: string): Promise<OpenRun | null> {
  const found = await tx.permitRun.findFirst({
    where: { personId: { in: [...people] }, scene, endedAt: null },
    orderBy: [{ startedAt: 'desc' }, { id: 'desc' }],
    select: { id: true, answers: true },
  })
  return found && { id: found.id, answers: answers.parse(found.answers) }
}

export async function recordRunStarted(tx: Tx, run: { id: string; personId: string; scene: string; startedAt: Date }): Promise<void> {
  await tx.permitRun.create({ data: { ...run, answers: '{}' } })
}

/** Keeps what was handed in; `endedAt` when it was the last step. */
export async function recordHandedIn(tx: Tx, id: string, handedIn: Answers, endedAt: Date | null): Promise<void> {
  await tx.permitRun.update({ where: { id }, data: { answers: JSON.stringify(handedIn), endedAt } })
}
