import { z } from 'zod'
import { pastKey } from '~/domain/imports/read-training'
import { civilDay } from '~/domain/shared/civil-day'
import { type Day, formatDay } from '~/domain/shared/day'
import { db, statement } from '../db.server'
import type { Tx } from '../transact.server'
import { inBatches } from './in-batches.server'

const piece = z.object({ subjectId: z.string(), topic: z.string(), on: z.string() })

const classesSql = `WITH RECURSIVE family("id", "owner") AS (
    SELECT "value", "value" FROM json_each(?)
    UNION SELECT p."id", f."owner" FROM "Person" p JOIN family f ON p."mergedIntoId" = f."id")
  SELECT CAST(f."owner" AS TEXT) AS "subjectId", e."topic", e."on" FROM family f JOIN "EvidenceEntry" e ON e."subjectId" = f."id"
  WHERE e."entry" = 'evidence' AND e."kind" = 'class'
    AND NOT EXISTS (SELECT 1 FROM "EvidenceEntry" r WHERE r."revokes" = e."id")`

/** Which classes stand for these people and units, wherever they come from; joined records are one person. */
export async function standingClasses(client: Tx, subjectIds: readonly string[]): Promise<Set<string>> {
  const found: unknown = await client.$queryRawUnsafe(classesSql, JSON.stringify([...new Set(subjectIds)]))
  return new Set(
    z
      .array(piece)
      .parse(found)
      .map(({ subjectId, topic, on }) => pastKey(subjectId, topic, on)),
  )
}

/** The day on which each of these units came into the register. */
export async function registeredOn(client: Tx, unitIds: readonly string[]): Promise<Map<string, Day>> {
  const found = await client.unit.findMany({ where: { id: { in: [...new Set(unitIds)] } }, select: { id: true, createdAt: true } })
  return new Map(found.map(({ id, createdAt }) => [id, civilDay(createdAt)]))
}

export type BroughtTraining = {
  /** Of the piece of evidence, too. */
  id: string
  importId: string
  line: number
  unitId: string
  subjectKind: 'person' | 'unit'
  subjectId: string
  topic: string
  on: Day
  organiser: string
  by: string
}

const columns = ['id', 'importId', 'line', 'unitId', 'subjectKind', 'subjectId', 'topic', 'on', 'organiser', 'by']
const insert = `INSERT INTO "BroughtTraining" (${columns.map((name) => `"${name}"`).join(', ')}, "at")
  SELECT ${columns.map((name) => `json_extract("value", '$.${name}')`).join(', ')}, ? FROM json_each(?)`

/** Keeps who held each training and which row of which sheet said so. */
export async function recordTrainingsBrought(tx: Tx, trainings: readonly BroughtTraining[], at: Date): Promise<void> {
  const rows = trainings.map(({ on, ...training }) => ({ ...training, on: formatDay(on) }))
  await inBatches(rows, (json) => tx.$executeRawUnsafe(insert, at, json))
}

/** The pieces of evidence that a sheet brought and that have not been taken back, with their chains. */
export async function standingOfSheet(importId: string, client: Tx = db()): Promise<{ id: string; chain: string }[]> {
  const found: unknown = await client.$queryRawUnsafe(
    `SELECT e."id", e."chain" FROM "EvidenceEntry" e JOIN "BroughtTraining" b ON b."id" = e."id"
      WHERE b."importId" = ? AND NOT EXISTS (SELECT 1 FROM "EvidenceEntry" r WHERE r."revokes" = e."id") ORDER BY e."chain", e."seq"`,
    importId,
  )
  return z.array(z.object({ id: z.string(), chain: z.string() })).parse(found)
}

const broughtSql = `SELECT b."id", b."organiser", i."fileName", p."name" AS "by" FROM "BroughtTraining" b
  JOIN "RosterImport" i ON i."id" = b."importId" LEFT JOIN "Account" a ON a."id" = b."by" LEFT JOIN "Person" p ON p."id" = a."personId"
  WHERE b."id" IN (SELECT "value" FROM json_each(?))`
const brought = z.object({ id: z.string(), organiser: z.string(), fileName: z.string(), by: z.string().nullable() })
export type Brought = z.output<typeof brought>

/** Of these pieces of evidence those that a sheet brought: who held it, the sheet's file and who brought it. The pieces must be in reach. */
export function broughtFromSheets(pieces: Iterable<{ id: string; kind: string }>): ReadonlyMap<string, Brought> {
  const ids = [...pieces].flatMap(({ id, kind }) => (kind === 'class' ? [id] : []))
  if (ids.length === 0) return new Map()
  const found = statement(broughtSql).all(JSON.stringify(ids))
  return new Map(found.map((one) => brought.parse(one)).map((one) => [one.id, one]))
}
