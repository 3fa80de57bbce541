import { recordAudit } from '~/data/accounts/audit.server'
import { recordMingbaiNamed } from '~/data/duties/mingbai.server'
import { transact } from '~/data/transact.server'
import type { Acting } from '~/domain/accounts/acting'
import { isDay, readOfficeDay } from '~/domain/org/unit-life'
import { formatDay } from '~/domain/shared/day'
import { type Refused, refuse } from '~/domain/shared/refusal'
import { newId } from '~/gateways/secrets.server'
import { getKeptUnit } from './kept-unit.server'

/** The street, or the unit's manager, names a post holder of the unit as its 明白人 from a day on. */
export async function nameMingbai(
  acting: Acting,
  wish: { unitId: string; postId: string; from: string },
): Promise<{ kind: 'named' } | Refused> {
  const { now, today, actor } = acting
  const unit = await getKeptUnit(acting, wish.unitId)
  const from = readOfficeDay(wish.from, today)
  if (!isDay(from)) return refuse(`org:error.day.${from}`, 'from')
  const { postId } = wish
  const [id, auditId] = [newId(now), newId(now)]
  const outcome = await transact(async (tx) => {
    const result = await recordMingbaiNamed(tx, { id, unitId: unit.id, postId, from, namedBy: actor.accountId, createdAt: now })
    if (result === 'named')
      await recordAudit(tx, {
        id: auditId,
        at: now,
        actor: actor.accountId,
        act: 'duties.mingbaiNamed',
        target: { kind: 'post', id: postId },
        unitId: unit.id,
        detail: { from: formatDay(from) },
      })
    return result
  })
  return outcome === 'named'
    ? { kind: 'named' }
    : refuse(`duties:responsibility.refusal.${outcome === 'noPost' ? 'noPostThen' : 'mingbaiAlready'}`, 'postId')
}
