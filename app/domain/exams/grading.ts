import { type Answer, type ExamQuestion, isAnswered } from './question'

/** Is this answer right? All or nothing: several choices must be exactly the right ones, an ordering exactly in order. */
export function isRight(question: ExamQuestion, answer: Answer | null): boolean {
  if (answer === null || !isAnswered(question.kind, answer) || answer.length !== question.key.length) return false
  if (question.kind === 'order') return question.key.every((id, place) => answer[place] === id)
  return question.key.every((id) => answer.includes(id))
}

export type Graded = { readonly score: number; readonly passed: boolean; readonly right: readonly boolean[] }

/**
 * The score in whole percent, rounded down; `passMark` is enough. Nothing answered is nothing right. A question that was withdrawn
 * or changed while the paper was open (null) is left out; a paper of nothing else scores 0.
 */
export function gradePaper(
  answers: readonly { readonly question: ExamQuestion | null; readonly answer: Answer | null }[],
  passMark: number,
): Graded {
  const right = answers.map(({ question, answer }) => question !== null && isRight(question, answer))
  const counted = answers.filter(({ question }) => question !== null).length
  const score = counted === 0 ? 0 : Math.floor((right.filter(Boolean).length * 100) / counted)
  return { score, passed: counted > 0 && score >= passMark, right }
}
