import { z } from 'zod'
import { statement } from '../db.server'

/**
 * Where a person works or is about to: a post, or a join request that nobody has confirmed yet (`postId` null).
 * Days are YYYY-MM-DD. `id` is the post's or the request's.
 */
export type Seat = {
  id: string
  postId: string | null
  joinId: string | null
  unitId: string
  unitName: string
  position: string
  from: string
  to: string | null
  cardToken: string | null
}

const row = z.object({
  id: z.string(),
  postId: z.string().nullable(),
  joinId: z.string().nullable(),
  unitId: z.string(),
  unitName: z.string(),
  position: z.string(),
  from: z.string(),
  to: z.string().nullable(),
  cardToken: z.string().nullable(),
})

const family = `WITH RECURSIVE family("id") AS (SELECT ?
  UNION SELECT p."id" FROM "Person" p JOIN family f ON p."mergedIntoId" = f."id")`

const seats = `${family}
  SELECT k."id", k."id" AS "postId", NULL AS "joinId", u."id" AS "unitId", u."name" AS "unitName", k."position", k."from", k."to", k."cardToken"
  FROM "Post" k JOIN "Unit" u ON u."id" = k."unitId" WHERE k."personId" IN (SELECT "id" FROM family)
  UNION ALL
  SELECT j."id", NULL, j."id", u."id", u."name", j."position", j."from", NULL, NULL
  FROM "JoinRequest" j JOIN "Unit" u ON u."id" = j."unitId" WHERE j."decidedAt" IS NULL AND j."personId" IN (SELECT "id" FROM family)
  ORDER BY 7 DESC, 1`

/** Every seat of a person, newest first, ended posts included. */
export function findSeats(personId: string): Seat[] {
  return statement(seats)
    .all(personId)
    .map((found) => row.parse(found))
}
