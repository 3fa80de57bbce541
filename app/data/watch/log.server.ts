import { z } from 'zod'
import { type EntryKind, entryKinds, type LogEntry } from '~/domain/watch/log'
import { instantOf, type Minute, minuteOf } from '~/domain/watch/minutes'
import { db } from '../db.server'
import type { Tx } from '../transact.server'
import type { By } from './shifts.server'

/** What an entry says, by its kind: texts and ids of closed lists. */
const detail = z.record(z.string(), z.string())
export type EntryDetail = z.output<typeof detail>

export type StoredEntry = LogEntry & { shiftId: string; detail: EntryDetail; personId: string | null; at: Date; by: string }
const kindOf = z.enum(entryKinds)

/** The log of these shifts, every version of every entry, in the order in which they were written. */
export async function entriesOf(shiftIds: readonly string[], client: Tx = db()): Promise<StoredEntry[]> {
  const rows = await client.watchEntry.findMany({ where: { shiftId: { in: [...shiftIds] } }, orderBy: [{ at: 'asc' }, { id: 'asc' }] })
  return rows.map(({ kind, happenedAt, detail: text, ...row }) => ({
    ...row,
    kind: kindOf.parse(kind),
    happenedAt: minuteOf(happenedAt),
    detail: detail.parse(JSON.parse(text)),
  }))
}

export type NewEntry = {
  id: string
  shiftId: string
  kind: EntryKind
  happenedAt: Minute
  detail: EntryDetail
  personId: string
  supersedes: string | null
}

/** again: this very entry is there already. superseded: what it corrects was corrected before. */
export async function recordEntry(tx: Tx, entry: NewEntry, who: By): Promise<'recorded' | 'again' | 'superseded'> {
  if (await tx.watchEntry.findUnique({ where: { id: entry.id }, select: { id: true } })) return 'again'
  if (entry.supersedes !== null && (await tx.watchEntry.findUnique({ where: { supersedes: entry.supersedes } }))) return 'superseded'
  await tx.watchEntry.create({ data: { ...entry, ...who, happenedAt: instantOf(entry.happenedAt), detail: JSON.stringify(entry.detail) } })
  return 'recorded'
}

/** What somebody was worth as a watcher when he signed: kept, because licences and posts change. */
const snapshot = z.object({
  fit: z.boolean(),
  job: z.string(),
  /** Words are made when it is read: kinds of WhyNot and LicenceGap. */
  why: z.string().nullable(),
  gap: z.string().nullable(),
  because: z.array(z.string()),
  posts: z.array(z.object({ position: z.string(), from: z.string(), to: z.string().nullable() })),
  licences: z.array(
    z.object({
      kind: z.string(),
      level: z.number().nullable(),
      direction: z.string().nullable(),
      number: z.string(),
      validTo: z.string().nullable(),
      reviewDue: z.string().nullable(),
      state: z.string(),
      checkedOn: z.string().nullable(),
    }),
  ),
})
export type WatchSnapshot = z.output<typeof snapshot>

export type StoredSignature = {
  id: string
  shiftId: string
  personId: string
  kind: 'on' | 'off'
  way: 'own' | 'named'
  at: Date
  by: string
  snapshot: WatchSnapshot
}
const signatureRow = z.object({
  id: z.string(),
  shiftId: z.string(),
  personId: z.string(),
  kind: z.enum(['on', 'off']),
  way: z.enum(['own', 'named']),
  at: z.date(),
  by: z.string(),
  snapshot: z.string().transform((text) => snapshot.parse(JSON.parse(text))),
})

/** Who signed on and off these shifts, in order. */
export async function signaturesOf(shiftIds: readonly string[], client: Tx = db()): Promise<StoredSignature[]> {
  const rows = await client.watchSignature.findMany({ where: { shiftId: { in: [...shiftIds] } }, orderBy: [{ at: 'asc' }, { id: 'asc' }] })
  return rows.map((row) => signatureRow.parse(row))
}

/** False where he signed before. A person's own signature takes the place of nobody's: who was named stays named. */
export async function recordSignature(tx: Tx, { snapshot: taken, ...signature }: StoredSignature): Promise<boolean> {
  const { shiftId, personId, kind } = signature
  if (await tx.watchSignature.findUnique({ where: { shiftId_personId_kind: { shiftId, personId, kind } } })) return false
  await tx.watchSignature.create({ data: { ...signature, snapshot: JSON.stringify(taken) } })
  return true
}

/** False where the shift was taken over before. */
export async function recordHandover(
  tx: Tx,
  handover: { shiftId: string; at: Date; personId: string; by: string; entryId: string },
): Promise<boolean> {
  if (await tx.watchHandover.findUnique({ where: { shiftId: handover.shiftId } })) return false
  await tx.watchHandover.create({ data: handover })
  return true
}
