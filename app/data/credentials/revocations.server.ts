import { z } from 'zod'
import { type Day, formatDay } from '~/domain/shared/day'
import { statement } from '../db.server'
import { revokeEvidence } from '../duties/evidence.server'
import type { Tx } from '../transact.server'

export type Revocation = { certificateId: string; attemptId: string; on: Day; at: Date; by: string; reason: string; makeId: () => string }

/** Takes a certificate back with all the evidence of its paper. False when it was taken back before. */
export async function recordRevocation(tx: Tx, revocation: Revocation): Promise<boolean> {
  const { certificateId, attemptId, on, at, by, reason, makeId } = revocation
  if (await tx.certificateRevocation.findUnique({ where: { certificateId }, select: { certificateId: true } })) return false
  await tx.certificateRevocation.create({ data: { certificateId, at, on: formatDay(on), by, reason } })
  const pieces = await standingPieces(tx, attemptId)
  for (const piece of pieces) await revokeEvidence(tx, { id: makeId(), revokes: piece.id, on, reason: 'certificate-revoked', by, at })
  return true
}

/** The evidence of a paper that nobody has taken back, in its order. */
export async function standingPieces(tx: Tx, attemptId: string) {
  const pieces = await tx.evidenceEntry.findMany({
    where: { sourceKind: 'attempt', sourceId: attemptId, entry: 'evidence' },
    orderBy: { recordedAt: 'asc' },
    select: { id: true, kind: true, topic: true, subjectId: true, on: true, seq: true },
  })
  const gone = await tx.evidenceEntry.findMany({ where: { revokes: { in: pieces.map(({ id }) => id) } }, select: { revokes: true } })
  const revoked = new Set(gone.map(({ revokes }) => revokes))
  return pieces.filter(({ id }) => !revoked.has(id)).sort((one, other) => one.seq - other.seq)
}

const toRevoke = z.object({ id: z.string(), attemptId: z.string(), unitId: z.string(), number: z.string() })
const standing = `SELECT c."id", c."attemptId", c."unitId", c."number" FROM json_each(?) wanted JOIN "Certificate" c ON c."id" = wanted."value"
  WHERE NOT EXISTS (SELECT 1 FROM "CertificateRevocation" r WHERE r."certificateId" = c."id") ORDER BY wanted."key"`

/** Those of these certificates that are not revoked yet, in the order given. */
export const findToRevoke = (ids: readonly string[]): z.output<typeof toRevoke>[] =>
  statement(standing)
    .all(JSON.stringify(ids))
    .map((found) => toRevoke.parse(found))
