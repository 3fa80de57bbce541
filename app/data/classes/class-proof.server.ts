import { z } from 'zod'
import type { ClassPiece } from '~/domain/classes/class-evidence'
import type { Responsible } from '~/domain/classes/coverage'
import { survivors } from '~/domain/duties/merged'
import { familyOf } from '../org/family.server'
import { storedSpan } from '../stored-day.server'
import type { Tx } from '../transact.server'

const listed = 'IN (SELECT "value" FROM json_each(?))'
const posts = z.array(z.object({ personId: z.string(), unitId: z.string(), from: z.string(), to: z.string().nullable() }))
const people = z.array(z.object({ id: z.string(), mergedIntoId: z.string().nullable() }))
const pieces = z.array(
  z.object({ id: z.string(), unit: z.string(), subjectKind: z.string(), subjectId: z.string(), topic: z.string(), on: z.string() }),
)

/** Who held one of these positions at these units, ever. */
export async function responsibleInside(tx: Tx, unitIds: readonly string[], positions: readonly string[]): Promise<Responsible[]> {
  const found: unknown = await tx.$queryRawUnsafe(
    `SELECT "personId", "unitId", "from", "to" FROM "Post" WHERE "unitId" ${listed} AND "position" ${listed}`,
    JSON.stringify(unitIds),
    JSON.stringify(positions),
  )
  return posts.parse(found).map(({ personId, unitId, from, to }) => ({ person: personId, unit: unitId, ...storedSpan({ from, to }) }))
}

/** Under which id each of these persons stands, whoever was joined with another record. */
export async function joinedInside(tx: Tx, ids: readonly string[]): Promise<(id: string) => string> {
  const found: unknown = await tx.$queryRawUnsafe(familyOf, JSON.stringify([...new Set(ids)]))
  const ends = survivors(people.parse(found).map(({ id, mergedIntoId }) => ({ id, mergedInto: mergedIntoId })))
  return (id) => ends.get(id) ?? id
}

const counting = `SELECT e."id", e."chain" AS "unit", e."subjectKind", e."subjectId", e."topic", e."on" FROM "EvidenceEntry" e
  WHERE e."entry" = 'evidence' AND e."sourceKind" = 'class' AND e."sourceId" IN (SELECT c."id" FROM "TrainingClass" c WHERE c."programmeId" = ?)
    AND NOT EXISTS (SELECT 1 FROM "EvidenceEntry" r WHERE r."revokes" = e."id") ORDER BY e."chain", e."seq"`

/** What the classes of a programme made in any chain and counts still. */
export async function classPiecesInside(tx: Tx, programmeId: string): Promise<ClassPiece[]> {
  const found: unknown = await tx.$queryRawUnsafe(counting, programmeId)
  return pieces.parse(found)
}

/** The same of one class alone, as pages read it. */
export async function piecesOfClass(tx: Tx, classId: string): Promise<ClassPiece[]> {
  const found: unknown = await tx.$queryRawUnsafe(
    `SELECT e."id", e."chain" AS "unit", e."subjectKind", e."subjectId", e."topic", e."on" FROM "EvidenceEntry" e
      WHERE e."entry" = 'evidence' AND e."sourceKind" = 'class' AND e."sourceId" = ?
        AND NOT EXISTS (SELECT 1 FROM "EvidenceEntry" r WHERE r."revokes" = e."id") ORDER BY e."chain", e."seq"`,
    classId,
  )
  return pieces.parse(found)
}
