import { z } from 'zod'
import { statement } from '../db.server'
import type { Tx } from '../transact.server'

export type Feed = { id: string; accountId: string; unitId: string | null; locale: 'zh' | 'en'; at: Date }

const row = z.object({
  id: z.string(),
  accountId: z.string(),
  unitId: z.string().nullable(),
  locale: z.enum(['zh', 'en']),
  at: z.string().transform((at) => new Date(at)),
})
const columns = `SELECT f."id", f."accountId", f."unitId", f."locale", f."at" FROM "Feed" f
  WHERE NOT EXISTS (SELECT 1 FROM "FeedEnd" e WHERE e."feedId" = f."id")`

const one = (sql: string, ...values: string[]): Feed | null => {
  const found = statement(sql).get(...values)
  return found === undefined ? null : row.parse(found)
}

/** The calendar that opens with this secret; null for unknown and withdrawn ones. */
export const feedByHash = (tokenHash: string): Feed | null => one(`${columns} AND f."tokenHash" = ?`, tokenHash)

/** The calendar that an account has of a unit, or (null) of its own. */
export const feedOf = (accountId: string, unitId: string | null): Feed | null =>
  one(`${columns} AND f."accountId" = ? AND COALESCE(f."unitId", '') = ? ORDER BY f."at" DESC LIMIT 1`, accountId, unitId ?? '')

/** Withdraws the calendars that an account has of a unit, or of its own. Returns how many there were. */
export async function recordFeedsEnded(tx: Tx, accountId: string, unitId: string | null, at: Date): Promise<number> {
  const open = await tx.feed.findMany({ where: { accountId, unitId, end: null }, select: { id: true } })
  for (const { id } of open) await tx.feedEnd.create({ data: { feedId: id, at } })
  return open.length
}

export async function recordFeed(tx: Tx, feed: Feed & { tokenHash: string }): Promise<void> {
  await tx.feed.create({ data: feed })
}
