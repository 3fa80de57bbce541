import { z } from 'zod'
import { statement } from '../db.server'

/** Every record that was joined with one of these, in either direction, itself included. */
export const familyOf = `WITH RECURSIVE family("id") AS (
  SELECT "value" FROM json_each(?)
  UNION SELECT p."mergedIntoId" FROM "Person" p JOIN family f ON p."id" = f."id" WHERE p."mergedIntoId" IS NOT NULL
  UNION SELECT p."id" FROM "Person" p JOIN family f ON p."mergedIntoId" = f."id")
  SELECT p."id", p."mergedIntoId" FROM "Person" p JOIN family f ON f."id" = p."id"`

const row = z.object({ id: z.string() })

/** A person's own records: every id that was joined with his. */
export const familyIds = (personId: string): string[] =>
  statement(familyOf)
    .all(JSON.stringify([personId]))
    .map((found) => row.parse(found).id)
