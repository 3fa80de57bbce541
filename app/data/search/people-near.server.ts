import { setImmediate } from 'node:timers/promises'
import { z } from 'zod'
import type { Scope } from '~/domain/accounts/scope'
import { readPhone } from '~/domain/org/phone'
import type { Near } from '~/domain/search/name-search'
import { statement } from '../db.server'
import { unitIdsIn } from './units-near.server'

/** What is looked for: the words as they were typed, and how near a name is to them. */
export type AskedPeople = { typed: string; near: Near }

/** So many names are compared before other requests have their turn. */
const atOnce = 4_000
const row = z.object({
  id: z.string(),
  name: z.string(),
  phone: z.string().nullable(),
  accountPhone: z.string().nullable(),
  staffNumber: z.string().nullable(),
})
const columns = `p."id", p."name", p."phone", a."phone" AS "accountPhone", a."staffNumber"`
const everybody = `SELECT ${columns} FROM "Person" p LEFT JOIN "Account" a ON a."personId" = p."id"
  WHERE p."mergedIntoId" IS NULL AND p."id" > @after ORDER BY p."id" LIMIT ${atOnce}`
const ofUnits = `WITH there AS (
    SELECT "personId" AS "id" FROM "Post" WHERE "unitId" IN (SELECT "value" FROM json_each(@units))
    UNION SELECT "personId" FROM "JoinRequest" WHERE "unitId" IN (SELECT "value" FROM json_each(@units)))
  SELECT ${columns} FROM there JOIN "Person" p ON p."id" = there."id" LEFT JOIN "Account" a ON a."personId" = p."id"
  WHERE p."mergedIntoId" IS NULL AND p."id" > @after ORDER BY p."id" LIMIT ${atOnce}`
const byName = new Intl.Collator('zh-CN', { numeric: true }).compare

/** Ids of those people of a scope who are meant, the nearest first, then by name. Merged records are their survivor's. */
export async function peopleNear(scope: Scope, { typed, near }: AskedPeople): Promise<string[]> {
  const phone = readPhone(typed)
  const number = typed.normalize('NFKC').replace(/\s/g, '').toUpperCase()
  const units = scope.everything ? null : JSON.stringify(unitIdsIn(scope))
  const found: { id: string; name: string; rank: number }[] = []
  for (let after: string | undefined = ''; after !== undefined; ) {
    const rows: unknown[] = units === null ? statement(everybody).all({ after }) : statement(ofUnits).all({ units, after })
    const people = rows.map((one) => row.parse(one))
    for (const person of people) {
      const isNumber =
        person.staffNumber?.toUpperCase() === number || (phone !== null && [person.phone, person.accountPhone].includes(phone))
      const rank = isNumber ? 0 : near(person.name)
      if (rank !== null) found.push({ id: person.id, name: person.name, rank })
    }
    after = people.length < atOnce ? undefined : people.at(-1)?.id
    if (after !== undefined) await setImmediate()
  }
  return found
    .sort((one, other) => one.rank - other.rank || byName(one.name, other.name) || (one.id < other.id ? -1 : 1))
    .map(({ id }) => id)
}

const last = z.object({ personId: z.string(), unitId: z.string(), isWaiting: z.number() })
const lastUnits = `SELECT "personId", "unitId", 0 AS "isWaiting", "from" FROM "Post"
    WHERE "personId" IN (SELECT "value" FROM json_each(@people)) AND "unitId" IN (SELECT "value" FROM json_each(@units))
  UNION ALL SELECT "personId", "unitId", 1, "from" FROM "JoinRequest" WHERE "decidedAt" IS NULL
    AND "personId" IN (SELECT "value" FROM json_each(@people)) AND "unitId" IN (SELECT "value" FROM json_each(@units))
  ORDER BY 3 DESC, 4`

/** The unit of these at which each of the people had his last post, or, without one, waits to be let in. */
export function lastUnitsOf(people: readonly string[], units: readonly string[]): Map<string, { unitId: string; isWaiting: boolean }> {
  const rows = statement(lastUnits)
    .all({ people: JSON.stringify(people), units: JSON.stringify(units) })
    .map((one) => last.parse(one))
  return new Map(rows.map(({ personId, unitId, isWaiting }) => [personId, { unitId, isWaiting: isWaiting === 1 }]))
}
