import { findByLogin, loginsOf } from '~/data/accounts/accounts.server'
import { recordAudit } from '~/data/accounts/audit.server'
import { findGrants } from '~/data/accounts/grants.server'
import { transact } from '~/data/transact.server'
import { readLogin } from '~/domain/accounts/login'
import { sessionKind } from '~/domain/accounts/session-kind'
import type { Day } from '~/domain/shared/day'
import { type Refused, refuse } from '~/domain/shared/refusal'
import { passwordFits } from '~/gateways/passwords.server'
import { newId } from '~/gateways/secrets.server'
import { admitSignIn, rememberSignIn } from './sign-in-limits.server'

export type Entry = { kind: 'entered'; accountId: string; session: 'console' | 'learner' }

type Asked = { login: string; password: string; address: string; device: string | null; newDevice: string; now: Date; today: Day }

/**
 * Proves who somebody is by login and password. Unknown logins and wrong passwords get the same answer after the same work. Refuses
 * when too many wrong passwords were tried (see sign-in-limits) and, to who knows the password, that his account went into another.
 */
export async function signIn({ login, password, address, device, newDevice, now, today }: Asked): Promise<Entry | Refused> {
  const asked = readLogin(login)
  const account = findByLogin(asked)
  const admission = await admitSignIn({ login: asked.value, name: account?.staffNumber ?? asked.value, address, device })
  if (admission.kind === 'tooMany') {
    if (admission.first) await recordSlowed(account?.id ?? null, now)
    return refuse('accounts:refusal.tooMany', undefined, { minutes: admission.minutes })
  }
  const fits = await passwordFits(account?.passwordHash ?? null, password)
  await admission.settle(fits)
  if (!account || !fits) return refuse('accounts:refusal.signIn')
  if (account.mergedIntoId !== null) return refuse('accounts:refusal.merged')
  rememberSignIn(loginsOf(account), device ?? newDevice)
  return { kind: 'entered', accountId: account.id, session: sessionKind(findGrants(account.id), today) }
}

/** Written for unknown logins too, so that the audit log's own work tells nothing. */
const recordSlowed = (accountId: string | null, at: Date): Promise<void> =>
  transact((tx) =>
    recordAudit(tx, {
      id: newId(at),
      at,
      actor: 'system',
      act: 'accounts.signInsSlowed',
      target: accountId === null ? { kind: 'login', id: 'unknown' } : { kind: 'account', id: accountId },
    }),
  )
