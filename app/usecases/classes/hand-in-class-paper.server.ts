import { closeTestPaper } from '~/data/classes/test-paper-writers.server'
import { findOwnTestPaper, testPaperQuestions } from '~/data/classes/test-papers.server'
import { familyIds } from '~/data/org/family.server'
import { transactTogether } from '~/data/transact-together.server'
import { NotFound } from '~/domain/shared/faults'
import { paperQuestions } from './paper-questions.server'

/**
 * Hands in one's own paper: graded on what was saved, once, however often and from however many tabs it is sent. True for the one that
 * closed it. Somebody else's paper is not found.
 */
export async function handInClassPaper({ personId, paperId, now }: { personId: string; paperId: string; now: Date }): Promise<boolean> {
  const paper = findOwnTestPaper(familyIds(personId), paperId)
  if (paper === null) throw new NotFound()
  if (paper.closedAt !== null) return false
  const bank = paperQuestions(testPaperQuestions(paperId))
  return transactTogether((tx) => closeTestPaper(tx, paperId, bank, now))
}
