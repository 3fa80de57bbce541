import { topicToStudy } from '~/content/class-test-banks.server'
import { questionReasons } from '~/content/exam.server'
import type { DrawnWording } from '~/data/banks/drawn-wordings.server'
import { type TestPaper, testPaperQuestions } from '~/data/classes/test-papers.server'
import { placeOfTopic } from '~/domain/banks/as-exam-question'
import { studyAgain } from '~/domain/exams/study-again'
import type { Locale } from '~/i18n/config'
import { translator } from '~/i18n/translator'
import type { Reason, Study } from '~/ui/exams/paper-result'
import { paperQuestions } from '~/usecases/classes/paper-questions.server'

/** What to study, by topic; which questions were wrong is not said. */
export function studyOf({ id, right }: TestPaper, locale: Locale): Study[] {
  const { t } = translator(locale)
  const drawn = testPaperQuestions(id)
  const { questions, wordings } = paperQuestions(drawn)
  const marks = drawn.flatMap(({ questionId, ordinal }) => {
    const topic = questions.get(questionId)?.topic
    return topic === undefined ? [] : [{ topic, right: right.includes(ordinal) }]
  })
  const banks = new Map([...wordings.values()].map(({ question, placeName }) => [question.topic, placeName]))
  return studyAgain(marks).map(({ topic, wrong, of }) => ({
    ...{ topic, wrong, of },
    ...(placeOfTopic(topic) === null
      ? topicToStudy(topic, locale)
      : { title: t('banks:list.title', { place: banks.get(topic) ?? '' }), lessons: [] }),
  }))
}

/** Why the key of what went wrong is right: of a local question its explanation, or its answer where nobody wrote one. */
export function reasonsOf({ id, right }: TestPaper, locale: Locale): Reason[] {
  const drawn = testPaperQuestions(id)
  const { wordings } = paperQuestions(drawn)
  return drawn
    .filter(({ ordinal }) => !right.includes(ordinal))
    .flatMap(({ ordinal, questionId }): Reason[] => {
      const local = wordings.get(questionId)
      if (local !== undefined) return [localReason(local, ordinal, locale)]
      const found = questionReasons(questionId)
      return found
        ? [{ ordinal, stem: found.stem[locale], explanation: found.explanation[locale], source: found.source, reprint: found.reprint }]
        : []
    })
}

function localReason({ body, placeName }: DrawnWording, ordinal: number, locale: Locale): Reason {
  const { t } = translator(locale)
  const { kind, stem, options, right, explanation } = body
  const answers =
    kind === 'truefalse'
      ? t(right[0] === 0 ? 'banks:card.isTrue' : 'banks:card.isFalse')
      : [`${t('banks:card.right')}`, ...options.filter((_, place) => right.includes(place)).map((option) => `- ${option}`)].join('\n\n')
  const source = t('banks:list.title', { place: placeName })
  return { ordinal, stem, explanation: explanation === '' ? answers : explanation, source, reprint: false, isMarked: true }
}
