import { z } from 'zod'
import { familyOf } from '../org/family.server'
import type { Tx } from '../transact.server'

const rows = z.array(z.object({ id: z.string() }))
const accounts = 'SELECT "id" FROM "Account" WHERE "personId" IN (SELECT "value" FROM json_each(?)) ORDER BY "id"'
const posts = 'SELECT "id" FROM "Post" WHERE "personId" IN (SELECT "value" FROM json_each(?)) ORDER BY "id"'

/** The ids by which somebody is known: all his records that were joined, their accounts and their posts. */
export type OwnIds = { people: readonly string[]; accounts: readonly string[]; posts: readonly string[]; all: readonly string[] }

export async function ownIds(client: Tx, personId: string): Promise<OwnIds> {
  const ask = async (sql: string, ids: readonly string[]) =>
    rows.parse(await client.$queryRawUnsafe(sql, JSON.stringify(ids))).map(({ id }) => id)
  const people = await ask(familyOf, [personId])
  const own = { people, accounts: await ask(accounts, people), posts: await ask(posts, people) }
  return { ...own, all: [...own.people, ...own.accounts, ...own.posts] }
}
