import { z } from 'zod'
import { statement } from '../db.server'

const row = z.object({ programmeId: z.string(), memberId: z.string() })
const routed = `SELECT m."programmeId", m."id" AS "memberId" FROM "ProgrammeMember" m LEFT JOIN "ProgrammeMemberEnd" e ON e."memberId" = m."id"
  WHERE e."memberId" IS NULL AND ((m."subjectKind" = 'person' AND m."subjectId" IN (SELECT "value" FROM json_each(@family)))
    OR (m."subjectKind" = 'unit' AND m."subjectId" IN (SELECT "value" FROM json_each(@units))))
    AND EXISTS (SELECT 1 FROM "ProgrammeStep" s, json_each(s."detail", '$.members') told
      WHERE s."programmeId" = m."programmeId" AND s."kind" = 'routed' AND told."value" = m."id")`

/** Lines of lists, of these persons and units, that were told of another way. The units must come from a scope. */
export const routedLinesOf = (family: readonly string[], units: readonly string[]): { programmeId: string; memberId: string }[] =>
  statement(routed)
    .all({ family: JSON.stringify(family), units: JSON.stringify(units) })
    .map((found) => row.parse(found))
