import { endSessionsOf } from '~/data/accounts/account-writers.server'
import { recordAudit } from '~/data/accounts/audit.server'
import { recordUnitEnded, unitForChange } from '~/data/org/unit-writers.server'
import { transact } from '~/data/transact.server'
import { type Acting, mustAdminister } from '~/domain/accounts/acting'
import { isSameName } from '~/domain/org/joining'
import { closingFault, isDay, readOfficeDay } from '~/domain/org/unit-life'
import { formatDay } from '~/domain/shared/day'
import { NotFound } from '~/domain/shared/faults'
import { type Refused, refuse } from '~/domain/shared/refusal'
import { newId } from '~/gateways/secrets.server'

/**
 * Closes a unit after its last day: its posts and its managers' grants end with it, its join codes at once; people, evidence and
 * certificates stay. Refuses while somebody waits to join, or where a post would begin afterwards. `typed` is the unit's name again.
 */
export async function closeUnit(
  acting: Acting,
  wish: { unitId: string; lastDay: string; reason: string; typed: string },
): Promise<{ kind: 'closed' } | Refused> {
  mustAdminister(acting)
  const { now, today, actor } = acting
  const { unitId, reason } = wish
  const lastDay = readOfficeDay(wish.lastDay, today)
  if (!isDay(lastDay)) return refuse(`org:error.day.${lastDay}`, 'lastDay')
  const auditId = newId(now)
  return transact(async (tx) => {
    const unit = await unitForChange(tx, unitId)
    if (!unit) throw new NotFound()
    const fault = closingFault(unit.span, lastDay, today, unit.underWay)
    if (fault !== null) return refuse(`org:refusal.end.${fault}`, 'lastDay', { waiting: unit.underWay.waiting })
    if (!isSameName(wish.typed, unit.name)) return refuse('org:refusal.end.nameDiffers', 'typed', { name: unit.name })
    const { managers } = await recordUnitEnded(tx, unit, { lastDay, reason, mergedIntoId: null, now })
    for (const accountId of managers) await endSessionsOf(tx, accountId)
    await recordAudit(tx, {
      id: auditId,
      at: now,
      actor: actor.accountId,
      act: 'org.unitClosed',
      target: { kind: 'unit', id: unitId },
      unitId,
      detail: { lastDay: formatDay(lastDay), reason },
    })
    return { kind: 'closed' as const }
  })
}
