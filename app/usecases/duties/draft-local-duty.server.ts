import { draftedDuty } from '~/content/local-duties.server'
import { recordAudit } from '~/data/accounts/audit.server'
import { nextLocalDutyNumber } from '~/data/duties/local-duties.server'
import { recordLocalDutyDrafted } from '~/data/duties/local-duty-writers.server'
import { transact } from '~/data/transact.server'
import type { Acting } from '~/domain/accounts/acting'
import { type LocalDutyWish, localDutyId } from '~/domain/duties/local-duty'
import { formatDay } from '~/domain/shared/day'
import { NotFound } from '~/domain/shared/faults'
import { isRefused, type Refused, refuse } from '~/domain/shared/refusal'
import { newId } from '~/gateways/secrets.server'
import { getLocalDuty } from './reached-local-duty.server'
import { getSupervisedPlace } from './supervised-place.server'

/**
 * Writes down a duty of a place's own plan; nobody is bound by it until somebody else publishes it. `supersedes`: the place's own
 * published duty that it is to take over from; a duty of the catalogue never is. Out of scope is not found.
 */
export async function draftLocalDuty(
  acting: Acting,
  { placeId, supersedes, said }: { placeId: string; supersedes: string | null; said: LocalDutyWish },
): Promise<{ kind: 'drafted'; dutyId: string } | Refused> {
  const { now, today, actor } = acting
  const place = await getSupervisedPlace(acting, placeId)
  if (supersedes !== null) {
    const before = getLocalDuty(acting, supersedes)
    if (before.place.id !== place.id) throw new NotFound()
    if (before.days.from === null || before.days.lastDay !== null) return refuse('localduties:refusal.beforeEnded')
  }
  const drafted = draftedDuty(said, localDutyId(place.id, 1), place.name, formatDay(today))
  if (isRefused(drafted)) return drafted
  const [revisionId, auditId] = [newId(now), newId(now)]
  const dutyId = await transact(async (tx) => {
    const number = await nextLocalDutyNumber(tx, place.id)
    const id = localDutyId(place.id, number)
    await recordLocalDutyDrafted(tx, { id, placeId: place.id, number, supersedes, revisionId, said, at: now, by: actor.accountId })
    await recordAudit(tx, {
      id: auditId,
      at: now,
      actor: actor.accountId,
      act: 'localduties.dutyDrafted',
      target: { kind: 'duty', id },
      placeId: place.id,
      detail: { name: said.title },
    })
    return id
  })
  return { kind: 'drafted', dutyId }
}
