import { recordAudit } from '~/data/accounts/audit.server'
import { recordWaiverEnded, waiverForChange } from '~/data/duties/waivers.server'
import { transact } from '~/data/transact.server'
import type { Acting } from '~/domain/accounts/acting'
import { shortenedTo } from '~/domain/duties/waiving'
import { addDays, formatDay, parseDay } from '~/domain/shared/day'
import { NotFound } from '~/domain/shared/faults'
import { newId } from '~/gateways/secrets.server'
import { getSupervisedUnit } from './supervised-unit.server'

/** Takes a waiver back from today on; days that have passed under it stay. One that is over already is left as it is. */
export async function endWaiver(acting: Acting, wish: { unitId: string; waiverId: string }): Promise<{ kind: 'ended' }> {
  const { now, today, actor } = acting
  const unit = await getSupervisedUnit(acting, wish.unitId)
  const auditId = newId(now)
  return transact(async (tx) => {
    const waiver = await waiverForChange(tx, wish.waiverId, unit.id)
    const from = waiver && parseDay(waiver.from)
    const through = waiver && parseDay(waiver.through)
    if (!waiver || from === null || through === null) throw new NotFound()
    const kept = shortenedTo({ from, through }, addDays(today, -1))
    if (kept === through) return { kind: 'ended' as const }
    await recordWaiverEnded(tx, waiver.id, kept)
    await recordAudit(tx, {
      id: auditId,
      at: now,
      actor: actor.accountId,
      act: 'duties.waiverEnded',
      target: { kind: 'waiver', id: waiver.id },
      unitId: unit.id,
      detail: { duty: waiver.dutyId, lastDay: kept === null ? null : formatDay(kept), from: waiver.from, to: waiver.through },
    })
    return { kind: 'ended' as const }
  })
}
