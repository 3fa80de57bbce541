import { examOf } from '~/content/exam.server'
import { findOwnAttempt } from '~/data/exams/attempts.server'
import { closePaper } from '~/data/exams/papers.server'
import { transactTogether } from '~/data/transact-together.server'
import { NotFound } from '~/domain/shared/faults'
import { issueTools } from '~/gateways/issue-tools.server'

export type Submission = { personId: string; accountId: string; attemptId: string; now: Date }

/**
 * Hands in one's own paper: graded on what was saved, once, however often and from however many tabs it is sent. A pass writes
 * evidence and certificate in the same transaction. True for the one that closed it. Somebody else's paper is not found.
 */
export async function submitAttempt({ personId, accountId, attemptId, now }: Submission): Promise<boolean> {
  const attempt = findOwnAttempt(personId, attemptId)
  const exam = attempt && examOf(attempt.course)
  if (!attempt || !exam) throw new NotFound()
  if (attempt.closedAt !== null) return false
  const issue = issueTools(now)
  return transactTogether((tx) => closePaper(tx, { attemptId, exam, now, by: accountId, issue }))
}
