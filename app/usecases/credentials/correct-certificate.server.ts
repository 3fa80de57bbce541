import { recordAudit } from '~/data/accounts/audit.server'
import { type CertificateRow, findVisibleCertificate } from '~/data/credentials/certificates.server'
import { type CorrectSeat, findCorrectSeats, recordCorrection } from '~/data/credentials/corrections.server'
import { transact } from '~/data/transact.server'
import { type Acting, mustAdminister } from '~/domain/accounts/acting'
import { scopeFor } from '~/domain/accounts/scope'
import { NotFound } from '~/domain/shared/faults'
import { type Refused, refuse } from '~/domain/shared/refusal'
import { issueTools } from '~/gateways/issue-tools.server'

export type CorrectRequest = Acting & {
  certificateId: string
  postId: string
  /** The end of its number, typed to confirm. */
  typed: string
  reason: string
}

/** Would the certificate of this post say anything else than this one does? */
export const saysOtherwise = (certificate: CertificateRow, { name, unitId, unitName }: CorrectSeat): boolean =>
  name !== certificate.name || unitId !== certificate.unitId || unitName !== certificate.unitName

/**
 * An administrator issues a corrected certificate where one went out with a wrong name or unit. The name is the record's of today, so it is
 * put right there first; the unit is that of the post. The first is superseded for good, the evidence moves to the right unit.
 */
export async function correctCertificate(request: CorrectRequest): Promise<{ kind: 'done'; certificateId: string } | Refused> {
  const { actor, certificateId, postId, typed, reason, now, today } = request
  mustAdminister(request)
  const certificate = await findVisibleCertificate(certificateId, '', scopeFor(actor.grants, 'see', today))
  if (!certificate) throw new NotFound()
  if (certificate.revokedOn !== null || certificate.correctedBy !== null) return refuse('credentials:register.refusal.notCurrent')
  const seat = findCorrectSeats(certificate).find((one) => one.postId === postId)
  if (seat === undefined) return refuse('credentials:register.refusal.noSuchPost', 'post')
  if (!saysOtherwise(certificate, seat)) return refuse('credentials:register.refusal.nothingToCorrect', 'post')
  if (typed.trim().toUpperCase() !== certificate.number.slice(-3)) return refuse('credentials:error.confirmDiffers', 'confirm')
  const issue = issueTools(now)
  const written = await transact(async (tx) => {
    const made = await recordCorrection(tx, { certificateId, seat, reason, at: now, by: actor.accountId, issue })
    if (made === null) return null
    await recordAudit(tx, {
      id: issue.makeId(),
      at: now,
      actor: actor.accountId,
      act: 'credentials.certificateCorrected',
      target: { kind: 'certificate', id: made.id },
      unitId: made.unitId,
      detail: { replaces: certificate.number },
    })
    return made
  })
  return written === null ? refuse('credentials:register.refusal.notCurrent') : { kind: 'done', certificateId: written.id }
}
