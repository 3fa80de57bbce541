import { z } from 'zod'
import type { LicenceRule, LicenceRuleKind } from '~/domain/credentials/licence-rules'
import { type Day, formatDay } from '~/domain/shared/day'
import { statement } from '../db.server'
import { openDay, storedDay } from '../stored-day.server'
import type { Tx } from '../transact.server'

const row = z.object({
  id: z.string(),
  kind: z.enum(['two-persons', 'old-card']),
  placeId: z.string(),
  placeName: z.string(),
  placePath: z.string(),
  from: z.string(),
  to: z.string().nullable(),
  reason: z.string(),
  createdBy: z.string(),
})

export type KeptRule = LicenceRule & { id: string; placeId: string; placeName: string; reason: string }

const every = `SELECT r."id", r."kind", r."placeId", p."name" AS "placeName", p."path" AS "placePath", r."from", r."to", r."reason", r."createdBy"
  FROM "LicenceRule" r JOIN "Place" p ON p."id" = r."placeId" ORDER BY p."path", r."kind", r."from"`

/** What places ask about licences, past rules included. Rules are not secret: no scope. */
export const findLicenceRules = (): KeptRule[] =>
  statement(every)
    .all()
    .map((found) => row.parse(found))
    .map(({ from, to, ...rule }) => ({ ...rule, from: storedDay(from), to: openDay(to) }))

export type NewRule = {
  id: string
  placeId: string
  kind: LicenceRuleKind
  from: Day
  reason: string
  createdBy: string
  createdAt: Date
}

export async function recordLicenceRule(tx: Tx, { from, ...rule }: NewRule): Promise<void> {
  await tx.licenceRule.create({ data: { ...rule, from: formatDay(from) } })
}

/** The last day of a rule. False where it had one already. */
export async function recordRuleEnded(tx: Tx, id: string, to: Day, endedBy: string, endedAt: Date): Promise<boolean> {
  const ended = await tx.licenceRule.updateMany({ where: { id, to: null }, data: { to: formatDay(to), endedBy, endedAt } })
  return ended.count === 1
}
