import { z } from 'zod'
import type { RoundFacts } from '~/domain/learn/refresher-round'
import { type Day, formatDay, parseDay } from '~/domain/shared/day'
import { statement } from '../db.server'
import type { Tx } from '../transact.server'

const day = z.string().transform((text, context) => {
  const parsed = parseDay(text)
  if (parsed !== null) return parsed
  context.addIssue({ code: 'custom', message: `not a day: ${text}` })
  return z.NEVER
})
const reason = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('question'), on: z.string(), count: z.number() }),
  z.object({ kind: z.literal('piece'), on: z.string() }),
  z.object({ kind: z.literal('changed'), on: z.string() }),
  z.object({ kind: z.literal('longAgo'), on: z.string().nullable() }),
])
/** Why a lesson was chosen, as it is kept: days are YYYY-MM-DD. */
export type KeptReason = z.output<typeof reason>
const choices = z.array(z.object({ lesson: z.string(), reasons: z.array(reason) }))
const lessons = z.string().transform((text) => choices.parse(JSON.parse(text)))
const ids = z.string().transform((text) => z.array(z.string()).parse(JSON.parse(text)))

const row = z.object({
  id: z.string(),
  personId: z.string(),
  dutyId: z.string(),
  unitId: z.string(),
  periodFirst: day,
  periodLast: day,
  openedAt: z.string(),
  lessons,
  caseSlug: z.string(),
  caseReadAt: z.string().nullable(),
  read: ids,
  attemptId: z.string().nullable(),
  closedAt: z.string().nullable(),
  passed: z.number().nullable(),
})

/** One round as it stands, with its newest paper. */
export type RefresherRow = Omit<z.output<typeof row>, 'read' | 'closedAt' | 'passed'> & { facts: RoundFacts }

function toRow(found: unknown): RefresherRow {
  const { read, closedAt, passed, ...rest } = row.parse(found)
  const attempt = rest.attemptId === null ? null : { id: rest.attemptId, isOpen: closedAt === null, passed: passed === 1 }
  const facts = {
    periodLast: rest.periodLast,
    lessons: rest.lessons.map(({ lesson }) => lesson),
    read: new Set(read),
    caseRead: rest.caseReadAt !== null,
    attempt,
  }
  return { ...rest, facts }
}

const family = `WITH RECURSIVE family("id") AS (SELECT ?
  UNION SELECT p."id" FROM "Person" p JOIN family f ON p."mergedIntoId" = f."id")`
const rounds = `${family} SELECT r."id", r."personId", r."dutyId", r."unitId", r."periodFirst", r."periodLast", r."openedAt", r."lessons", r."caseSlug",
    r."caseReadAt", r."attemptId", a."closedAt", a."passed",
    (SELECT json_group_array(d."lesson") FROM "RefresherReading" d WHERE d."refresherId" = r."id") AS "read"
  FROM "Refresher" r LEFT JOIN "Attempt" a ON a."id" = r."attemptId" WHERE r."personId" IN (SELECT "id" FROM family)`

/** Every round of a person, newest first. */
export const findRefreshers = (personId: string): RefresherRow[] =>
  statement(`${rounds} ORDER BY r."openedAt" DESC, r."id" DESC`).all(personId).map(toRow)

/** The round a person began last. */
export function findNewestRefresher(personId: string): RefresherRow | null {
  const found = statement(`${rounds} ORDER BY r."openedAt" DESC, r."id" DESC LIMIT 1`).get(personId)
  return found === undefined ? null : toRow(found)
}

/** One round, only if it is this person's own. */
export function findOwnRefresher(personId: string, id: string): RefresherRow | null {
  const found = statement(`${rounds} AND r."id" = ?`).get(personId, id)
  return found === undefined ? null : toRow(found)
}

const dutyOfPaper = `SELECT "dutyId" FROM "Refresher" WHERE "attemptId" = ?`

/** The duty that the round of a paper was begun for. */
export function findDutyOfPaper(attemptId: string): string | null {
  const found = statement(dutyOfPaper).get(attemptId)
  return found === undefined ? null : z.object({ dutyId: z.string() }).parse(found).dutyId
}

export type NewRefresher = {
  id: string
  personId: string
  postId: string
  unitId: string
  dutyId: string
  period: { first: Day; last: Day }
  openedAt: Date
  lessons: readonly { lesson: string; reasons: readonly KeptReason[] }[]
  caseSlug: string
}

/** What was chosen for a round is written once. */
export async function recordRefresher(tx: Tx, { period, lessons: chosen, ...rest }: NewRefresher): Promise<void> {
  const days = { periodFirst: formatDay(period.first), periodLast: formatDay(period.last) }
  await tx.refresher.create({ data: { ...rest, ...days, lessons: JSON.stringify(chosen) } })
}

/** The newest round of a person as this transaction sees it. */
export async function newestInside(tx: Tx, family: readonly string[]): Promise<string | null> {
  const newest = await tx.refresher.findFirst({
    where: { personId: { in: [...family] } },
    orderBy: [{ openedAt: 'desc' }, { id: 'desc' }],
    select: { id: true },
  })
  return newest?.id ?? null
}

/** Notes that a lesson of a round was opened; the first time counts. */
export async function recordReading(tx: Tx, refresherId: string, lesson: string, at: Date): Promise<void> {
  const key = { refresherId, lesson }
  await tx.refresherReading.upsert({ where: { refresherId_lesson: key }, create: { ...key, readAt: at }, update: {} })
}

/** Notes that the case of a round was opened; the first time counts. */
export async function recordCaseRead(tx: Tx, refresherId: string, at: Date): Promise<void> {
  await tx.refresher.updateMany({ where: { id: refresherId, caseReadAt: null }, data: { caseReadAt: at } })
}

/** The newest paper of a round. */
export async function recordRoundPaper(tx: Tx, refresherId: string, attemptId: string): Promise<void> {
  await tx.refresher.update({ where: { id: refresherId }, data: { attemptId } })
}
