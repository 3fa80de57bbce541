import { z } from 'zod'
import { type BankQuestion, type QuestionFault, questionOf } from '~/domain/banks/question'
import { letterOf, lettersOf, readAnswer, readDifficulty } from '~/domain/banks/read-answer'
import type { FormAnswer } from '~/domain/shared/refusal'
import { type Refused, refuse } from '~/domain/shared/refusal'

const typed = (most: number) => z.string().max(most, 'banks:refusal.tooLong').default('')

/** What a form of a question may say; longer texts than these are no question's. */
export const questionTyped = z.object({
  stem: typed(4000),
  ...{ optionA: typed(2000), optionB: typed(2000), optionC: typed(2000), optionD: typed(2000), optionE: typed(2000), optionF: typed(2000) },
  answer: typed(40),
  explanation: typed(8000),
  difficulty: z.enum(['', '1', '2', '3'], 'banks:refusal.difficulty').default(''),
  point: typed(200),
})

const fieldOf = (fault: QuestionFault): string => {
  if (fault === 'noStem' || fault === 'longStem') return 'stem'
  if (/[oO]ptions?$/.test(fault) && fault !== 'letterWithoutOption') return 'optionA'
  if (fault === 'longExplanation') return 'explanation'
  return fault === 'longPoint' ? 'point' : 'answer'
}

/** The question that was typed, or what is wrong with it at its field. */
export function questionFrom(said: z.output<typeof questionTyped>): { kind: 'question'; question: BankQuestion } | Refused {
  const all = [said.optionA, said.optionB, said.optionC, said.optionD, said.optionE, said.optionF]
  const options = all.slice(0, all.findLastIndex((text) => text.trim() !== '') + 1)
  const question = questionOf({
    ...{ stem: said.stem, options, answer: readAnswer(said.answer, options.length > 0) },
    ...{ explanation: said.explanation, difficulty: readDifficulty(said.difficulty), point: said.point },
  })
  return typeof question === 'string' ? refuse(`banks:fault.${question}`, fieldOf(question)) : { kind: 'question', question }
}

/** A kept question as the form shows it. */
export function typedFrom({ kind, stem, options, right, explanation, difficulty, point }: BankQuestion): FormAnswer {
  const answer = kind === 'truefalse' ? (right[0] === 0 ? '正确' : '错误') : lettersOf(right)
  const shown = Object.fromEntries(options.map((option, place) => [`option${letterOf(place)}`, option]))
  return { errors: {}, values: { stem, ...shown, answer, explanation, difficulty: difficulty === null ? '' : String(difficulty), point } }
}
