import { z } from 'zod'
import { statement } from '../db.server'
import type { Tx } from '../transact.server'

export const answerKinds = ['comes', 'deputy', 'declined'] as const
export type AnswerKind = (typeof answerKinds)[number]
/** An invitation with its newest answer. */
export type Invitation = {
  id: string
  classId: string
  memberId: string
  subjectKind: 'unit' | 'person'
  subjectId: string
  unitId: string
  at: Date
  /** Its line was taken off the list since. */
  hasLeft: boolean
  answer: { kind: AnswerKind; personId: string | null; classroomId: string | null; why: string; at: Date } | null
}

const instant = z.union([z.string(), z.date()]).transform((at) => new Date(at))
const row = z
  .object({
    id: z.string(),
    classId: z.string(),
    memberId: z.string(),
    subjectKind: z.enum(['unit', 'person']),
    subjectId: z.string(),
    unitId: z.string(),
    at: instant,
    leftId: z.string().nullable(),
    kind: z.enum(answerKinds).nullable(),
    personId: z.string().nullable(),
    classroomId: z.string().nullable(),
    why: z.string().nullable(),
    answeredAt: instant.nullable(),
  })
  .transform(
    ({ kind, personId, classroomId, why, answeredAt, leftId, ...invitation }): Invitation => ({
      ...invitation,
      hasLeft: leftId !== null,
      answer: kind === null || answeredAt === null ? null : { kind, personId, classroomId, why: why ?? '', at: answeredAt },
    }),
  )

const invitationsSql = `SELECT i."id", i."classId", i."memberId", m."subjectKind", m."subjectId", m."unitId", i."at",
  o."memberId" AS "leftId", a."kind", a."personId", a."classroomId", a."why", a."at" AS "answeredAt"
  FROM "ClassInvitation" i JOIN "ProgrammeMember" m ON m."id" = i."memberId"
  LEFT JOIN "ProgrammeMemberEnd" o ON o."memberId" = m."id"
  LEFT JOIN "ClassAnswer" a ON a."invitationId" = i."id"
    AND a."nth" = (SELECT MAX(b."nth") FROM "ClassAnswer" b WHERE b."invitationId" = i."id")`

/** Everybody who was asked to come to a class. The class must have been found for whoever asks. */
export const invitationsOf = (found: { id: string }): Invitation[] =>
  statement(`${invitationsSql} WHERE i."classId" = ? ORDER BY i."at", i."id"`)
    .all(found.id)
    .map((one) => row.parse(one))

/** Invitations of these units, and of these persons themselves. */
export const invitationsFor = (unitIds: readonly string[], family: readonly string[]): Invitation[] =>
  statement(
    `${invitationsSql} WHERE (m."subjectKind" = 'unit' AND m."unitId" IN (SELECT "value" FROM json_each(?)))
      OR (m."subjectKind" = 'person' AND m."subjectId" IN (SELECT "value" FROM json_each(?))) ORDER BY i."at", i."id"`,
  )
    .all(JSON.stringify(unitIds), JSON.stringify(family))
    .map((one) => row.parse(one))

/** Invitations of persons who stand on a list for these units. The units must come from a scope. */
export const invitationsOfPeopleAt = (unitIds: readonly string[]): Invitation[] =>
  statement(
    `${invitationsSql} WHERE m."subjectKind" = 'person' AND m."unitId" IN (SELECT "value" FROM json_each(?)) ORDER BY i."at", i."id"`,
  )
    .all(JSON.stringify(unitIds))
    .map((one) => row.parse(one))

/** Invitations since an instant that nobody has answered and whose line is still on the list; for telling those who may answer. */
export const waitingInvitations = (since: Date): Invitation[] =>
  statement(`${invitationsSql} WHERE i."at" >= ? AND a."kind" IS NULL AND o."memberId" IS NULL ORDER BY i."at", i."id"`)
    .all(since.toISOString())
    .map((one) => row.parse(one))

/** One invitation, wherever it is: the caller asks what the actor has to do with it. */
export function invitationAnywhere(id: string): Invitation | null {
  const found = statement(`${invitationsSql} WHERE i."id" = ?`).get(id)
  return found === undefined ? null : row.parse(found)
}

/** The same as this transaction sees it. */
export async function invitationInside(tx: Tx, id: string): Promise<Invitation | null> {
  const found: unknown = await tx.$queryRawUnsafe(`${invitationsSql} WHERE i."id" = ?`, id)
  const [first] = z.array(z.unknown()).parse(found)
  return first === undefined ? null : row.parse(first)
}

export type NewInvitation = { id: string; classId: string; memberId: string; at: Date; by: string }

/** Asks these lines of the list to come; those that were asked before are passed over. Returns how many are new. */
export async function recordInvitations(tx: Tx, invitations: readonly NewInvitation[]): Promise<number> {
  const [first] = invitations
  if (first === undefined) return 0
  const known = await tx.classInvitation.findMany({ where: { classId: first.classId }, select: { memberId: true } })
  const asked = new Set(known.map(({ memberId }) => memberId))
  const fresh = invitations.filter(({ memberId }) => !asked.has(memberId))
  if (fresh.length > 0) await tx.classInvitation.createMany({ data: [...fresh] })
  return fresh.length
}

export type NewAnswer = {
  id: string
  invitationId: string
  kind: AnswerKind
  personId: string | null
  classroomId: string | null
  why: string
  at: Date
  by: string
}

/** What is answered from now on; what was answered before stays. */
export async function recordAnswer(tx: Tx, answer: NewAnswer): Promise<void> {
  const before = await tx.classAnswer.count({ where: { invitationId: answer.invitationId } })
  await tx.classAnswer.create({ data: { ...answer, nth: before + 1 } })
}
