import { recordPassword, recordSlip } from '~/data/accounts/account-writers.server'
import { recordAudit } from '~/data/accounts/audit.server'
import { findSlipHolder, reachOf, worksAt } from '~/data/org/people.server'
import { transact } from '~/data/transact.server'
import type { Acting } from '~/domain/accounts/acting'
import { can } from '~/domain/accounts/can'
import { scopeFor } from '~/domain/accounts/scope'
import { mayResetAccess, slipEnd, slipLength, slipText } from '~/domain/accounts/slip'
import { Forbidden, NotFound } from '~/domain/shared/faults'
import { type Refused, refuse } from '~/domain/shared/refusal'
import { hashOf, newCode, newId } from '~/gateways/secrets.server'
import { getManagedUnit } from './managed-unit.server'

/** `unitId`: through which unit the issuer reaches the account; null for the administrator's own pages. `reset`: the password ends now. */
type Asked = { accountId: string; unitId: string | null; reset: boolean }

/** The code in clear, this once. */
export type Issued = { kind: 'issued'; code: string; name: string; logins: string[]; expiresAt: Date }

/**
 * Issues a one-time slip; older unused slips of the account end. With `reset` the password stops working at once and every session
 * ends; without, the old password works until the slip is used. A manager may do it only for people who work at his unit and whose
 * account opens nothing beyond his units.
 */
export async function issueSlip(acting: Acting, { accountId, unitId, reset }: Asked): Promise<Issued | Refused> {
  const { actor, now, today } = acting
  const byAdministrator = can(actor.grants, 'administer', { kind: 'installation' }, today)
  if (unitId !== null) await getManagedUnit(acting, unitId)
  else if (!byAdministrator) throw new Forbidden()
  const code = newCode(slipLength)
  const slip = { id: newId(now), accountId, codeHash: hashOf(code), createdBy: actor.accountId, createdAt: now, expiresAt: slipEnd(now) }
  const auditId = newId(now)
  return transact(async (tx) => {
    const holder = await findSlipHolder(tx, accountId)
    if (!holder || (unitId !== null && !(await worksAt(tx, unitId, holder.person.id, today)))) throw new NotFound()
    const reach = await reachOf(tx, holder.person.id, scopeFor(actor.grants, 'manage', today), today)
    if (!mayResetAccess(reach, byAdministrator)) return refuse(`people:refusal.reach.${reach.grants > 0 ? 'grants' : 'elsewhere'}`)
    if (reset) await recordPassword(tx, accountId, null)
    await recordSlip(tx, slip)
    await recordAudit(tx, {
      id: auditId,
      at: now,
      actor: actor.accountId,
      act: reset ? 'accounts.passwordReset' : 'accounts.slipIssued',
      target: { kind: 'account', id: accountId },
      unitId,
      detail: { slipId: slip.id },
    })
    const logins = holder.phone === null ? [holder.staffNumber] : [holder.phone, holder.staffNumber]
    return { kind: 'issued', code: slipText(code), name: holder.person.name, logins, expiresAt: slip.expiresAt }
  })
}
