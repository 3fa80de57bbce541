import { recordAudit } from '~/data/accounts/audit.server'
import { postForChange } from '~/data/org/people.server'
import { postsHeldAt, recordStartCorrected } from '~/data/org/post-writers.server'
import { transact } from '~/data/transact.server'
import type { Acting } from '~/domain/accounts/acting'
import { readStartDay } from '~/domain/org/joining'
import { startFault } from '~/domain/org/post-change'
import { formatDay } from '~/domain/shared/day'
import { NotFound } from '~/domain/shared/faults'
import { type Refused, refuse } from '~/domain/shared/refusal'
import { newId } from '~/gateways/secrets.server'
import { getManagedUnit } from './managed-unit.server'

/** `firstDay` as typed. */
type Asked = { unitId: string; postId: string; firstDay: string }

/** Puts the first day of a post right; every standing that rests on it follows at once, and the audit log keeps the day it was. */
export async function correctStart(acting: Acting, { unitId, postId, firstDay }: Asked): Promise<{ kind: 'corrected' } | Refused> {
  await getManagedUnit(acting, unitId)
  const { actor, now, today } = acting
  const from = readStartDay(firstDay, today)
  if (typeof from === 'string') return refuse(`people:error.start.${from}`, 'firstDay')
  const auditId = newId(now)
  return transact(async (tx) => {
    const post = await postForChange(tx, postId, unitId)
    if (!post) throw new NotFound()
    const posts = await postsHeldAt(tx, post.personId, unitId)
    const held = posts.find(({ id }) => id === postId)
    if (held === undefined) throw new NotFound()
    const fault = startFault(held, from, posts)
    if (fault !== null) return refuse(`people:move.refusal.${fault}`, 'firstDay')
    if (held.from === from) return { kind: 'corrected' }
    await recordStartCorrected(tx, postId, from)
    await recordAudit(tx, {
      id: auditId,
      at: now,
      actor: actor.accountId,
      act: 'people.startCorrected',
      target: { kind: 'post', id: postId },
      unitId,
      detail: { from: formatDay(from), fromBefore: post.from },
    })
    return { kind: 'corrected' }
  })
}
