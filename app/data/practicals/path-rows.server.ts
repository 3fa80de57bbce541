import { z } from 'zod'
import { type Day, formatDay } from '~/domain/shared/day'
import { statement } from '../db.server'

/** What the trainers and the rosters know of people, as rows; what of it counts is asked of the rules. */
export type RunRow = { personId: string; of: string; mode: string; written: string; startedAt: Date; endedAt: Date | null }

const instant = z.union([z.string(), z.number(), z.date()]).transform((value) => new Date(value))
const runRow = z.object({
  personId: z.string(),
  of: z.string(),
  mode: z.string(),
  written: z.string(),
  startedAt: instant,
  endedAt: instant.nullable(),
})
const listed = 'IN (SELECT "value" FROM json_each(@people))'
const panelRuns = `SELECT "personId", "scenario" AS "of", "mode", "acts" AS "written", "startedAt", "endedAt" FROM "PanelRun"
  WHERE "personId" ${listed} AND "scenario" IN (SELECT "value" FROM json_each(@of)) AND "acts" <> '[]'`
const permitRuns = `SELECT "personId", "scene" AS "of", '' AS "mode", "answers" AS "written", "startedAt", "endedAt" FROM "PermitRun"
  WHERE "personId" ${listed} AND "scene" IN (SELECT "value" FROM json_each(@of)) AND "endedAt" IS NOT NULL`

const runsOf =
  (sql: string) =>
  (people: readonly string[], of: readonly string[]): RunRow[] =>
    statement(sql)
      .all({ people: JSON.stringify(people), of: JSON.stringify(of) })
      .map((found) => runRow.parse(found))

/** Runs of these exercises at the panel simulator that hold any act. */
export const panelRunsOf = runsOf(panelRuns)

/** Ended goes at these scenes of the permit trainer. */
export const permitRunsOf = runsOf(permitRuns)

const rosterRow = z.object({ postId: z.string(), first: instant })
const rosters = `SELECT q."value" ->> 'post' AS "postId", MIN(s."from") AS "first" FROM json_each(@seats) q
  JOIN "WatchSeat" w ON w."personId" = q."value" ->> 'person'
  JOIN "WatchShift" s ON s."id" = w."shiftId" AND substr(s."from", 1, 23) >= q."value" ->> 'from'
  JOIN "ControlRoom" r ON r."id" = s."roomId" AND r."unitId" = q."value" ->> 'unit'
  LEFT JOIN "WatchSeatRemoval" off ON off."seatId" = w."id" LEFT JOIN "WatchShiftRemoval" gone ON gone."shiftId" = s."id"
  WHERE w."counts" = 1 AND off."seatId" IS NULL AND gone."shiftId" IS NULL GROUP BY 1`

/** Whose seats count for a post: those of each record of its holder, at its unit, from its first day on. */
export type SeatsOf = { post: string; person: string; unit: string; from: Day }

/** A civil day's first instant, as far as stored instants are compared. */
const startOf = (day: Day): string => new Date(`${formatDay(day)}T00:00:00+08:00`).toISOString().slice(0, 23)

/** The first shift of each of these posts, of those that stand. */
export const rostersOf = (seats: readonly SeatsOf[]) =>
  statement(rosters)
    .all({ seats: JSON.stringify(seats.map((seat) => ({ ...seat, from: startOf(seat.from) }))) })
    .map((found) => rosterRow.parse(found))

const traitRow = z.object({ unitId: z.string(), trait: z.string() })
const roomTraits = `SELECT DISTINCT r."unitId", t."trait" FROM "RoomTrait" t JOIN "ControlRoom" r ON r."id" = t."roomId"
  WHERE r."unitId" IN (SELECT "value" FROM json_each(@units)) AND r."from" <= @on AND (r."to" IS NULL OR r."to" >= @on)
  AND t."from" <= @on AND (t."to" IS NULL OR t."to" >= @on)`

/** What the control rooms of these units are on a day. */
export const roomTraitsOf = (units: readonly string[], on: Day) =>
  statement(roomTraits)
    .all({ units: JSON.stringify(units), on: formatDay(on) })
    .map((found) => traitRow.parse(found))
