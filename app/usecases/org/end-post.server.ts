import { recordAudit } from '~/data/accounts/audit.server'
import { postForChange, recordPostEnded } from '~/data/org/people.server'
import { transact } from '~/data/transact.server'
import type { Acting } from '~/domain/accounts/acting'
import { readLastDay } from '~/domain/org/joining'
import { formatDay, parseDay } from '~/domain/shared/day'
import { NotFound } from '~/domain/shared/faults'
import { type Refused, refuse } from '~/domain/shared/refusal'
import { newId } from '~/gateways/secrets.server'
import { getManagedUnit } from './managed-unit.server'

/** `lastDay` as typed; null takes an end back. */
type Asked = { unitId: string; postId: string; lastDay: string | null }

/** Ends a post with its last day (the day itself is still worked), changes that day, or takes the end back. */
export async function endPost(acting: Acting, { unitId, postId, lastDay }: Asked): Promise<{ kind: 'ended'; personId: string } | Refused> {
  await getManagedUnit(acting, unitId)
  const { actor, now, today } = acting
  const auditId = newId(now)
  return transact(async (tx) => {
    const post = await postForChange(tx, postId, unitId)
    const from = post && parseDay(post.from)
    if (!post || from === null) throw new NotFound()
    const to = lastDay === null ? null : readLastDay(lastDay, from, today)
    if (typeof to === 'string') return refuse(`people:error.last.${to}`, 'lastDay')
    const written = to === null ? null : formatDay(to)
    if (written === post.to) return { kind: 'ended', personId: post.personId }
    await recordPostEnded(tx, postId, to)
    await recordAudit(tx, {
      id: auditId,
      at: now,
      actor: actor.accountId,
      act: to === null ? 'people.postReopened' : 'people.postEnded',
      target: { kind: 'post', id: postId },
      unitId,
      detail: { to: written, before: post.to },
    })
    return { kind: 'ended', personId: post.personId }
  })
}
