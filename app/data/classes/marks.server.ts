import { z } from 'zod'
import { type Mark, markStates } from '~/domain/classes/class-record'
import type { Tx } from '../transact.server'

const rows = z.array(z.object({ part: z.string(), person: z.string(), state: z.enum(markStates) }))
const newest = `SELECT m."part", m."personId" AS "person", m."state" FROM "ClassMark" m WHERE m."classId" = ?
  AND m."seq" = (SELECT MAX(n."seq") FROM "ClassMark" n
    WHERE n."classId" = m."classId" AND n."part" = m."part" AND n."personId" = m."personId")`

/** What is written of each person at each part, the newest of each. The class must have been found for whoever asks. */
export async function marksInside(tx: Tx, classId: string): Promise<Mark[]> {
  const found: unknown = await tx.$queryRawUnsafe(newest, classId)
  return rows.parse(found)
}

export type NewMark = Mark & { id: string; classId: string; at: Date; by: string }

/** As the client writes instants. */
const storedInstant = (at: Date): string => at.toISOString().replace('Z', '+00:00')
const columns = ['id', 'classId', 'part', 'personId', 'state', 'at', 'by']
const insertMarks = `INSERT INTO "ClassMark" (${columns.map((name) => `"${name}"`).join(', ')})
  SELECT ${columns.map((name) => `"value" ->> '$.${name}'`).join(', ')} FROM json_each(?) ORDER BY "key"`

/** What is written from now on, one statement for thousands; what was written before stays. */
export async function recordMarks(tx: Tx, marks: readonly NewMark[]): Promise<void> {
  const made = marks.map(({ person, at, ...mark }) => ({ ...mark, personId: person, at: storedInstant(at) }))
  if (made.length > 0) await tx.$executeRawUnsafe(insertMarks, JSON.stringify(made))
}
