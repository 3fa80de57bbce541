import { z } from 'zod'
import { statement } from '../db.server'
import type { Tx } from '../transact.server'
import { writeOne } from '../transact.server'

/** way: code (a card's code was opened), name (asked by name at the unit), site (a site's own system). answer: what was said. */
export type NewGateCheck = {
  id: string
  at: Date
  personId: string
  postId: string
  unitId: string
  job: string
  answer: 'cleared' | 'missing' | 'ahead' | 'ended'
  because: readonly string[]
  /** Account id of who asked; null where nobody was signed in. */
  by: string | null
  tokenId: string | null
  way: 'code' | 'name' | 'site'
}

const insert = `INSERT INTO "GateCheck" ("id", "at", "personId", "postId", "unitId", "job", "answer", "because", "by", "tokenId", "way")
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`

/** Keeps that somebody asked about somebody, and what was answered. */
export async function recordGateCheck(check: NewGateCheck): Promise<void> {
  const { id, at, personId, postId, unitId, job, answer, because, by, tokenId, way } = check
  await writeOne(insert, id, at, personId, postId, unitId, job, answer, because.join(' '), by, tokenId, way)
}

const row = z.object({
  id: z.string(),
  at: z.string().transform((text) => new Date(text)),
  personId: z.string(),
  name: z.string(),
  unitName: z.string(),
  position: z.string(),
  job: z.string(),
  answer: z.enum(['cleared', 'missing', 'ahead', 'ended']),
  way: z.enum(['code', 'name', 'site']),
  askerName: z.string().nullable(),
  askerUnit: z.string().nullable(),
  tokenName: z.string().nullable(),
})
export type GateCheckRow = z.output<typeof row>

const family = `WITH RECURSIVE up("id") AS (SELECT ?
  UNION SELECT p."mergedIntoId" FROM "Person" p JOIN up ON up."id" = p."id" WHERE p."mergedIntoId" IS NOT NULL),
  family("id") AS (SELECT "id" FROM up UNION SELECT p."id" FROM "Person" p JOIN family f ON p."mergedIntoId" = f."id")`
const checks = `SELECT c."id", c."at", c."personId", p."name", u."name" AS "unitName", k."position", c."job", c."answer", c."way",
  asker."name" AS "askerName",
  (SELECT au."name" FROM "Post" ak JOIN "Unit" au ON au."id" = ak."unitId" WHERE ak."personId" = a."personId"
    ORDER BY ak."to" IS NOT NULL, ak."from" DESC LIMIT 1) AS "askerUnit", t."name" AS "tokenName"
  FROM "GateCheck" c JOIN "Person" p ON p."id" = c."personId" JOIN "Post" k ON k."id" = c."postId" JOIN "Unit" u ON u."id" = c."unitId"
  LEFT JOIN "Account" a ON a."id" = c."by" LEFT JOIN "Person" asker ON asker."id" = a."personId"
  LEFT JOIN "GateToken" t ON t."id" = c."tokenId"`
const ofPerson = `${family} ${checks} WHERE c."personId" IN (SELECT "id" FROM family) ORDER BY c."at" DESC, c."id" DESC LIMIT ? OFFSET ?`
const countOfPerson = `${family} SELECT COUNT(*) AS "n" FROM "GateCheck" WHERE "personId" IN (SELECT "id" FROM family)`
const ofUnit = `${checks} WHERE c."unitId" = ? AND (? = '' OR c."answer" = ?) ORDER BY c."at" DESC, c."id" DESC LIMIT ? OFFSET ?`
const countOfUnit = `SELECT COUNT(*) AS "n" FROM "GateCheck" WHERE "unitId" = ? AND (? = '' OR "answer" = ?)`

const counted = z.object({ n: z.number() })
const many = (found: unknown[]): GateCheckRow[] => found.map((one) => row.parse(one))

export const checksAPage = 50

/** Who asked about this person (all records of hers), newest first. */
export const checksOfPerson = (personId: string, page: number): { rows: GateCheckRow[]; total: number } => ({
  rows: many(statement(ofPerson).all(personId, checksAPage, (page - 1) * checksAPage)),
  total: counted.parse(statement(countOfPerson).get(personId)).n,
})

/** What was asked about the posts of a unit, newest first; `answer` '' is all. The unit must come from a scoped finder. */
export const checksOfUnit = (unitId: string, answer: string, page: number): { rows: GateCheckRow[]; total: number } => ({
  rows: many(statement(ofUnit).all(unitId, answer, answer, checksAPage, (page - 1) * checksAPage)),
  total: counted.parse(statement(countOfUnit).get(unitId, answer, answer)).n,
})

const tokenRow = z.object({ id: z.string(), unitId: z.string() })

/** The site token in force with this hash; null where there is none. */
export function findGateToken(hash: string): { id: string; unitId: string } | null {
  const found = statement(`SELECT "id", "unitId" FROM "GateToken" WHERE "hash" = ? AND "endedAt" IS NULL`).get(hash)
  return found === undefined ? null : tokenRow.parse(found)
}

const listedToken = z.object({
  id: z.string(),
  name: z.string(),
  createdAt: z.string().transform((text) => new Date(text)),
  usedAt: z
    .string()
    .nullable()
    .transform((text) => (text === null ? null : new Date(text))),
})

/** The site tokens of a unit in force, with when each was last used. The unit must come from a scoped finder. */
export const gateTokensOf = (unitId: string): z.output<typeof listedToken>[] =>
  statement(
    `SELECT t."id", t."name", t."createdAt", (SELECT MAX(c."at") FROM "GateCheck" c WHERE c."tokenId" = t."id") AS "usedAt"
    FROM "GateToken" t WHERE t."unitId" = ? AND t."endedAt" IS NULL ORDER BY t."createdAt"`,
  )
    .all(unitId)
    .map((one) => listedToken.parse(one))

export async function recordGateToken(
  tx: Tx,
  token: { id: string; unitId: string; name: string; hash: string; createdAt: Date; createdBy: string },
): Promise<void> {
  await tx.gateToken.create({ data: token })
}

/** The name of the token that was ended; null where the unit has none like it in force. */
export async function recordGateTokenEnded(tx: Tx, token: { id: string; unitId: string; at: Date; by: string }): Promise<string | null> {
  const { id, unitId, at, by } = token
  const found = await tx.gateToken.findFirst({ where: { id, unitId, endedAt: null }, select: { name: true } })
  if (found === null) return null
  await tx.gateToken.update({ where: { id }, data: { endedAt: at, endedBy: by } })
  return found.name
}
