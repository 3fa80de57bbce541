import { z } from 'zod'
import { lessonDone } from '~/domain/learn/progress'
import { statement } from '../db.server'
import type { Tx } from '../transact.server'

const family = `WITH RECURSIVE family("id") AS (SELECT ?
  UNION SELECT p."id" FROM "Person" p JOIN family f ON p."mergedIntoId" = f."id")`

const member = z.object({ id: z.string() })

/** A person and everybody who turned out to be the same one: what was learnt before the merge stays learnt. */
export const findFamily = (personId: string): string[] =>
  statement(`${family} SELECT "id" FROM family`)
    .all(personId)
    .map((found) => member.parse(found).id)

const progressRow = z.object({ lesson: z.string(), completedAt: z.string().nullable() })

export type Progress = { readonly opened: ReadonlySet<string>; readonly done: ReadonlySet<string> }

/** The lessons of a course that a person has opened, and which of them are done. */
export function findProgress(personId: string, course: string): Progress {
  const rows = statement(`${family}
    SELECT "lesson", "completedAt" FROM "LessonProgress" WHERE "personId" IN (SELECT "id" FROM family) AND "course" = ?`)
    .all(personId, course)
    .map((found) => progressRow.parse(found))
  return {
    opened: new Set(rows.map(({ lesson }) => lesson)),
    done: new Set(rows.filter(({ completedAt }) => completedAt !== null).map(({ lesson }) => lesson)),
  }
}

export type LessonKey = { personId: string; course: string; lesson: string }

/** Notes that a lesson was opened; the first time counts. */
export async function recordOpened(tx: Tx, key: LessonKey, now: Date): Promise<void> {
  await tx.lessonProgress.upsert({ where: { personId_course_lesson: key }, create: { ...key, openedAt: now }, update: {} })
}

/** Notes that a lesson is done, where now it is: every piece right, every video asked for seen. The first time counts. */
export async function recordDone(
  tx: Tx,
  key: LessonKey & { family: readonly string[] },
  asks: { pieces: readonly string[]; videos: readonly string[] },
  now: Date,
): Promise<boolean> {
  const { family: people, personId, course, lesson } = key
  const whose = { personId: { in: [...people] } }
  const right = await tx.pieceAnswer.findMany({ where: { ...whose, course, lesson, right: true }, select: { piece: true } })
  const seen = await tx.videoWatch.findMany({ where: { ...whose, seenAt: { not: null } }, select: { video: true } })
  const has = { right: new Set(right.map(({ piece }) => piece)), seen: new Set(seen.map(({ video }) => video)) }
  if (!lessonDone(asks, has)) return false
  await recordOpened(tx, { personId, course, lesson }, now)
  await tx.lessonProgress.updateMany({ where: { personId, course, lesson, completedAt: null }, data: { completedAt: now } })
  return true
}
