import { isSameWork, standsBeside } from '~/domain/credentials/licence-overlap'
import { type Day, formatDay } from '~/domain/shared/day'
import { openDay } from '../stored-day.server'
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

/** Everybody whose record was joined with this one, itself included. */
async function familyIn(tx: Tx, personId: string): Promise<string[]> {
  const family = [await survivorIn(tx, personId)]
  for (let last = family; last.length > 0; ) {
    const joined = await tx.person.findMany({ where: { mergedIntoId: { in: last } }, select: { id: true } })
    last = joined.map(({ id }) => id)
    family.push(...last)
  }
  return family
}

export type WantedNumber = Pick<
  NewLicence,
  'numberHash' | 'personId' | 'kind' | 'item' | 'level' | 'direction' | 'firstIssuedOn' | 'validFrom' | 'validTo'
> & { apart: string | null }
type Days = Pick<WantedNumber, 'firstIssuedOn' | 'validFrom' | 'validTo'>
const spanned = <C extends Days>(card: C) => ({
  ...card,
  firstIssuedOn: openDay(card.firstIssuedOn),
  validFrom: openDay(card.validFrom),
  validTo: openDay(card.validTo),
})

/**
 * What stands in the way of a card: somebody else holds its number (withdrawn ones do not count), or the same person has one for the same
 * work that has not ended: of this number, or one whose printed days overlap. `apart`: the licence that is being corrected or replaced.
 */
export async function cardTaken(tx: Tx, wish: WantedNumber): Promise<'somebodyElse' | 'same' | 'overlaps' | null> {
  const apart = wish.apart === null ? {} : { id: { not: wish.apart } }
  const family = await familyIn(tx, wish.personId)
  const ofNumber = await tx.licence.findMany({
    where: { numberHash: wish.numberHash, ...apart },
    select: { personId: true, end: { select: { kind: true } } },
  })
  if (ofNumber.some(({ personId, end }) => end?.kind !== 'withdrawn' && !family.includes(personId))) return 'somebodyElse'
  const mine = await tx.licence.findMany({ where: { personId: { in: family }, kind: wish.kind, end: null, ...apart } })
  const sameWork = mine.filter((held) => isSameWork(held, wish))
  if (sameWork.some(({ numberHash }) => numberHash === wish.numberHash)) return 'same'
  return sameWork.some((held) => standsBeside(spanned(held), spanned(wish))) ? 'overlaps' : null
}

/** Cards of this number and kind that the person has or had, joined records included, with what is printed on them. */
export const cardsAlike = async (tx: Tx, { personId, kind, numberHash }: Pick<WantedNumber, 'personId' | 'kind' | 'numberHash'>) =>
  tx.licence.findMany({
    where: { personId: { in: await familyIn(tx, personId) }, kind, numberHash },
    select: {
      ...{ item: true, level: true, direction: true, firstIssuedOn: true, validFrom: true, validTo: true, reviewDue: true },
      end: { select: { kind: true } },
    },
  })

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
