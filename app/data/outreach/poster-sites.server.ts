import { z } from 'zod'
import { statement } from '../db.server'
import type { Tx } from '../transact.server'

const site = z.object({
  id: z.string(),
  placeId: z.string(),
  placeName: z.string(),
  placePath: z.string(),
  kind: z.enum(['community', 'building', 'staircase', 'shop']),
  name: z.string(),
  createdAt: z.string(),
})
export type PosterSite = z.output<typeof site>

const columns = `SELECT s."id", s."placeId", p."name" AS "placeName", p."path" AS "placePath", s."kind", s."name", s."createdAt"
  FROM "PosterSite" s JOIN "Place" p ON p."id" = s."placeId"`
const below = `${columns} WHERE s."endedAt" IS NULL AND substr(p."path", 1, length(@path)) = @path ORDER BY p."path"`
const byId = `${columns} WHERE s."endedAt" IS NULL AND s."id" = ?`

/** 2号楼 stands before 10号楼. */
const byNumbers = new Intl.Collator('zh-Hans-CN', { numeric: true })

/** The sites below a place that are in use, place by place, by their names and numbers. The place must be in scope. */
export const findSites = (path: string): PosterSite[] =>
  statement(below)
    .all({ path })
    .map((found) => site.parse(found))
    .sort((one, other) =>
      one.placePath === other.placePath ? byNumbers.compare(one.name, other.name) : one.placePath < other.placePath ? -1 : 1,
    )

/** A site in use, wherever it is: the caller asks whether it is in scope. */
export function findSite(id: string): PosterSite | null {
  const found = statement(byId).get(id)
  return found === undefined ? null : site.parse(found)
}

const endedById = `${columns} WHERE s."endedAt" IS NOT NULL AND s."id" = ?`

/** A site that was given up, wherever it is: the caller asks whether it is in scope. */
export function findEndedSite(id: string): PosterSite | null {
  const found = statement(endedById).get(id)
  return found === undefined ? null : site.parse(found)
}

const counted = z.object({ placeId: z.string(), count: z.number() })
const perPlace = `SELECT "placeId", COUNT(*) AS "count" FROM "PosterSite" WHERE "endedAt" IS NULL GROUP BY "placeId"`

/** How many sites lie directly in each place. */
export const countSites = (): Map<string, number> =>
  new Map(
    statement(perPlace)
      .all()
      .map((found) => counted.parse(found))
      .map(({ placeId, count }) => [placeId, count]),
  )

export type NewSite = { id: string; placeId: string; kind: string; name: string; createdBy: string; createdAt: Date }

/** Adds sites of one place; those whose name is there already are left out. Returns the names that are new. */
export async function recordSites(tx: Tx, sites: readonly NewSite[]): Promise<string[]> {
  const [first] = sites
  if (first === undefined) return []
  const known = await tx.posterSite.findMany({ where: { placeId: first.placeId, endedAt: null }, select: { name: true } })
  const names = new Set(known.map(({ name }) => name))
  const fresh = sites.filter(({ name }) => !names.has(name))
  if (fresh.length > 0) await tx.posterSite.createMany({ data: [...fresh] })
  return fresh.map(({ name }) => name)
}

/** A site is given up, with all that hangs there. False where it was already. Its codes go on leading to their lessons. */
export async function recordSiteEnded(tx: Tx, id: string, endedBy: string, endedAt: Date): Promise<boolean> {
  const ended = await tx.posterSite.updateMany({ where: { id, endedAt: null }, data: { endedBy, endedAt } })
  if (ended.count > 0) await tx.posterCode.updateMany({ where: { siteId: id, endedAt: null }, data: { endedBy, endedAt } })
  return ended.count > 0
}

/** A site that was given up is used again; what hung there when it was given up hangs there again. */
export async function recordSiteRestored(tx: Tx, id: string): Promise<{ name: string } | 'gone' | 'sameName'> {
  const ended = await tx.posterSite.findFirst({ where: { id, endedAt: { not: null } } })
  if (ended === null) return 'gone'
  const { placeId, name, endedAt } = ended
  if (await tx.posterSite.findFirst({ where: { placeId, name, endedAt: null } })) return 'sameName'
  await tx.posterSite.update({ where: { id }, data: { endedBy: null, endedAt: null } })
  await tx.posterCode.updateMany({ where: { siteId: id, endedAt }, data: { endedBy: null, endedAt: null } })
  return { name }
}
