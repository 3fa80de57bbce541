import { recordAudit } from '~/data/accounts/audit.server'
import { recordTaskEnded } from '~/data/duties/task-assignments.server'
import { transact } from '~/data/transact.server'
import type { Acting } from '~/domain/accounts/acting'
import { isDay, readOfficeDay } from '~/domain/org/unit-life'
import { formatDay } from '~/domain/shared/day'
import { NotFound } from '~/domain/shared/faults'
import { type Refused, refuse } from '~/domain/shared/refusal'
import { newId } from '~/gateways/secrets.server'
import { getSupervisedPlace } from './supervised-place.server'

/** A unit answers for a department no more, after a last day; that it did stays on record. */
export async function endTask(
  acting: Acting,
  wish: { placeId: string; departmentId: string; assignmentId: string; lastDay: string },
): Promise<{ kind: 'ended' } | Refused> {
  const { now, today, actor } = acting
  const place = await getSupervisedPlace(acting, wish.placeId)
  const lastDay = readOfficeDay(wish.lastDay, today)
  if (!isDay(lastDay)) return refuse(`org:error.day.${lastDay}`, 'lastDay')
  const { departmentId } = wish
  const auditId = newId(now)
  const outcome = await transact(async (tx) => {
    const ending = { lastDay, today, endedBy: actor.accountId, endedAt: now }
    const result = await recordTaskEnded(tx, { id: wish.assignmentId, placeId: place.id, departmentId }, ending)
    if (typeof result === 'object')
      await recordAudit(tx, {
        id: auditId,
        at: now,
        actor: actor.accountId,
        act: 'duties.taskEnded',
        target: { kind: 'unit', id: result.unitId },
        unitId: result.unitId,
        placeId: place.id,
        detail: { department: departmentId, lastDay: formatDay(lastDay) },
      })
    return result
  })
  if (outcome === 'gone') throw new NotFound()
  return typeof outcome === 'object' ? { kind: 'ended' } : refuse(`duties:responsibility.refusal.${outcome}`, 'lastDay')
}
