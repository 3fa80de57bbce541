import { z } from 'zod'
import type { ErasureFacts } from '~/domain/personal/erasure'
import { type Day, formatDay } from '~/domain/shared/day'
import { db, statement } from '../db.server'
import type { Tx } from '../transact.server'
import type { OwnIds } from './own-ids.server'

export type ErasureFact = { id: string; personId: string; at: Date; by: string; way: 'asked' | 'rule'; reason: string; rows: number }

export async function recordErasure(tx: Tx, erasure: ErasureFact): Promise<void> {
  await tx.erasure.create({ data: erasure })
}

/** What stands against erasing somebody. */
export async function erasureFacts(tx: Tx, ids: OwnIds, today: Day): Promise<Omit<ErasureFacts, 'isSelf'>> {
  const open = { OR: [{ to: null }, { to: { gte: formatDay(today) } }] }
  const people = [...ids.people]
  return {
    isErased: (await tx.erasure.count({ where: { personId: { in: people } } })) > 0,
    openPosts: await tx.post.count({ where: { personId: { in: people }, ...open } }),
    openGrants: await tx.grant.count({ where: { accountId: { in: [...ids.accounts] }, ...open } }),
    waitingJoins: await tx.joinRequest.count({ where: { personId: { in: people }, decidedAt: null } }),
  }
}

/** Was this record, or one that was joined with it, erased? */
export const findErasure = (people: readonly string[]) =>
  db().erasure.findFirst({ where: { personId: { in: [...people] } }, select: { id: true, at: true, reason: true, rows: true } })

const waiting = `SELECT e."id" FROM "Erasure" e WHERE NOT EXISTS (SELECT 1 FROM "ErasureSweep" s WHERE s."erasureId" = e."id") ORDER BY e."at", e."id"`
const id = z.object({ id: z.string() })

/** Erasures after which the file was not yet written anew. */
export const findUnswept = (): string[] =>
  statement(waiting)
    .all()
    .map((found) => id.parse(found).id)

export async function recordSwept(tx: Tx, erasureIds: readonly string[], at: Date): Promise<void> {
  for (const erasureId of erasureIds) await tx.erasureSweep.upsert({ where: { erasureId }, create: { erasureId, at }, update: {} })
}

const lines = z.array(z.object({ importId: z.string(), line: z.coerce.number(), body: z.string() }))

/** Sealed rows of sheets that were brought, a page after another. */
export async function sealedLines(tx: Tx, after: { importId: string; line: number }, take: number) {
  const sql = `SELECT "importId", "line", "body" FROM "RosterLine" WHERE ("importId", "line") > (?, ?) ORDER BY "importId", "line" LIMIT ?`
  return lines.parse(await tx.$queryRawUnsafe(sql, after.importId, after.line, take))
}

export async function recordLineForgotten(tx: Tx, { importId, line }: { importId: string; line: number }): Promise<void> {
  await tx.rosterLine.deleteMany({ where: { importId, line } })
}

/** Prints and folders that were made, or are being made, with names in them. They can be asked for again. Returns their ids. */
export async function recordMadePapersForgotten(tx: Tx): Promise<{ folders: string[]; prints: string[] }> {
  const folders = await tx.folderBatch.findMany({ select: { id: true } })
  const prints = await tx.certificateBatch.findMany({ select: { id: true } })
  await tx.folderBatch.deleteMany({ where: { id: { in: folders.map((batch) => batch.id) } } })
  await tx.certificateBatch.deleteMany({ where: { id: { in: prints.map((batch) => batch.id) } } })
  return { folders: folders.map((batch) => batch.id), prints: prints.map((batch) => batch.id) }
}

/** Is a print or a folder being made just now? Its file would hold what it began with. */
export const isMakingPapers = async (tx: Tx): Promise<boolean> =>
  (await tx.folderBatch.count({ where: { finishedAt: null } })) + (await tx.certificateBatch.count({ where: { finishedAt: null } })) > 0
