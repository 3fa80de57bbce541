import { useSlip } from '~/data/accounts/account-writers.server'
import { findAccount, loginsOf } from '~/data/accounts/accounts.server'
import { findGrants } from '~/data/accounts/grants.server'
import { transact } from '~/data/transact.server'
import { sessionKind } from '~/domain/accounts/session-kind'
import { readSlip } from '~/domain/accounts/slip'
import type { Day } from '~/domain/shared/day'
import { type Refused, refuse } from '~/domain/shared/refusal'
import { count, isSpent, limits, networkOf } from '~/gateways/limits.server'
import { hashOf } from '~/gateways/secrets.server'
import type { Entry } from './sign-in.server'
import { rememberSignIn } from './sign-in-limits.server'

type Asked = { code: string; address: string; device: string; now: Date; today: Day }

/** Signs in once by the code on a printed slip. Wrong, used and expired codes get the same answer. The old password ends with it. */
export async function enterBySlip({ code, address, device, now, today }: Asked): Promise<Entry | Refused> {
  const network = networkOf(address)
  if (await isSpent('slip', network)) return refuse('accounts:refusal.tooMany', undefined, { minutes: limits.slip.seconds / 60 })
  const read = readSlip(code)
  const codeHash = read === null ? null : hashOf(read)
  const accountId = codeHash === null ? null : await transact((tx) => useSlip(tx, codeHash, now))
  const account = accountId === null ? null : findAccount(accountId)
  if (!account) {
    await count('slip', network)
    return refuse('accounts:refusal.slip', 'letters')
  }
  rememberSignIn(loginsOf(account), device)
  return { kind: 'entered', accountId: account.id, session: sessionKind(findGrants(account.id), today) }
}
