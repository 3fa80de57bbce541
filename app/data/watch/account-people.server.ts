import { NotFound } from '~/domain/shared/faults'
import { db } from '../db.server'
import { survivorsOf } from './survivors.server'

/** Whose account this is, by the record that is left after merges. */
export async function findPersonAccount(accountId: string): Promise<string> {
  const account = await db().account.findUnique({ where: { id: accountId }, select: { personId: true } })
  if (account === null) throw new NotFound()
  return (await survivorsOf(db(), [account.personId]))(account.personId)
}
