import { z } from 'zod'
import { type Day, formatDay } from '~/domain/shared/day'
import { statement } from '../db.server'
import { storedSpan } from '../stored-day.server'
import type { ScopedUnit } from './unit-clearance.server'

type Units = readonly Pick<ScopedUnit, 'id'>[]
const idsOf = (units: Units): string => JSON.stringify(units.map(({ id }) => id))

const held = z.object({ unitId: z.string(), position: z.string(), from: z.string(), to: z.string().nullable() })
const heldAt = `SELECT "unitId", "position", "from", "to" FROM "Post"
  WHERE "unitId" IN (SELECT "value" FROM json_each(?)) AND "from" <= ? AND ("to" IS NULL OR "to" >= ?)`

/** Posts held at these units on a day, without their holders. The units must come from a scoped finder. */
export const postsHeldAt = (units: Units, on: Day) =>
  statement(heldAt)
    .all(idsOf(units), formatDay(on), formatDay(on))
    .map((found) => held.parse(found))
    .map(({ unitId, position, ...span }) => ({ unitId, position, ...storedSpan(span) }))

const chosen = z.object({ id: z.string(), name: z.string(), unit: z.string(), position: z.string() })
const holders = `SELECT k."id", p."name", u."name" AS "unit", k."position" FROM "Post" k
  JOIN "Person" p ON p."id" = k."personId" JOIN "Unit" u ON u."id" = k."unitId"
  WHERE k."unitId" IN (SELECT "value" FROM json_each(@units)) AND k."from" <= @on AND (k."to" IS NULL OR k."to" >= @on)
  AND (@positions IS NULL OR k."position" IN (SELECT "value" FROM json_each(@positions))) ORDER BY u."name", p."name", k."id"`

/** Who holds a post at these units on a day, in one of these positions (null: every position), for choosing one. */
export const postHolders = (units: Units, on: Day, positions: readonly string[] | null) =>
  statement(holders)
    .all({ units: idsOf(units), on: formatDay(on), positions: positions === null ? null : JSON.stringify(positions) })
    .map((found) => chosen.parse(found))
