import { recordAudit } from '~/data/accounts/audit.server'
import { grantForChange, otherAdministrators, recordGrantEnded } from '~/data/accounts/grant-writers.server'
import { transact } from '~/data/transact.server'
import { type Acting, mustAdminister } from '~/domain/accounts/acting'
import { alwaysAdministered } from '~/domain/accounts/administered'
import { isDay, readOfficeDay } from '~/domain/org/unit-life'
import { formatDay } from '~/domain/shared/day'
import { NotFound } from '~/domain/shared/faults'
import { type Refused, refuse } from '~/domain/shared/refusal'
import { newId } from '~/gateways/secrets.server'

/**
 * Gives a right its last day, today or later, and ends the account's sessions. Refuses where a day would come without an administrator,
 * and rights that have ended already.
 */
export async function endGrant(acting: Acting, wish: { grantId: string; to: string }): Promise<{ kind: 'ended' } | Refused> {
  mustAdminister(acting)
  const { now, today, actor } = acting
  const to = readOfficeDay(wish.to, today)
  if (!isDay(to)) return refuse(`org:error.day.${to}`, 'to')
  if (to < today) return refuse('org:refusal.grant.endPast', 'to')
  const auditId = newId(now)
  return transact(async (tx) => {
    const grant = await grantForChange(tx, wish.grantId)
    if (!grant) throw new NotFound()
    if (grant.to !== null && grant.to < today) return refuse('org:refusal.grant.alreadyEnded')
    const others = grant.role === 'administrator' ? await otherAdministrators(tx, grant.id) : null
    if (others && !alwaysAdministered([...others, { role: grant.role, from: grant.from, to }], today))
      return refuse('org:refusal.grant.lastAdministrator')
    await recordGrantEnded(tx, grant, to)
    await recordAudit(tx, {
      id: auditId,
      at: now,
      actor: actor.accountId,
      act: 'org.grantEnded',
      target: { kind: 'account', id: grant.accountId },
      unitId: grant.unitId,
      placeId: grant.placeId,
      detail: { role: grant.role, to: formatDay(to) },
    })
    return { kind: 'ended' as const }
  })
}
