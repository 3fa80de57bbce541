import { recordPassword } from '~/data/accounts/account-writers.server'
import { findAccount, loginsOf } from '~/data/accounts/accounts.server'
import { recordAudit } from '~/data/accounts/audit.server'
import { findGrants } from '~/data/accounts/grants.server'
import { transact } from '~/data/transact.server'
import { passwordFault } from '~/domain/accounts/password'
import { sessionKind } from '~/domain/accounts/session-kind'
import type { Day } from '~/domain/shared/day'
import { NotFound } from '~/domain/shared/faults'
import { isRefused, type Refused, refuse } from '~/domain/shared/refusal'
import { hashPassword } from '~/gateways/passwords.server'
import { newId } from '~/gateways/secrets.server'
import { provePassword } from './prove-password.server'
import type { Entry } from './sign-in.server'

type Asked = {
  accountId: string
  sessionId: string
  present: string | null
  password: string
  now: Date
  today: Day
}

/**
 * Sets a new password. The present one must be given where there is one. Every session of the account ends, so the caller starts a
 * new one. Refuses short, long and common passwords and the login itself.
 */
export async function setPassword({ accountId, sessionId, present, password, now, today }: Asked): Promise<Entry | Refused> {
  const account = findAccount(accountId)
  if (!account) throw new NotFound()
  const fault = passwordFault(password, loginsOf(account))
  if (fault !== null) return refuse(`accounts:refusal.password.${fault}`, 'password')
  if (account.passwordHash !== null) {
    const proof = await provePassword({ accountId, sessionId }, present ?? '', 'present')
    if (isRefused(proof)) return proof
  }
  const passwordHash = await hashPassword(password)
  const entry = { id: newId(now), at: now, actor: accountId, target: { kind: 'account', id: accountId } }
  const replaced = await transact(async (tx) => {
    const unchanged = await tx.account.count({ where: { id: accountId, passwordHash: account.passwordHash } })
    if (unchanged === 0) return false
    await recordPassword(tx, accountId, passwordHash)
    await recordAudit(tx, { ...entry, act: 'accounts.passwordSet' })
    return true
  })
  if (!replaced) return refuse('accounts:refusal.changedMeanwhile')
  return { kind: 'entered', accountId, session: sessionKind(findGrants(accountId), today) }
}
