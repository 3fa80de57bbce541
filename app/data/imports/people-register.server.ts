import { z } from 'zod'
import { inScope, type Scope } from '~/domain/accounts/scope'
import { mayResetAccess } from '~/domain/accounts/slip'
import type { KnownPerson, KnownPost } from '~/domain/imports/who-is-meant'
import { type Day, formatDay } from '~/domain/shared/day'
import { openDay, storedDay } from '../stored-day.server'
import type { Tx } from '../transact.server'

export type RegisterQuestion = {
  unitIds: readonly string[]
  phones: readonly string[]
  idHashes: readonly string[]
  /** Where whoever asks may put names and telephone numbers right. */
  scope: Scope
  isAdministrator: boolean
  today: Day
}

const person = z.object({
  id: z.string(),
  name: z.string(),
  phone: z.string().nullable(),
  idHash: z.string().nullable(),
  login: z.string().nullable(),
  staffNumber: z.string().nullable(),
  grants: z.coerce.number(),
})
const post = z.object({
  personId: z.string(),
  unitId: z.string(),
  position: z.string(),
  from: z.string().transform(storedDay),
  to: z.string().nullable().transform(openDay),
  sector: z.string(),
  placePath: z.string(),
})

const peopleSql = `SELECT p."id", p."name", p."phone", p."idHash", a."phone" AS "login", a."staffNumber",
  (SELECT COUNT(*) FROM "Grant" g WHERE g."accountId" = a."id" AND (g."to" IS NULL OR g."to" >= ?)) AS "grants"
  FROM "Person" p LEFT JOIN "Account" a ON a."personId" = p."id"
  WHERE p."mergedIntoId" IS NULL AND p."id" IN (
    SELECT o."personId" FROM "Post" o WHERE o."unitId" IN (SELECT "value" FROM json_each(?))
    UNION SELECT q."id" FROM "Person" q WHERE q."phone" IN (SELECT "value" FROM json_each(?))
    UNION SELECT b."personId" FROM "Account" b WHERE b."phone" IN (SELECT "value" FROM json_each(?))
    UNION SELECT r."id" FROM "Person" r WHERE r."idHash" IN (SELECT "value" FROM json_each(?)))
  ORDER BY p."createdAt", p."id"`

const postsSql = `SELECT o."personId", o."unitId", o."position", o."from", o."to", u."sector", l."path" AS "placePath"
  FROM "Post" o JOIN "Unit" u ON u."id" = o."unitId" JOIN "Place" l ON l."id" = u."placeId"
  WHERE o."personId" IN (SELECT "value" FROM json_each(?)) ORDER BY o."from", o."id"`

type HeldPost = z.output<typeof post>

async function postsOf(client: Tx, personIds: readonly string[]): Promise<Map<string, HeldPost[]>> {
  const found: unknown = await client.$queryRawUnsafe(postsSql, JSON.stringify(personIds))
  const posts = new Map<string, HeldPost[]>()
  for (const held of z.array(post).parse(found)) {
    const known = posts.get(held.personId)
    if (known === undefined) posts.set(held.personId, [held])
    else known.push(held)
  }
  return posts
}

/** Known people whom the rows of a sheet may mean: who ever worked in its units, and whoever has a telephone or ID number of it. */
export async function findRegister(client: Tx, asked: RegisterQuestion): Promise<KnownPerson[]> {
  const { today, scope, isAdministrator } = asked
  const phones = JSON.stringify(asked.phones)
  const values = [formatDay(today), JSON.stringify(asked.unitIds), phones, phones, JSON.stringify(asked.idHashes)]
  const found = z.array(person).parse(await client.$queryRawUnsafe(peopleSql, ...values))
  const posts = await postsOf(
    client,
    found.map(({ id }) => id),
  )
  const isElsewhere = ({ unitId, to, sector, placePath }: HeldPost): boolean =>
    (to === null || to >= today) && !inScope(scope, { id: unitId, placePath, sector })
  return found.map(({ grants, ...known }) => {
    const held = posts.get(known.id) ?? []
    const reach = { grants, postsElsewhere: held.filter(isElsewhere).length }
    return {
      ...known,
      posts: held.map(({ unitId, position, from, to }): KnownPost => ({ unitId, position, from, to })),
      mayCorrect: mayResetAccess(reach, isAdministrator),
    }
  })
}
