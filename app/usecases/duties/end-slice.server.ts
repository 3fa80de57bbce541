import { recordAudit } from '~/data/accounts/audit.server'
import { recordSliceEnded } from '~/data/duties/slices.server'
import { transact } from '~/data/transact.server'
import type { Acting } from '~/domain/accounts/acting'
import { isDay, readOfficeDay } from '~/domain/org/unit-life'
import { formatDay } from '~/domain/shared/day'
import { NotFound } from '~/domain/shared/faults'
import { type Refused, refuse } from '~/domain/shared/refusal'
import { newId } from '~/gateways/secrets.server'
import { getSupervisedPlace } from './supervised-place.server'

/** A member of the brigade guides a village no more, after a last day; that he did stays on record. */
export async function endSlice(
  acting: Acting,
  wish: { placeId: string; sliceId: string; lastDay: string },
): Promise<{ kind: 'ended' } | Refused> {
  const { now, today, actor } = acting
  const place = await getSupervisedPlace(acting, wish.placeId)
  const lastDay = readOfficeDay(wish.lastDay, today)
  if (!isDay(lastDay)) return refuse(`org:error.day.${lastDay}`, 'lastDay')
  const auditId = newId(now)
  const outcome = await transact(async (tx) => {
    const ending = { lastDay, today, endedBy: actor.accountId, endedAt: now }
    const result = await recordSliceEnded(tx, { id: wish.sliceId, placeId: place.id }, ending)
    if (typeof result === 'object')
      await recordAudit(tx, {
        id: auditId,
        at: now,
        actor: actor.accountId,
        act: 'duties.sliceEnded',
        target: { kind: 'post', id: result.postId },
        placeId: place.id,
        detail: { lastDay: formatDay(lastDay) },
      })
    return result
  })
  if (outcome === 'gone') throw new NotFound()
  return typeof outcome === 'object' ? { kind: 'ended' } : refuse(`duties:responsibility.refusal.${outcome}`, 'lastDay')
}
