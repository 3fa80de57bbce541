import { z } from 'zod'
import type { PackAsk } from '~/domain/outreach/pack'
import { posterFormats, posterLanguages, posterSizes, posterStyles } from '~/domain/outreach/poster'
import { statement } from '../db.server'
import type { Tx } from '../transact.server'

const look = z.object({
  style: z.enum(posterStyles),
  size: z.enum(posterSizes),
  language: z.enum(posterLanguages),
  formats: z.array(z.enum(posterFormats)),
  isOneFile: z.boolean(),
})
const ask = z.discriminatedUnion('kind', [
  look.extend({ kind: z.literal('codes'), codes: z.array(z.string()) }),
  look.extend({ kind: z.literal('set'), edition: z.string() }),
])
const refused = z.array(z.object({ name: z.string(), reason: z.string() }))
export type RefusedFile = z.output<typeof refused>[number]
const json = <S extends z.ZodType>(schema: S) => z.string().transform((text): z.output<S> => schema.parse(JSON.parse(text)))
const row = z.object({
  id: z.string(),
  placeId: z.string().nullable(),
  setId: z.string().nullable(),
  ask: json(ask),
  total: z.number(),
  done: z.number(),
  refused: json(refused),
  bytes: z.number().nullable(),
  askedBy: z.string(),
  askedAt: z.string(),
  startedAt: z.string().nullable(),
  finishedAt: z.string().nullable(),
  fault: z.string().nullable(),
})
export type PosterPack = z.output<typeof row>

const columns = `SELECT k."id", k."placeId", k."setId", k."ask", k."total", k."done", k."refused", k."bytes", k."askedBy", k."askedAt",
  k."startedAt", k."finishedAt", k."fault" FROM "PosterPack" k`
const byId = `${columns} WHERE k."id" = ?`
const unfinished = `${columns} WHERE k."finishedAt" IS NULL ORDER BY k."startedAt" IS NULL, k."total", k."askedAt", k."id" LIMIT 1`
const openOf = `${columns} WHERE k."finishedAt" IS NULL AND k."askedBy" = ? LIMIT 1`
const ofSet = `${columns} WHERE k."setId" = @setId AND k."fault" IS NULL ORDER BY k."askedAt" DESC, k."id" DESC`
const below = `${columns} JOIN "Place" p ON p."id" = k."placeId" WHERE substr(p."path", 1, length(@path)) = @path
  ORDER BY k."askedAt" DESC, k."id" DESC LIMIT 20`

const one = (found: unknown): PosterPack | null => (found === undefined ? null : row.parse(found))

/** A pack, whoever asked for it: the caller asks whether it is in scope. */
export const findPack = (id: string): PosterPack | null => one(statement(byId).get(id))

/** The pack that was being made when the server ended, or else the smallest that waits. */
export const findPackToMake = (): PosterPack | null => one(statement(unfinished).get())

/** The pack of an account that is not made yet. */
export const findOpenPack = (askedBy: string): PosterPack | null => one(statement(openOf).get(askedBy))

/** The packs of a set in all its looks, the latest first. */
export const findSetPacks = (setId: string): PosterPack[] =>
  statement(ofSet)
    .all({ setId })
    .map((found) => row.parse(found))

/** The latest packs for a place and those below it. The place must be in scope. */
export const findPacks = (path: string): PosterPack[] =>
  statement(below)
    .all({ path })
    .map((found) => row.parse(found))

export type NewPack = {
  id: string
  placeId: string | null
  setId: string | null
  ask: PackAsk
  total: number
  askedBy: string
  askedAt: Date
}

export async function recordPackAsked(tx: Tx, { ask, ...pack }: NewPack): Promise<void> {
  await tx.posterPack.create({ data: { ...pack, ask: JSON.stringify(ask), done: 0, refused: '[]' } })
}

/** The making begins, from the first file. */
export async function recordPackStarted(tx: Tx, id: string, startedAt: Date): Promise<void> {
  await tx.posterPack.update({ where: { id }, data: { startedAt, done: 0, refused: '[]' } })
}

export async function recordPackProgress(tx: Tx, id: string, done: number): Promise<void> {
  await tx.posterPack.updateMany({ where: { id }, data: { done } })
}

export type PackEnd = { finishedAt: Date } & ({ bytes: number; refused: readonly RefusedFile[]; done: number } | { fault: string })

export async function recordPackFinished(tx: Tx, id: string, end: PackEnd): Promise<void> {
  const data = 'fault' in end ? end : { ...end, refused: JSON.stringify(end.refused) }
  await tx.posterPack.updateMany({ where: { id }, data })
}

/** Forgets packs of codes that were finished before an instant, and returns which. */
export async function recordPacksForgotten(tx: Tx, before: Date): Promise<string[]> {
  const old = await tx.posterPack.findMany({ where: { setId: null, finishedAt: { lt: before } }, select: { id: true } })
  const ids = old.map(({ id }) => id)
  if (ids.length > 0) await tx.posterPack.deleteMany({ where: { id: { in: ids } } })
  return ids
}
