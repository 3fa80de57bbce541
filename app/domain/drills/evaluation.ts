import { z } from 'zod'
import type { Step } from './drill-state'

export const answers = ['yes', 'partly', 'no', 'absent'] as const
export type Answer = (typeof answers)[number]

const bothLanguages = z.strictObject({ zh: z.string(), en: z.string() })
const answered = z.strictObject({
  id: z.string(),
  phase: z.string(),
  /** As it was asked then: the content may have changed since. */
  asks: bothLanguages,
  /** Null: nobody answered. absent: there is nothing here that it could be asked of. */
  answer: z.enum(answers).nullable(),
  note: z.string().trim().max(300),
})
export type Answered = z.output<typeof answered>

/** How a drill was judged, by whom, by the questions of its kind and of its template. */
export const evaluation = z.strictObject({
  evaluator: z.string().trim().min(1).max(60),
  summary: z.string().trim().max(1000),
  questions: z.array(answered).max(60),
  /** The whole drill is to be practised again. */
  redrill: z.literal(true).optional(),
})
export type Evaluation = z.output<typeof evaluation>

export type Question = { id: string; phase: string; asks: { zh: string; en: string } }

/** The evaluation as it was last written, and when; null where nobody has evaluated. */
export function evaluationOf(steps: readonly Step[]): (Evaluation & { at: Date }) | null {
  const last = steps.filter(({ kind }) => kind === 'evaluated').at(-1)
  return last === undefined ? null : { ...evaluation.parse(last.detail), at: last.at }
}

/** The answers to these questions; a question that was not answered stays open. Unknown answers and questions are not read. */
export function answersTo(questions: readonly Question[], said: (id: string) => { answer: string; note: string }): Answered[] {
  return questions.map(({ id, phase, asks }) => {
    const { answer, note } = said(id)
    return { id, phase, asks, answer: answers.find((one) => one === answer) ?? null, note: note.trim().slice(0, 300) }
  })
}

/** What was not done, or done in part: each proposes a finding. */
export const fellShort = ({ questions }: Pick<Evaluation, 'questions'>): Answered[] =>
  questions.filter(({ answer }) => answer === 'no' || answer === 'partly')
