import { recordAudit } from '~/data/accounts/audit.server'
import { isTestCodeTaken, recordTest, recordTestCode, recordTestRevision, recordTestStep } from '~/data/classes/tests.server'
import { type Tx, transact } from '~/data/transact.server'
import { isClassClosed } from '~/domain/classes/class-state'
import { type ClassTestBody, testCodeLength, testStateOf } from '~/domain/classes/class-test'
import { formatDay } from '~/domain/shared/day'
import { type Refused, refuse } from '~/domain/shared/refusal'
import { newCode, newId } from '~/gateways/secrets.server'
import { drawableQuestions } from './paper-questions.server'
import { type ActingPerson, classReachOf } from './reached-class.server'
import { proposedTest, runTestReached, type TestSight } from './reached-test.server'

type Which = { classId: string; part: string }

/**
 * Opens the test of a part, with a new code for the room; what is proposed is taken where nobody has chosen. Refused before its day, in a
 * closed class, while it is open, and where too few questions of its topics are in use.
 */
export async function openClassTest(acting: ActingPerson, which: Which): Promise<{ kind: 'opened' } | Refused> {
  const reach = classReachOf(acting)
  const { now: at, today, actor } = acting
  return transact(async (tx) => {
    const sight = await runTestReached(tx, reach, which.classId, which.part)
    if (isClassClosed(sight.facts.steps)) return refuse('classtest:refusal.classClosed')
    if (sight.part.on > formatDay(today)) return refuse('classtest:refusal.tooEarly')
    if (testStateOf(sight.test?.steps ?? []) === 'open') return refuse('classtest:refusal.isOpen')
    const testId = sight.test?.id ?? (await takeProposed(tx, sight, acting))
    if (testId === null || (sight.test !== null && isTooSmall(sight.test.body))) return refuse('classtest:refusal.noBank')
    await recordTestStep(tx, { id: newId(at), testId, kind: 'opened', at, by: actor.accountId })
    await showNewCode(tx, testId, acting)
    await audit(tx, acting, sight, 'classtest.testOpened')
    return { kind: 'opened' }
  })
}

/** Shows the room another code: the one before opens no paper any more, papers that were begun go on. */
export async function renewTestCode(acting: ActingPerson, which: Which): Promise<{ kind: 'renewed' } | Refused> {
  const reach = classReachOf(acting)
  return transact(async (tx) => {
    const sight = await runTestReached(tx, reach, which.classId, which.part)
    if (sight.test === null || testStateOf(sight.test.steps) !== 'open') return refuse('classtest:refusal.notOpen')
    await showNewCode(tx, sight.test.id, acting)
    await audit(tx, acting, sight, 'classtest.codeRenewed')
    return { kind: 'renewed' }
  })
}

const isTooSmall = ({ topics, questions }: ClassTestBody): boolean => drawableQuestions(topics).length < questions

/** The test that is proposed, made now; null where the banks cannot make it. */
async function takeProposed(tx: Tx, sight: TestSight, { now: at, actor: { accountId: by } }: ActingPerson): Promise<string | null> {
  const body = proposedTest(sight)
  if (isTooSmall(body)) return null
  const testId = newId(at)
  await recordTest(tx, { id: testId, classId: sight.facts.id, part: sight.part.key, createdAt: at, createdBy: by })
  await recordTestRevision(tx, { id: newId(at), testId, body, at, by })
  return testId
}

/** A code that no room has ever shown. */
async function showNewCode(tx: Tx, testId: string, { now: at, actor: { accountId: by } }: ActingPerson): Promise<void> {
  let code = newCode(testCodeLength)
  while (await isTestCodeTaken(tx, code)) code = newCode(testCodeLength)
  await recordTestCode(tx, { id: newId(at), testId, code, at, by })
}

const audit = (tx: Tx, { now: at, actor }: ActingPerson, { facts, programme, part }: TestSight, act: string): Promise<void> =>
  recordAudit(tx, {
    id: newId(at),
    at,
    actor: actor.accountId,
    act,
    target: { kind: 'class', id: facts.id },
    placeId: programme.place.id,
    detail: { part: part.key },
  })
