import { createHash } from 'node:crypto'
import type { LocalDutyWish } from '~/domain/duties/local-duty'
import { type Day, formatDay } from '~/domain/shared/day'
import type { Tx } from '../transact.server'
import { recordAdopted } from './adoptions.server'

type By = { at: Date; by: string }
export type NewLocalDuty = By & {
  id: string
  placeId: string
  number: number
  supersedes: string | null
  revisionId: string
  said: LocalDutyWish
}

/** A duty that nobody is bound by yet, with the first that was said of it. */
export async function recordLocalDutyDrafted(tx: Tx, { id, placeId, number, supersedes, at, by, ...first }: NewLocalDuty): Promise<void> {
  await tx.localDuty.create({ data: { id, placeId, number, supersedes, createdAt: at, createdBy: by } })
  await tx.localDutyRevision.create({
    data: { id: first.revisionId, dutyId: id, nth: 1, said: JSON.stringify(first.said), at, by },
  })
}

const isPublished = async (tx: Tx, dutyId: string): Promise<boolean> =>
  (await tx.localDutyStep.findFirst({ where: { dutyId, kind: 'published' }, select: { seq: true } })) !== null

/** What is said of a draft from now on; false where it was published meanwhile. */
export async function recordLocalDutyRevised(
  tx: Tx,
  { dutyId, id, said, at, by }: By & { dutyId: string; id: string; said: LocalDutyWish },
): Promise<boolean> {
  if (await isPublished(tx, dutyId)) return false
  const last = await tx.localDutyRevision.findFirst({ where: { dutyId }, orderBy: { nth: 'desc' }, select: { nth: true } })
  await tx.localDutyRevision.create({ data: { id, dutyId, nth: (last?.nth ?? 0) + 1, said: JSON.stringify(said), at, by } })
  return true
}

export type NewLocalDutyFile = By & {
  id: string
  dutyId: string
  name: string
  kind: 'pdf' | 'jpeg'
  bytes: Uint8Array
  sealed: Uint8Array
}

/** The document of a draft from now on; false where it was published meanwhile. */
export async function recordLocalDutyFile(tx: Tx, { bytes, sealed, ...file }: NewLocalDutyFile): Promise<boolean> {
  if (await isPublished(tx, file.dutyId)) return false
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  await tx.localDutyFile.create({ data: { ...file, size: bytes.byteLength, sha256, sealed: new Uint8Array(sealed) } })
  return true
}

export type Publication = By & {
  dutyId: string
  adoptionId: string
  placeId: string
  revisionId: string
  fileId: string
  body: string
  from: Day
  fingerprint: string
  supersedes: string | null
  lastDayBefore: Day
}

const newest = async (tx: Tx, dutyId: string): Promise<{ revision: string | undefined; file: string | undefined }> => {
  const revision = await tx.localDutyRevision.findFirst({ where: { dutyId }, orderBy: { nth: 'desc' }, select: { id: true } })
  const file = await tx.localDutyFile.findFirst({ where: { dutyId }, orderBy: { id: 'desc' }, select: { id: true } })
  return { revision: revision?.id, file: file?.id }
}

/**
 * Puts a duty in force at its place and below from a day on, and ends the one that it takes over from on the day before. Says so where it
 * was published, changed or given another document meanwhile, or where the other has ended.
 */
export async function recordLocalDutyPublished(tx: Tx, said: Publication): Promise<'published' | 'already' | 'changed' | 'beforeEnded'> {
  const { dutyId, adoptionId, placeId, revisionId, fileId, body, from, fingerprint, supersedes, lastDayBefore, at, by } = said
  if (await isPublished(tx, dutyId)) return 'already'
  const now = await newest(tx, dutyId)
  if (now.revision !== revisionId || now.file !== fileId) return 'changed'
  if (supersedes !== null) {
    const ended = await recordLocalDutyEnded(tx, { dutyId: supersedes, lastDay: lastDayBefore, successor: dutyId, reason: '', at, by })
    if (ended !== 'ended') return 'beforeEnded'
  }
  await recordAdopted(tx, { id: adoptionId, dutyId, placeId, from, adoptedBy: by, createdAt: at })
  await tx.localDutyStep.create({
    data: { dutyId, kind: 'published', on: formatDay(from), revisionId, body, fileId, fingerprint, reason: '', at, by },
  })
  return 'published'
}

export type LocalDutyEnding = By & { dutyId: string; lastDay: Day; successor: string | null; reason: string }

/** Has a published duty end after a day; one whose first day is later never comes into force. Says so where it was not published, or has ended. */
export async function recordLocalDutyEnded(tx: Tx, { dutyId, lastDay, ...more }: LocalDutyEnding): Promise<'ended' | 'already' | 'draft'> {
  if (!(await isPublished(tx, dutyId))) return 'draft'
  if ((await tx.localDutyStep.findFirst({ where: { dutyId, kind: 'ended' }, select: { seq: true } })) !== null) return 'already'
  const on = formatDay(lastDay)
  await tx.localDutyStep.create({ data: { dutyId, kind: 'ended', on, ...more } })
  await tx.dutyAdoption.updateMany({ where: { dutyId, to: null }, data: { to: on } })
  return 'ended'
}
