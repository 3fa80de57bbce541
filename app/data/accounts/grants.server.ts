import { z } from 'zod'
import type { Grant } from '~/domain/accounts/grants'
import { parseDay } from '~/domain/shared/day'
import { statement } from '../db.server'

const day = z.string().transform((text, context) => {
  const parsed = parseDay(text)
  if (parsed === null) {
    context.addIssue({ code: 'custom', message: `not a day: ${text}` })
    return z.NEVER
  }
  return parsed
})

const row = z.object({
  id: z.string(),
  role: z.enum(['administrator', 'supervisor', 'manager']),
  placePath: z.string().nullable(),
  unitId: z.string().nullable(),
  sectors: z.string().transform((text): '*' | string[] => (text === '*' ? '*' : z.array(z.string()).parse(JSON.parse(text)))),
  from: day,
  to: day.nullable(),
})

const byAccount = `SELECT g."id", g."role", p."path" AS "placePath", g."unitId", g."sectors", g."from", g."to"
  FROM "Grant" g LEFT JOIN "Place" p ON p."id" = g."placeId" WHERE g."accountId" = ?`

/** Every grant an account ever had; `can` and `scopeFor` look at the day. */
export function findGrants(accountId: string): Grant[] {
  return statement(byAccount)
    .all(accountId)
    .map((found) => row.parse(found))
}
