import { z } from 'zod'
import { statement } from '../db.server'

const row = z.object({ id: z.string(), name: z.string() })
const named = `SELECT "id", "name" FROM "Unit" WHERE "id" IN (SELECT "value" FROM json_each(@ids))
  UNION ALL SELECT "id", "name" FROM "Person" WHERE "id" IN (SELECT "value" FROM json_each(@ids))
  UNION ALL SELECT k."id", p."name" FROM "Post" k JOIN "Person" p ON p."id" = k."personId" WHERE k."id" IN (SELECT "value" FROM json_each(@ids))`

/** The names of units, people and of the holders of posts. The ids must come from rows in the reader's scope. */
export const findSubjectNames = (ids: readonly string[]): Map<string, string> =>
  new Map(
    statement(named)
      .all({ ids: JSON.stringify(ids) })
      .map((found) => row.parse(found))
      .map(({ id, name }) => [id, name]),
  )
