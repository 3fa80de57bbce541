import { z } from 'zod'
import type { Scope } from '~/domain/accounts/scope'
import { type Day, formatDay } from '~/domain/shared/day'
import { db, statement } from '../db.server'
import type { Tx } from '../transact.server'
import { unitsInScope } from './scope-where.server'

const open = `SELECT u."id" AS "unitId", u."name" AS "unitName", u."shortCode" FROM "JoinCode" c JOIN "Unit" u ON u."id" = c."unitId"
  WHERE c."code" = ? AND c."endedAt" IS NULL AND (c."expiresOn" IS NULL OR c."expiresOn" >= ?) AND (u."to" IS NULL OR u."to" >= ?)`
const row = z.object({ unitId: z.string(), unitName: z.string(), shortCode: z.string() })
export type JoinableUnit = z.output<typeof row>

/** The unit that a code lets one join today. Unknown, renewed and expired codes and closed units are all null. */
export function findJoinable(code: string, today: Day): JoinableUnit | null {
  const day = formatDay(today)
  const found = statement(open).get(code, day, day)
  return found === undefined ? null : row.parse(found)
}

/** The code that a unit hands out now; null where it has none. */
export const findJoinCode = (scope: Scope, unitId: string) =>
  db().joinCode.findFirst({
    where: { unitId, unit: unitsInScope(scope), endedAt: null },
    orderBy: { createdAt: 'desc' },
    select: { id: true, code: true, expiresOn: true, createdAt: true },
  })

/** A new code for the unit; the old ones end. */
export async function recordJoinCodeRenewed(
  tx: Tx,
  { expiresOn, now, ...code }: { id: string; unitId: string; code: string; expiresOn: Day | null; now: Date },
): Promise<void> {
  await tx.joinCode.updateMany({ where: { unitId: code.unitId, endedAt: null }, data: { endedAt: now } })
  await tx.joinCode.create({ data: { ...code, createdAt: now, expiresOn: expiresOn === null ? null : formatDay(expiresOn) } })
}
