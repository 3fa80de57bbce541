import { z } from 'zod'
import type { SittingState } from '~/domain/classes/attendance'
import { sittingStates } from '~/domain/classes/attendance'
import type { Sitting } from '~/domain/classes/coverage'
import { statement } from '../db.server'
import { storedDay } from '../stored-day.server'
import type { Tx } from '../transact.server'

export type StoredSitting = Sitting & { classId: string; state: SittingState }

const row = z
  .object({
    classId: z.string(),
    part: z.string(),
    personId: z.string(),
    unitId: z.string(),
    asDeputy: z.union([z.number(), z.boolean()]),
    on: z.string(),
    state: z.enum(sittingStates),
    counts: z.union([z.number(), z.boolean()]),
  })
  .transform(
    ({ personId, unitId, asDeputy, on, counts, ...one }): StoredSitting => ({
      ...one,
      person: personId,
      unit: unitId,
      asDeputy: Boolean(asDeputy),
      on: storedDay(on),
      counts: Boolean(counts),
    }),
  )

/** Of each class its newest closing alone, and none while the class was opened again before it was closed anew: what was closed stays until then. */
const newest = `SELECT s."classId", s."part", s."personId", s."unitId", s."asDeputy", s."on", s."state", s."counts"
  FROM "ClassSitting" s JOIN "ClassStep" c ON c."id" = s."closingId"
  WHERE c."nth" = (SELECT MAX(d."nth") FROM "ClassStep" d WHERE d."classId" = s."classId" AND d."kind" = 'closed')`

/** Who sat in which parts of a programme's closed classes. The programme must come from a scoped finder. */
export const sittingsOf = (programme: { id: string }): StoredSitting[] =>
  statement(`${newest} AND s."programmeId" = ?`)
    .all(programme.id)
    .map((one) => row.parse(one))

/** The same as this transaction sees it. */
export async function sittingsInside(tx: Tx, programmeId: string): Promise<StoredSitting[]> {
  const found: unknown = await tx.$queryRawUnsafe(`${newest} AND s."programmeId" = ?`, programmeId)
  return z
    .array(z.unknown())
    .parse(found)
    .map((one) => row.parse(one))
}

export type NewSitting = {
  id: string
  programmeId: string
  classId: string
  closingId: string
  part: string
  personId: string
  unitId: string
  asDeputy: number
  on: string
  state: SittingState
  counts: number
}

const columns = ['id', 'programmeId', 'classId', 'closingId', 'part', 'personId', 'unitId', 'asDeputy', 'on', 'state', 'counts']
const insertSittings = `INSERT INTO "ClassSitting" (${columns.map((name) => `"${name}"`).join(', ')})
  SELECT ${columns.map((name) => `"value" ->> '$.${name}'`).join(', ')} FROM json_each(?) ORDER BY "key"`

/** Who sat where, as a class is closed: one statement for thousands. */
export async function recordSittings(tx: Tx, sittings: readonly NewSitting[]): Promise<void> {
  if (sittings.length > 0) await tx.$executeRawUnsafe(insertSittings, JSON.stringify(sittings))
}
