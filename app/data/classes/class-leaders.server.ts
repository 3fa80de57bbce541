import { z } from 'zod'
import { type Day, formatDay } from '~/domain/shared/day'
import { statement } from '../db.server'

const row = z.object({ personId: z.string() })
const supervising = `SELECT DISTINCT a."personId" FROM "Grant" g JOIN "Account" a ON a."id" = g."accountId" JOIN "Place" p ON p."id" = g."placeId"
  WHERE g."role" = 'supervisor' AND g."sectors" = '*' AND substr(@path, 1, length(p."path")) = p."path"
    AND g."from" <= @day AND (g."to" IS NULL OR g."to" >= @day)`

/** Who supervises all of a place on a day: whoever leads a class of it may do all that is done at its boards. */
export const classLeaders = (place: { path: string }, on: Day): string[] =>
  statement(supervising)
    .all({ path: place.path, day: formatDay(on) })
    .map((found) => row.parse(found).personId)
