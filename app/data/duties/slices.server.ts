import { z } from 'zod'
import { endingFault, overlaps } from '~/domain/org/holding'
import { type Day, formatDay } from '~/domain/shared/day'
import { db, statement } from '../db.server'
import { storedSpan } from '../stored-day.server'
import type { Tx } from '../transact.server'
import type { Ending, EndingFault } from './plan-adoptions.server'

const shown = {
  id: true,
  placeId: true,
  from: true,
  to: true,
  assignedBy: true,
  endedBy: true,
  post: {
    select: {
      id: true,
      position: true,
      from: true,
      to: true,
      person: { select: { name: true } },
      unit: { select: { name: true } },
    },
  },
} as const

/** Who guides, or has guided, these villages, the latest first. The places must be in scope. */
export const findSlices = (placeIds: readonly string[]) =>
  db().sliceAssignment.findMany({
    where: { placeId: { in: [...placeIds] } },
    select: shown,
    orderBy: [{ from: 'desc' }, { id: 'asc' }],
  })
export type SliceRow = Awaited<ReturnType<typeof findSlices>>[number]

export type NewSlices = {
  places: readonly { id: string; placeId: string }[]
  postId: string
  from: Day
  assignedBy: string
  createdAt: Date
}

/** The holder of a post guides these villages. Returns those that are new; the others he guides on that day or later already. */
export async function recordSlices(tx: Tx, { places, from, ...slice }: NewSlices): Promise<string[]> {
  const { postId } = slice
  const known = await tx.sliceAssignment.findMany({ where: { postId, placeId: { in: places.map(({ placeId }) => placeId) } } })
  const isKnown = (placeId: string) => known.some((row) => row.placeId === placeId && overlaps(storedSpan(row), { from, to: null }))
  const fresh = places.filter(({ placeId }) => !isKnown(placeId))
  for (const place of fresh) await tx.sliceAssignment.create({ data: { ...place, ...slice, from: formatDay(from) } })
  return fresh.map(({ placeId }) => placeId)
}

/** He guides it no more, after a last day. */
export async function recordSliceEnded(
  tx: Tx,
  where: { id: string; placeId: string },
  { lastDay, today, endedBy, endedAt }: Ending,
): Promise<EndingFault | { postId: string }> {
  const slice = await tx.sliceAssignment.findFirst({ where })
  if (slice === null) return 'gone'
  const fault = endingFault(storedSpan(slice), lastDay, today)
  if (fault !== null) return fault
  await tx.sliceAssignment.update({ where: { id: slice.id }, data: { to: formatDay(lastDay), endedBy, endedAt } })
  return { postId: slice.postId }
}

const guided = z.object({ id: z.string(), name: z.string(), above: z.string().nullable(), from: z.string() })
export type GuidedPlace = z.output<typeof guided>

const guidedBy = `WITH RECURSIVE family("id") AS (SELECT @person
  UNION SELECT p."id" FROM "Person" p JOIN family f ON p."mergedIntoId" = f."id")
  SELECT pl."id", pl."name", up."name" AS "above", MIN(s."from") AS "from" FROM "SliceAssignment" s
  JOIN "Post" k ON k."id" = s."postId" JOIN "Place" pl ON pl."id" = s."placeId" LEFT JOIN "Place" up ON up."id" = pl."parentId"
  WHERE k."personId" IN (SELECT "id" FROM family) AND s."from" <= @on AND (s."to" IS NULL OR s."to" >= @on)
  AND k."from" <= @on AND (k."to" IS NULL OR k."to" >= @on)
  GROUP BY pl."id", pl."name", up."name", pl."path" ORDER BY pl."path"`

/** The villages that a person guides on a day, through posts that he holds then; those merged into him included. */
export const findGuidedPlaces = (personId: string, on: Day): GuidedPlace[] =>
  statement(guidedBy)
    .all({ person: personId, on: formatDay(on) })
    .map((found) => guided.parse(found))
