import { z } from 'zod'
import { type LocalDutyWish, localDutyWish } from '~/domain/duties/local-duty'
import type { LocalDutyDays, PublishedLocalDuty } from '~/domain/duties/local-duty-life'
import { db, perDatabase, statement } from '../db.server'
import { openDay } from '../stored-day.server'
import type { Tx } from '../transact.server'

const seqRow = z.object({ seq: z.number().nullable() })
const lastStep = 'SELECT MAX("seq") AS "seq" FROM "LocalDutyStep"'

const publishedRow = z.object({
  id: z.string(),
  placeId: z.string(),
  body: z.string(),
  from: z.string(),
  lastDay: z.string().nullable(),
  successor: z.string().nullable(),
  fileId: z.string(),
  fileName: z.string(),
})
const everyPublished = `SELECT d."id", d."placeId", s."body", s."on" AS "from", e."on" AS "lastDay", e."successor", s."fileId", f."name" AS "fileName"
  FROM "LocalDutyStep" s JOIN "LocalDuty" d ON d."id" = s."dutyId" JOIN "LocalDutyFile" f ON f."id" = s."fileId"
  LEFT JOIN "LocalDutyStep" e ON e."dutyId" = s."dutyId" AND e."kind" = 'ended' WHERE s."kind" = 'published' ORDER BY s."seq"`

const kept = perDatabase((): { seq: number; rows: readonly PublishedLocalDuty[] } => ({ seq: 0, rows: [] }))

/** Every local duty that was ever published, in the order of publication: the same list until something about one of them changes. Public. */
export function publishedLocalDuties(): readonly PublishedLocalDuty[] {
  const seq = seqRow.parse(statement(lastStep).get()).seq ?? 0
  const known = kept()
  if (known.seq !== seq) {
    known.rows = statement(everyPublished)
      .all()
      .map((row) => publishedRow.parse(row))
    known.seq = seq
  }
  return known.rows
}

const row = z.object({
  id: z.string(),
  placeId: z.string(),
  placeName: z.string(),
  placePath: z.string(),
  supersedes: z.string().nullable(),
  revisionId: z.string(),
  said: z.string(),
  drafters: z.string(),
  from: z.string().nullable(),
  lastDay: z.string().nullable(),
  successor: z.string().nullable(),
  reason: z.string().nullable(),
  fileId: z.string().nullable(),
  fileName: z.string().nullable(),
  fileSha256: z.string().nullable(),
})

/** The ids of places that are seen as a whole, by their paths; '/' is everything. */
const inSight = `EXISTS (SELECT 1 FROM json_each(?) s WHERE substr(p."path", 1, length(s."value")) = s."value")`
const shown = `SELECT d."id", d."placeId", p."name" AS "placeName", p."path" AS "placePath", d."supersedes", r."id" AS "revisionId", r."said",
  (SELECT json_group_array("by") FROM (SELECT "by" FROM "LocalDutyRevision" WHERE "dutyId" = d."id"
    UNION SELECT "by" FROM "LocalDutyFile" WHERE "dutyId" = d."id")) AS "drafters",
  s."on" AS "from", e."on" AS "lastDay", e."successor", e."reason", f."id" AS "fileId", f."name" AS "fileName", f."sha256" AS "fileSha256"
  FROM "LocalDuty" d JOIN "Place" p ON p."id" = d."placeId"
  JOIN "LocalDutyRevision" r ON r."dutyId" = d."id" AND r."nth" = (SELECT MAX("nth") FROM "LocalDutyRevision" WHERE "dutyId" = d."id")
  LEFT JOIN "LocalDutyStep" s ON s."dutyId" = d."id" AND s."kind" = 'published'
  LEFT JOIN "LocalDutyStep" e ON e."dutyId" = d."id" AND e."kind" = 'ended'
  LEFT JOIN "LocalDutyFile" f ON f."id" = COALESCE(s."fileId", (SELECT MAX("id") FROM "LocalDutyFile" WHERE "dutyId" = d."id"))
  WHERE ${inSight}`
const everyShown = `${shown} ORDER BY p."path", d."number" DESC`
const oneShown = `${shown} AND d."id" = ?`

export type LocalDutyRow = {
  id: string
  place: { id: string; name: string; path: string }
  supersedes: string | null
  revisionId: string
  said: LocalDutyWish
  /** Accounts that wrote a revision or brought a document. */
  drafters: readonly string[]
  days: LocalDutyDays
  successor: string | null
  endReason: string | null
  file: { id: string; name: string; sha256: string } | null
}

function read(found: unknown): LocalDutyRow {
  const { id, placeId, placeName, placePath, supersedes, revisionId, said, drafters, from, lastDay, successor, reason, ...file } =
    row.parse(found)
  const { fileId, fileName, fileSha256 } = file
  return {
    id,
    place: { id: placeId, name: placeName, path: placePath },
    supersedes,
    revisionId,
    said: localDutyWish.parse(JSON.parse(said)),
    drafters: z.array(z.string()).parse(JSON.parse(drafters)),
    days: { from: openDay(from), lastDay: openDay(lastDay) },
    successor,
    endReason: reason,
    file: fileId === null ? null : { id: fileId, name: fileName ?? '', sha256: fileSha256 ?? '' },
  }
}

/** The duties of places whose whole is in sight: drafts, published and over, place by place, the newest first. */
export const findLocalDuties = (wholePaths: readonly string[]): LocalDutyRow[] =>
  statement(everyShown).all(JSON.stringify(wholePaths)).map(read)

/** One of them; null where there is none in sight. */
export function findLocalDuty(wholePaths: readonly string[], id: string): LocalDutyRow | null {
  const found = statement(oneShown).get(JSON.stringify(wholePaths), id)
  return found === undefined ? null : read(found)
}

const unitRow = z.object({ id: z.string() })
const unitsBelow = `SELECT u."id" FROM "Unit" u JOIN "Place" p ON p."id" = u."placeId" WHERE substr(p."path", 1, length(?)) = ? ORDER BY u."id"`

/** Every unit that lies at a place or below it. */
export const unitIdsBelow = (path: string): string[] =>
  statement(unitsBelow)
    .all(path, path)
    .map((found) => unitRow.parse(found).id)

/** A document in its seal, with what it is. The caller has checked that it may be seen. */
export const findLocalDutyFile = (id: string): Promise<{ name: string; kind: string; sealed: Uint8Array } | null> =>
  db().localDutyFile.findUnique({ where: { id }, select: { name: true, kind: true, sealed: true } })

/** The number that the next duty of a place gets. */
export async function nextLocalDutyNumber(tx: Tx, placeId: string): Promise<number> {
  const last = await tx.localDuty.findFirst({ where: { placeId }, orderBy: { number: 'desc' }, select: { number: true } })
  return (last?.number ?? 0) + 1
}
