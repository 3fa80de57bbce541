import { z } from 'zod'
import { type Day, formatDay } from '~/domain/shared/day'
import { statement } from '../db.server'
import { writeOne } from '../transact.server'

export type Tally = { code: string; lesson: string; on: string; what: string; count: number }

const added = `INSERT INTO "ScanTally" ("code", "lesson", "on", "what", "count")
  SELECT value->>'code', value->>'lesson', value->>'on', value->>'what', value->>'count' FROM json_each(?) WHERE true
  ON CONFLICT ("code", "lesson", "on", "what") DO UPDATE SET "count" = "count" + excluded."count"`

/** Adds a batch to what is kept, in one transaction; resolves after COMMIT. */
export async function recordTallies(tallies: readonly Tally[]): Promise<void> {
  if (tallies.length > 0) await writeOne(added, JSON.stringify(tallies))
}

const atSites = `JOIN "PosterCode" c ON c."code" = t."code" JOIN "PosterSite" s ON s."id" = c."siteId" JOIN "Place" p ON p."id" = s."placeId"
  WHERE s."endedAt" IS NULL AND substr(p."path", 1, length(@path)) = @path`

const summed = z.object({ siteId: z.string(), lesson: z.string(), what: z.string(), count: z.number() })
const sums = `SELECT s."id" AS "siteId", t."lesson", t."what", SUM(t."count") AS "count" FROM "ScanTally" t ${atSites}
  AND t."on" >= @from AND t."on" <= @to GROUP BY s."id", t."lesson", t."what"`

/** What happened at the sites below a place that are in use, summed over days. The place must be in scope. */
export const findTallySums = (path: string, from: Day, to: Day): z.output<typeof summed>[] =>
  statement(sums)
    .all({ path, from: formatDay(from), to: formatDay(to) })
    .map((found) => summed.parse(found))

const daily = z.object({ code: z.string(), lesson: z.string(), on: z.string(), what: z.string(), count: z.number() })
const ofSite = `SELECT t."code", t."lesson", t."on", t."what", t."count" FROM "ScanTally" t
  JOIN "PosterCode" c ON c."code" = t."code" WHERE c."siteId" = @siteId AND t."on" >= @from AND t."on" <= @to ORDER BY t."on", t."what"`

/** What happened at the codes of a site, day by day. The site must be in scope. */
export const findSiteTallies = (siteId: string, from: Day, to: Day): Tally[] =>
  statement(ofSite)
    .all({ siteId, from: formatDay(from), to: formatDay(to) })
    .map((found) => daily.parse(found))

const lastly = z.object({ siteId: z.string(), on: z.string() })
const lastOpened = `SELECT s."id" AS "siteId", MAX(t."on") AS "on" FROM "ScanTally" t ${atSites} GROUP BY s."id"`

/** The last day on which each site below a place was scanned; one that never was is not in it. The place must be in scope. */
export const findLastScans = (path: string): Map<string, string> =>
  new Map(
    statement(lastOpened)
      .all({ path })
      .map((found) => lastly.parse(found))
      .map(({ siteId, on }) => [siteId, on]),
  )

const unknownCodes = `SELECT "code", "lesson", "on", "what", "count" FROM "ScanTally"
  WHERE "code" = '' AND "on" >= @from AND "on" <= @to ORDER BY "on", "what"`

/** How often codes that nobody knows were asked for, day by day: the administrator's. */
export const findUnknownTallies = (from: Day, to: Day): Tally[] =>
  statement(unknownCodes)
    .all({ from: formatDay(from), to: formatDay(to) })
    .map((found) => daily.parse(found))
