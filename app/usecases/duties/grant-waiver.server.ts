import { recordAudit } from '~/data/accounts/audit.server'
import { waivableAt } from '~/data/duties/waivable.server'
import { recordWaiver } from '~/data/duties/waivers.server'
import { transact } from '~/data/transact.server'
import type { Acting } from '~/domain/accounts/acting'
import { waivingFault } from '~/domain/duties/waiving'
import { isDay, readOfficeDay } from '~/domain/org/unit-life'
import { formatDay } from '~/domain/shared/day'
import { withoutUnseen } from '~/domain/shared/plain-text'
import { type Refused, refuse } from '~/domain/shared/refusal'
import { newId } from '~/gateways/secrets.server'
import { rulesNow } from './duties-now.server'
import { getSupervisedUnit } from './supervised-unit.server'

export type WaiverWish = { unitId: string; dutyId: string; subjectId: string; from: string; through: string; reason: string }

/**
 * The street lifts a duty from a unit or from one of its people for some days, with a reason. Refuses what bars, days that have
 * passed, and whom the duty does not bind there today. Out of scope is not found.
 */
export async function grantWaiver(acting: Acting, wish: WaiverWish): Promise<{ kind: 'granted' } | Refused> {
  const { now, today, actor } = acting
  const unit = await getSupervisedUnit(acting, wish.unitId)
  const [from, through] = [readOfficeDay(wish.from, today), readOfficeDay(wish.through, today)]
  if (!isDay(from)) return refuse(`org:error.day.${from}`, 'from')
  if (!isDay(through)) return refuse(`org:error.day.${through}`, 'through')
  const reason = withoutUnseen(wish.reason).trim()
  if (reason === '') return refuse('org:error.reasonMissing', 'reason')
  const rules = rulesNow()
  const found = waivableAt(unit, rules, today).find(({ duty }) => duty.id === wish.dutyId)
  if (!found) return refuse('duties:waive.refusal.notWaivable', 'dutyId')
  if (!found.subjects.some(({ id }) => id === wish.subjectId)) return refuse('duties:waive.refusal.notBound', 'subjectId')
  const fault = waivingFault(found.duty, from, through, today)
  if (fault !== null) return refuse(`duties:waive.refusal.${fault}`, fault === 'past' ? 'from' : 'through')
  const { dutyId, subjectId } = wish
  const [id, auditId] = [newId(now), newId(now)]
  const written = await transact(async (tx) => {
    const by = { grantedBy: actor.accountId, grantedAt: now }
    if (!(await recordWaiver(tx, { id, dutyId, subjectId, unitId: unit.id, from, through, reason, ...by }))) return false
    await recordAudit(tx, {
      id: auditId,
      at: now,
      actor: actor.accountId,
      act: 'duties.waiverGranted',
      target: { kind: found.duty.binds, id: subjectId },
      unitId: unit.id,
      detail: { duty: dutyId, from: formatDay(from), to: formatDay(through), reason },
    })
    return true
  })
  return written ? { kind: 'granted' } : refuse('duties:waive.refusal.already', 'through')
}
