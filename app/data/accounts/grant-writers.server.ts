import { z } from 'zod'
import type { Role } from '~/domain/accounts/grants'
import { type Day, formatDay, parseDay } from '~/domain/shared/day'
import type { Tx } from '../transact.server'
import { endSessionsOf } from './account-writers.server'

export type NewGrant = {
  id: string
  accountId: string
  role: Role
  placeId: string | null
  unitId: string | null
  sectors: '*' | readonly string[]
  from: Day
  to: Day | null
  grantedBy: string
  now: Date
}

/** Gives a right and ends the account's sessions; false where the account holds the same right on some of these days. */
export async function recordGranted(tx: Tx, { from, to, sectors, now, ...grant }: NewGrant): Promise<boolean> {
  const days = { from: formatDay(from), to: to === null ? null : formatDay(to) }
  const words = sectors === '*' ? '*' : JSON.stringify(sectors)
  const { accountId, role, placeId, unitId } = grant
  const same = await tx.grant.findFirst({
    where: {
      accountId,
      role,
      placeId,
      unitId,
      sectors: words,
      ...(days.to === null ? {} : { from: { lte: days.to } }),
      OR: [{ to: null }, { to: { gte: days.from } }],
    },
  })
  if (same) return false
  await tx.grant.create({ data: { ...grant, ...days, sectors: words, createdAt: now } })
  await endSessionsOf(tx, accountId)
  return true
}

/** Gives a right its last day and ends the account's sessions. */
export async function recordGrantEnded(tx: Tx, grant: { id: string; accountId: string }, to: Day): Promise<void> {
  await tx.grant.update({ where: { id: grant.id }, data: { to: formatDay(to) } })
  await endSessionsOf(tx, grant.accountId)
}

const day = (text: string): Day => {
  const parsed = parseDay(text)
  if (parsed === null) throw new Error(`not a day in the database: ${text}`)
  return parsed
}
const role = z.enum(['administrator', 'supervisor', 'manager'])

/** A grant as a use case sees it inside its transaction. */
export async function grantForChange(tx: Tx, id: string) {
  const found = await tx.grant.findUnique({ where: { id } })
  return found && { ...found, role: role.parse(found.role), from: day(found.from), to: found.to === null ? null : day(found.to) }
}

/** The days of every administrator's grant, that one left out. */
export async function otherAdministrators(tx: Tx, except: string) {
  const found = await tx.grant.findMany({ where: { role: 'administrator', id: { not: except } } })
  return found.map(({ from, to }) => ({ role: 'administrator' as const, from: day(from), to: to === null ? null : day(to) }))
}

export const hadAdministrator = async (tx: Tx): Promise<boolean> => (await tx.grant.count({ where: { role: 'administrator' } })) > 0

/** The name behind an account, for those still working with it: accounts of merged records cannot be given rights. */
export const accountForGrant = (tx: Tx, id: string) =>
  tx.account.findFirst({ where: { id, person: { mergedIntoId: null } }, select: { id: true, personId: true } })
