import { recordTestAnswers } from '~/data/classes/test-paper-writers.server'
import { findOwnTestPaper, testPaperQuestions } from '~/data/classes/test-papers.server'
import { stepsOfTest } from '~/data/classes/tests.server'
import { familyIds } from '~/data/org/family.server'
import { transactTogether } from '~/data/transact-together.server'
import { paperEnds } from '~/domain/classes/class-paper'
import { acceptsAnswers } from '~/domain/exams/may-start'
import { answerFrom, type Picked } from '~/domain/exams/paper-form'
import { NotFound } from '~/domain/shared/faults'
import { type Refused, refuse } from '~/domain/shared/refusal'
import { paperQuestions } from './paper-questions.server'

export type Saving = { personId: string; paperId: string; picked: readonly Picked[]; now: Date }

/**
 * Keeps answers of one's own open paper. After its end, by the clock or by the closing of the test, nothing is taken any more; what was
 * saved before stays. An answer that fits no option refuses all of them. Somebody else's paper is not found.
 */
export async function saveClassAnswers({
  personId,
  paperId,
  picked,
  now,
}: Saving): Promise<{ kind: 'saved'; ordinals: number[] } | Refused> {
  const paper = findOwnTestPaper(familyIds(personId), paperId)
  if (paper === null) throw new NotFound()
  const ends = paperEnds(paper, stepsOfTest(paper.testId))
  if (!acceptsAnswers({ closedAt: paper.closedAt, deadlineAt: ends }, now)) return refuse('exams:refusal.closed')
  if (picked.length === 0) return { kind: 'saved', ordinals: [] }
  const drawn = testPaperQuestions(paperId)
  const bank = paperQuestions(drawn).questions
  const questions = new Map(drawn.map((question) => [question.ordinal, question]))
  const answers = picked.map(({ ordinal, positions }) => {
    const question = questions.get(ordinal)
    const kind = question && bank.get(question.questionId)?.kind
    return { ordinal, answer: question && kind ? answerFrom(kind, question.options, positions) : null }
  })
  if (answers.some(({ answer }) => answer === null)) return refuse('exams:refusal.notAnAnswer')
  const rows = answers.map(({ ordinal, answer }) => ({ ordinal, answer: answer && answer.length > 0 ? JSON.stringify(answer) : null }))
  const kept = await transactTogether((tx) => recordTestAnswers(tx, paperId, rows, now))
  return kept === answers.length ? { kind: 'saved', ordinals: answers.map(({ ordinal }) => ordinal) } : refuse('exams:refusal.closed')
}
