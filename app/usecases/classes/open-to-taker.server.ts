import type { ClassFacts } from '~/data/classes/classes.server'
import { hasGivenFeedback } from '~/data/classes/feedback.server'
import { testOfPart } from '~/data/classes/tests.server'
import { familyIds } from '~/data/org/family.server'
import { isClassClosed } from '~/domain/classes/class-state'
import { testStateOf } from '~/domain/classes/class-test'
import { attends, feedbackNow } from './give-class-feedback.server'
import type { ActingPerson } from './reached-class.server'

/** A class of which somebody who takes part in it can do something on the phone now: sit its test with the room's code, say how it was. */
export type OpenToTaker = { id: string; title: string; test: boolean; feedback: boolean }

async function isTestOpen({ id, body, steps }: ClassFacts): Promise<boolean> {
  if (isClassClosed(steps)) return false
  const tests = await Promise.all(body.parts.filter(({ kind }) => kind === 'test').map(({ key }) => testOfPart(id, key)))
  return tests.some((test) => test !== null && testStateOf(test.steps) === 'open')
}

/** What is open to somebody in a class now; null where nothing is, or where he takes no part in it. */
export async function openToTaker({ actor, now, today }: ActingPerson, facts: ClassFacts): Promise<OpenToTaker | null> {
  const state = feedbackNow(facts, now, today)
  if (state === 'over') return null
  const family = familyIds(actor.personId)
  const test = await isTestOpen(facts)
  const feedback = state === 'taken' && !hasGivenFeedback(facts.id, family)
  if (!test && !feedback) return null
  return (await attends(facts, family)) ? { id: facts.id, title: facts.body.title, test, feedback } : null
}
