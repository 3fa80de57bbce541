import { draftedDuty } from '~/content/local-duties.server'
import { recordAudit } from '~/data/accounts/audit.server'
import { recordLocalDutyRevised } from '~/data/duties/local-duty-writers.server'
import { transact } from '~/data/transact.server'
import type { Acting } from '~/domain/accounts/acting'
import type { LocalDutyWish } from '~/domain/duties/local-duty'
import { formatDay } from '~/domain/shared/day'
import { isRefused, type Refused, refuse } from '~/domain/shared/refusal'
import { newId } from '~/gateways/secrets.server'
import { getLocalDuty } from './reached-local-duty.server'

/** Says anew what a draft asks for; what was said before is kept. Refuses what is published: that is superseded. Out of scope is not found. */
export async function changeLocalDuty(
  acting: Acting,
  { dutyId, said }: { dutyId: string; said: LocalDutyWish },
): Promise<{ kind: 'changed' } | Refused> {
  const { now, today, actor } = acting
  const duty = getLocalDuty(acting, dutyId)
  if (duty.days.from !== null) return refuse('localduties:refusal.published')
  const drafted = draftedDuty(said, duty.id, duty.place.name, formatDay(today))
  if (isRefused(drafted)) return drafted
  const [id, auditId] = [newId(now), newId(now)]
  const written = await transact(async (tx) => {
    if (!(await recordLocalDutyRevised(tx, { dutyId: duty.id, id, said, at: now, by: actor.accountId }))) return false
    await recordAudit(tx, {
      id: auditId,
      at: now,
      actor: actor.accountId,
      act: 'localduties.dutyChanged',
      target: { kind: 'duty', id: duty.id },
      placeId: duty.place.id,
      detail: { name: said.title },
    })
    return true
  })
  return written ? { kind: 'changed' } : refuse('localduties:refusal.published')
}
