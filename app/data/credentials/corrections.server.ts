import { z } from 'zod'
import { civilDay } from '~/domain/shared/civil-day'
import { type Day, parseDay } from '~/domain/shared/day'
import { statement } from '../db.server'
import { recordEvidence, revokeEvidence } from '../duties/evidence.server'
import type { Tx } from '../transact.server'
import { family } from './certificates.server'
import { type IssueTools, writeCertificate } from './passes.server'
import { standingPieces } from './revocations.server'

const seat = z.object({
  postId: z.string(),
  personId: z.string(),
  name: z.string(),
  unitId: z.string(),
  unitName: z.string(),
  from: z.string(),
  to: z.string().nullable(),
})
export type CorrectSeat = z.output<typeof seat>

const seats = `${family} SELECT k."id" AS "postId", k."personId", p."name", k."unitId", u."name" AS "unitName", k."from", k."to"
  FROM "Post" k JOIN "Person" p ON p."id" = k."personId" JOIN "Unit" u ON u."id" = k."unitId"
  WHERE k."personId" IN (SELECT "id" FROM family) AND k."position" = ? ORDER BY k."from" DESC, k."id"`

/** The posts that a certificate's holder (all his records) has or had in its position: for one of them the corrected one is issued. */
export const findCorrectSeats = ({ personId, position }: { personId: string; position: string }): CorrectSeat[] =>
  statement(seats)
    .all(personId, position)
    .map((found) => seat.parse(found))

type Correction = { certificateId: string; seat: CorrectSeat; reason: string; at: Date; by: string; issue: IssueTools }

const day = (text: string): Day => parseDay(text) ?? civilDay(new Date(text))

/** The evidence of the paper, taken back where it was written for another unit and written for this one; the id of its first piece. */
async function movedEvidence(tx: Tx, attemptId: string, correction: Correction, position: string): Promise<string | null> {
  const { seat: to, at, by, issue } = correction
  const moved: string[] = []
  for (const { id: old, kind, topic, on } of await standingPieces(tx, attemptId)) {
    const id = issue.makeId()
    await revokeEvidence(tx, { id: issue.makeId(), revokes: old, on: day(on), reason: 'certificate-corrected', by, at })
    const place = { subjectKind: 'person', subjectId: to.personId, unitId: to.unitId, position } as const
    const source = { sourceKind: 'attempt', sourceId: attemptId, recordedBy: by, recordedAt: at }
    await recordEvidence(tx, { id, kind, topic, ...place, on: day(on), passed: true, validThrough: null, ...source })
    moved.push(id)
  }
  return moved[0] ?? null
}

/**
 * Issues a corrected certificate of the same paper for another post or under another name. It takes the place of the first for good;
 * both stay. Null where the first was revoked or corrected before.
 */
export async function recordCorrection(tx: Tx, correction: Correction) {
  const { certificateId, seat: to, reason, at, by, issue } = correction
  const old = await tx.certificate.findUniqueOrThrow({ where: { id: certificateId }, include: { revocation: true } })
  const before = await tx.certificateCorrection.findUnique({ where: { replacesId: certificateId }, select: { at: true } })
  const attempt = await tx.attempt.findUniqueOrThrow({ where: { id: old.attemptId } })
  if (old.revocation !== null || before !== null || attempt.closedAt === null) return null
  const evidenceId = to.unitId === old.unitId ? old.evidenceId : await movedEvidence(tx, old.attemptId, correction, old.position)
  const seated = { ...attempt, closedAt: attempt.closedAt, unitId: to.unitId, position: old.position, postId: to.postId }
  const written = await writeCertificate(tx, {
    attempt: seated,
    at,
    issue,
    personId: to.personId,
    evidenceId: evidenceId ?? old.evidenceId,
    on: day(old.passedOn),
    edition: old.edition + 1,
  })
  await tx.certificateCorrection.create({ data: { certificateId: written.id, replacesId: certificateId, at, by, reason } })
  return written
}

const event = z.object({
  kind: z.enum(['corrects', 'correctedBy']),
  id: z.string(),
  number: z.string(),
  at: z.string(),
  reason: z.string(),
})
const corrections = `SELECT 'corrects' AS "kind", o."id", o."number", x."at", x."reason" FROM "CertificateCorrection" x
    JOIN "Certificate" o ON o."id" = x."replacesId" WHERE x."certificateId" = @id
  UNION ALL SELECT 'correctedBy', o."id", o."number", x."at", x."reason" FROM "CertificateCorrection" x
    JOIN "Certificate" o ON o."id" = x."certificateId" WHERE x."replacesId" = @id`

/** The certificate that this one corrects, and the one that corrects it. */
export const findCorrections = (id: string): z.output<typeof event>[] =>
  statement(corrections)
    .all({ id })
    .map((found) => event.parse(found))
