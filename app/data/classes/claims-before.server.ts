import { z } from 'zod'
import { statement } from '../db.server'

const row = z.object({ before: z.number() })
const beforeSql = `SELECT COUNT(DISTINCT s."personId") AS "before" FROM "ClassSeat" s LEFT JOIN "ClassSeatEnd" e ON e."seatId" = s."id"
  WHERE s."classId" = @classId AND s."classroomId" = @classroom AND e."seatId" IS NULL AND s."seq" < (
    SELECT MIN(o."seq") FROM "ClassSeat" o LEFT JOIN "ClassSeatEnd" f ON f."seatId" = o."id"
    WHERE o."personId" = @person AND o."classId" = @classId AND o."classroomId" = @classroom AND f."seatId" IS NULL)`

type Held = { classId: string; classroom: string; person: string }

/** How many persons stand before this one in a classroom: he has a place where there are fewer than the room has seats. */
export const claimsBefore = ({ classId, classroom, person }: Held): number =>
  row.parse(statement(beforeSql).get({ classId, classroom, person })).before
