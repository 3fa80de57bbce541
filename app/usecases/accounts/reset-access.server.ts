import { endSessionsOf, recordSlip } from '~/data/accounts/account-writers.server'
import { recordAudit } from '~/data/accounts/audit.server'
import { accountForGrant } from '~/data/accounts/grant-writers.server'
import { transact } from '~/data/transact.server'
import { type Acting, mustAdminister } from '~/domain/accounts/acting'
import { slipEnd, slipLength } from '~/domain/accounts/slip'
import { NotFound } from '~/domain/shared/faults'
import { type Refused, refuse } from '~/domain/shared/refusal'
import { hashOf, newCode, newId } from '~/gateways/secrets.server'

export type IssuedSlip = { code: string; expiresAt: Date }

/**
 * Gives anybody a new way in: a one-time slip, shown once and kept as a hash. Earlier slips and every session end; the password ends when
 * the slip is used. Refuses one's own account: whoever is signed in changes the password instead.
 */
export async function resetAccess(acting: Acting, accountId: string): Promise<({ kind: 'issued' } & IssuedSlip) | Refused> {
  mustAdminister(acting)
  const { now, actor } = acting
  if (accountId === actor.accountId) return refuse('org:refusal.reset.own')
  const code = newCode(slipLength)
  const slip = { id: newId(now), accountId, codeHash: hashOf(code), createdBy: actor.accountId, createdAt: now, expiresAt: slipEnd(now) }
  const auditId = newId(now)
  await transact(async (tx) => {
    if (!(await accountForGrant(tx, accountId))) throw new NotFound()
    await recordSlip(tx, slip)
    await endSessionsOf(tx, accountId)
    await recordAudit(tx, {
      id: auditId,
      at: now,
      actor: actor.accountId,
      act: 'org.accessReset',
      target: { kind: 'account', id: accountId },
    })
  })
  return { kind: 'issued', code, expiresAt: slip.expiresAt }
}
