import { z } from 'zod'
import { drillBody } from '~/domain/drills/drill-body'
import { stepKinds } from '~/domain/drills/drill-state'
import type { DrillRow } from '~/domain/drills/year-folder'
import { groupedBy } from '~/domain/shared/grouped'
import { statement } from '../db.server'

const training = z.object({
  name: z.string(),
  kind: z.string(),
  topic: z.string(),
  position: z.string().nullable(),
  on: z.string(),
  passed: z.number().transform((value) => value === 1),
})
const certificate = z.object({
  number: z.string(),
  name: z.string(),
  position: z.string(),
  course: z.string(),
  passedOn: z.string(),
  revokedOn: z.string().nullable(),
})
const held = z.object({ name: z.string(), position: z.string(), from: z.string(), to: z.string().nullable() })

/** Evidence of people that was not taken back. */
const trainings = `SELECT p."name", e."kind", e."topic", e."position", e."on", e."passed"
  FROM "EvidenceEntry" e JOIN "Person" p ON p."id" = e."subjectId"
  WHERE e."chain" = @unitId AND e."entry" = 'evidence' AND e."subjectKind" = 'person'
  AND e."kind" IN ('course', 'exam', 'class', 'practical') AND e."on" >= @from AND e."on" <= @to
  AND NOT EXISTS (SELECT 1 FROM "EvidenceEntry" r WHERE r."revokes" = e."id")
  ORDER BY e."on", p."name", e."seq"`
const certificates = `SELECT c."number", c."printedName" AS "name", c."position", c."course", c."passedOn", r."on" AS "revokedOn"
  FROM "Certificate" c LEFT JOIN "CertificateRevocation" r ON r."certificateId" = c."id"
  WHERE c."unitId" = @unitId AND c."passedOn" >= @from AND c."passedOn" <= @to ORDER BY c."serial"`
const posts = `SELECT p."name", k."position", k."from", k."to" FROM "Post" k JOIN "Person" p ON p."id" = k."personId"
  WHERE k."unitId" = @unitId AND k."from" <= @to AND (k."to" IS NULL OR k."to" >= @from) ORDER BY k."from", p."name"`

const drillRow = z.object({ id: z.string(), way: z.string(), body: z.string() })
const drills = `SELECT d."id", d."way", r."body" FROM "Drill" d JOIN "DrillRevision" r ON r."drillId" = d."id"
  WHERE d."unitId" = ? AND r."nth" = (SELECT MAX("nth") FROM "DrillRevision" WHERE "drillId" = d."id") ORDER BY d."id"`
const stepRow = z.object({
  drillId: z.string(),
  id: z.string(),
  nth: z.number(),
  kind: z.enum(stepKinds),
  at: z.string().transform((text) => new Date(text)),
  by: z.string(),
  personId: z.string(),
  detail: z.string().transform((text) => z.record(z.string(), z.unknown()).parse(JSON.parse(text))),
})
const steps = `SELECT s."drillId", s."id", s."nth", s."kind", s."at", s."by", s."personId", s."detail" FROM "DrillStep" s
  JOIN "Drill" d ON d."id" = s."drillId" WHERE d."unitId" = ? ORDER BY s."drillId", s."nth"`

/** A unit's drills with everything that was done about them. The unit must come from a scoped finder. */
export function drillRows(unit: { id: string }): DrillRow[] {
  const done = groupedBy(
    statement(steps)
      .all(unit.id)
      .map((row) => stepRow.parse(row)),
    ({ drillId }) => drillId,
  )
  return statement(drills)
    .all(unit.id)
    .map((row) => drillRow.parse(row))
    .map(({ id, way, body }) => ({ id, way, body: drillBody.parse(JSON.parse(body)), steps: done.get(id) ?? [] }))
}

/** What a unit has to show for a year besides its drills. Nothing of it is an id number. The unit must come from a scoped finder. */
export function folderFacts(unit: { id: string }, year: number) {
  const bound = { unitId: unit.id, from: `${year}-01-01`, to: `${year}-12-31` }
  const all = <S extends z.ZodType>(sql: string, row: S): z.output<S>[] =>
    statement(sql)
      .all(bound)
      .map((found) => row.parse(found))
  return { trainings: all(trainings, training), certificates: all(certificates, certificate), posts: all(posts, held) }
}
export type FolderFacts = ReturnType<typeof folderFacts>
