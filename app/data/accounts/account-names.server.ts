import { z } from 'zod'
import { statement } from '../db.server'

const row = z.object({ id: z.string(), name: z.string() })
const named = `SELECT a."id", p."name" FROM "Account" a JOIN "Person" p ON p."id" = a."personId"
  WHERE a."id" IN (SELECT "value" FROM json_each(?))`

/** Who these accounts are, for saying who did something that the reader may see. */
export const findAccountNames = (ids: readonly (string | null)[]): Map<string, string> =>
  new Map(
    statement(named)
      .all(JSON.stringify(ids.filter((id) => id !== null)))
      .map((found) => row.parse(found))
      .map(({ id, name }) => [id, name]),
  )
