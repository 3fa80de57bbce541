import { recordAudit } from '~/data/accounts/audit.server'
import { recordLocalDutyEnded } from '~/data/duties/local-duty-writers.server'
import { transact } from '~/data/transact.server'
import type { Acting } from '~/domain/accounts/acting'
import { lastDayBefore, withdrawingFault } from '~/domain/duties/local-duty-life'
import { isDay, readOfficeDay } from '~/domain/org/unit-life'
import { formatDay } from '~/domain/shared/day'
import { withoutUnseen } from '~/domain/shared/plain-text'
import { type Refused, refuse } from '~/domain/shared/refusal'
import { newId } from '~/gateways/secrets.server'
import { getLocalDuty } from './reached-local-duty.server'

/**
 * Withdraws a published duty from a day on, with a reason: the day before is its last. Before its first day it never comes into force.
 * What it had taken over from does not come back by that. Out of scope is not found.
 */
export async function withdrawLocalDuty(
  acting: Acting,
  wish: { dutyId: string; from: string; reason: string },
): Promise<{ kind: 'withdrawn' } | Refused> {
  const { now, today, actor } = acting
  const { id: dutyId, days, place } = getLocalDuty(acting, wish.dutyId)
  const from = readOfficeDay(wish.from, today)
  if (!isDay(from)) return refuse(`org:error.day.${from}`, 'from')
  const reason = withoutUnseen(wish.reason).trim()
  if (reason === '') return refuse('org:error.reasonMissing', 'reason')
  const fault = withdrawingFault(days, from, today)
  if (fault !== null) return fault
  const auditId = newId(now)
  const lastDay = lastDayBefore(from)
  const outcome = await transact(async (tx) => {
    const result = await recordLocalDutyEnded(tx, { dutyId, lastDay, successor: null, reason, at: now, by: actor.accountId })
    if (result === 'ended')
      await recordAudit(tx, {
        id: auditId,
        at: now,
        actor: actor.accountId,
        act: 'localduties.dutyWithdrawn',
        target: { kind: 'duty', id: dutyId },
        placeId: place.id,
        detail: { duty: dutyId, lastDay: formatDay(lastDay), reason },
      })
    return result
  })
  if (outcome === 'ended') return { kind: 'withdrawn' }
  return refuse(outcome === 'already' ? 'localduties:refusal.ended' : 'localduties:refusal.notPublished')
}
