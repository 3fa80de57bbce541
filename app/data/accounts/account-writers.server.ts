import { z } from 'zod'
import { staffNumber } from '~/domain/accounts/login'
import type { Tx } from '../transact.server'

const highest = z.array(z.object({ highest: z.union([z.number(), z.bigint()]).nullable() }))

/** The next free staff number of a unit: `<SHORT>-<4 digits>`. Numbers are never given twice, because accounts are never removed. */
export async function nextStaffNumber(tx: Tx, shortCode: string): Promise<string> {
  const prefix = `${shortCode.toUpperCase()}-`
  const found = await tx.$queryRaw`SELECT MAX(CAST(substr("staffNumber", ${prefix.length + 1}) AS INTEGER)) AS "highest"
    FROM "Account" WHERE substr("staffNumber", 1, ${prefix.length}) = ${prefix}`
  return staffNumber(shortCode, Number(highest.parse(found)[0]?.highest ?? 0) + 1)
}

/** Makes the account of a person. The phone becomes a login name only where no other account has it. */
export async function makeAccount(
  tx: Tx,
  { id, personId, phone, staffNumber, now }: { id: string; personId: string; phone: string | null; staffNumber: string; now: Date },
): Promise<void> {
  const taken = phone === null ? null : await tx.account.findUnique({ where: { phone } })
  await tx.account.create({ data: { id, personId, phone: taken ? null : phone, staffNumber, createdAt: now } })
}

/** Makes the phone a login name of this account where it is free; says whether it is one now. */
export async function recordLoginPhone(tx: Tx, accountId: string, phone: string | null): Promise<boolean> {
  const holder = phone === null ? null : await tx.account.findUnique({ where: { phone } })
  if (holder !== null && holder.id !== accountId) return false
  await tx.account.update({ where: { id: accountId }, data: { phone } })
  return true
}

/** Ends every session of an account. Whoever changes an account's rights or its password calls this in the same transaction. */
export async function endSessionsOf(tx: Tx, accountId: string): Promise<void> {
  await tx.session.deleteMany({ where: { accountId } })
}

/** Sets or clears the password and ends every session of the account. */
export async function recordPassword(tx: Tx, accountId: string, passwordHash: string | null): Promise<void> {
  await tx.account.update({ where: { id: accountId }, data: { passwordHash } })
  await endSessionsOf(tx, accountId)
}

export type SlipFact = { id: string; accountId: string; codeHash: string; createdBy: string; createdAt: Date; expiresAt: Date }

/** A new slip; older ones of the account that were not used end now. */
export async function recordSlip(tx: Tx, slip: SlipFact): Promise<void> {
  const { accountId, createdAt } = slip
  await tx.slip.updateMany({ where: { accountId, usedAt: null, expiresAt: { gt: createdAt } }, data: { expiresAt: createdAt } })
  await tx.slip.create({ data: slip })
}

/** Uses a slip up: the account it opens, or null where it is unknown, used or past its end. The old password goes with it. */
export async function useSlip(tx: Tx, codeHash: string, now: Date): Promise<string | null> {
  const slip = await tx.slip.findUnique({ where: { codeHash }, include: { account: { include: { person: true } } } })
  if (!slip || slip.account.person.mergedIntoId !== null) return null
  const used = await tx.slip.updateMany({ where: { codeHash, usedAt: null, expiresAt: { gt: now } }, data: { usedAt: now } })
  if (used.count === 0) return null
  await recordPassword(tx, slip.accountId, null)
  return slip.accountId
}
