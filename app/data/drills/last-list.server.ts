import { z } from 'zod'
import { type Expected, expectedList } from '~/domain/rollcall/expected'
import { statement } from '../db.server'

const lastSql = `SELECT l."entries" FROM "RollList" l JOIN "RollCall" c ON c."id" = l."callId"
  JOIN "Drill" d ON d."id" = c."subjectId"
  WHERE c."unitId" = ? AND c."kind" = 'drill' AND d."way" = 'planned' ORDER BY l."at" DESC, l."nth" DESC LIMIT 1`
const lastRow = z.object({ entries: z.string() })

/**
 * Who was expected when a list of this unit was last drawn for a planned drill (lists written afterwards know no zones); nobody where none
 * was. The unit must come from a scoped finder.
 */
export function lastListOf(unit: { id: string }): Expected[] {
  const found = statement(lastSql).get(unit.id)
  return found === undefined ? [] : expectedList.parse(JSON.parse(lastRow.parse(found).entries))
}
