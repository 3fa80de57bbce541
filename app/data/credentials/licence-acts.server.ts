import { type Day, formatDay } from '~/domain/shared/day'
import type { Tx } from '../transact.server'
import type { NewLicence } from './licences.server'

async function survivorIn(tx: Tx, personId: string): Promise<string> {
  const found = await tx.person.findUniqueOrThrow({ where: { id: personId }, select: { mergedIntoId: true } })
  return found.mergedIntoId === null ? personId : survivorIn(tx, found.mergedIntoId)
}

/** Everything an act on a licence must know as it stands inside the transaction; null where there is none. */
export const licenceInTx = (tx: Tx, id: string) =>
  tx.licence.findUnique({
    where: { id },
    include: { end: true, checks: { orderBy: [{ at: 'asc' }, { id: 'asc' }], include: { second: true } } },
  })
export type LicenceInTx = NonNullable<Awaited<ReturnType<typeof licenceInTx>>>

/**
 * Who stands in the way of a number: somebody else who holds it (withdrawn ones do not count), or the same person with one of the same
 * kind that has not ended. `apart`: the licence that is being corrected or replaced.
 */
export async function numberTaken(
  tx: Tx,
  wish: { numberHash: string; personId: string; kind: string; apart: string | null },
): Promise<'somebodyElse' | 'same' | null> {
  const found = await tx.licence.findMany({
    where: { numberHash: wish.numberHash, ...(wish.apart === null ? {} : { id: { not: wish.apart } }) },
    select: { personId: true, kind: true, end: { select: { kind: true } } },
  })
  const mine = await survivorIn(tx, wish.personId)
  for (const { personId, end } of found) if (end?.kind !== 'withdrawn' && (await survivorIn(tx, personId)) !== mine) return 'somebodyElse'
  return found.some(({ kind, end }) => kind === wish.kind && end === null) ? 'same' : null
}

export type CorrectedLicence = Omit<NewLicence, 'id' | 'personId' | 'unitId' | 'recordedAt' | 'recordedBy' | 'kind'>

/** What was entered is put right, while nobody has checked it. */
export async function recordLicenceCorrected(tx: Tx, id: string, corrected: CorrectedLicence): Promise<void> {
  await tx.licence.update({ where: { id }, data: corrected })
}

/** A withdrawal is taken back. False where there is none. */
export async function recordWithdrawalUndone(tx: Tx, licenceId: string): Promise<boolean> {
  return (await tx.licenceEnd.deleteMany({ where: { licenceId, kind: 'withdrawn' } })).count === 1
}

export const licenceEvidenceKind = 'licence-check'

/** Evidence that checks of this licence have written and that has not been taken back by this day; its printed end may be written ahead. */
export async function standingEvidence(tx: Tx, checkIds: readonly string[], today: Day) {
  const pieces = await tx.evidenceEntry.findMany({
    where: { entry: 'evidence', sourceKind: licenceEvidenceKind, sourceId: { in: [...checkIds] } },
    select: { id: true, sourceId: true },
  })
  const revoked = await tx.evidenceEntry.findMany({
    where: { revokes: { in: pieces.map(({ id }) => id) }, on: { lte: formatDay(today) } },
    select: { revokes: true },
  })
  const gone = new Set(revoked.map(({ revokes }) => revokes))
  return pieces.filter(({ id }) => !gone.has(id))
}

/** What a check wrote as evidence, first of all; null where it wrote none. */
export const writtenByCheck = (tx: Tx, checkId: string) =>
  tx.evidenceEntry.findFirst({
    where: { entry: 'evidence', sourceKind: licenceEvidenceKind, sourceId: checkId },
    orderBy: { recordedAt: 'asc' },
    select: { topic: true, unitId: true },
  })
