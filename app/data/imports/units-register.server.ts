import { z } from 'zod'
import { inScope, type Scope } from '~/domain/accounts/scope'
import type { KnownUnit, PhoneHolders } from '~/domain/imports/judge-units'
import { type Day, formatDay } from '~/domain/shared/day'
import type { Tx } from '../transact.server'

const unit = z.object({
  id: z.string(),
  name: z.string(),
  sector: z.string(),
  placeId: z.string(),
  placeName: z.string(),
  path: z.string(),
})
const held = z.object({ unitId: z.string(), word: z.string() })
const holder = z.object({ id: z.string(), name: z.string(), phone: z.string() })

const unitsSql = `SELECT u."id", u."name", u."sector", l."id" AS "placeId", l."name" AS "placeName", l."path"
  FROM "Unit" u JOIN "Place" l ON l."id" = u."placeId" WHERE u."to" IS NULL ORDER BY u."createdAt", u."id"`
const traitsSql = `SELECT "unitId", "trait" AS "word" FROM "UnitTrait" WHERE "to" IS NULL OR "to" >= ?`
const responsibleSql = `SELECT o."unitId", p."name" AS "word" FROM "Post" o JOIN "Person" p ON p."id" = o."personId"
  WHERE o."position" = 'responsible-person' AND (o."to" IS NULL OR o."to" >= ?) ORDER BY o."from", o."id"`
const holdersSql = `SELECT p."id", p."name", p."phone" FROM "Person" p JOIN json_each(?) j ON p."phone" = j."value" WHERE p."mergedIntoId" IS NULL
  UNION SELECT p."id", p."name", a."phone" FROM "Account" a JOIN json_each(?) j ON a."phone" = j."value" JOIN "Person" p ON p."id" = a."personId"
  WHERE p."mergedIntoId" IS NULL`

function gathered(found: unknown): Map<string, string[]> {
  const words = new Map<string, string[]>()
  for (const { unitId, word } of z.array(held).parse(found)) {
    const known = words.get(unitId)
    if (known === undefined) words.set(unitId, [word])
    else known.push(word)
  }
  return words
}

/** Every open unit, those beyond the scope marked: at one place there is one of a name, whoever sees it. */
export async function findUnitRegister(client: Tx, scope: Scope, today: Day): Promise<KnownUnit[]> {
  const on = formatDay(today)
  const units = z.array(unit).parse(await client.$queryRawUnsafe(unitsSql))
  const traits = gathered(await client.$queryRawUnsafe(traitsSql, on))
  const responsible = gathered(await client.$queryRawUnsafe(responsibleSql, on))
  return units.map(({ placeId, placeName, path, ...known }) => ({
    ...known,
    place: { id: placeId, name: placeName, path },
    traits: new Set(traits.get(known.id) ?? []),
    responsible: responsible.get(known.id) ?? [],
    isInReach: inScope(scope, { id: known.id, sector: known.sector, placePath: path }),
  }))
}

/** Who has these telephone numbers, as his own or to sign in. */
export async function findPhoneHolders(client: Tx, phones: readonly string[]): Promise<PhoneHolders> {
  const numbers = JSON.stringify(phones)
  const holders = new Map<string, { id: string; name: string }[]>()
  for (const { phone, id, name } of z.array(holder).parse(await client.$queryRawUnsafe(holdersSql, numbers, numbers)))
    holders.set(phone, [...(holders.get(phone) ?? []), { id, name }])
  return holders
}

/** Short codes of units that are taken. */
export async function takenShortCodes(client: Tx): Promise<Set<string>> {
  const found = await client.unit.findMany({ select: { shortCode: true } })
  return new Set(found.map(({ shortCode }) => shortCode))
}
