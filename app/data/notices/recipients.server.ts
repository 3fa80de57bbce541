import { z } from 'zod'
import { type Grant, inForce } from '~/domain/accounts/grants'
import type { Day } from '~/domain/shared/day'
import { findGrants } from '../accounts/grants.server'
import { statement } from '../db.server'

const row = z.object({ accountId: z.string(), personId: z.string() })
export type Recipient = z.output<typeof row>

const everybody = `SELECT a."id" AS "accountId", a."personId" FROM "Account" a JOIN "Person" p ON p."id" = a."personId"
  WHERE p."mergedIntoId" IS NULL`
const managing = `SELECT DISTINCT "accountId" AS "id" FROM "Grant" WHERE "role" IN ('manager', 'supervisor')`
const managers = `SELECT DISTINCT "accountId" AS "id" FROM "Grant" WHERE "role" = 'manager' AND "unitId" = ?`
const idRow = z.object({ id: z.string() })

/** Everybody who has an account and is not joined to somebody else. */
export const everyRecipient = (): Recipient[] =>
  statement(`${everybody} ORDER BY a."id"`)
    .all()
    .map((found) => row.parse(found))

/** The accounts of these people, by person. */
export const accountsOf = (personIds: readonly string[]): Map<string, string> =>
  new Map(
    statement(`${everybody} AND p."id" IN (SELECT "value" FROM json_each(?))`)
      .all(JSON.stringify(personIds))
      .map((found) => row.parse(found))
      .map(({ personId, accountId }) => [personId, accountId]),
  )

/** What an account watches over on a day: units it manages, places it supervises. */
export const watchedBy = (accountId: string, on: Day): Grant[] =>
  findGrants(accountId).filter((grant) => grant.role !== 'administrator' && inForce(grant, on))

const idsOf = (sql: string, ...values: string[]): string[] =>
  statement(sql)
    .all(...values)
    .map((found) => idRow.parse(found).id)

/** Accounts that ever managed or supervised anything. */
export const everyWatcher = (): string[] => idsOf(managing)

/** Accounts that manage a unit on a day. */
export const managersOf = (unitId: string, on: Day): string[] =>
  idsOf(managers, unitId).filter((id) => watchedBy(id, on).some((grant) => grant.unitId === unitId))
