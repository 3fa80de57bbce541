import { z } from 'zod'
import { type NoticeBody, noticeBody, type Telling } from '~/domain/notices/notice'
import { type Day, formatDay } from '~/domain/shared/day'
import { statement } from '../db.server'
import { storedDay } from '../stored-day.server'
import type { Tx } from '../transact.server'

export type StoredNotice = Telling & { readonly id: string; readonly on: Day; readonly isSeen: boolean }

const row = z
  .object({
    id: z.string(),
    accountId: z.string(),
    subject: z.string(),
    step: z.string(),
    on: z.string(),
    body: z.string(),
    seen: z.string().nullable(),
  })
  .transform(({ on, body, seen, ...notice }): StoredNotice => ({ ...notice, on: storedDay(on), body: parsed(body), isSeen: seen !== null }))
const parsed = (body: string): NoticeBody => noticeBody.parse(JSON.parse(body))

const columns = `SELECT n."id", n."accountId", n."subject", n."step", n."on", n."body", s."noticeId" AS "seen"
  FROM "Notice" n LEFT JOIN "NoticeSeen" s ON s."noticeId" = n."id"`
const ofAccount = `${columns} WHERE n."accountId" = ? ORDER BY n."at" DESC, n."id" DESC LIMIT ?`
const open = `${columns} LEFT JOIN "NoticeEnd" e ON e."noticeId" = n."id"
  WHERE e."noticeId" IS NULL AND n."accountId" IN (SELECT "value" FROM json_each(?))`
const unread = `SELECT COUNT(*) AS "count" FROM "Notice" n WHERE n."accountId" = ?
  AND NOT EXISTS (SELECT 1 FROM "NoticeSeen" s WHERE s."noticeId" = n."id")
  AND NOT EXISTS (SELECT 1 FROM "NoticeEnd" e WHERE e."noticeId" = n."id")`
const toMail = `${columns} LEFT JOIN "NoticeEnd" e ON e."noticeId" = n."id" LEFT JOIN "MailNotice" m ON m."noticeId" = n."id"
  WHERE n."accountId" = ? AND n."kind" <> 'mail' AND s."noticeId" IS NULL AND e."noticeId" IS NULL AND m."noticeId" IS NULL
  ORDER BY n."id"`

/** The newest notices of an account, at most so many. */
export const noticesOf = (accountId: string, most: number): StoredNotice[] =>
  statement(ofAccount)
    .all(accountId, most)
    .map((found) => row.parse(found))

/** Notices of these accounts about which there is something to be done, as of the last day that was worked out. */
export const openNotices = (accountIds: readonly string[]): StoredNotice[] =>
  statement(open)
    .all(JSON.stringify(accountIds))
    .map((found) => row.parse(found))

/** Notices that may still go into a digest: not seen, not over, in none before. */
export const noticesToMail = (accountId: string): StoredNotice[] =>
  statement(toMail)
    .all(accountId)
    .map((found) => row.parse(found))

const counted = z.object({ count: z.number() })

/** How many notices an account has not seen and still has to do something about. */
export const unreadNotices = (accountId: string): number => counted.parse(statement(unread).get(accountId)).count

/** Was this day worked out, for everybody? */
export const isDayTold = (on: Day): boolean => statement('SELECT 1 FROM "NoticeDay" WHERE "on" = ?').get(formatDay(on)) !== undefined

/** Several rows with one statement; each text is written once. */
async function writeRows(tx: Tx, sql: string, width: number, rows: readonly (readonly (string | Date)[])[]): Promise<void> {
  const marks = `(${Array.from({ length: width }, () => '?').join(', ')})`
  for (let start = 0; start < rows.length; start += 100) {
    const slice = rows.slice(start, start + 100)
    await tx.$executeRawUnsafe(`${sql} VALUES ${slice.map(() => marks).join(', ')} ON CONFLICT DO NOTHING`, ...slice.flat())
  }
}

/** Tells what was not told before; what was, stays as it was told. */
export const recordTold = (tx: Tx, told: readonly (Telling & { id: string })[], on: Day, at: Date): Promise<void> =>
  writeRows(
    tx,
    'INSERT INTO "Notice" ("id", "accountId", "kind", "subject", "step", "on", "at", "body")',
    8,
    told.map(({ id, accountId, subject, step, body }) => [
      ...[id, accountId, body.kind, subject, step, formatDay(on)],
      at,
      JSON.stringify(body),
    ]),
  )

export const recordNoticesOver = (tx: Tx, ids: readonly string[], at: Date): Promise<void> =>
  writeRows(
    tx,
    'INSERT INTO "NoticeEnd" ("noticeId", "at")',
    2,
    ids.map((id) => [id, at]),
  )

export const recordNoticesSeen = (tx: Tx, ids: readonly string[], at: Date): Promise<void> =>
  writeRows(
    tx,
    'INSERT INTO "NoticeSeen" ("noticeId", "at")',
    2,
    ids.map((id) => [id, at]),
  )

export const recordDayTold = (tx: Tx, on: Day, at: Date): Promise<void> =>
  writeRows(tx, 'INSERT INTO "NoticeDay" ("on", "at")', 2, [[formatDay(on), at]])
