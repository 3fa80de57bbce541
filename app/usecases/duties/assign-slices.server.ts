import { recordAudit } from '~/data/accounts/audit.server'
import { postHolders } from '~/data/duties/posts-held.server'
import { recordSlices } from '~/data/duties/slices.server'
import { findUnits } from '~/data/duties/unit-clearance.server'
import { transact } from '~/data/transact.server'
import type { Acting } from '~/domain/accounts/acting'
import { scopeFor } from '~/domain/accounts/scope'
import { guidePositions } from '~/domain/org/guiding'
import { isDay, readOfficeDay } from '~/domain/org/unit-life'
import { formatDay } from '~/domain/shared/day'
import { NotFound } from '~/domain/shared/faults'
import { type Refused, refuse } from '~/domain/shared/refusal'
import { newId } from '~/gateways/secrets.server'
import { getSupervisedPlace } from './supervised-place.server'

/**
 * Gives villages and communities to a member of the brigade to guide, from a day on (分片包干). Every place must be the actor's to
 * supervise, and so must the unit where the member holds his post. What he guides already stays as it is.
 */
export async function assignSlices(
  acting: Acting,
  wish: { postId: string; placeIds: readonly string[]; from: string },
): Promise<{ kind: 'assigned'; count: number } | Refused> {
  const { now, today, actor } = acting
  const asked = await Promise.all([...new Set(wish.placeIds)].map((id) => getSupervisedPlace(acting, id)))
  if (asked.some(({ kind }) => kind !== 'community')) throw new NotFound()
  if (asked.length === 0) return refuse('duties:responsibility.refusal.noVillage', 'placeIds')
  const from = readOfficeDay(wish.from, today)
  if (!isDay(from)) return refuse(`org:error.day.${from}`, 'from')
  const units = await findUnits(scopeFor(actor.grants, 'supervise', today), today)
  const { postId } = wish
  if (!postHolders(units, today, guidePositions).some(({ id }) => id === postId))
    return refuse('duties:responsibility.refusal.noGuide', 'postId')
  const places = asked.map(({ id }) => ({ id: newId(now), placeId: id, auditId: newId(now) }))
  const fresh = await transact(async (tx) => {
    const rows = places.map(({ id, placeId }) => ({ id, placeId }))
    const written = await recordSlices(tx, { places: rows, postId, from, assignedBy: actor.accountId, createdAt: now })
    for (const { placeId, auditId } of places.filter((place) => written.includes(place.placeId)))
      await recordAudit(tx, {
        id: auditId,
        at: now,
        actor: actor.accountId,
        act: 'duties.sliceAssigned',
        target: { kind: 'post', id: postId },
        placeId,
        detail: { from: formatDay(from) },
      })
    return written
  })
  return fresh.length > 0 ? { kind: 'assigned', count: fresh.length } : refuse('duties:responsibility.refusal.sliceAlready', 'placeIds')
}
