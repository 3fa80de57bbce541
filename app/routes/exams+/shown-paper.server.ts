import { examOf, type QuestionFace, questionFace } from '~/content/exam.server'
import type { DrawnWording } from '~/data/banks/drawn-wordings.server'
import { type AttemptRow, findPaperQuestions, type PaperQuestion } from '~/data/exams/attempts.server'
import { optionTexts } from '~/domain/banks/as-exam-question'
import type { BankQuestion } from '~/domain/banks/question'
import { type Exam, questionAsDrawn } from '~/domain/exams/exam'
import { positionsOf } from '~/domain/exams/paper-form'
import { type ExamQuestion, isAnswered } from '~/domain/exams/question'
import { NotFound } from '~/domain/shared/faults'
import type { Locale } from '~/i18n/config'
import { translator } from '~/i18n/translator'
import type { ShownQuestion } from '~/ui/exams/question-field'

/** The questions of a paper as its page may show them: texts in the order drawn, no ids, no key, no explanation. */
export function shownPaper(attempt: AttemptRow, locale: Locale): { questions: ShownQuestion[]; withdrawn: number } {
  const exam = examOf(attempt.course)
  if (!exam) throw new NotFound()
  return shownQuestions(findPaperQuestions(attempt.id), exam, locale)
}

type DrawnRow = Omit<PaperQuestion, 'right'>

/** The same for questions that were drawn from any bank; those that were withdrawn since are left out and counted. */
export function shownQuestions(
  drawn: readonly DrawnRow[],
  bank: Pick<Exam, 'questions'> & { wordings?: ReadonlyMap<string, DrawnWording> },
  locale: Locale,
): { questions: ShownQuestion[]; withdrawn: number } {
  const questions = drawn.flatMap((row) => {
    const question = questionAsDrawn(bank, row)
    const local = bank.wordings?.get(row.questionId)
    const face = local === undefined ? question && questionFace(question.id, locale) : localFace(local.body)
    return question && face ? [{ ...shown(row, question, face, locale), isMarked: local !== undefined }] : []
  })
  return { questions, withdrawn: drawn.length - questions.length }
}

/** What a local question shows before it is answered. */
const localFace = (body: BankQuestion): QuestionFace => ({ stem: body.stem, texts: optionTexts(body), picture: null, places: new Map() })

function shown(
  { ordinal, options, answer }: DrawnRow,
  { kind }: ExamQuestion,
  face: QuestionFace,
  locale: Locale,
): Omit<ShownQuestion, 'isMarked'> {
  const { t } = translator(locale)
  const text = (id: string) => (kind === 'truefalse' ? t(`exams:paper.${id}`) : (face.texts.get(id) ?? ''))
  return {
    ordinal,
    kind,
    stem: face.stem,
    options: options.map((id, at) => ({ at: String(at), text: text(id), ...(face.places.get(id) ?? { x: 0, y: 0 }) })),
    picture: face.picture,
    picked: positionsOf(options, answer),
    answered: isAnswered(kind, answer),
  }
}
