import { z } from 'zod'
import type { RetentionId } from '~/domain/personal/retention'
import { statement } from '../db.server'
import type { Tx } from '../transact.server'

/** Deletes or empties what a rule names; each statement takes the instant before which it goes. */
const statements: Partial<Record<RetentionId, readonly string[]>> = {
  sessions: ['DELETE FROM "Session" WHERE "absoluteAt" < ? OR "expiresAt" < ?'],
  slips: ['DELETE FROM "Slip" WHERE "expiresAt" < ?'],
  letters: [`UPDATE "Mail" SET "sealed" = '' WHERE "sealed" <> '' AND "id" IN (SELECT "mailId" FROM "MailEnd" WHERE "at" < ?)`],
  gateChecks: ['DELETE FROM "GateCheck" WHERE "at" < ?'],
  practice: [
    'DELETE FROM "PanelRun" WHERE "startedAt" < ?',
    'DELETE FROM "VisitRun" WHERE "startedAt" < ?',
    'DELETE FROM "PermitRun" WHERE "startedAt" < ?',
  ],
  suggestions: ['UPDATE "Suggestion" SET "contact" = NULL WHERE "contact" IS NOT NULL AND "handledAt" < ?'],
}

/** As the client writes instants. */
const storedInstant = (at: Date): string => at.toISOString().replace('Z', '+00:00')

/** Notices that ended before an instant, with all that hangs on them. */
async function recordNoticesForgotten(tx: Tx, before: Date): Promise<number> {
  const ended = await tx.noticeEnd.findMany({ where: { at: { lt: before } }, select: { noticeId: true } })
  const ids = ended.map(({ noticeId }) => noticeId)
  const theirs = { where: { noticeId: { in: ids } } }
  await tx.noticeSeen.deleteMany(theirs)
  await tx.mailNotice.deleteMany(theirs)
  await tx.noticeEnd.deleteMany(theirs)
  return (await tx.notice.deleteMany({ where: { id: { in: ids } } })).count
}

/** Applies a rule; returns how many rows went or were emptied. */
export async function recordRetained(tx: Tx, id: RetentionId, before: Date): Promise<number> {
  if (id === 'endedNotices') return recordNoticesForgotten(tx, before)
  let rows = 0
  for (const sql of statements[id] ?? []) {
    const values = [...sql].filter((sign) => sign === '?').map(() => storedInstant(before))
    rows += await tx.$executeRawUnsafe(sql, ...values)
  }
  return rows
}

/** People who only ever asked to join and were declined before an instant: they hold no post, never did, and nothing rests on them. */
export async function declinedOnly(tx: Tx, before: Date): Promise<string[]> {
  const found = await tx.person.findMany({
    where: {
      mergedIntoId: null,
      posts: { none: {} },
      certificates: { none: {} },
      attempts: { none: {} },
      joins: { some: {}, every: { decision: 'declined', decidedAt: { lt: before } } },
    },
    select: { id: true },
  })
  const erased = await tx.erasure.findMany({ where: { personId: { in: found.map(({ id }) => id) } }, select: { personId: true } })
  const gone = new Set(erased.map(({ personId }) => personId))
  return found.map(({ id }) => id).filter((id) => !gone.has(id))
}

export async function recordRetentionDay(tx: Tx, day: { on: string; at: Date; counts: Record<string, number> }): Promise<void> {
  const { on, at, counts } = day
  await tx.retentionDay.upsert({ where: { on }, create: { on, at, counts: JSON.stringify(counts) }, update: {} })
}

const row = z.object({ on: z.string(), at: z.string(), counts: z.string() })
const counts = z.record(z.string(), z.number())
const latest = 'SELECT "on", "at", "counts" FROM "RetentionDay" ORDER BY "on" DESC LIMIT 30'

/** What went on the last days on which the rules were applied, the newest first. */
export const listRetentionDays = () =>
  statement(latest)
    .all()
    .map((found) => row.parse(found))
    .map(({ on, at, counts: text }) => ({ on, at, counts: counts.parse(JSON.parse(text)) }))

const held = 'SELECT 1 FROM "RetentionDay" WHERE "on" = ?'
export const isRetainedOn = (on: string): boolean => statement(held).get(on) !== undefined
