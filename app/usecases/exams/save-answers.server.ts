import { examOf } from '~/content/exam.server'
import { saveAnswersTogether } from '~/data/exams/answer-batches.server'
import { findOwnAttempt, findShownOptions } from '~/data/exams/attempts.server'
import { acceptsAnswers } from '~/domain/exams/may-start'
import { answerFrom, type Picked } from '~/domain/exams/paper-form'
import { NotFound } from '~/domain/shared/faults'
import { type Refused, refuse } from '~/domain/shared/refusal'

export type Saving = { personId: string; attemptId: string; picked: readonly Picked[]; now: Date }

/**
 * Keeps answers of one's own open paper. Past the deadline or after handing in nothing is taken any more; what was saved before
 * stays. An answer that fits no option refuses all of them. Somebody else's paper is not found.
 */
export async function saveAnswers({ personId, attemptId, picked, now }: Saving): Promise<{ kind: 'saved'; ordinals: number[] } | Refused> {
  const attempt = findOwnAttempt(personId, attemptId)
  const exam = attempt && examOf(attempt.course)
  if (!attempt || !exam) throw new NotFound()
  if (!acceptsAnswers(attempt, now)) return refuse('exams:refusal.closed')
  if (picked.length === 0) return { kind: 'saved', ordinals: [] }
  const answers = picked.map(({ ordinal, positions }) => {
    const question = findShownOptions(attemptId, ordinal)
    const kind = question && exam.questions.get(question.questionId)?.kind
    return { ordinal, answer: question && kind ? answerFrom(kind, question.options, positions) : null }
  })
  if (answers.some(({ answer }) => answer === null)) return refuse('exams:refusal.notAnAnswer')
  const kept = await saveAnswersTogether(
    answers.map(({ ordinal, answer }) => ({
      attemptId,
      personId: attempt.personId,
      ordinal,
      answer: answer && answer.length > 0 ? JSON.stringify(answer) : null,
      now,
    })),
  )
  return kept === answers.length ? { kind: 'saved', ordinals: answers.map(({ ordinal }) => ordinal) } : refuse('exams:refusal.closed')
}
