import { examOf } from '~/content/exam.server'
import { findPaperQuestions } from '~/data/exams/attempts.server'
import { transact } from '~/data/transact.server'
import { positionsOf } from '~/domain/exams/paper-form'
import { saveAnswers } from '~/usecases/exams/save-answers.server'
import { startAttempt } from '~/usecases/exams/start-attempt.server'
import { submitAttempt } from '~/usecases/exams/submit-attempt.server'

/** Every lesson of a course done. */
export async function learns(personId: string, course: string, now: Date): Promise<void> {
  const lessons = examOf(course)?.lessons ?? []
  const rows = lessons.map((lesson) => ({ personId, course, lesson, openedAt: now, completedAt: now }))
  await transact((tx) => tx.lessonProgress.createMany({ data: rows }))
}

/** The paper of a course for a seat, answered rightly and handed in. */
export async function passes(personId: string, course: string, seatId: string, now: Date): Promise<string> {
  const outcome = await startAttempt({ personId, course, seatId, now, locale: 'zh' })
  if (outcome.kind !== 'open') throw new Error(outcome.reason)
  const exam = examOf(course)
  const picked = findPaperQuestions(outcome.attemptId).map(({ ordinal, questionId, options }) => ({
    ordinal,
    positions: positionsOf(options, exam?.questions.get(questionId)?.key ?? []),
  }))
  const saved = await saveAnswers({ personId, attemptId: outcome.attemptId, picked, now })
  if (saved.kind !== 'saved') throw new Error(saved.reason)
  await submitAttempt({ personId, accountId: `account-${personId}`, attemptId: outcome.attemptId, now })
  return outcome.attemptId
}
