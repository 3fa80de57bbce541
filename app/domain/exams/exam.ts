import type { Blueprint } from './draw-paper'
import type { ExamQuestion } from './question'

/** The paper at the end of a course or of a refresher, as the rules need it. */
export type Exam = {
  readonly course: string
  readonly bank: readonly ExamQuestion[]
  readonly questions: ReadonlyMap<string, ExamQuestion>
  readonly blueprint: Blueprint
  readonly count: number
  readonly minutes: number
  /** Whole percent; reaching it is enough. */
  readonly pass: number
  readonly retakeAfterMinutes: number
  /** Evidence that a pass is; `{position}` stands for the seat's position. */
  readonly gives: readonly { readonly kind: string; readonly topic: string }[]
  readonly lessons: readonly string[]
  /** Whether a pass is printed as a certificate, or is evidence alone. */
  readonly certifies: boolean
}

/** The question as it was drawn, or null where the bank has withdrawn or changed it since. */
export function questionAsDrawn(exam: Pick<Exam, 'questions'>, drawn: { questionId: string; revision: number }): ExamQuestion | null {
  const question = exam.questions.get(drawn.questionId)
  return question?.revision === drawn.revision ? question : null
}
