import { z } from 'zod'
import { statement } from '../db.server'

/** How mail goes: what waits and since when, when a letter was last handed over, and what the server last said against one. */
export type MailFacts = {
  waiting: number
  oldest: Date | null
  lastTaken: Date | null
  lastTrouble: { at: Date; kind: 'later' | 'refused' | 'doubt'; said: string } | null
}

const instant = z.string().transform((at) => new Date(at))
const sums = z.object({ waiting: z.number(), oldest: instant.nullable(), lastTaken: instant.nullable() })
const trouble = z.object({ at: instant, kind: z.enum(['later', 'refused', 'doubt']), said: z.string() })
const whole = `SELECT (SELECT MAX("at") FROM "MailEnd" WHERE "kind" = 'taken') AS "lastTaken", COUNT(m."id") AS "waiting", MIN(m."at") AS "oldest"
  FROM "Mail" m WHERE NOT EXISTS (SELECT 1 FROM "MailEnd" e WHERE e."mailId" = m."id")`
const last = `SELECT "at", "kind", "said" FROM "MailTryEnd" WHERE "kind" IN ('later', 'refused', 'doubt') ORDER BY "at" DESC LIMIT 1`

export function mailFacts(): MailFacts {
  const found = statement(last).get()
  return { ...sums.parse(statement(whole).get()), lastTrouble: found === undefined ? null : trouble.parse(found) }
}
