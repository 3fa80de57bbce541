import { recordAudit } from '~/data/accounts/audit.server'
import { joinForDecision, recordJoinDecided, recordJoinReopened } from '~/data/org/joins.server'
import { transact } from '~/data/transact.server'
import type { Acting } from '~/domain/accounts/acting'
import { NotFound } from '~/domain/shared/faults'
import { type Refused, refuse } from '~/domain/shared/refusal'
import { newId } from '~/gateways/secrets.server'
import { getManagedUnit } from './managed-unit.server'

type Asked = { unitId: string; joinId: string }
type Done = { kind: 'declined' } | { kind: 'reopened' }

/** Declines a waiting request. Declined again, nothing changes; a confirmed one is refused. */
export async function declineJoin(acting: Acting, { unitId, joinId }: Asked): Promise<Done | Refused> {
  await getManagedUnit(acting, unitId)
  const entry = entryFor(acting, unitId, joinId)
  return transact(async (tx) => {
    const request = await joinForDecision(tx, joinId, unitId)
    if (!request) throw new NotFound()
    if (request.decision === 'declined') return { kind: 'declined' }
    if (request.decidedAt !== null) return refuse('people:refusal.decided')
    await recordJoinDecided(tx, { id: joinId, at: acting.now, by: acting.actor.accountId, decision: 'declined', postId: null })
    await recordAudit(tx, { ...entry, act: 'people.joinDeclined' })
    return { kind: 'declined' }
  })
}

/** Undoes a decline: the request waits again. */
export async function reopenJoin(acting: Acting, { unitId, joinId }: Asked): Promise<Done | Refused> {
  await getManagedUnit(acting, unitId)
  const entry = entryFor(acting, unitId, joinId)
  return transact(async (tx) => {
    const request = await joinForDecision(tx, joinId, unitId)
    if (!request) throw new NotFound()
    if (request.decidedAt === null) return { kind: 'reopened' }
    if (request.decision !== 'declined') return refuse('people:refusal.decided')
    await recordJoinReopened(tx, joinId)
    await recordAudit(tx, { ...entry, act: 'people.joinReopened' })
    return { kind: 'reopened' }
  })
}

const entryFor = ({ actor, now }: Acting, unitId: string, joinId: string) => ({
  id: newId(now),
  at: now,
  actor: actor.accountId,
  target: { kind: 'join', id: joinId },
  unitId,
})
