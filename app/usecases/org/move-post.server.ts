import { recordAudit } from '~/data/accounts/audit.server'
import { recordPostBegun } from '~/data/org/newcomers.server'
import { postForChange, recordPostEnded } from '~/data/org/people.server'
import { postsHeldAt } from '~/data/org/post-writers.server'
import { transact } from '~/data/transact.server'
import type { Acting } from '~/domain/accounts/acting'
import { readStartDay } from '~/domain/org/joining'
import { moveFault } from '~/domain/org/post-change'
import { addDays, formatDay } from '~/domain/shared/day'
import { NotFound } from '~/domain/shared/faults'
import { type Refused, refuse } from '~/domain/shared/refusal'
import { newId, newToken } from '~/gateways/secrets.server'
import { getManagedUnit } from './managed-unit.server'

/** `toUnitId`: where the new post is, one of the actor's own units. `firstDay` as typed: the first day in the new post. */
type Asked = { unitId: string; postId: string; toUnitId: string; position: string; firstDay: string }

/**
 * Lets somebody go on in another position, or at another unit of the same manager, from a day on: the old post ends the day before
 * and stays as history, the new one begins with a card of its own. A pre-job pass counts for one position at one unit, so that the
 * new post asks for its own at once.
 */
export async function movePost(acting: Acting, asked: Asked): Promise<{ kind: 'moved'; personId: string; postId: string } | Refused> {
  const { unitId, postId, toUnitId, position, firstDay } = asked
  await getManagedUnit(acting, unitId)
  await getManagedUnit(acting, toUnitId)
  const { actor, now, today } = acting
  const from = readStartDay(firstDay, today)
  if (typeof from === 'string') return refuse(`people:error.start.${from}`, 'moveDay')
  const fresh = { id: newId(now), cardToken: newToken() }
  const auditId = newId(now)
  return transact(async (tx) => {
    const post = await postForChange(tx, postId, unitId)
    if (!post) throw new NotFound()
    const { personId } = post
    const held = (await postsHeldAt(tx, personId, unitId)).find(({ id }) => id === postId)
    if (held === undefined) throw new NotFound()
    const there = await postsHeldAt(tx, personId, toUnitId)
    const fault = moveFault(held, { position, from, sameUnit: unitId === toUnitId }, there)
    if (fault !== null)
      return refuse(`people:move.refusal.${fault}`, fault === 'samePosition' || fault === 'overlaps' ? 'position' : 'moveDay')
    await recordPostEnded(tx, postId, addDays(from, -1))
    await recordPostBegun(tx, { ...fresh, personId, unitId: toUnitId, position, from, now })
    await recordAudit(tx, {
      id: auditId,
      at: now,
      actor: actor.accountId,
      act: 'people.postMoved',
      target: { kind: 'post', id: postId },
      unitId,
      detail: { position, positionBefore: post.position, from: formatDay(from), postId: fresh.id, endBefore: post.to },
    })
    return { kind: 'moved', personId, postId: fresh.id }
  })
}
