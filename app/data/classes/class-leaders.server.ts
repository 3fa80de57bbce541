import { z } from 'zod'
import { type Day, formatDay } from '~/domain/shared/day'
import { statement } from '../db.server'

const row = z.object({ personId: z.string() })
const supervising = `SELECT DISTINCT a."personId" FROM "Grant" g JOIN "Account" a ON a."id" = g."accountId" JOIN "Place" p ON p."id" = g."placeId"
  WHERE g."role" = 'supervisor' AND g."sectors" = '*' AND substr(@path, 1, length(p."path")) = p."path"
    AND g."from" <= @day AND (g."to" IS NULL OR g."to" >= @day)`

const leading = `SELECT 1 FROM "Grant" g JOIN "Account" a ON a."id" = g."accountId" LEFT JOIN "Place" p ON p."id" = g."placeId"
  WHERE a."personId" IN (SELECT "value" FROM json_each(@family)) AND g."from" <= @day AND (g."to" IS NULL OR g."to" >= @day)
    AND (g."role" = 'administrator' OR (g."role" = 'supervisor' AND g."sectors" = '*' AND substr(@path, 1, length(p."path")) = p."path"))`

/** Whether somebody may lead classes of a place on a day. family: all of his records. */
export const leadsClassesAt = (place: { path: string }, family: readonly string[], on: Day): boolean =>
  statement(leading).get({ path: place.path, family: JSON.stringify(family), day: formatDay(on) }) !== undefined

/** Who supervises all of a place on a day: whoever leads a class of it may do all that is done at its boards. */
export const classLeaders = (place: { path: string }, on: Day): string[] =>
  statement(supervising)
    .all({ path: place.path, day: formatDay(on) })
    .map((found) => row.parse(found).personId)
