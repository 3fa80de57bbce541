import { responsibilityPlans } from '~/content/responsibility.server'
import { recordAudit } from '~/data/accounts/audit.server'
import { recordPlanAdopted } from '~/data/duties/plan-adoptions.server'
import { transact } from '~/data/transact.server'
import type { Acting } from '~/domain/accounts/acting'
import { isDay, readOfficeDay } from '~/domain/org/unit-life'
import { formatDay } from '~/domain/shared/day'
import { type Refused, refuse } from '~/domain/shared/refusal'
import { newId } from '~/gateways/secrets.server'
import { getSupervisedPlace } from './supervised-place.server'

/** The street, or the county, takes up a plan from a day on: its tasks hold for the place and all below it. Out of scope is not found. */
export async function adoptPlan(
  acting: Acting,
  wish: { placeId: string; document: string; from: string },
): Promise<{ kind: 'adopted' } | Refused> {
  const { now, today, actor } = acting
  const place = await getSupervisedPlace(acting, wish.placeId)
  const { document } = wish
  if (!responsibilityPlans().has(document)) return refuse('duties:responsibility.refusal.noPlan', 'document')
  const from = readOfficeDay(wish.from, today)
  if (!isDay(from)) return refuse(`org:error.day.${from}`, 'from')
  const [id, auditId] = [newId(now), newId(now)]
  const written = await transact(async (tx) => {
    const adoption = { id, document, placeId: place.id, from, adoptedBy: actor.accountId, createdAt: now }
    if (!(await recordPlanAdopted(tx, adoption))) return false
    await recordAudit(tx, {
      id: auditId,
      at: now,
      actor: actor.accountId,
      act: 'duties.planAdopted',
      target: { kind: 'place', id: place.id },
      placeId: place.id,
      detail: { plan: document, from: formatDay(from) },
    })
    return true
  })
  return written ? { kind: 'adopted' } : refuse('duties:responsibility.refusal.planAlready', 'document')
}
