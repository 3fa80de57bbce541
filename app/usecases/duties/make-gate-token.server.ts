import { recordAudit } from '~/data/accounts/audit.server'
import { gateTokensOf, recordGateToken } from '~/data/duties/gate-checks.server'
import { findManagedUnit } from '~/data/org/people.server'
import { transact } from '~/data/transact.server'
import type { Acting } from '~/domain/accounts/acting'
import { scopeFor } from '~/domain/accounts/scope'
import { NotFound } from '~/domain/shared/faults'
import { type Refused, refuse } from '~/domain/shared/refusal'
import { hashOf, newId, newToken } from '~/gateways/secrets.server'

/** More systems than this a site does not have. */
const most = 20

/**
 * A manager lets a site's own system ask at the gate. The token is told once and kept as a hash. Refuses a name that is in use at the
 * unit, and more than twenty tokens.
 */
export async function makeGateToken({ actor, now, today }: Acting, unitId: string, name: string): Promise<{ token: string } | Refused> {
  const unit = await findManagedUnit(scopeFor(actor.grants, 'manage', today), unitId)
  if (unit === null) throw new NotFound()
  const known = gateTokensOf(unitId)
  if (known.some((one) => one.name === name)) return refuse('gate:error.nameTaken', 'name')
  if (known.length >= most) return refuse('gate:error.tooMany', 'name', { most })
  const token = newToken()
  const id = newId(now)
  await transact(async (tx) => {
    await recordGateToken(tx, { id, unitId, name, hash: hashOf(token), createdAt: now, createdBy: actor.accountId })
    await recordAudit(tx, {
      id: newId(now),
      at: now,
      actor: actor.accountId,
      act: 'duties.gateTokenMade',
      target: { kind: 'gateToken', id },
      unitId,
      detail: { name },
    })
  })
  return { token }
}
