import { findBearer } from '~/content/responsibility.server'
import { recordAudit } from '~/data/accounts/audit.server'
import { postHolders } from '~/data/duties/posts-held.server'
import { recordTaskAssigned } from '~/data/duties/task-assignments.server'
import { transact } from '~/data/transact.server'
import type { Acting } from '~/domain/accounts/acting'
import { isDay, readOfficeDay } from '~/domain/org/unit-life'
import { formatDay } from '~/domain/shared/day'
import { NotFound } from '~/domain/shared/faults'
import { type Refused, refuse } from '~/domain/shared/refusal'
import { newId } from '~/gateways/secrets.server'
import { getSupervisedPlace } from './supervised-place.server'
import { getSupervisedUnit } from './supervised-unit.server'

export type TaskWish = { placeId: string; departmentId: string; unitId: string; postId: string; from: string }

/**
 * Says which unit a department of a plan is at a place, from a day on, and whom to ask there (`postId` empty: nobody in particular).
 * The place and the unit must both be the actor's to supervise; a department that is every unit of a kind cannot be assigned.
 */
export async function assignTask(acting: Acting, wish: TaskWish): Promise<{ kind: 'assigned' } | Refused> {
  const { now, today, actor } = acting
  const place = await getSupervisedPlace(acting, wish.placeId)
  const { departmentId } = wish
  if (findBearer(departmentId) === null) throw new NotFound()
  const unit = await getSupervisedUnit(acting, wish.unitId)
  const from = readOfficeDay(wish.from, today)
  if (!isDay(from)) return refuse(`org:error.day.${from}`, 'from')
  const postId = wish.postId === '' ? null : wish.postId
  if (postId !== null && !postHolders([unit], today, null).some(({ id }) => id === postId))
    return refuse('duties:responsibility.refusal.noPost', 'postId')
  const [id, auditId] = [newId(now), newId(now)]
  const written = await transact(async (tx) => {
    const by = { assignedBy: actor.accountId, createdAt: now }
    if (!(await recordTaskAssigned(tx, { id, departmentId, placeId: place.id, unitId: unit.id, postId, from, ...by }))) return false
    await recordAudit(tx, {
      id: auditId,
      at: now,
      actor: actor.accountId,
      act: 'duties.taskAssigned',
      target: { kind: 'unit', id: unit.id },
      unitId: unit.id,
      placeId: place.id,
      detail: { department: departmentId, from: formatDay(from) },
    })
    return true
  })
  return written ? { kind: 'assigned' } : refuse('duties:responsibility.refusal.taskAlready', 'unitId')
}
