import { recordAudit } from '~/data/accounts/audit.server'
import { recordAdoptionEnded } from '~/data/duties/adoptions.server'
import { transact } from '~/data/transact.server'
import { type Acting, mustAdminister } from '~/domain/accounts/acting'
import { isLocalDutyId } from '~/domain/duties/local-duty'
import { isDay, readOfficeDay } from '~/domain/org/unit-life'
import { formatDay } from '~/domain/shared/day'
import { NotFound } from '~/domain/shared/faults'
import { type Refused, refuse } from '~/domain/shared/refusal'
import { newId } from '~/gateways/secrets.server'

/**
 * Switches a duty off again at a place after a last day; what was missed until then stays missed. Ended once. A duty of a local plan is
 * withdrawn where it was published, and not found here.
 */
export async function endAdoption(acting: Acting, wish: { adoptionId: string; lastDay: string }): Promise<{ kind: 'ended' } | Refused> {
  mustAdminister(acting)
  const { now, today, actor } = acting
  const lastDay = readOfficeDay(wish.lastDay, today)
  if (!isDay(lastDay)) return refuse(`org:error.day.${lastDay}`, 'lastDay')
  const auditId = newId(now)
  const outcome = await transact(async (tx) => {
    const result = await recordAdoptionEnded(tx, wish.adoptionId, lastDay)
    if (typeof result === 'object' && isLocalDutyId(result.dutyId)) throw new NotFound()
    if (typeof result === 'object')
      await recordAudit(tx, {
        id: auditId,
        at: now,
        actor: actor.accountId,
        act: 'duties.adoptionEnded',
        target: { kind: 'duty', id: result.dutyId },
        placeId: result.placeId,
        detail: { duty: result.dutyId, lastDay: formatDay(lastDay) },
      })
    return result
  })
  if (outcome === 'gone') throw new NotFound()
  if (typeof outcome === 'object') return { kind: 'ended' }
  return refuse(`duties:adopt.refusal.${outcome}`, 'lastDay')
}
