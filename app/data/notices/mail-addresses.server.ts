import { z } from 'zod'
import { type AddressState, addressState, type Often, oftens } from '~/domain/notices/mail-address'
import { statement } from '../db.server'
import type { Tx } from '../transact.server'

export type MailAddress = { id: string; accountId: string; sealed: string; match: string; codeHash: string; at: Date; state: AddressState }
export type MailChoice = { often: Often; locale: 'zh' | 'en' }

const row = z.object({
  id: z.string(),
  accountId: z.string(),
  sealed: z.string(),
  match: z.string(),
  codeHash: z.string(),
  at: z.union([z.string(), z.date()]).transform((at) => new Date(at)),
  kinds: z.string().nullable(),
})
const columns = `SELECT a."id", a."accountId", a."sealed", a."match", a."codeHash", a."at",
  (SELECT group_concat(s."kind") FROM "MailAddressStep" s WHERE s."addressId" = a."id") AS "kinds" FROM "MailAddress" a`
const newest = `${columns} WHERE a."accountId" = ? ORDER BY a."nth" DESC LIMIT 1`
const byId = `${columns} WHERE a."id" = ?`

const toAddress = (found: unknown): MailAddress => {
  const { kinds, ...address } = row.parse(found)
  return { ...address, state: addressState(kinds?.split(',') ?? []) }
}

/** The address an account gave last; null where it gave none. */
export function addressOf(accountId: string): MailAddress | null {
  const found = statement(newest).get(accountId)
  return found === undefined ? null : toAddress(found)
}

/** The same as this transaction sees it. */
export async function addressInside(tx: Tx, accountId: string): Promise<MailAddress | null> {
  const found: unknown = await tx.$queryRawUnsafe(newest, accountId)
  const [first] = z.array(z.unknown()).parse(found)
  return first === undefined ? null : toAddress(first)
}

/** An address by its id, whoever it is of: for who holds the secret of its mail, and for sending. */
export function addressAnywhere(id: string): MailAddress | null {
  const found = statement(byId).get(id)
  return found === undefined ? null : toAddress(found)
}

const choiceRow = z.object({ often: z.enum(oftens), locale: z.enum(['zh', 'en']) })
const choice = 'SELECT "often", "locale" FROM "MailChoice" WHERE "accountId" = ? ORDER BY "nth" DESC LIMIT 1'

/** How often an account wants mail; never, until it says otherwise. */
export function choiceOf(accountId: string): MailChoice {
  const found = statement(choice).get(accountId)
  return found === undefined ? { often: 'never', locale: 'zh' } : choiceRow.parse(found)
}

const readers = `SELECT DISTINCT "accountId" AS "id" FROM "MailAddress" a JOIN "MailAddressStep" s ON s."addressId" = a."id"
  WHERE s."kind" = 'confirmed' ORDER BY 1`
const idRow = z.object({ id: z.string() })

/** Accounts that ever confirmed an address. */
export const everyReader = (): string[] =>
  statement(readers)
    .all()
    .map((found) => idRow.parse(found).id)

export type NewAddress = Omit<MailAddress, 'state'>
export async function recordAddressGiven(tx: Tx, address: NewAddress): Promise<void> {
  const before = await tx.mailAddress.count({ where: { accountId: address.accountId } })
  await tx.mailAddress.create({ data: { ...address, nth: before + 1 } })
}

/** Once a kind: a second time changes nothing. */
export async function recordAddressStep(tx: Tx, addressId: string, kind: 'confirmed' | 'withdrawn' | 'refused', at: Date): Promise<void> {
  const known = await tx.mailAddressStep.count({ where: { addressId, kind } })
  if (known === 0) await tx.mailAddressStep.create({ data: { addressId, kind, at } })
}

/** What the account wants from now on. */
export async function recordChoice(tx: Tx, wish: MailChoice & { id: string; accountId: string; at: Date }): Promise<void> {
  const before = await tx.mailChoice.count({ where: { accountId: wish.accountId } })
  await tx.mailChoice.create({ data: { ...wish, nth: before + 1 } })
}
