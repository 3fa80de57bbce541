import { type ClassFacts, classAnywhere } from '~/data/classes/classes.server'
import { type TestFacts, testOfCode } from '~/data/classes/tests.server'
import { familyIds } from '~/data/org/family.server'
import { isClassClosed } from '~/domain/classes/class-state'
import { testCodeLength, testStateOf } from '~/domain/classes/class-test'
import { readCode } from '~/domain/shared/codes'
import { count, giveBack } from '~/gateways/limits.server'
import type { ActingPerson } from './reached-class.server'
import { takesPart } from './taking-part.server'

/** unreadable: wrong, replaced, of a closed test or class, or guessed too often: all the same. stranger: the right code, without a seat. */
export type FoundTest =
  | { kind: 'found'; test: TestFacts; facts: ClassFacts; family: readonly string[] }
  | { kind: 'unreadable' | 'stranger' }

async function openTestOf(typed: string): Promise<{ test: TestFacts; facts: ClassFacts } | null> {
  const code = readCode(typed, testCodeLength)
  const test = code === null ? null : await testOfCode(code)
  const facts = test && (await classAnywhere(test.classId))
  if (test === null || facts === null) return null
  return testStateOf(test.steps) === 'open' && !isClassClosed(facts.steps) ? { test, facts } : null
}

/**
 * The test that a room's code opens, for somebody who takes part in the class. Wrong codes are counted by account, right ones are not: each
 * is counted before it is looked up and given back, so that a hundred at once are a hundred.
 */
export async function findClassTest({ actor }: ActingPerson, typed: string): Promise<FoundTest> {
  const { admitted } = await count('test', actor.accountId)
  const open = admitted ? await openTestOf(typed) : null
  if (open === null) return { kind: 'unreadable' }
  await giveBack('test', actor.accountId)
  const family = familyIds(actor.personId)
  return (await takesPart(open.facts, family)) ? { kind: 'found', ...open, family } : { kind: 'stranger' }
}
