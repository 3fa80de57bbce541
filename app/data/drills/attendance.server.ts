import { setImmediate } from 'node:timers/promises'
import { z } from 'zod'
import type { Spell } from '~/domain/drills/attendance'
import type { DrillYear } from '~/domain/drills/drill-year'
import { type Day, formatDay } from '~/domain/shared/day'
import { perDatabase, statement } from '../db.server'
import { lastChange } from '../duties/standing-changes.server'
import { openDay, storedDay } from '../stored-day.server'

const spellRow = z.object({ person: z.string(), from: z.string().transform(storedDay), to: z.string().nullable().transform(openDay) })
const spellsSql = `SELECT "personId" AS "person", "from", "to" FROM "Post"
  WHERE "unitId" = ? AND "from" <= ? AND ("to" IS NULL OR "to" >= ?)`

/** Posts held at a unit on any day of a year as far as it has come. The unit must come from a scoped finder. */
export const spellsIn = (unit: { id: string }, { first, through }: DrillYear): Spell[] =>
  statement(spellsSql)
    .all(unit.id, formatDay(through), formatDay(first))
    .map((found) => spellRow.parse(found))

const pieceRow = z.object({
  subjectKind: z.enum(['unit', 'person']),
  subjectId: z.string(),
  topic: z.string(),
  on: z.string().transform(storedDay),
  sourceId: z.string(),
})
export type DrillPiece = z.output<typeof pieceRow>

const inForce = `e."entry" = 'evidence' AND e."kind" = 'drill' AND e."passed" = 1 AND e."on" BETWEEN @first AND @through
  AND NOT EXISTS (SELECT 1 FROM "EvidenceEntry" r WHERE r."revokes" = e."id" AND r."on" <= @today)`
const piecesSql = `SELECT e."subjectKind", e."subjectId", e."topic", e."on", e."sourceId" FROM "EvidenceEntry" e
  WHERE e."chain" = @unit AND ${inForce} ORDER BY e."seq"`

/** Evidence of drills in a unit's chain that stands today, of days of a year as far as it has come. The unit must come from a scoped finder. */
export const drillPiecesIn = (unit: { id: string }, year: DrillYear, today: Day): DrillPiece[] =>
  statement(piecesSql)
    .all({ unit: unit.id, ...range(year, today) })
    .map((found) => pieceRow.parse(found))

const range = ({ first, through }: DrillYear, today: Day) => ({
  first: formatDay(first),
  through: formatDay(through),
  today: formatDay(today),
})

type Units = readonly { id: string }[]
const idsOf = (units: Units): string => JSON.stringify(units.map(({ id }) => id))

const heldRow = z.object({ unitId: z.string(), on: z.string().transform(storedDay), way: z.string().nullable() })
const heldSql = `SELECT e."subjectId" AS "unitId", e."on", MAX(d."way") AS "way" FROM "EvidenceEntry" e
  LEFT JOIN "Drill" d ON e."sourceKind" = 'drill' AND d."id" = e."sourceId"
  WHERE e."subjectId" IN (SELECT "value" FROM json_each(@units)) AND e."subjectKind" = 'unit' AND e."unitId" = e."subjectId" AND ${inForce}
  GROUP BY e."subjectId", e."sourceId", e."topic", e."on" ORDER BY e."on"`

/** Drills that stand as evidence of these units, earliest first; paper: entered after the fact. The units must come from a scoped finder. */
export const heldAtUnits = (units: Units, year: DrillYear, today: Day) =>
  statement(heldSql)
    .all({ units: idsOf(units), ...range(year, today) })
    .map((found) => heldRow.parse(found))
    .map(({ unitId, on, way }) => ({ unitId, on, isPaper: way === 'paper' }))

const lastRow = z.object({ unitId: z.string(), on: z.string() })
const lastSql = `SELECT e."subjectId" AS "unitId", MAX(e."on") AS "on" FROM "EvidenceEntry" e
  WHERE e."subjectId" IN (SELECT "value" FROM json_each(@units)) AND e."subjectKind" = 'unit' AND e."unitId" = e."subjectId" AND ${inForce}
  GROUP BY e."subjectId"`

/** The day of the last drill of each of these units up to a day; none where there was none. */
export const lastDrillAt = (units: Units, through: Day, today: Day): Map<string, string> =>
  new Map(
    statement(lastSql)
      .all({ units: idsOf(units), first: '', through: formatDay(through), today: formatDay(today) })
      .map((found) => lastRow.parse(found))
      .map(({ unitId, on }) => [unitId, on]),
  )

const shareRow = z.object({ unitId: z.string(), people: z.number(), there: z.number() })
const heldThrough = `k."from" <= @through AND (k."to" IS NULL OR k."to" >= @through)`
/** `ends`: for each record that was merged into another the one that is left. A circle of merges has no end, and its records stay apart. */
const sharesSql = `WITH RECURSIVE climb("id", "at") AS (
    SELECT "id", "mergedIntoId" FROM "Person" WHERE "mergedIntoId" IS NOT NULL
    UNION SELECT c."id", p."mergedIntoId" FROM climb c JOIN "Person" p ON p."id" = c."at" WHERE p."mergedIntoId" IS NOT NULL),
  ends AS MATERIALIZED (SELECT c."id", c."at" FROM climb c JOIN "Person" p ON p."id" = c."at" WHERE p."mergedIntoId" IS NULL)
  SELECT u."value" AS "unitId", (SELECT COUNT(DISTINCT COALESCE(m."at", k."personId")) FROM "Post" k LEFT JOIN ends m ON m."id" = k."personId"
    WHERE k."unitId" = u."value" AND ${heldThrough}) AS "people",
  (SELECT COUNT(*) FROM (SELECT COALESCE(m."at", e."subjectId") FROM "EvidenceEntry" e LEFT JOIN ends m ON m."id" = e."subjectId"
    WHERE e."chain" = u."value" AND e."subjectKind" = 'person' AND ${inForce}
    INTERSECT SELECT COALESCE(m."at", k."personId") FROM "Post" k LEFT JOIN ends m ON m."id" = k."personId"
    WHERE k."unitId" = u."value" AND ${heldThrough}) both) AS "there" FROM json_each(@units) u`

/** How many units are counted at once; between slices other requests are answered. */
const UNITS_A_SLICE = 100

export type DrillShare = { people: number; there: number }

/** What was counted last, right until a fact changes; a street pages through its units without counting all of them again. */
const kept = perDatabase((): { of: string; shares: Map<string, DrillShare> } => ({ of: '', shares: new Map() }))

/** How many are in post at each of these units on the last day that is asked about, and how many of them were at a drill of the unit that year. */
export async function sharesAtUnits(units: Units, year: DrillYear, today: Day): Promise<ReadonlyMap<string, DrillShare>> {
  const shelf = kept()
  const asked = range(year, today)
  const of = JSON.stringify([lastChange(), asked])
  if (shelf.of !== of) Object.assign(shelf, { of, shares: new Map<string, DrillShare>() })
  const { shares } = shelf
  const missing = units.filter(({ id }) => !shares.has(id))
  for (let start = 0; start < missing.length; start += UNITS_A_SLICE) {
    if (start > 0) await setImmediate()
    const slice = { units: idsOf(missing.slice(start, start + UNITS_A_SLICE)), ...asked }
    for (const found of statement(sharesSql).all(slice)) {
      const { unitId, ...counts } = shareRow.parse(found)
      shares.set(unitId, counts)
    }
  }
  return shares
}
