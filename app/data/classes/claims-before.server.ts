import { z } from 'zod'
import { statement } from '../db.server'

const row = z.object({ before: z.number() })
const beforeSql = `SELECT COUNT(*) AS "before" FROM "ClassSeat" s LEFT JOIN "ClassSeatEnd" e ON e."seatId" = s."id"
  WHERE s."classId" = ? AND s."classroomId" = ? AND s."seq" < ? AND e."seatId" IS NULL`

/** How many claims stand before this one in its classroom: it has a place where there are fewer than the room has seats. */
export const claimsBefore = ({ classId, classroom, seq }: { classId: string; classroom: string; seq: number }): number =>
  row.parse(statement(beforeSql).get(classId, classroom, seq)).before
