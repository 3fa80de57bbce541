import { recordAudit } from '~/data/accounts/audit.server'
import { recordTest, recordTestRevision } from '~/data/classes/tests.server'
import { transact } from '~/data/transact.server'
import { placeOfTopic } from '~/domain/banks/as-exam-question'
import { isClassClosed } from '~/domain/classes/class-state'
import { type ClassTestBody, testStateOf } from '~/domain/classes/class-test'
import { NotFound } from '~/domain/shared/faults'
import { type Refused, refuse } from '~/domain/shared/refusal'
import { newId } from '~/gateways/secrets.server'
import { drawableQuestions, localTopicOf } from './paper-questions.server'
import { type ActingPerson, classReachOf } from './reached-class.server'
import { runTestReached } from './reached-test.server'

export type TestWish = { classId: string; part: string; body: ClassTestBody }

/**
 * Says what the test of a part is drawn from and how it is judged. Refused while the test is open, in a closed class, and where the
 * topics have too few questions; the local bank of another place is not found. Papers that were begun keep what they were begun with.
 */
export async function chooseClassTest(acting: ActingPerson, { classId, part, body }: TestWish): Promise<{ kind: 'chosen' } | Refused> {
  const reach = classReachOf(acting)
  const { now: at, actor } = acting
  const by = actor.accountId
  const has = drawableQuestions(body.topics).length
  const local = body.topics.filter((topic) => placeOfTopic(topic) !== null)
  const ids = { test: newId(at), revision: newId(at), audit: newId(at) }
  return transact(async (tx) => {
    const { facts, programme, test } = await runTestReached(tx, reach, classId, part)
    if (local.some((topic) => topic !== localTopicOf(programme.place.path)?.id)) throw new NotFound()
    if (isClassClosed(facts.steps)) return refuse('classtest:refusal.classClosed')
    if (testStateOf(test?.steps ?? []) === 'open') return refuse('classtest:refusal.isOpen')
    if (has < body.questions) return refuse('classtest:refusal.tooFew', 'questions', { count: has })
    const testId = test?.id ?? ids.test
    if (test === null) await recordTest(tx, { id: testId, classId, part, createdAt: at, createdBy: by })
    await recordTestRevision(tx, { id: ids.revision, testId, body, at, by })
    await recordAudit(tx, {
      id: ids.audit,
      at,
      actor: by,
      act: 'classtest.testChosen',
      target: { kind: 'class', id: classId },
      placeId: programme.place.id,
      detail: { part, questions: body.questions, pass: body.pass, minutes: body.minutes, tries: body.tries },
    })
    return { kind: 'chosen' }
  })
}
