import { startAttempt } from '~/usecases/exams/start-attempt.server'
import { submitAttempt } from '~/usecases/exams/submit-attempt.server'
import { answersRightly } from './answers'
import { hasLearned } from './people'

/** A person who has learned and passed the paper of a seat; the id of the attempt. The fixture content must be in use. */
export async function certified(personId: string, seatId: string, now: Date): Promise<string> {
  await hasLearned(personId)
  const outcome = await startAttempt({ personId, course: 'pre-job', seatId, now, locale: 'zh' })
  if (outcome.kind !== 'open') throw new Error(outcome.reason)
  await answersRightly(personId, outcome.attemptId, now)
  await submitAttempt({ personId, accountId: `account-${personId}`, attemptId: outcome.attemptId, now })
  return outcome.attemptId
}
