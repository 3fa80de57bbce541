import { z } from 'zod'
import type { Scope } from '~/domain/accounts/scope'
import { db, statement } from '../db.server'
import { unitsInScope } from '../org/scope-where.server'
import { later } from './certificates.server'

export const registerStates = ['issued', 'revoked', 'superseded'] as const
export type RegisterState = (typeof registerStates)[number]
export const registerSorts = ['-serial', 'serial', 'name', 'unit', '-passed', 'passed'] as const
export type RegisterSort = (typeof registerSorts)[number]
export const registerAPage = 50

/** What the register is narrowed to; null is no condition. Days are those of the pass, both included. */
export type RegisterFilter = {
  /** One number in its one spelling, one serial, or a part of a name, of a unit or of a number. */
  number: string | null
  serial: number | null
  text: string | null
  state: RegisterState | null
  course: string | null
  placePath: string | null
  unitId: string | null
  from: string | null
  to: string | null
}

const row = z.object({
  id: z.string(),
  serial: z.number(),
  number: z.string(),
  name: z.string(),
  unitId: z.string(),
  unitName: z.string(),
  placeName: z.string(),
  position: z.string(),
  course: z.string(),
  passedOn: z.string(),
  issuedAt: z.string(),
  revokedOn: z.string().nullable(),
  revokedFor: z.string().nullable(),
  superseded: z.number().transform((value) => value === 1),
  corrected: z.number().transform((value) => value === 1),
})
export type RegisterRow = z.output<typeof row>

const superseded = `(x."replacesId" IS NOT NULL OR ${later})`
const tables = `FROM "Certificate" c JOIN "Unit" u ON u."id" = c."unitId" JOIN "Place" pl ON pl."id" = u."placeId"
  JOIN "Person" p ON p."id" = c."personId" LEFT JOIN "CertificateRevocation" r ON r."certificateId" = c."id"
  LEFT JOIN "CertificateCorrection" x ON x."replacesId" = c."id"
  WHERE (@units IS NULL OR c."unitId" IN (SELECT "value" FROM json_each(@units)))
  AND (@number IS NULL OR c."number" = @number) AND (@serial IS NULL OR c."serial" = @serial)
  AND (@course IS NULL OR c."course" = @course) AND (@unitId IS NULL OR c."unitId" = @unitId)
  AND (@from IS NULL OR c."passedOn" >= @from) AND (@to IS NULL OR c."passedOn" <= @to)
  AND (@placePath IS NULL OR substr(pl."path", 1, length(@placePath)) = @placePath)
  AND (@text IS NULL OR instr(c."printedName", @text) > 0 OR instr(p."name", @text) > 0 OR instr(c."printedUnit", @text) > 0
    OR instr(u."name", @text) > 0 OR (@letters <> '' AND instr(replace(c."number", '-', ''), @letters) > 0))
  AND (@state IS NULL OR (@state = 'revoked' AND r."certificateId" IS NOT NULL)
    OR (@state = 'superseded' AND r."certificateId" IS NULL AND ${superseded})
    OR (@state = 'issued' AND r."certificateId" IS NULL AND NOT ${superseded}))`
const columns = `SELECT c."id", c."serial", c."number", c."printedName" AS "name", c."unitId", c."printedUnit" AS "unitName",
  pl."name" AS "placeName", c."position", c."course", c."passedOn", c."issuedAt", r."on" AS "revokedOn", r."reason" AS "revokedFor",
  ${superseded} AS "superseded", x."replacesId" IS NOT NULL AS "corrected"`
const orders: Record<RegisterSort, string> = {
  '-serial': 'c."serial" DESC',
  serial: 'c."serial"',
  name: 'c."printedName", c."serial"',
  unit: 'c."printedUnit", c."unitId", c."printedName", c."serial"',
  '-passed': 'c."passedOn" DESC, c."serial" DESC',
  passed: 'c."passedOn", c."serial"',
}

const counted = `SELECT COUNT(*) AS "total" ${tables}`
const pageOf = (sort: RegisterSort) => `${columns} ${tables} ORDER BY ${orders[sort]} LIMIT @take OFFSET @skip`
const ids = `SELECT c."id" ${tables} ORDER BY ${orders.unit} LIMIT @take`

/** The units of a scope as JSON for a statement; null is all. */
async function reached(scope: Scope): Promise<string | null> {
  if (scope.everything) return null
  const units = await db().unit.findMany({ where: unitsInScope(scope), select: { id: true } })
  return JSON.stringify(units.map(({ id }) => id))
}

/** A part of a number as it stands in the number, from three letters on. */
const lettersOf = (text: string | null): string => {
  const letters = (text ?? '').normalize('NFKC').toUpperCase().replace(/[\s-]/g, '')
  return /^[0-9A-Z]{3,}$/.test(letters) ? letters : ''
}

const bound = async (scope: Scope, filter: RegisterFilter) => ({ ...filter, units: await reached(scope), letters: lettersOf(filter.text) })

/** One page of the certificates of the units in a scope, and how many there are in all. */
export async function listRegister(
  scope: Scope,
  filter: RegisterFilter,
  { sort, skip, take }: { sort: RegisterSort; skip: number; take: number },
): Promise<{ rows: RegisterRow[]; total: number }> {
  const values = await bound(scope, filter)
  const { total } = z.object({ total: z.number() }).parse(statement(counted).get(values))
  const rows = statement(pageOf(sort))
    .all({ ...values, skip, take })
    .map((found) => row.parse(found))
  return { rows, total }
}

/** The ids of all that fit, by unit and name; `most` at the most. */
export async function findRegisterIds(scope: Scope, filter: RegisterFilter, most: number): Promise<string[]> {
  return statement(ids)
    .all({ ...(await bound(scope, filter)), take: most })
    .map((found) => z.object({ id: z.string() }).parse(found).id)
}
