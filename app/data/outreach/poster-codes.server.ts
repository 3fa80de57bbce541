import { z } from 'zod'
import { dataVersion } from '../credentials/certificates.server'
import { perDatabase, statement } from '../db.server'
import type { Tx } from '../transact.server'

const scanned = z.object({ code: z.string(), lesson: z.string(), siteId: z.string(), siteName: z.string(), placeName: z.string() })
export type ScannedCode = z.output<typeof scanned>

const byCode = `SELECT c."code", c."lesson", s."id" AS "siteId", s."name" AS "siteName", p."name" AS "placeName" FROM "PosterCode" c
  JOIN "PosterSite" s ON s."id" = c."siteId" JOIN "Place" p ON p."id" = s."placeId" WHERE c."code" = ?`

const mostHeld = 5000
const held = perDatabase(() => ({ of: 0, codes: new Map<string, ScannedCode>() }))

/**
 * Where a printed code leads, also when its poster hangs there no more. What was found is held until anything is committed, by whichever
 * process, so that a hall that scans one poster asks seldom.
 */
export function findScannedCode(code: string): ScannedCode | null {
  const recent = held()
  const version = dataVersion()
  if (version !== recent.of || recent.codes.size >= mostHeld) recent.codes.clear()
  recent.of = version
  const known = recent.codes.get(code)
  if (known !== undefined) return known
  const row = statement(byCode).get(code)
  if (row === undefined) return null
  const found = scanned.parse(row)
  recent.codes.set(code, found)
  return found
}

const hung = z.object({ id: z.string(), code: z.string(), lesson: z.string(), siteId: z.string(), createdAt: z.string() })
export type HungCode = z.output<typeof hung>

const below = `SELECT c."id", c."code", c."lesson", c."siteId", c."createdAt" FROM "PosterCode" c
  JOIN "PosterSite" s ON s."id" = c."siteId" JOIN "Place" p ON p."id" = s."placeId"
  WHERE c."endedAt" IS NULL AND s."endedAt" IS NULL AND substr(p."path", 1, length(@path)) = @path ORDER BY c."createdAt", c."lesson", c."id"`
const atSite = `SELECT "id", "code", "lesson", "siteId", "createdAt" FROM "PosterCode"
  WHERE "siteId" = ? AND "endedAt" IS NULL ORDER BY "createdAt", "lesson", "id"`

/** What hangs below a place. The place must be in scope. */
export const findCodes = (path: string): HungCode[] =>
  statement(below)
    .all({ path })
    .map((found) => hung.parse(found))

/** What hangs at a site. The site must be in scope. */
export const findSiteCodes = (siteId: string): HungCode[] =>
  statement(atSite)
    .all(siteId)
    .map((found) => hung.parse(found))

const sited = z.object({ code: z.string(), lesson: z.string(), siteName: z.string(), placeName: z.string() })
const withSites = `SELECT c."code", c."lesson", s."name" AS "siteName", p."name" AS "placeName" FROM json_each(?) j
  JOIN "PosterCode" c ON c."code" = j."value" JOIN "PosterSite" s ON s."id" = c."siteId" JOIN "Place" p ON p."id" = s."placeId" ORDER BY j."key"`

/** These codes with where they hang, in the order asked for. */
export const findCodesWithSites = (codes: readonly string[]): z.output<typeof sited>[] =>
  statement(withSites)
    .all(JSON.stringify(codes))
    .map((found) => sited.parse(found))

export type NewCode = { id: string; code: string; siteId: string; lesson: string; createdBy: string; createdAt: Date }

/**
 * Gives each site and lesson its code. One that was given before stays and hangs again; returns how many are new. A code that is taken
 * is a fault: the transaction is to be tried with others.
 */
export async function recordCodes(tx: Tx, codes: readonly NewCode[]): Promise<number> {
  const siteIds = [...new Set(codes.map(({ siteId }) => siteId))]
  const known = await tx.posterCode.findMany({
    where: { siteId: { in: siteIds } },
    select: { id: true, siteId: true, lesson: true, endedAt: true },
  })
  const keyOf = ({ siteId, lesson }: { siteId: string; lesson: string }) => `${siteId} ${lesson}`
  const wished = new Set(codes.map(keyOf))
  const back = known.filter((row) => row.endedAt !== null && wished.has(keyOf(row))).map(({ id }) => id)
  if (back.length > 0) await tx.posterCode.updateMany({ where: { id: { in: back } }, data: { endedAt: null, endedBy: null } })
  const kept = new Set(known.map(keyOf))
  const fresh = codes.filter((code) => !kept.has(keyOf(code)))
  if (fresh.length > 0) await tx.posterCode.createMany({ data: [...fresh] })
  return fresh.length
}

/** A poster was taken down. False where it did not hang at this site. Its code goes on leading to its lesson. */
export async function recordTakenDown(tx: Tx, where: { id: string; siteId: string }, endedBy: string, endedAt: Date): Promise<boolean> {
  const ended = await tx.posterCode.updateMany({ where: { ...where, endedAt: null }, data: { endedBy, endedAt } })
  return ended.count > 0
}

/** A poster that was taken down hangs again. False where it hangs, or never hung there. */
export async function recordHungAgain(tx: Tx, where: { id: string; siteId: string }): Promise<boolean> {
  const back = await tx.posterCode.updateMany({ where: { ...where, endedAt: { not: null } }, data: { endedBy: null, endedAt: null } })
  return back.count > 0
}
