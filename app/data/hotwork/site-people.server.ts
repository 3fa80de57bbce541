import { z } from 'zod'
import { type Day, formatDay } from '~/domain/shared/day'
import { statement } from '../db.server'

const family = `WITH RECURSIVE family("id") AS (
  SELECT "value" FROM json_each(?)
  UNION SELECT p."mergedIntoId" FROM "Person" p JOIN family f ON p."id" = f."id" WHERE p."mergedIntoId" IS NOT NULL
  UNION SELECT p."id" FROM "Person" p JOIN family f ON p."mergedIntoId" = f."id")`
const idRow = z.object({ id: z.string() })

/** Every record that is one person with one of these. */
export const familyOf = (personIds: readonly string[]): string[] =>
  statement(`${family} SELECT "id" FROM family`)
    .all(JSON.stringify(personIds))
    .map((row) => idRow.parse(row).id)

const heldRow = z.object({ unitId: z.string(), position: z.string() })
const heldPosts = `SELECT "unitId", "position" FROM "Post" WHERE "personId" IN (SELECT "value" FROM json_each(?))
  AND "from" <= ? AND ("to" IS NULL OR "to" >= ?)`

/** The posts that these records hold on a day. */
export const heldBy = (people: readonly string[], on: Day): z.output<typeof heldRow>[] =>
  statement(heldPosts)
    .all(JSON.stringify(people), formatDay(on), formatDay(on))
    .map((row) => heldRow.parse(row))

const workerAt = `SELECT DISTINCT p."unitId" AS "id" FROM "HotWorkWorker" w JOIN "HotWorkPermit" p ON p."id" = w."permitId"
  WHERE w."personId" IN (SELECT "value" FROM json_each(?))`

/** The units where these records are workers of a permit: workers from outside read their own permits there. */
export const workedAt = (people: readonly string[]): string[] =>
  statement(workerAt)
    .all(JSON.stringify(people))
    .map((row) => idRow.parse(row).id)

const postRow = z.object({
  id: z.string(),
  personId: z.string(),
  name: z.string(),
  position: z.string(),
  unitName: z.string(),
})
const named = `k."id", k."personId", COALESCE(s."name", p."name") AS "name", k."position", u."name" AS "unitName"
  FROM "Post" k JOIN "Person" p ON p."id" = k."personId" LEFT JOIN "Person" s ON s."id" = p."mergedIntoId" JOIN "Unit" u ON u."id" = k."unitId"`
const atUnit = `SELECT ${named} WHERE k."unitId" = ? AND k."from" <= ? AND (k."to" IS NULL OR k."to" >= ?) ORDER BY p."name", k."id"`
const byPost = `SELECT ${named} WHERE k."id" = ? AND k."from" <= ? AND (k."to" IS NULL OR k."to" >= ?)`
const byCard = `SELECT ${named} WHERE k."cardToken" = ? AND k."from" <= ? AND (k."to" IS NULL OR k."to" >= ?)`

export type SitePost = z.output<typeof postRow>

/** Who holds a post at a unit on a day, by name, for choosing workers and a guard. The unit comes from a scoped finder. */
export const sitePosts = (unitId: string, on: Day): SitePost[] =>
  statement(atUnit)
    .all(unitId, formatDay(on), formatDay(on))
    .map((row) => postRow.parse(row))

/** The post behind the exact code of a card, while it is held; null for every other code. */
export function postOfCard(token: string, on: Day): SitePost | null {
  const found = statement(byCard).get(token, formatDay(on), formatDay(on))
  return found === undefined ? null : postRow.parse(found)
}

/** A post while it is held. The caller names one that a permit of his holds. */
export function postHeld(postId: string, on: Day): SitePost | null {
  const found = statement(byPost).get(postId, formatDay(on), formatDay(on))
  return found === undefined ? null : postRow.parse(found)
}
