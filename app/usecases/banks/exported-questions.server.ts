import { type LocalQuestion, questionsOfPlace } from '~/data/banks/local-questions.server'
import type { Acting } from '~/domain/accounts/acting'
import type { CannotHold } from '~/domain/banks/aiken'
import { type BankFormat, cannotHold } from '~/domain/banks/formats'
import type { BankQuestion } from '~/domain/banks/question'
import { getKeptBank } from './reached-bank.server'

export const exportWishes = ['inUse', 'all'] as const
export type ExportWish = (typeof exportWishes)[number]

/** Every question leaves with an id, by which it is known when it comes back. */
function leaving({ id, latest, inUse, state }: LocalQuestion, what: ExportWish): BankQuestion[] {
  const wording = what === 'inUse' ? inUse : state === 'withdrawn' ? null : latest
  return wording === null ? [] : [{ ...wording.body, id: wording.body.id ?? id }]
}

/** What Aiken never holds is left out for everybody; the page of the export says so. */
const bare = (question: BankQuestion): BankQuestion => ({ ...question, id: null, explanation: '', difficulty: null, point: '' })

/** The questions of a bank as a format holds them, and those that it cannot hold, with the reason. */
export function exportedQuestions(
  acting: Acting,
  wish: { placeId: string; format: BankFormat; what: ExportWish },
): { held: BankQuestion[]; left: { question: BankQuestion; why: CannotHold[] }[] } {
  const { id } = getKeptBank(acting, wish.placeId)
  const all = questionsOfPlace(id).flatMap((one) => leaving(one, wish.what))
  const meant = wish.format === 'aiken' ? all.map(bare) : all
  const judged = meant.map((question) => ({ question, why: cannotHold(wish.format, question) }))
  return {
    held: judged.flatMap(({ question, why }) => (why.length === 0 ? [question] : [])),
    left: judged.filter(({ why }) => why.length > 0),
  }
}
