import { examOf } from '~/content/exam.server'
import { findPaperQuestions } from '~/data/exams/attempts.server'
import { type Picked, positionsOf } from '~/domain/exams/paper-form'
import { saveAnswers } from '~/usecases/exams/save-answers.server'

function keyed(attemptId: string, ordinals: (ordinal: number) => boolean): Picked[] {
  const exam = examOf('pre-job')
  if (!exam) throw new Error('no exam')
  return findPaperQuestions(attemptId)
    .filter(({ ordinal }) => ordinals(ordinal))
    .map(({ ordinal, questionId, options }) => ({ ordinal, positions: positionsOf(options, exam.questions.get(questionId)?.key ?? []) }))
}

/** Answers rightly, every question or only some; the others stay open. */
export async function answersRightly(
  personId: string,
  attemptId: string,
  now: Date,
  ordinals: (ordinal: number) => boolean = () => true,
): Promise<void> {
  const outcome = await saveAnswers({ personId, attemptId, picked: keyed(attemptId, ordinals), now })
  if (outcome.kind !== 'saved') throw new Error(outcome.reason)
}

/** What a person would send for these questions if he knew the key. */
export const rightPicks = keyed
