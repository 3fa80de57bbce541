import { z } from 'zod'
import type { PublishedKey } from '~/domain/credentials/signing-keys'
import { db, statement } from '../db.server'
import type { Tx } from '../transact.server'

/** All keys with their public halves, oldest first; each was in use until the next came. */
export async function publishedKeys(): Promise<(PublishedKey & { id: string })[]> {
  const rows = await db().signingKey.findMany({ orderBy: { generation: 'asc' }, include: { theft: true } })
  return rows.map(({ id, kid, publicKey, from, theft }, nth) => ({
    id,
    kid,
    publicKey,
    from: from.toISOString(),
    until: rows[nth + 1]?.from.toISOString() ?? null,
    stolenFrom: theft?.from ?? null,
  }))
}

const currentRow = z.object({ id: z.string(), kid: z.string(), publicKey: z.string(), sealed: z.string(), generation: z.number() })
export type CurrentKey = z.output<typeof currentRow>

/** The key in use, with its sealed private half; null before the first was made. */
export function currentKey(): CurrentKey | null {
  const found = statement(
    `SELECT "id", "kid", "publicKey", "sealed", "generation" FROM "SigningKey" ORDER BY "generation" DESC LIMIT 1`,
  ).get()
  return found === undefined ? null : currentRow.parse(found)
}

export type NewKey = { id: string; kid: string; publicKey: string; sealed: string; from: Date; madeBy: string }

/** Puts a key in use as the one after `generation`; false where another process has done so by now. */
export async function recordKey(tx: Tx, key: NewKey, generation: number): Promise<boolean> {
  const { id } = await tx.signingKey.upsert({
    where: { generation: generation + 1 },
    create: { ...key, generation: generation + 1 },
    update: {},
    select: { id: true },
  })
  return id === key.id
}

/** Notes from which day on a key may have been in other hands. An earlier day than the one noted before takes its place. */
export async function recordTheft(tx: Tx, theft: { keyId: string; from: string; reason: string; at: Date; by: string }): Promise<void> {
  const { keyId, ...facts } = theft
  await tx.signingKeyTheft.upsert({ where: { keyId }, create: theft, update: facts })
}

const issued = z.object({ issuedAt: z.coerce.date() })

/** When a certificate was issued. */
export const certificateIssuedAt = (id: string): Date =>
  issued.parse(statement(`SELECT "issuedAt" FROM "Certificate" WHERE "id" = ?`).get(id)).issuedAt
