import { makeAccount, recordPassword } from '~/data/accounts/account-writers.server'
import { recordAudit } from '~/data/accounts/audit.server'
import { awaitsFirstAdministrator, isFirstCode, recordFirstCodeUsed, recordInstallation } from '~/data/accounts/first-code.server'
import { hadAdministrator, recordGranted } from '~/data/accounts/grant-writers.server'
import { recordPersonAdded } from '~/data/org/newcomers.server'
import { transact } from '~/data/transact.server'
import { passwordFault } from '~/domain/accounts/password'
import { readName } from '~/domain/org/joining'
import { readPhone } from '~/domain/org/phone'
import { readCode } from '~/domain/shared/codes'
import type { Day } from '~/domain/shared/day'
import { NotFound } from '~/domain/shared/faults'
import { type Refused, refuse } from '~/domain/shared/refusal'
import { hashPassword } from '~/gateways/passwords.server'
import { hashOf, newId } from '~/gateways/secrets.server'
import { firstCodeLength } from './issue-first-code.server'

export type FirstClaim = { code: string; name: string; phone: string; password: string }

/** The first account belongs to no unit; ADMIN cannot be a unit's short code. */
const firstStaffNumber = 'ADMIN-0001'

/**
 * Makes the first administrator of an empty installation from the one-time code in the log. Of any number of claims at once exactly one
 * succeeds; afterwards there is nothing to claim, for ever.
 */
export async function claimFirstAdministrator(
  { now, today }: { now: Date; today: Day },
  claim: FirstClaim,
): Promise<{ kind: 'claimed'; accountId: string } | Refused> {
  if (!(await awaitsFirstAdministrator())) throw new NotFound()
  const code = readCode(claim.code.normalize('NFKC'), firstCodeLength)
  const codeHash = code === null ? null : hashOf(code)
  if (codeHash === null || !(await isFirstCode(codeHash))) return refuse('org:refusal.setup.code', 'code')
  const name = readName(claim.name)
  if (name === '') return refuse('org:error.personNameMissing', 'name')
  const phone = readPhone(claim.phone)
  if (phone === null) return refuse('org:error.phone', 'phone')
  const fault = passwordFault(claim.password, [phone, firstStaffNumber])
  if (fault !== null) return refuse(`org:refusal.setup.password.${fault}`, 'password')
  const passwordHash = await hashPassword(claim.password)
  const [personId, accountId, grantId, auditId, epoch] = [newId(now), newId(now), newId(now), newId(now), newId(now)]
  return transact(async (tx) => {
    if ((await hadAdministrator(tx)) || !(await recordFirstCodeUsed(tx, codeHash, now))) return refuse('org:refusal.setup.taken')
    await recordInstallation(tx, epoch, now)
    await recordPersonAdded(tx, { personId, name, phone, now })
    await makeAccount(tx, { id: accountId, personId, phone, staffNumber: firstStaffNumber, now })
    await recordPassword(tx, accountId, passwordHash)
    const reach = { placeId: null, unitId: null, sectors: '*' as const }
    await recordGranted(tx, { id: grantId, accountId, role: 'administrator', ...reach, from: today, to: null, grantedBy: 'system', now })
    await recordAudit(tx, {
      id: auditId,
      at: now,
      actor: accountId,
      act: 'org.installationClaimed',
      target: { kind: 'account', id: accountId },
    })
    return { kind: 'claimed' as const, accountId }
  })
}
