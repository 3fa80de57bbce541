import { findLocalQuestion, type LocalQuestion, questionInside } from '~/data/banks/local-questions.server'
import { findPlaces } from '~/data/org/places.server'
import type { Tx } from '~/data/transact.server'
import type { Acting } from '~/domain/accounts/acting'
import { hasBank, keepsBank } from '~/domain/banks/keep-bank'
import { type PlaceNode, placeTree } from '~/domain/org/place-tree'
import { Forbidden, NotFound } from '~/domain/shared/faults'

export type BankPlace = PlaceNode<ReturnType<typeof findPlaces>[number]>

/** The places whose banks somebody keeps, from above. Throws Forbidden for who keeps none. */
export function keptBanks({ actor, today }: Acting): [BankPlace, ...BankPlace[]] {
  const [first, ...rest] = placeTree(findPlaces()).filter(({ kind, path }) => hasBank(kind) && keepsBank(actor.grants, path, today))
  if (first === undefined) throw new Forbidden()
  return [first, ...rest]
}

/** A place whose bank he keeps; every other is not there. */
export function getKeptBank(acting: Acting, placeId: string): BankPlace {
  const found = keptBanks(acting).find(({ id }) => id === placeId)
  if (found === undefined) throw new NotFound()
  return found
}

/** A question of a bank that he keeps, with its place. */
export function getKeptQuestion(acting: Acting, id: string): { question: LocalQuestion; place: BankPlace } {
  const question = findLocalQuestion(id)
  if (question === null) throw new NotFound()
  return { question, place: getKeptBank(acting, question.placeId) }
}

/** The question as a transaction sees it. */
export async function keptInside(tx: Tx, id: string): Promise<LocalQuestion> {
  const found = await questionInside(tx, id)
  if (found === null) throw new NotFound()
  return found
}
