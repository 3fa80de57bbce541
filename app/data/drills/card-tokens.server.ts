import { z } from 'zod'
import { statement } from '../db.server'

const row = z.object({ token: z.string(), personId: z.string() })
const sql = 'SELECT "cardToken" AS "token", "personId" FROM "Post" WHERE "unitId" = ?'

/** The codes on the cards of a unit's people, of past posts too: a card shown at a drill may be an old one. */
export const cardTokensOf = (unitId: string): { token: string; personId: string }[] =>
  statement(sql)
    .all(unitId)
    .map((found) => row.parse(found))

const ofPeople = 'SELECT "cardToken" AS "token", "personId" FROM "Post" WHERE "personId" IN (SELECT "value" FROM json_each(?))'

/** The codes on the cards of these people, wherever they work or worked. The people must be on a list that the reader calls. */
export const cardTokensOfPeople = (ids: readonly string[]): { token: string; personId: string }[] =>
  statement(ofPeople)
    .all(JSON.stringify(ids))
    .map((found) => row.parse(found))
