import { z } from 'zod'
import { type Day, formatDay } from '~/domain/shared/day'
import { statement } from '../db.server'
import type { Tx } from '../transact.server'
import { type AnswerKind, answerKinds } from './invitations.server'

/** Whether a line was taken off its list, as this transaction sees it. */
export const lineIsEnded = async (tx: Tx, memberId: string): Promise<boolean> =>
  (await tx.programmeMemberEnd.count({ where: { memberId } })) > 0

/** When somebody on a list was asked to come last, and what he answered to that last. */
export type LastAsked = { memberId: string; classId: string; at: Date; answer: AnswerKind | null; why: string }

const instant = z.string().transform((text) => new Date(text))
const askedRow = z
  .object({ memberId: z.string(), classId: z.string(), at: instant, answer: z.enum(answerKinds).nullable(), why: z.string().nullable() })
  .transform((row): LastAsked => ({ ...row, why: row.why ?? '' }))
const askedSql = `SELECT i."memberId", i."classId", i."at", a."kind" AS "answer", a."why" FROM "ClassInvitation" i
  LEFT JOIN "ClassAnswer" a ON a."invitationId" = i."id"
    AND a."nth" = (SELECT MAX(b."nth") FROM "ClassAnswer" b WHERE b."invitationId" = i."id")
  WHERE i."memberId" IN (SELECT "value" FROM json_each(?)) ORDER BY i."at", i."id"`

/** The last invitation of each of these lines. They must come from coverage of a scope. */
export const lastAskedOf = (memberIds: readonly string[]): Map<string, LastAsked> =>
  new Map(
    statement(askedSql)
      .all(JSON.stringify(memberIds))
      .map((row) => askedRow.parse(row))
      .map((asked) => [asked.memberId, asked]),
  )

const heldRow = z.object({ unitId: z.string(), name: z.string() })
const heldSql = `SELECT DISTINCT k."unitId", p."name" FROM "Post" k JOIN "Person" p ON p."id" = k."personId"
  WHERE k."unitId" IN (SELECT "value" FROM json_each(?)) AND k."position" IN (SELECT "value" FROM json_each(?))
    AND k."from" <= ? AND (k."to" IS NULL OR k."to" >= ?) ORDER BY p."name"`

/** Who holds one of these positions at these units on a day, by name. The units must come from coverage of a scope. */
export function namesInCharge(unitIds: readonly string[], positions: readonly string[], on: Day): Map<string, string[]> {
  const day = formatDay(on)
  const found = new Map<string, string[]>()
  for (const row of statement(heldSql).all(JSON.stringify(unitIds), JSON.stringify(positions), day, day)) {
    const { unitId, name } = heldRow.parse(row)
    found.set(unitId, [...(found.get(unitId) ?? []), name])
  }
  return found
}

const mergedRow = z.object({ id: z.string(), name: z.string() })
const mergedSql = `SELECT u."id", m."name" FROM "Unit" u JOIN "Unit" m ON m."id" = u."mergedIntoId"
  WHERE u."id" IN (SELECT "value" FROM json_each(?))`

/** Into which unit each of these was merged, by name. The units must come from coverage of a scope. */
export const mergedIntoNames = (unitIds: readonly string[]): Map<string, string> =>
  new Map(
    statement(mergedSql)
      .all(JSON.stringify(unitIds))
      .map((row) => mergedRow.parse(row))
      .map(({ id, name }) => [id, name]),
  )

/** The units that stand on a list, as this transaction sees it. */
export async function unitsListedInside(tx: Tx, programmeId: string): Promise<Set<string>> {
  const found = await tx.programmeMember.findMany({
    where: { programmeId, subjectKind: 'unit', end: null },
    select: { subjectId: true },
  })
  return new Set(found.map(({ subjectId }) => subjectId))
}

/** The persons that stand on a list, each with the unit for which, as this transaction sees it. */
export const peopleListedInside = (tx: Tx, programmeId: string): Promise<{ subjectId: string; unitId: string }[]> =>
  tx.programmeMember.findMany({ where: { programmeId, subjectKind: 'person', end: null }, select: { subjectId: true, unitId: true } })

const codeRow = z.object({ id: z.string(), code: z.string() })
const everyCode = 'SELECT "id", "shortCode" AS "code" FROM "Unit"'

/** The code of every unit. It knows no scope: callers ask for units of one alone. */
export const unitCodes = (): Map<string, string> =>
  new Map(
    statement(everyCode)
      .all()
      .map((row) => codeRow.parse(row))
      .map(({ id, code }) => [id, code]),
  )
