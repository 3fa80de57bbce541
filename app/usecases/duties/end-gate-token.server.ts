import { recordAudit } from '~/data/accounts/audit.server'
import { recordGateTokenEnded } from '~/data/duties/gate-checks.server'
import { findManagedUnit } from '~/data/org/people.server'
import { transact } from '~/data/transact.server'
import type { Acting } from '~/domain/accounts/acting'
import { scopeFor } from '~/domain/accounts/scope'
import { NotFound } from '~/domain/shared/faults'
import { newId } from '~/gateways/secrets.server'

/** A manager takes a site's token back; from now on it asks nothing. One that is not in force at the unit is not found. */
export async function endGateToken({ actor, now, today }: Acting, unitId: string, id: string): Promise<void> {
  const unit = await findManagedUnit(scopeFor(actor.grants, 'manage', today), unitId)
  if (unit === null) throw new NotFound()
  const ended = await transact(async (tx) => {
    const name = await recordGateTokenEnded(tx, { id, unitId, at: now, by: actor.accountId })
    if (name === null) return false
    await recordAudit(tx, {
      id: newId(now),
      at: now,
      actor: actor.accountId,
      act: 'duties.gateTokenEnded',
      target: { kind: 'gateToken', id },
      unitId,
      detail: { name },
    })
    return true
  })
  if (!ended) throw new NotFound()
}
