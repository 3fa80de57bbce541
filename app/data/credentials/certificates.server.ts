import { z } from 'zod'
import type { Scope } from '~/domain/accounts/scope'
import { db, statement } from '../db.server'
import { unitsInScope } from '../org/scope-where.server'

const certificateRow = z.object({
  id: z.string(),
  serial: z.number(),
  token: z.string(),
  number: z.string(),
  personId: z.string(),
  name: z.string(),
  unitId: z.string(),
  unitName: z.string(),
  position: z.string(),
  course: z.string(),
  attemptId: z.string(),
  postId: z.string().nullable(),
  passedOn: z.string(),
  issuedAt: z.string(),
  score: z.number().nullable(),
  revokedOn: z.string().nullable(),
  revokedFor: z.string().nullable(),
  superseded: z.number().transform((value) => value === 1),
  /** The certificate that corrects this one, and the one that this corrects. */
  correctedBy: z.string().nullable(),
  corrects: z.string().nullable(),
})
export type CertificateRow = z.output<typeof certificateRow>

/** All records of one person, first to last merged; `?` is any of them. */
export const family = `WITH RECURSIVE up("id") AS (SELECT ?
  UNION SELECT p."mergedIntoId" FROM "Person" p JOIN up ON up."id" = p."id" WHERE p."mergedIntoId" IS NOT NULL),
  family("id") AS (SELECT "id" FROM up UNION SELECT p."id" FROM "Person" p JOIN family f ON p."mergedIntoId" = f."id")`

/** A later one of the same training that was not revoked; `c` is the certificate asked about. */
export const later = `EXISTS (SELECT 1 FROM "Certificate" l LEFT JOIN "CertificateRevocation" lr ON lr."certificateId" = l."id"
  WHERE l."personId" = c."personId" AND l."unitId" = c."unitId" AND l."position" = c."position" AND l."course" = c."course"
  AND lr."certificateId" IS NULL AND (l."passedOn" > c."passedOn" OR (l."passedOn" = c."passedOn" AND l."issuedAt" > c."issuedAt")))`
const certificates = `SELECT c."id", c."serial", c."token", c."number", c."personId", c."printedName" AS "name", c."unitId",
  c."printedUnit" AS "unitName", c."position", c."course",
  c."attemptId", a."postId", c."passedOn", c."issuedAt", a."score", r."on" AS "revokedOn", r."reason" AS "revokedFor",
  (${later} OR after."certificateId" IS NOT NULL) AS "superseded", after."certificateId" AS "correctedBy", before."replacesId" AS "corrects"
  FROM "Certificate" c JOIN "Attempt" a ON a."id" = c."attemptId"
  LEFT JOIN "CertificateRevocation" r ON r."certificateId" = c."id"
  LEFT JOIN "CertificateCorrection" after ON after."replacesId" = c."id"
  LEFT JOIN "CertificateCorrection" before ON before."certificateId" = c."id"`

const one = (sql: string, value: string): CertificateRow | null => {
  const found = statement(sql).get(value)
  return found === undefined ? null : certificateRow.parse(found)
}

/** By the exact token of its code. For anyone: what of it is told is decided by the page. */
export const findByToken = (token: string): CertificateRow | null => one(`${certificates} WHERE c."token" = ?`, token)

/** By its whole number. What of it is told is decided by who asks. */
export const findByNumber = (number: string): CertificateRow | null => one(`${certificates} WHERE c."number" = ?`, number)

const named = z.object({ name: z.string() })

/** The name printed on the certificate of a number, and nothing else: as quick for a number that is held as for one that is not. */
export function findNameOfNumber(number: string): string | null {
  const found = statement(`SELECT "printedName" AS "name" FROM "Certificate" WHERE "number" = ?`).get(number)
  return found === undefined ? null : named.parse(found).name
}

/** One certificate for what the server does by itself. */
export const findCertificate = (id: string): CertificateRow | null => one(`${certificates} WHERE c."id" = ?`, id)

/** The certificate that a passed paper became, if it did. */
export function findOfAttempt(attemptId: string): { id: string } | null {
  const found = statement(`SELECT "id" FROM "Certificate" WHERE "attemptId" = ? ORDER BY "edition" DESC LIMIT 1`).get(attemptId)
  return found === undefined ? null : z.object({ id: z.string() }).parse(found)
}

/** One certificate, if it is this person's own (or of a record merged with his) or its unit lies in the scope. */
export async function findVisibleCertificate(id: string, personId: string, scope: Scope): Promise<CertificateRow | null> {
  const found = findCertificate(id)
  if (!found || isOneOf(personId, found.personId)) return found
  return (await db().unit.count({ where: { AND: [{ id: found.unitId }, unitsInScope(scope)] } })) > 0 ? found : null
}

const isOneOf = (personId: string, holderId: string): boolean =>
  personId === holderId || statement(`${family} SELECT 1 FROM family WHERE "id" = ?`).get(personId, holderId) !== undefined

const postRow = z.object({ id: z.string() })

/** Posts of the holder (all his records) at the certificate's unit in its position that last to this day or beyond. */
export function findLastingPosts({ personId, unitId, position }: CertificateRow, on: string): string[] {
  return statement(
    `${family} SELECT k."id" FROM "Post" k WHERE k."personId" IN (SELECT "id" FROM family) AND k."unitId" = ? AND k."position" = ? AND (k."to" IS NULL OR k."to" >= ?)`,
  )
    .all(personId, unitId, position, on)
    .map((row) => postRow.parse(row).id)
}

/** The name of the county this installation belongs to; empty before it is set up. */
export function countyName(): string {
  const found = statement(`SELECT "name" FROM "Place" WHERE "kind" = 'county' ORDER BY "path" LIMIT 1`).get()
  return found === undefined ? '' : z.object({ name: z.string() }).parse(found).name
}

const version = z.object({ data_version: z.number() })

/** Changes whenever anything was committed: what was worked out before that must be worked out again. */
export const dataVersion = (): number => version.parse(statement('PRAGMA data_version').get()).data_version
