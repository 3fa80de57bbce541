import { z } from 'zod'
import { statement } from '../db.server'
import type { Tx } from '../transact.server'

const report = z.object({
  id: z.string(),
  code: z.string(),
  siteId: z.string().nullable(),
  siteName: z.string().nullable(),
  placeName: z.string().nullable(),
  placePath: z.string().nullable(),
  fault: z.string(),
  note: z.string(),
  at: z.string(),
})
export type PosterReport = z.output<typeof report>

const open = `SELECT r."id", r."code", r."siteId", s."name" AS "siteName", p."name" AS "placeName", p."path" AS "placePath",
  r."fault", r."note", r."at" FROM "PosterReport" r LEFT JOIN "PosterSite" s ON s."id" = r."siteId" LEFT JOIN "Place" p ON p."id" = s."placeId"
  WHERE r."handledAt" IS NULL`
const below = `${open} AND substr(p."path", 1, length(@path)) = @path ORDER BY r."at" DESC, r."id" DESC LIMIT 200`
const placeless = `${open} AND r."siteId" IS NULL ORDER BY r."at" DESC, r."id" DESC LIMIT 200`
const byId = `${open} AND r."id" = ?`

/** Reports that nobody has dealt with, of posters below a place, the latest first. The place must be in scope. */
export const findReports = (path: string): PosterReport[] =>
  statement(below)
    .all({ path })
    .map((found) => report.parse(found))

/** Those of codes that nobody knows: the administrator's. */
export const findPlacelessReports = (): PosterReport[] =>
  statement(placeless)
    .all()
    .map((found) => report.parse(found))

/** A report that nobody has dealt with; the caller asks whether its place is in scope. */
export function findReport(id: string): PosterReport | null {
  const found = statement(byId).get(id)
  return found === undefined ? null : report.parse(found)
}

export type NewReport = { id: string; code: string; siteId: string | null; fault: string; note: string; at: Date }

/** Does the same report, without words of its own, wait already? */
export async function isReportedAlready(tx: Tx, { code, fault, note }: NewReport): Promise<boolean> {
  return note === '' && (await tx.posterReport.findFirst({ where: { code, fault, note, handledAt: null } })) !== null
}

export async function recordPosterReport(tx: Tx, fact: NewReport): Promise<void> {
  await tx.posterReport.create({ data: fact })
}

/** Somebody has dealt with it. False where somebody had before. */
export async function recordReportHandled(tx: Tx, id: string, handledBy: string, handledAt: Date): Promise<boolean> {
  const handled = await tx.posterReport.updateMany({ where: { id, handledAt: null }, data: { handledBy, handledAt } })
  return handled.count > 0
}
