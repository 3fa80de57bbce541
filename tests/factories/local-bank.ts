import { recordLocalQuestion, recordQuestionStep, recordVerdict, recordWording } from '~/data/banks/local-questions.server'
import { transact } from '~/data/transact.server'
import { type BankQuestion, questionOf } from '~/domain/banks/question'
import type { VerdictKind } from '~/domain/banks/question-state'
import { newId } from '~/gateways/secrets.server'

const at = new Date('2026-11-02T02:00:00Z')

/** The first option is right; words: what it says of why. */
export function localQuestion(stem: string, words = `${stem}的解析`): BankQuestion {
  const options = [`${stem}：先离开`, `${stem}：先收拾`, `${stem}：先拍照`]
  const made = questionOf({ stem: `**${stem}**`, options, answer: { kind: 'letters', places: [0] }, explanation: words })
  if (typeof made === 'string') throw new Error(made)
  return made
}

/** Words a question of a bank anew, and decides about it; null leaves it waiting. Returns the wording's id. */
export async function wordLocal(questionId: string, nth: number, question: BankQuestion, verdict: VerdictKind | null): Promise<string> {
  const id = newId(at)
  await transact(async (tx) => {
    await recordWording(tx, { id, questionId, nth, question, at, by: 'author' })
    if (verdict !== null) await recordVerdict(tx, { revisionId: id, kind: verdict, note: '', at, by: 'second' })
  })
  return id
}

/** Puts a question into the bank of a place. */
export async function addLocal(
  placeId: string,
  stem: string,
  verdict: VerdictKind | null = 'approved',
  question = localQuestion(stem),
): Promise<{ id: string; wording: string }> {
  const id = newId(at)
  await transact((tx) => recordLocalQuestion(tx, { id, placeId, at, by: 'author' }))
  return { id, wording: await wordLocal(id, 1, question, verdict) }
}

export const takeOut = (questionId: string): Promise<void> =>
  transact((tx) => recordQuestionStep(tx, { id: newId(at), questionId, kind: 'withdrawn', reason: '规定改了', at, by: 'second' }))
