import type { ImportLine } from '~/data/banks/bank-imports.server'
import type { LocalQuestion } from '~/data/banks/local-questions.server'
import type { QuestionFault, ReadOne } from '~/domain/banks/question'
import { importVerdicts, wordingOf } from '~/domain/banks/same-question'

/** What each question of a file is to the bank as it stands: new, a new wording, known already, or refused with its reason. */
export function judgeFile(all: readonly ReadOne[], bank: readonly LocalQuestion[]): ImportLine[] {
  const verdictOf = importVerdicts(
    bank.filter(({ state }) => state !== 'withdrawn').map(({ id, latest }) => ({ id, question: latest.body })),
  )
  const withdrawn = new Set(bank.flatMap(({ id, state, latest }) => (state === 'withdrawn' ? [id, latest.body.id ?? id] : [])))
  const seen = new Set<string>()
  return all.map((one, at): ImportLine => {
    const { line } = one
    const refused = (fault: QuestionFault, said: string): ImportLine => ({
      nth: at + 1,
      line,
      result: 'refused',
      body: { kind: 'fault', fault, said },
    })
    if (one.kind === 'refused') return refused(one.fault, one.said)
    const { question } = one
    const words = wordingOf(question)
    if (seen.has(words)) return refused('repeated', question.stem)
    seen.add(words)
    if (question.id !== null && withdrawn.has(question.id)) return refused('isWithdrawn', question.stem)
    const verdict = verdictOf(question)
    const questionId = verdict.result === 'new' ? null : verdict.questionId
    return {
      nth: at + 1,
      line,
      result: verdict.result,
      body: { kind: 'question', question: { ...question, options: [...question.options], right: [...question.right] }, questionId },
    }
  })
}

/** Questions of a file as they were read, to be judged again. */
export const readAgain = (lines: readonly ImportLine[]): ReadOne[] =>
  lines.map(({ line, body }) =>
    body.kind === 'question'
      ? { kind: 'read', line, question: body.question }
      : { kind: 'refused', line, fault: body.fault, said: body.said },
  )
