import { recordAudit } from '~/data/accounts/audit.server'
import { recordTestStep } from '~/data/classes/tests.server'
import { transact } from '~/data/transact.server'
import { testStateOf } from '~/domain/classes/class-test'
import { type Refused, refuse } from '~/domain/shared/refusal'
import { newId } from '~/gateways/secrets.server'
import { type ActingPerson, classReachOf } from './reached-class.server'
import { runTestReached } from './reached-test.server'

/**
 * Closes the test of a part: its code opens nothing any more, and papers that are still open end at this instant, judged by what was
 * saved. They are graded by their job, each on its own, so that one that cannot be graded keeps no other from it.
 */
export async function closeClassTest(
  acting: ActingPerson,
  { classId, part }: { classId: string; part: string },
): Promise<{ kind: 'closed' } | Refused> {
  const reach = classReachOf(acting)
  const { now: at, actor } = acting
  return transact(async (tx) => {
    const { test, programme } = await runTestReached(tx, reach, classId, part)
    if (test === null || testStateOf(test.steps) !== 'open') return refuse('classtest:refusal.notOpen')
    await recordTestStep(tx, { id: newId(at), testId: test.id, kind: 'closed', at, by: actor.accountId })
    await recordAudit(tx, {
      id: newId(at),
      at,
      actor: actor.accountId,
      act: 'classtest.testClosed',
      target: { kind: 'class', id: classId },
      placeId: programme.place.id,
      detail: { part },
    })
    return { kind: 'closed' }
  })
}
