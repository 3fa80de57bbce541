import { examOf } from '~/content/exam.server'
import { findOwnAttempt, findPaperQuestions } from '~/data/exams/attempts.server'
import { recordAnswer } from '~/data/exams/papers.server'
import { transact } from '~/data/transact.server'
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
  const questions = new Map(findPaperQuestions(attemptId).map((question) => [question.ordinal, question]))
  const answers = picked.map(({ ordinal, positions }) => {
    const question = questions.get(ordinal)
    const kind = question && exam.questions.get(question.questionId)?.kind
    return { ordinal, answer: question && kind ? answerFrom(kind, question.options, positions) : null }
  })
  if (answers.some(({ answer }) => answer === null)) return refuse('exams:refusal.notAnAnswer')
  const kept = await transact(async (tx) => {
    let count = 0
    for (const { ordinal, answer } of answers) {
      const text = answer && answer.length > 0 ? JSON.stringify(answer) : null
      if (await recordAnswer(tx, { attemptId, personId: attempt.personId, ordinal, answer: text, now })) count += 1
    }
    return count
  })
  return kept === answers.length ? { kind: 'saved', ordinals: answers.map(({ ordinal }) => ordinal) } : refuse('exams:refusal.closed')
}
