import { z } from 'zod'
import { type Day, formatDay } from '~/domain/shared/day'
import { statement } from '../db.server'

const row = z.object({
  name: z.string(),
  phone: z.string().nullable(),
  staffNumber: z.string().nullable(),
  position: z.string(),
  from: z.string(),
})
export type RosterPost = z.output<typeof row>

const present = `SELECT p."name", p."phone", a."staffNumber", o."position", o."from"
  FROM "Post" o JOIN "Person" p ON p."id" = o."personId" LEFT JOIN "Account" a ON a."personId" = p."id"
  WHERE o."unitId" = ? AND (o."to" IS NULL OR o."to" >= ?) ORDER BY a."staffNumber", o."from", o."id"`

/** Who works at a unit today or from a later day on, post by post. The unit must be in reach. */
export const rosterOf = (unitId: string, today: Day): RosterPost[] =>
  statement(present)
    .all(unitId, formatDay(today))
    .map((found) => row.parse(found))
