import { z } from 'zod'
import { db, statement } from '../db.server'
import type { Tx } from '../transact.server'

export type Place = { id: string; kind: string; name: string; parentId: string | null; path: string }

const counted = z.object({
  id: z.string(),
  kind: z.string(),
  name: z.string(),
  parentId: z.string().nullable(),
  path: z.string(),
  units: z.number(),
})
export type CountedPlace = z.output<typeof counted>

const everyPlace = `SELECT p."id", p."kind", p."name", p."parentId", p."path",
  (SELECT COUNT(*) FROM "Unit" u WHERE u."placeId" = p."id") AS "units" FROM "Place" p`

/** Every place with the number of units that lie directly in it. Places are not secret: no scope. */
export const findPlaces = (): CountedPlace[] =>
  statement(everyPlace)
    .all()
    .map((found) => counted.parse(found))

export const findPlace = (id: string): Promise<Place | null> =>
  db().place.findUnique({ where: { id }, select: { id: true, kind: true, name: true, parentId: true, path: true } })

/** Adds a place; null where the parent is gone, or another place of this name already lies there, or a first place already exists. */
export async function recordPlaceAdded(tx: Tx, place: Place, now: Date): Promise<'added' | 'sameName' | 'notFirst' | 'noParent'> {
  const { parentId, name } = place
  if (parentId === null && (await tx.place.count()) > 0) return 'notFirst'
  if (parentId !== null && (await tx.place.findUnique({ where: { id: parentId } })) === null) return 'noParent'
  if (await tx.place.findFirst({ where: { parentId, name } })) return 'sameName'
  await tx.place.create({ data: { ...place, createdAt: now } })
  return 'added'
}

/** Renames a place; says so where a sibling has that name. Returns the old name when done. */
export async function recordPlaceRenamed(tx: Tx, id: string, name: string): Promise<{ before: string } | 'gone' | 'sameName'> {
  const place = await tx.place.findUnique({ where: { id } })
  if (!place) return 'gone'
  if (await tx.place.findFirst({ where: { parentId: place.parentId, name, id: { not: id } } })) return 'sameName'
  await tx.place.update({ where: { id }, data: { name } })
  return { before: place.name }
}
