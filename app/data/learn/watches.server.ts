import { z } from 'zod'
import { merged, type Watch } from '~/domain/learn/watch'
import { statement } from '../db.server'
import type { Tx } from '../transact.server'

const intervals = z.string().transform((text) => z.array(z.tuple([z.number(), z.number()])).parse(JSON.parse(text)))
const row = z.object({ intervals, position: z.number(), seenAt: z.string().nullable() })

const byVideo = `WITH RECURSIVE family("id") AS (SELECT ?
  UNION SELECT p."id" FROM "Person" p JOIN family f ON p."mergedIntoId" = f."id")
  SELECT "intervals", "position", "seenAt" FROM "VideoWatch"
  WHERE "personId" IN (SELECT "id" FROM family) AND "video" = ? ORDER BY "beatAt" DESC`

export type Watched = Pick<Watch, 'intervals' | 'position'> & { seen: boolean }

/** How far a person has watched a video: to resume it, and whether it was seen. */
export function findWatched(personId: string, video: string, seconds: number): Watched {
  const rows = statement(byVideo)
    .all(personId, video)
    .map((found) => row.parse(found))
  return {
    intervals: merged(
      rows.flatMap((found) => found.intervals),
      seconds,
    ),
    position: rows[0]?.position ?? 0,
    seen: rows.some(({ seenAt }) => seenAt !== null),
  }
}

/** The watching of one person as this transaction sees it; null before the first word of the player. */
export async function watchInside(tx: Tx, personId: string, video: string): Promise<(Watch & { seen: boolean }) | null> {
  const found = await tx.videoWatch.findUnique({ where: { personId_video: { personId, video } } })
  if (!found) return null
  return {
    intervals: intervals.parse(found.intervals),
    position: found.position,
    beatAt: found.beatAt.getTime() / 1000,
    carry: found.credit,
    seen: found.seenAt !== null,
  }
}

/** Keeps what was credited. `seenAt` is set once and stays. */
export async function recordWatch(tx: Tx, key: { personId: string; video: string }, watch: Watch, seen: boolean, now: Date): Promise<void> {
  const kept = {
    intervals: JSON.stringify(watch.intervals.map((interval) => interval.map((second) => Math.round(second * 1000) / 1000))),
    position: watch.position,
    beatAt: new Date(Math.round(watch.beatAt * 1000)),
    credit: watch.carry,
  }
  await tx.videoWatch.upsert({
    where: { personId_video: key },
    create: { ...key, ...kept, openedAt: now, seenAt: seen ? now : null },
    update: kept,
  })
  if (seen) await tx.videoWatch.updateMany({ where: { ...key, seenAt: null }, data: { seenAt: now } })
}
