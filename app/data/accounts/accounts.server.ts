import { z } from 'zod'
import type { Login } from '~/domain/accounts/login'
import { db, statement } from '../db.server'

const row = z.object({
  id: z.string(),
  personId: z.string(),
  phone: z.string().nullable(),
  staffNumber: z.string(),
  passwordHash: z.string().nullable(),
  mergedIntoId: z.string().nullable(),
})
export type LoginAccount = z.output<typeof row>

const columns = `SELECT a."id", a."personId", a."phone", a."staffNumber", a."passwordHash", p."mergedIntoId"
  FROM "Account" a JOIN "Person" p ON p."id" = a."personId"`
const byPhone = `${columns} WHERE a."phone" = ?`
const byStaffNumber = `${columns} WHERE a."staffNumber" = ?`
const byId = `${columns} WHERE a."id" = ?`

const one = (sql: string, key: string): LoginAccount | null => {
  const found = statement(sql).get(key)
  return found === undefined ? null : row.parse(found)
}

/** The account that signs in with this. */
export const findByLogin = ({ kind, value }: Login): LoginAccount | null => one(kind === 'phone' ? byPhone : byStaffNumber, value)

/** An account by its id; null where there is none. */
export const findAccount = (accountId: string): LoginAccount | null => one(byId, accountId)

/** The names one account signs in with. */
export const loginsOf = (account: { phone: string | null; staffNumber: string }): string[] =>
  account.phone === null ? [account.staffNumber] : [account.phone, account.staffNumber]

/** How many sessions of an account are open at `now`. */
export const countSessions = (accountId: string, now: Date): Promise<number> =>
  db().session.count({ where: { accountId, expiresAt: { gt: now } } })

/** Whose slip this would be, before it is used; null for unknown, used and ended ones. */
export async function findSlipAccount(codeHash: string, now: Date): Promise<string | null> {
  const slip = await db().slip.findFirst({ where: { codeHash, usedAt: null, expiresAt: { gt: now } }, select: { accountId: true } })
  return slip?.accountId ?? null
}
