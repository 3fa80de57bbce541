import { z } from 'zod'
import type { Day } from '~/domain/shared/day'
import { formatDay } from '~/domain/shared/day'
import { statement } from '../db.server'

const row = z.object({ unit: z.string(), name: z.string() })
const sql = `SELECT DISTINCT u."name" AS "unit", m."name" AS "name" FROM "Post" p
  JOIN "Unit" u ON u."id" = p."unitId" JOIN "Grant" g ON g."unitId" = u."id" AND g."role" = 'manager'
  JOIN "Account" a ON a."id" = g."accountId" JOIN "Person" m ON m."id" = a."personId"
  WHERE p."personId" = @personId AND p."from" <= @today AND (p."to" IS NULL OR p."to" >= @today)
    AND g."from" <= @today AND (g."to" IS NULL OR g."to" >= @today) ORDER BY u."name", m."name"`

/** Who manages the units where somebody works today: whom he asks about his data. */
export const findUnitContacts = (personId: string, today: Day) =>
  statement(sql)
    .all({ personId, today: formatDay(today) })
    .map((found) => row.parse(found))
