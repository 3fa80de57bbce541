import { z } from 'zod'
import type { Licence } from '~/domain/credentials/licence'
import { civilDay } from '~/domain/shared/civil-day'
import { groupedBy } from '~/domain/shared/grouped'
import { statement } from '../db.server'
import { openDay, storedDay } from '../stored-day.server'
import type { Tx } from '../transact.server'

const when = z.string().transform((text) => new Date(text))
const flag = z.number().transform((value) => value === 1)
const licenceRow = z.object({
  id: z.string(),
  personId: z.string(),
  kind: z.string(),
  level: z.number().nullable(),
  direction: z.enum(['monitoring', 'maintenance']).nullable(),
  item: z.string().nullable(),
  numberSealed: z.string(),
  printedName: z.string(),
  issuer: z.string(),
  firstIssuedOn: z.string().nullable(),
  validFrom: z.string().nullable(),
  validTo: z.string().nullable(),
  reviewDue: z.string().nullable(),
  photo: z.string().nullable(),
  unitId: z.string().nullable(),
  recordedAt: when,
  recordedBy: z.string(),
  endKind: z.enum(['withdrawn', 'superseded']).nullable(),
  endOn: z.string().nullable(),
  endReason: z.string().nullable(),
  replacedBy: z.string().nullable(),
})
const checkRow = z.object({
  id: z.string(),
  licenceId: z.string(),
  at: when,
  on: z.string(),
  by: z.string(),
  how: z.string(),
  page: z.string().nullable(),
  result: z.enum(['matches', 'differs', 'not-found']),
  note: z.string().nullable(),
  nextDue: z.string().nullable(),
  needsSecond: flag,
  secondAt: when.nullable(),
  secondOn: z.string().nullable(),
  secondBy: z.string().nullable(),
  secondAgrees: flag.nullable(),
  secondNote: z.string().nullable(),
})

/** One look at the official page, with who looked and the second's word. */
export type StoredCheck = Licence['checks'][number] & Omit<z.output<typeof checkRow>, 'on' | 'nextDue' | 'secondOn'>
/** A licence with everything that is kept of it. */
export type StoredLicence = Licence & {
  readonly checks: readonly StoredCheck[]
  readonly printed: Pick<z.output<typeof licenceRow>, 'item' | 'numberSealed' | 'printedName' | 'issuer' | 'firstIssuedOn' | 'validFrom'>
  readonly photo: string | null
  readonly unitId: string | null
  readonly recordedAt: Date
  readonly recordedBy: string
  readonly endReason: string | null
  readonly replacedBy: string | null
}
/** What a check of a card is evidence of; content/licences.yaml says it. */
export type TopicOf = (card: { kind: string; level: number | null; direction: string | null }) => string | null

const familyOf = `WITH RECURSIVE family("id", "asked") AS (
  SELECT "value", "value" FROM json_each(?)
  UNION SELECT p."mergedIntoId", f."asked" FROM "Person" p JOIN family f ON p."id" = f."id" WHERE p."mergedIntoId" IS NOT NULL
  UNION SELECT p."id", f."asked" FROM "Person" p JOIN family f ON p."mergedIntoId" = f."id")`
const columns = `l."id", l."personId", l."kind", l."level", l."direction", l."item", l."numberSealed", l."printedName", l."issuer",
  l."firstIssuedOn", l."validFrom", l."validTo", l."reviewDue", l."photo", l."unitId", l."recordedAt", l."recordedBy",
  e."kind" AS "endKind", e."on" AS "endOn", e."reason" AS "endReason", e."replacedBy"`
const from = `FROM "Licence" l LEFT JOIN "LicenceEnd" e ON e."licenceId" = l."id"`
const ofPeople = `${familyOf} SELECT ${columns} ${from} WHERE l."personId" IN (SELECT "id" FROM family) ORDER BY l."recordedAt", l."id"`
const byIds = `SELECT ${columns} ${from} WHERE l."id" IN (SELECT "value" FROM json_each(?)) ORDER BY l."recordedAt", l."id"`
const byNumber = `SELECT ${columns} ${from} WHERE l."numberHash" = ? ORDER BY l."recordedAt", l."id"`
const checksOf = `SELECT c."id", c."licenceId", c."at", c."on", c."by", c."how", c."page", c."result", c."note", c."nextDue", c."needsSecond",
  s."at" AS "secondAt", s."on" AS "secondOn", s."by" AS "secondBy", s."agrees" AS "secondAgrees", s."note" AS "secondNote"
  FROM "LicenceCheck" c LEFT JOIN "LicenceConfirmation" s ON s."checkId" = c."id"
  WHERE c."licenceId" IN (SELECT "value" FROM json_each(?)) ORDER BY c."at", c."id"`

function toCheck({ on, nextDue, secondOn, ...row }: z.output<typeof checkRow>): StoredCheck {
  const second = secondOn === null || row.secondAgrees === null ? null : { on: storedDay(secondOn), agrees: row.secondAgrees }
  return { ...row, on: storedDay(on), nextDue: openDay(nextDue), second }
}

function assembled(rows: unknown[], topicOf: TopicOf): StoredLicence[] {
  const found = rows.map((row) => licenceRow.parse(row))
  const checks = groupedBy(
    statement(checksOf)
      .all(JSON.stringify(found.map(({ id }) => id)))
      .map((row) => toCheck(checkRow.parse(row))),
    (check) => check.licenceId,
  )
  return found.map((row) => ({
    ...row,
    topic: topicOf(row),
    validTo: openDay(row.validTo),
    reviewDue: openDay(row.reviewDue),
    recordedOn: civilDay(row.recordedAt),
    checks: checks.get(row.id) ?? [],
    ended: row.endKind === null || row.endOn === null ? null : { kind: row.endKind, on: storedDay(row.endOn) },
    printed: {
      item: row.item,
      numberSealed: row.numberSealed,
      printedName: row.printedName,
      issuer: row.issuer,
      firstIssuedOn: row.firstIssuedOn,
      validFrom: row.validFrom,
    },
  }))
}

/** All licences of these people and of records joined with theirs, oldest first. The caller has checked that he may see them. */
export const licencesOfPeople = (personIds: readonly string[], topicOf: TopicOf): StoredLicence[] =>
  assembled(statement(ofPeople).all(JSON.stringify(personIds)), topicOf)

/** These licences. The caller has checked that he may see them. */
export const licencesById = (ids: readonly string[], topicOf: TopicOf): StoredLicence[] =>
  assembled(statement(byIds).all(JSON.stringify(ids)), topicOf)

/** Whoever has a licence of this number, of any kind. */
export const licencesOfNumber = (numberHash: string, topicOf: TopicOf): StoredLicence[] =>
  assembled(statement(byNumber).all(numberHash), topicOf)

export type NewLicence = {
  id: string
  personId: string
  kind: string
  level: number | null
  direction: string | null
  item: string | null
  numberSealed: string
  numberHash: string
  printedName: string
  issuer: string
  firstIssuedOn: string | null
  validFrom: string | null
  validTo: string | null
  reviewDue: string | null
  photo: string | null
  unitId: string | null
  recordedAt: Date
  recordedBy: string
}

export async function recordLicence(tx: Tx, licence: NewLicence): Promise<void> {
  await tx.licence.create({ data: licence })
}

export type NewCheck = {
  id: string
  licenceId: string
  at: Date
  on: string
  by: string
  how: string
  page: string | null
  result: string
  note: string | null
  nextDue: string | null
  needsSecond: boolean
}

export async function recordLicenceCheck(tx: Tx, check: NewCheck): Promise<void> {
  await tx.licenceCheck.create({ data: check })
}

export type NewConfirmation = { checkId: string; at: Date; on: string; by: string; agrees: boolean; note: string | null }

/** False where a second has given his word already. */
export async function recordConfirmation(tx: Tx, confirmation: NewConfirmation): Promise<boolean> {
  const known = await tx.licenceConfirmation.findUnique({ where: { checkId: confirmation.checkId }, select: { checkId: true } })
  if (known === null) await tx.licenceConfirmation.create({ data: confirmation })
  return known === null
}

export type NewEnd = {
  licenceId: string
  kind: 'withdrawn' | 'superseded'
  at: Date
  on: string
  by: string
  reason: string
  replacedBy: string | null
}

/** False where it has ended already. */
export async function recordLicenceEnd(tx: Tx, end: NewEnd): Promise<boolean> {
  const known = await tx.licenceEnd.findUnique({ where: { licenceId: end.licenceId }, select: { licenceId: true } })
  if (known === null) await tx.licenceEnd.create({ data: end })
  return known === null
}
