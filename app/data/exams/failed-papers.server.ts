import { z } from 'zod'
import { statement } from '../db.server'

const row = z.object({ id: z.string(), course: z.string(), position: z.string(), closedAt: z.string(), score: z.number().nullable() })
export type FailedPaper = z.output<typeof row>

const failed = `SELECT "id", "course", "position", "closedAt", "score" FROM "Attempt"
  WHERE "unitId" = ? AND "passed" = 0 AND "closedAt" IS NOT NULL AND "personId" IN (SELECT "value" FROM json_each(?))
  ORDER BY "closedAt" DESC, "id"`

/** Papers handed in for a post at this unit and not passed, newest first: history, never evidence. The unit must come from a scoped finder. */
export const findFailedPapers = (unit: { id: string }, personIds: readonly string[]): FailedPaper[] =>
  statement(failed)
    .all(unit.id, JSON.stringify(personIds))
    .map((found) => row.parse(found))
