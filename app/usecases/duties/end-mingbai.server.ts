import { recordAudit } from '~/data/accounts/audit.server'
import { recordMingbaiEnded } from '~/data/duties/mingbai.server'
import { transact } from '~/data/transact.server'
import type { Acting } from '~/domain/accounts/acting'
import { isDay, readOfficeDay } from '~/domain/org/unit-life'
import { formatDay } from '~/domain/shared/day'
import { NotFound } from '~/domain/shared/faults'
import { type Refused, refuse } from '~/domain/shared/refusal'
import { newId } from '~/gateways/secrets.server'
import { getKeptUnit } from './kept-unit.server'

/** The unit's 明白人 is that no more, after a last day; that he was stays on record. */
export async function endMingbai(
  acting: Acting,
  wish: { unitId: string; namedId: string; lastDay: string },
): Promise<{ kind: 'ended' } | Refused> {
  const { now, today, actor } = acting
  const unit = await getKeptUnit(acting, wish.unitId)
  const lastDay = readOfficeDay(wish.lastDay, today)
  if (!isDay(lastDay)) return refuse(`org:error.day.${lastDay}`, 'lastDay')
  const auditId = newId(now)
  const outcome = await transact(async (tx) => {
    const ending = { lastDay, today, endedBy: actor.accountId, endedAt: now }
    const result = await recordMingbaiEnded(tx, { id: wish.namedId, unitId: unit.id }, ending)
    if (typeof result === 'object')
      await recordAudit(tx, {
        id: auditId,
        at: now,
        actor: actor.accountId,
        act: 'duties.mingbaiEnded',
        target: { kind: 'post', id: result.postId },
        unitId: unit.id,
        detail: { lastDay: formatDay(lastDay) },
      })
    return result
  })
  if (outcome === 'gone') throw new NotFound()
  return typeof outcome === 'object' ? { kind: 'ended' } : refuse(`duties:responsibility.refusal.${outcome}`, 'lastDay')
}
