import { z } from 'zod'
import { inScope, type Scope } from '~/domain/accounts/scope'
import { type Day, formatDay } from '~/domain/shared/day'
import { statement } from '../db.server'
import { unitDirectory } from '../org/unit-directory.server'

const family = `WITH RECURSIVE up("id") AS (SELECT ?
  UNION SELECT p."mergedIntoId" FROM "Person" p JOIN up ON up."id" = p."id" WHERE p."mergedIntoId" IS NOT NULL),
  family("id") AS (SELECT "id" FROM up UNION SELECT p."id" FROM "Person" p JOIN family f ON p."mergedIntoId" = f."id")`
const keptAt = `${family} SELECT DISTINCT k."unitId" FROM "Post" k WHERE k."personId" IN (SELECT "id" FROM family)
  AND k."from" <= ? AND (k."to" IS NULL OR k."to" >= ?) AND k."position" IN (SELECT "value" FROM json_each(?))`
const unitId = z.object({ unitId: z.string() })

export type KeptUnit = { id: string; name: string }

/** The units at whose gate this person stands today: where she holds one of these positions, and those she manages. By name. */
export function keptUnits(personId: string, positions: readonly string[], manages: Scope, today: Day): KeptUnit[] {
  const on = formatDay(today)
  const byPost = statement(keptAt)
    .all(personId, on, on, JSON.stringify(positions))
    .map((found) => unitId.parse(found).unitId)
  const { byId } = unitDirectory()
  const own = manages.everything ? [] : [...byId.values()].filter((unit) => inScope(manages, { ...unit, placePath: unit.place.path }))
  const ids = new Set([...byPost, ...own.map(({ id }) => id)])
  return [...ids].flatMap((id) => {
    const unit = byId.get(id)
    return unit === undefined || (unit.to !== null && unit.to < today) ? [] : [{ id, name: unit.name }]
  })
}

const heldPost = z.object({
  id: z.string(),
  personId: z.string(),
  name: z.string(),
  unitId: z.string(),
  position: z.string(),
  cardToken: z.string(),
})
export type GatePost = z.output<typeof heldPost>

const present = `SELECT k."id", k."personId", p."name", k."unitId", k."position", k."cardToken"
  FROM "Post" k JOIN "Person" p ON p."id" = k."personId"
  WHERE k."unitId" IN (SELECT "value" FROM json_each(?)) AND (k."to" IS NULL OR k."to" >= ?)`

const escaped = (text: string): string => text.replace(/[\\%_]/g, (sign) => `\\${sign}`)

/** Those in post at these units whose name holds this text, at most `most`. */
export const findAtGate = (unitIds: readonly string[], text: string, today: Day, most: number): GatePost[] =>
  statement(`${present} AND p."name" LIKE ? ESCAPE '\\' ORDER BY p."name", k."id" LIMIT ?`)
    .all(JSON.stringify(unitIds), formatDay(today), `%${escaped(text)}%`, most)
    .map((found) => heldPost.parse(found))

/** Everybody in post at a unit on a day or later, by name. */
export const allAtGate = (unitId: string, today: Day): GatePost[] =>
  statement(`${present} ORDER BY p."name", k."id"`)
    .all(JSON.stringify([unitId]), formatDay(today))
    .map((found) => heldPost.parse(found))
