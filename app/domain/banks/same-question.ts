import type { BankQuestion } from './question'

/** What two wordings must share to be one and the same. */
export const wordingOf = ({ kind, stem, options, right, explanation, difficulty, point }: BankQuestion): string =>
  JSON.stringify([kind, stem, options, right, explanation, difficulty, point])

export const importResults = ['new', 'changed', 'same', 'refused'] as const
export type ImportResult = (typeof importResults)[number]
export type ImportVerdict = { readonly result: 'new' } | { readonly result: 'changed' | 'same'; readonly questionId: string }

/** id: in the bank. question: its latest wording, by the id that its own file gave it. */
export type Kept = { readonly id: string; readonly question: BankQuestion }

/** What a question of a file is to a bank: known by its id, or by its words where it has none, else new. The same file twice is all the same. */
export function importVerdicts(kept: readonly Kept[]): (question: BankQuestion) => ImportVerdict {
  const byId = new Map(
    kept.flatMap((one) => [[one.id, one] as const, ...(one.question.id === null ? [] : [[one.question.id, one] as const])]),
  )
  const byWords = new Map(kept.map((one) => [wordingOf(one.question), one]))
  return (question) => {
    const named = question.id === null ? undefined : byId.get(question.id)
    if (named !== undefined) return { result: wordingOf(named.question) === wordingOf(question) ? 'same' : 'changed', questionId: named.id }
    const same = byWords.get(wordingOf(question))
    return same === undefined ? { result: 'new' } : { result: 'same', questionId: same.id }
  }
}
