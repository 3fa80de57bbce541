import { recordAudit } from '~/data/accounts/audit.server'
import { findVisibleCertificate } from '~/data/credentials/certificates.server'
import { recordRevocation } from '~/data/credentials/revocations.server'
import { transact } from '~/data/transact.server'
import { can } from '~/domain/accounts/can'
import type { Grant } from '~/domain/accounts/grants'
import { scopeFor } from '~/domain/accounts/scope'
import type { Day } from '~/domain/shared/day'
import { Forbidden, NotFound } from '~/domain/shared/faults'
import { type Refused, refuse } from '~/domain/shared/refusal'
import { newId } from '~/gateways/secrets.server'

export type RevokeRequest = {
  actor: { accountId: string; personId: string; grants: readonly Grant[] }
  certificateId: string
  /** The end of its number, typed to confirm. */
  typed: string
  reason: string
  now: Date
  today: Day
}

/**
 * An administrator takes a certificate back from today on, with the evidence behind it: its holder is then no longer covered by it.
 * The reason stays with the certificate; the evidence chain and the audit log hold codes only.
 */
export async function revokeCertificate({
  actor,
  certificateId,
  typed,
  reason,
  now,
  today,
}: RevokeRequest): Promise<{ kind: 'done' } | Refused> {
  const certificate = await findVisibleCertificate(certificateId, actor.personId, scopeFor(actor.grants, 'see', today))
  if (!certificate) throw new NotFound()
  if (!can(actor.grants, 'administer', { kind: 'installation' }, today)) throw new Forbidden()
  if (typed.trim().toUpperCase() !== certificate.number.slice(-3)) return refuse('credentials:error.confirmDiffers', 'confirm')
  const { id, attemptId, unitId, number } = certificate
  const makeId = () => newId(now)
  await transact(async (tx) => {
    const revoked = await recordRevocation(tx, { certificateId: id, attemptId, on: today, at: now, by: actor.accountId, reason, makeId })
    if (!revoked) return
    await recordAudit(tx, {
      id: makeId(),
      at: now,
      actor: actor.accountId,
      act: 'credentials.certificateRevoked',
      target: { kind: 'certificate', id },
      unitId,
      detail: { number },
    })
  })
  return { kind: 'done' }
}
