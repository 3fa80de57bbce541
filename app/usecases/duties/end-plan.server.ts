import { recordAudit } from '~/data/accounts/audit.server'
import { recordPlanEnded } from '~/data/duties/plan-adoptions.server'
import { transact } from '~/data/transact.server'
import type { Acting } from '~/domain/accounts/acting'
import { isDay, readOfficeDay } from '~/domain/org/unit-life'
import { formatDay } from '~/domain/shared/day'
import { NotFound } from '~/domain/shared/faults'
import { type Refused, refuse } from '~/domain/shared/refusal'
import { newId } from '~/gateways/secrets.server'
import { getSupervisedPlace } from './supervised-place.server'

/** A place lays a plan down after a last day; who answered under it stays on record. */
export async function endPlan(
  acting: Acting,
  wish: { placeId: string; adoptionId: string; lastDay: string },
): Promise<{ kind: 'ended' } | Refused> {
  const { now, today, actor } = acting
  const place = await getSupervisedPlace(acting, wish.placeId)
  const lastDay = readOfficeDay(wish.lastDay, today)
  if (!isDay(lastDay)) return refuse(`org:error.day.${lastDay}`, 'lastDay')
  const auditId = newId(now)
  const outcome = await transact(async (tx) => {
    const ending = { lastDay, today, endedBy: actor.accountId, endedAt: now }
    const result = await recordPlanEnded(tx, { id: wish.adoptionId, placeId: place.id }, ending)
    if (typeof result === 'object')
      await recordAudit(tx, {
        id: auditId,
        at: now,
        actor: actor.accountId,
        act: 'duties.planEnded',
        target: { kind: 'place', id: place.id },
        placeId: place.id,
        detail: { plan: result.document, lastDay: formatDay(lastDay) },
      })
    return result
  })
  if (outcome === 'gone') throw new NotFound()
  return typeof outcome === 'object' ? { kind: 'ended' } : refuse(`duties:responsibility.refusal.${outcome}`, 'lastDay')
}
