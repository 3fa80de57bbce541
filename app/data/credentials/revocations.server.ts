import { type Day, formatDay } from '~/domain/shared/day'
import { revokeEvidence } from '../duties/evidence.server'
import type { Tx } from '../transact.server'

export type Revocation = { certificateId: string; attemptId: string; on: Day; at: Date; by: string; reason: string; makeId: () => string }

/** Takes a certificate back with all the evidence of its paper. False when it was taken back before. */
export async function recordRevocation(tx: Tx, revocation: Revocation): Promise<boolean> {
  const { certificateId, attemptId, on, at, by, reason, makeId } = revocation
  if (await tx.certificateRevocation.findUnique({ where: { certificateId }, select: { certificateId: true } })) return false
  await tx.certificateRevocation.create({ data: { certificateId, at, on: formatDay(on), by, reason } })
  const pieces = await tx.evidenceEntry.findMany({
    where: { sourceKind: 'attempt', sourceId: attemptId, entry: 'evidence' },
    orderBy: { seq: 'asc' },
    select: { id: true },
  })
  for (const piece of pieces) await revokeEvidence(tx, { id: makeId(), revokes: piece.id, on, reason: 'certificate-revoked', by, at })
  return true
}
