import { z } from 'zod'
import { inScope, type Scope } from '~/domain/accounts/scope'
import { addDays, type Day, formatDay } from '~/domain/shared/day'
import { statement } from '../db.server'
import { unitDirectory } from '../org/unit-directory.server'

/** A post that is held today or begins later, and who holds it. */
const held = z.object({ personId: z.string(), name: z.string(), unitId: z.string(), position: z.string() })
const ofLicence = held.extend({ licenceId: z.string() })

export type Holder = z.output<typeof held>
export type LicenceHolder = z.output<typeof ofLicence>

const living = `(p."to" IS NULL OR p."to" >= @today)`
/** A licence entered under a record that was joined to another is the survivor's. */
const ownersOf = (licences: string) => `WITH RECURSIVE owner("licenceId", "personId") AS (
  SELECT "id", "personId" FROM "Licence"${licences}
  UNION SELECT o."licenceId", n."mergedIntoId" FROM owner o JOIN "Person" n ON n."id" = o."personId" WHERE n."mergedIntoId" IS NOT NULL)`
const posts = `SELECT o."licenceId", n."id" AS "personId", n."name", p."unitId", p."position"
  FROM owner o JOIN "Person" n ON n."id" = o."personId" JOIN "Post" p ON p."personId" = n."id" WHERE ${living}`
const everywhere = `${ownersOf('')} ${posts}`
const near = `${ownersOf(` WHERE "validTo" BETWEEN @first AND @last OR "reviewDue" BETWEEN @first AND @last`)} ${posts}`
const nearAtUnit = `${near} AND p."unitId" = @unitId`
const atUnit = `${everywhere} AND p."unitId" = @unitId`
const ofOne = `${everywhere} AND o."licenceId" = @licenceId`
const people = `SELECT n."id" AS "personId", n."name", p."unitId", p."position"
  FROM "Post" p JOIN "Person" n ON n."id" = p."personId" WHERE p."unitId" = @unitId AND ${living} ORDER BY n."name", n."id"`

function reached(scope: Scope): (row: { unitId: string }) => boolean {
  const { byId } = unitDirectory()
  return ({ unitId }) => {
    const unit = byId.get(unitId)
    return unit !== undefined && inScope(scope, { id: unit.id, sector: unit.sector, placePath: unit.place.path })
  }
}

const read = (sql: string, values: Record<string, string>, scope: Scope): LicenceHolder[] =>
  statement(sql)
    .all(values)
    .map((row) => ofLicence.parse(row))
    .filter(reached(scope))

/** Who of this scope holds a licence: one row per licence and present post. */
export const holdersInScope = (scope: Scope, today: Day): LicenceHolder[] => read(everywhere, { today: formatDay(today) }, scope)

/** The same for one unit. */
export const holdersAtUnit = (scope: Scope, unitId: string, today: Day): LicenceHolder[] =>
  read(atUnit, { today: formatDay(today), unitId }, scope)

/**
 * Who of this scope holds a licence on which a day of this stretch is printed, both days included; `unitId`: at one unit only. What has
 * run out or will is found among these.
 */
export function holdersOfLapsing(scope: Scope, unitId: string | null, today: Day, { back, ahead }: { back: number; ahead: number }) {
  const window = { today: formatDay(today), first: formatDay(addDays(today, -back)), last: formatDay(addDays(today, ahead)) }
  return unitId === null ? read(near, window, scope) : read(nearAtUnit, { ...window, unitId }, scope)
}

/** The present posts of the holder of a licence that lie in this scope; none where he is not the asker's. */
export const postsOfHolder = (scope: Scope, licenceId: string, today: Day): LicenceHolder[] =>
  read(ofOne, { today: formatDay(today), licenceId }, scope)

/** Who works at a unit of this scope, post by post. */
export const postHolders = (scope: Scope, unitId: string, today: Day): Holder[] =>
  statement(people)
    .all({ today: formatDay(today), unitId })
    .map((row) => held.parse(row))
    .filter(reached(scope))

const survivor = `WITH RECURSIVE up("id") AS (
  SELECT ? UNION SELECT n."mergedIntoId" FROM up u JOIN "Person" n ON n."id" = u."id" WHERE n."mergedIntoId" IS NOT NULL)
  SELECT n."id", n."name" FROM up u JOIN "Person" n ON n."id" = u."id" WHERE n."mergedIntoId" IS NULL`
const person = z.object({ id: z.string(), name: z.string() })

/** The record that a person's record was joined to, or itself; null where there is none. */
export function survivorOf(personId: string): { id: string; name: string } | null {
  const found = statement(survivor).get(personId)
  return found === undefined ? null : person.parse(found)
}

const accountOwner = 'SELECT "personId" FROM "Account" WHERE "id" = ?'
const owner = z.object({ personId: z.string() })

/** Whose account this is, joined records followed; null for none. */
export function personOfAccount(accountId: string): string | null {
  const found = statement(accountOwner).get(accountId)
  return found === undefined ? null : (survivorOf(owner.parse(found).personId)?.id ?? null)
}
