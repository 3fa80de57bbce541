import { cardTaken, type WantedNumber } from '~/data/credentials/licence-acts.server'
import { type NewLicence, recordLicence } from '~/data/credentials/licences.server'
import type { Tx } from '~/data/transact.server'
import type { Card, CardFault } from '~/domain/credentials/licence-entry'
import { type Day, formatDay } from '~/domain/shared/day'
import { type Refused, refuse } from '~/domain/shared/refusal'
import { matchHash, seal } from '~/gateways/secrets.server'

/** What is wrong with the fields of a card, all at once. */
export type Unreadable = { kind: 'unreadable'; faults: readonly CardFault[] }

const written = (day: Day | null): string | null => (day === null ? null : formatDay(day))

/** A card as it is kept: its number sealed, and hashed to find it again. Made before the transaction. */
export const keptCard = ({ number, firstIssuedOn, validFrom, validTo, reviewDue, issuer, kind: _, ...card }: Card) => ({
  ...card,
  issuer: issuer ?? '',
  numberSealed: seal(number),
  numberHash: matchHash(number),
  firstIssuedOn: written(firstIssuedOn),
  validFrom: written(validFrom),
  validTo: written(validTo),
  reviewDue: written(reviewDue),
})

const refusals = {
  somebodyElse: 'licences:refusal.somebodyElse',
  same: 'licences:refusal.same',
  overlaps: 'licences:refusal.overlaps',
} as const

/** Why a card may not be written, in words; null where nothing stands in its way. */
export async function takenRefusal(tx: Tx, wish: WantedNumber): Promise<Refused | null> {
  const taken = await cardTaken(tx, wish)
  return taken === null ? null : refuse(refusals[taken], 'number')
}

/** Writes a licence unless something stands in its way. `replaces`: the one that it takes the place of. */
export async function writeLicence(tx: Tx, licence: NewLicence, replaces: string | null): Promise<Refused | null> {
  const refused = await takenRefusal(tx, { ...licence, apart: replaces })
  if (refused === null) await recordLicence(tx, licence)
  return refused
}
