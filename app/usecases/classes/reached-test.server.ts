import { proposedTopics } from '~/content/class-test-banks.server'
import { type TestFacts, testInside, testOfPart } from '~/data/classes/tests.server'
import type { Tx } from '~/data/transact.server'
import type { ClassPart } from '~/domain/classes/class-body'
import { type ClassTestBody, usualTest } from '~/domain/classes/class-test'
import { NotFound } from '~/domain/shared/faults'
import { type ActingPerson, type ClassReach, type ClassSight, classReached, getHeldClass } from './reached-class.server'

/** runs: chooses, opens and closes the test: whoever leads the class, and the organiser of its main classroom. The others show its code. */
export type TestSight = ClassSight & { part: ClassPart; test: TestFacts | null; runs: boolean }

/** Whether somebody runs the tests of a class. */
export function runsTests({ facts, leads, rooms }: ClassSight): boolean {
  const [main] = facts.body.classrooms
  return leads || (main !== undefined && rooms.includes(main.id))
}

function withPart(sight: ClassSight, key: string, test: TestFacts | null): TestSight {
  const part = sight.facts.body.parts.find((one) => one.key === key && one.kind === 'test')
  if (part === undefined) throw new NotFound()
  return { ...sight, part, test, runs: runsTests(sight) }
}

/** The test of a part, for whoever leads the class or organises one of its classrooms; a part that is no test is not found. */
export async function getHeldTest(acting: ActingPerson, classId: string, key: string): Promise<TestSight> {
  const sight = await getHeldClass(acting, classId)
  return withPart(sight, key, await testOfPart(classId, key))
}

/** The same inside a transaction, for whoever runs the test; others do not find it. */
export async function runTestReached(tx: Tx, reach: ClassReach, classId: string, key: string): Promise<TestSight> {
  const sight = withPart(await classReached(tx, reach, classId), key, await testInside(tx, classId, key))
  if (!sight.runs) throw new NotFound()
  return sight
}

/** What is proposed for the test of a programme's class where nobody has chosen. */
export const proposedTest = ({ programme }: Pick<ClassSight, 'programme'>): ClassTestBody => ({
  topics: proposedTopics(programme.body.audience.positions),
  ...usualTest,
})
