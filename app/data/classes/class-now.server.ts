import { z } from 'zod'
import { type ClassBody, classBody } from '~/domain/classes/class-body'
import { classStepKinds, isClassClosed } from '~/domain/classes/class-state'
import { statement } from '../db.server'
import { keptRows } from '../kept-rows.server'
import type { Tx } from '../transact.server'

/** A class as whoever stands at its door needs it: what it is to be, as last written, and whose it is. */
export type ClassNow = { id: string; programmeId: string; place: { id: string; name: string; path: string }; body: ClassBody }

const newestSql = `SELECT r."id", c."programmeId", l."id" AS "placeId", l."name", l."path" FROM "ClassRevision" r
  JOIN "TrainingClass" c ON c."id" = r."classId" JOIN "Programme" p ON p."id" = c."programmeId" JOIN "Place" l ON l."id" = p."placeId"
  WHERE r."classId" = ? ORDER BY r."nth" DESC LIMIT 1`
const newestRow = z.object({ id: z.string(), programmeId: z.string(), placeId: z.string(), name: z.string(), path: z.string() })
const bodyRow = z.object({ body: z.string() })
const bodyKept = keptRows((id) =>
  classBody.parse(JSON.parse(bodyRow.parse(statement('SELECT "body" FROM "ClassRevision" WHERE "id" = ?').get(id)).body)),
)

/** For requests that every phone at a class makes all the time; a revision is read once. Null where there is no such class. */
export function classNow(id: string): ClassNow | null {
  const found = statement(newestSql).get(id)
  if (found === undefined) return null
  const { id: revision, programmeId, placeId, name, path } = newestRow.parse(found)
  return { id, programmeId, place: { id: placeId, name, path }, body: bodyKept(revision) }
}

const stepRow = z.object({ kind: z.enum(classStepKinds) })
const stepsSql = 'SELECT "kind" FROM "ClassStep" WHERE "classId" = ? ORDER BY "nth"'

/** Whether a class takes nothing more: closed, or called off. */
export const isClassClosedNow = (classId: string): boolean =>
  isClassClosed(
    statement(stepsSql)
      .all(classId)
      .map((found) => stepRow.parse(found)),
  )

export async function isClassClosedInside(tx: Tx, classId: string): Promise<boolean> {
  const steps = await tx.classStep.findMany({ where: { classId }, orderBy: { nth: 'asc' }, select: { kind: true } })
  return isClassClosed(steps.map((step) => stepRow.parse(step)))
}
