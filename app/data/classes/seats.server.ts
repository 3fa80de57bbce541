import { z } from 'zod'
import type { Claim } from '~/domain/classes/seating'
import { statement } from '../db.server'
import type { Tx } from '../transact.server'

/** A claim with who made it for which unit. */
export type Seat = Claim & { classId: string; unit: string; asDeputy: boolean; way: 'invited' | 'door'; at: Date; endWhy: string | null }

const row = z
  .object({
    seq: z.number(),
    id: z.string(),
    classId: z.string(),
    classroomId: z.string(),
    personId: z.string(),
    unitId: z.string(),
    asDeputy: z.union([z.number(), z.boolean()]),
    way: z.enum(['invited', 'door']),
    at: z.union([z.string(), z.date()]).transform((at) => new Date(at)),
    endWhy: z.string().nullable(),
  })
  .transform(
    ({ classroomId, personId, unitId, asDeputy, endWhy, ...seat }): Seat => ({
      ...seat,
      classroom: classroomId,
      person: personId,
      unit: unitId,
      asDeputy: Boolean(asDeputy),
      isEnded: endWhy !== null,
      endWhy,
    }),
  )

const seatsSql = `SELECT s."seq", s."id", s."classId", s."classroomId", s."personId", s."unitId", s."asDeputy", s."way", s."at", e."why" AS "endWhy"
  FROM "ClassSeat" s LEFT JOIN "ClassSeatEnd" e ON e."seatId" = s."id"`

/** Every claim of a class, ended ones too, in order of receipt. The class must have been found for whoever asks. */
export const seatsOf = (found: { id: string }): Seat[] =>
  statement(`${seatsSql} WHERE s."classId" = ? ORDER BY s."seq"`)
    .all(found.id)
    .map((one) => row.parse(one))

/** The same as this transaction sees it. */
export async function seatsInside(tx: Tx, classId: string): Promise<Seat[]> {
  const found: unknown = await tx.$queryRawUnsafe(`${seatsSql} WHERE s."classId" = ? ORDER BY s."seq"`, classId)
  return z
    .array(z.unknown())
    .parse(found)
    .map((one) => row.parse(one))
}

/** Claims of these persons in any class that have not ended. */
export const seatsHeldBy = (family: readonly string[]): Seat[] =>
  statement(`${seatsSql} WHERE s."personId" IN (SELECT "value" FROM json_each(?)) AND e."seatId" IS NULL ORDER BY s."seq"`)
    .all(JSON.stringify(family))
    .map((one) => row.parse(one))

/** Claims of these persons in one class that have not ended, as this transaction sees them. */
export async function seatsHeldInside(tx: Tx, classId: string, family: readonly string[]): Promise<Seat[]> {
  const held = `${seatsSql} WHERE s."personId" IN (SELECT "value" FROM json_each(?)) AND s."classId" = ? AND e."seatId" IS NULL ORDER BY s."seq"`
  const found: unknown = await tx.$queryRawUnsafe(held, JSON.stringify(family), classId)
  return z
    .array(z.unknown())
    .parse(found)
    .map((one) => row.parse(one))
}

export type NewSeat = {
  id: string
  classId: string
  classroomId: string
  personId: string
  unitId: string
  asDeputy: boolean
  way: 'invited' | 'door'
  at: Date
  by: string
}

/** A claim, behind every claim that is there. */
export async function recordSeat(tx: Tx, seat: NewSeat): Promise<void> {
  await tx.classSeat.create({ data: seat })
}

export async function recordSeatEnd(tx: Tx, end: { seatId: string; at: Date; by: string; why: string }): Promise<void> {
  await tx.classSeatEnd.create({ data: end })
}
