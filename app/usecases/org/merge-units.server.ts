import { endSessionsOf } from '~/data/accounts/account-writers.server'
import { recordAudit } from '~/data/accounts/audit.server'
import { recordPostsMoved, recordUnitEnded, unitForChange } from '~/data/org/unit-writers.server'
import { transact } from '~/data/transact.server'
import { type Acting, mustAdminister } from '~/domain/accounts/acting'
import { isSameName } from '~/domain/org/joining'
import type { PostFate } from '~/domain/org/unit-life'
import { isDay, mergingFault, readOfficeDay } from '~/domain/org/unit-life'
import { formatDay } from '~/domain/shared/day'
import { NotFound } from '~/domain/shared/faults'
import { type Refused, refuse } from '~/domain/shared/refusal'
import { newId, newToken } from '~/gateways/secrets.server'

export type MergeWish = { unitId: string; intoId: string; lastDay: string; typed: string }

/**
 * Merges a unit into another. The old unit closes after its last day; its history stays where it was. Each open post ends on that day and
 * goes on at the target the day after, in the same position; one that had not begun begins there. Whoever already holds the position at
 * the target keeps that post alone. `typed` is the old unit's name again.
 */
export async function mergeUnits(acting: Acting, wish: MergeWish): Promise<{ kind: 'merged'; posts: Record<PostFate, number> } | Refused> {
  mustAdminister(acting)
  const { now, today, actor } = acting
  const lastDay = readOfficeDay(wish.lastDay, today)
  if (!isDay(lastDay)) return refuse(`org:error.day.${lastDay}`, 'lastDay')
  const auditIds = [newId(now), newId(now)] as const
  const fresh = { now, id: () => newId(now), token: newToken }
  return transact(async (tx) => {
    const unit = await unitForChange(tx, wish.unitId)
    const target = await unitForChange(tx, wish.intoId)
    if (!unit || !target) throw new NotFound()
    const fault = mergingFault(unit.span, target.span, lastDay, today, unit.underWay)
    if (fault !== null) {
      const field = fault === 'intoItself' || fault === 'targetClosed' ? '' : 'lastDay'
      return refuse(`org:refusal.end.${fault}`, field, { waiting: unit.underWay.waiting })
    }
    if (!isSameName(wish.typed, unit.name)) return refuse('org:refusal.end.nameDiffers', 'typed', { name: unit.name })
    const posts = await recordPostsMoved(tx, unit, target, lastDay, fresh)
    const { managers } = await recordUnitEnded(tx, unit, { lastDay, reason: 'merged', mergedIntoId: target.id, now })
    for (const accountId of managers) await endSessionsOf(tx, accountId)
    const entry = { at: now, actor: actor.accountId }
    const detail = { lastDay: formatDay(lastDay), movedPosts: posts.goesOn + posts.moves }
    await recordAudit(tx, {
      ...entry,
      id: auditIds[0],
      act: 'org.unitMerged',
      target: { kind: 'unit', id: unit.id },
      unitId: unit.id,
      detail: { ...detail, into: target.name },
    })
    await recordAudit(tx, {
      ...entry,
      id: auditIds[1],
      act: 'org.unitAbsorbed',
      target: { kind: 'unit', id: target.id },
      unitId: target.id,
      detail: { ...detail, absorbed: unit.name },
    })
    return { kind: 'merged' as const, posts }
  })
}
