import { classInside } from '~/data/classes/classes.server'
import { recordTestPaper, testPapersInside } from '~/data/classes/test-paper-writers.server'
import { testPaperQuestions, testPapersOf } from '~/data/classes/test-papers.server'
import { testInside } from '~/data/classes/tests.server'
import { transactTogether } from '~/data/transact-together.server'
import { tryVerdict } from '~/domain/classes/class-paper'
import { isClassClosed } from '~/domain/classes/class-state'
import { type ClassTestBody, evenBlueprint, testStateOf } from '~/domain/classes/class-test'
import { drawPaper } from '~/domain/exams/draw-paper'
import type { ExamQuestion } from '~/domain/exams/question'
import { seededRandom } from '~/domain/exams/seeded-random'
import { groupedBy } from '~/domain/shared/grouped'
import { type Refused, refuse } from '~/domain/shared/refusal'
import { matchHash, newId } from '~/gateways/secrets.server'
import { findClassTest } from './find-class-test.server'
import { drawableQuestions } from './paper-questions.server'
import type { ActingPerson } from './reached-class.server'

/** shown: a paper of his that is handed in, and he has nothing more to sit. */
export type Started = { kind: 'open' | 'shown'; paperId: string } | { kind: 'unreadable' | 'stranger' }

/**
 * Hands out a paper to somebody in the room, or goes on with his open one: the code must be the one that is shown now. Whoever has passed,
 * or has no try left, is led to his result.
 */
export async function startClassPaper(acting: ActingPerson, typed: string): Promise<Started | Refused> {
  const found = await findClassTest(acting, typed)
  if (found.kind !== 'found') return found
  const { test, family } = found
  const { now, actor } = acting
  const id = newId(now)
  const last = testPapersOf(test.id, family).at(-1)
  const bank = drawableQuestions(test.body.topics)
  if (bank.length < test.body.questions) return refuse('classtest:refusal.noBank')
  const drawn = drawFor(test.body, bank, id, last?.id)
  return transactTogether(async (tx): Promise<Started> => {
    const [current, facts] = [await testInside(tx, test.classId, test.part), await classInside(tx, test.classId)]
    if (
      current === null ||
      facts === null ||
      current.code !== test.code ||
      testStateOf(current.steps) !== 'open' ||
      isClassClosed(facts.steps)
    )
      return { kind: 'unreadable' }
    const verdict = tryVerdict(await testPapersInside(tx, test.id, family), test.body.tries, now)
    if (verdict.kind === 'resume') return { kind: 'open', paperId: verdict.paperId }
    if (verdict.kind !== 'start') return { kind: 'shown', paperId: verdict.paperId }
    const deadlineAt = new Date(now.getTime() + test.body.minutes * 60_000)
    const { personId } = actor
    const { nth } = verdict
    await recordTestPaper(tx, { id, testId: test.id, personId, nth, revision: test.revision, startedAt: now, deadlineAt }, drawn)
    return { kind: 'open', paperId: id }
  })
}

/** The seed is keyed: who knows the paper's id cannot work out which options were moved where. */
function drawFor(body: ClassTestBody, bank: readonly ExamQuestion[], paperId: string, lastPaper: string | undefined) {
  const sizes = new Map([...groupedBy(bank, ({ topic }) => topic)].map(([topic, questions]) => [topic, questions.length]))
  const recent = new Set(lastPaper === undefined ? [] : testPaperQuestions(lastPaper).map(({ questionId }) => questionId))
  return drawPaper(evenBlueprint(sizes, body.questions), bank, recent, seededRandom(matchHash(`class paper ${paperId}`)))
}
