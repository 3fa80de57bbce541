import { findAccount } from '~/data/accounts/accounts.server'
import { type Refused, refuse } from '~/domain/shared/refusal'
import { count, forget } from '~/gateways/limits.server'
import { passwordFits } from '~/gateways/passwords.server'

/** Proves the present password of somebody who is signed in. Guessing is counted per session, so it locks nobody else out. */
export async function provePassword(
  { accountId, sessionId }: { accountId: string; sessionId: string },
  password: string,
  field: string,
): Promise<{ kind: 'proved' } | Refused> {
  const counted = await count('proof', sessionId)
  if (!counted.admitted) return refuse('accounts:refusal.tooMany', undefined, { minutes: counted.minutes })
  if (!(await passwordFits(findAccount(accountId)?.passwordHash ?? null, password))) return refuse('accounts:refusal.present', field)
  await forget('proof', sessionId)
  return { kind: 'proved' }
}
