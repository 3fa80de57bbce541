import { randomInt } from 'node:crypto'
import { type ClassFacts, classAnywhere } from '~/data/classes/classes.server'
import { hasGivenFeedback, recordFeedback } from '~/data/classes/feedback.server'
import { sittingsOf } from '~/data/classes/sittings.server'
import { familyIds } from '~/data/org/family.server'
import { transactTogether } from '~/data/transact-together.server'
import { beginsAt, endsAt } from '~/domain/classes/class-body'
import { type FeedbackAnswer, type FeedbackState, feedbackStateOf } from '~/domain/classes/class-feedback'
import { civilDay } from '~/domain/shared/civil-day'
import type { Day } from '~/domain/shared/day'
import { NotFound } from '~/domain/shared/faults'
import { type Refused, refuse } from '~/domain/shared/refusal'
import type { ActingPerson } from './reached-class.server'
import { takesPart } from './taking-part.server'

/** Whether feedback on a class is taken now. One that was called off is over. */
export function feedbackNow({ body, steps }: ClassFacts, now: Date, today: Day): FeedbackState {
  if (steps.at(-1)?.kind === 'called-off') return 'over'
  return feedbackStateOf(beginsAt(body), civilDay(new Date(endsAt(body))), now.getTime(), today)
}

/** Takes part in a class; once it was closed, came to any of it. */
export async function attends(facts: ClassFacts, family: readonly string[]): Promise<boolean> {
  if (!facts.steps.some(({ kind }) => kind === 'closed')) return takesPart(facts, family)
  const own = sittingsOf({ id: facts.programmeId }).filter((one) => one.classId === facts.id && family.includes(one.person))
  return own.some(({ state }) => state !== 'absent')
}

export type FeedbackSight = { facts: ClassFacts; family: readonly string[]; state: FeedbackState; given: boolean }

/** A class for whoever takes part in it, and once it was closed for whoever came to any of it; others do not find it. */
export async function getAttendedClass({ actor, now, today }: ActingPerson, classId: string): Promise<FeedbackSight> {
  const facts = await classAnywhere(classId)
  if (facts === null) throw new NotFound()
  const family = familyIds(actor.personId)
  if (!(await attends(facts, family))) throw new NotFound()
  return { facts, family, state: feedbackNow(facts, now, today), given: hasGivenFeedback(classId, family) }
}

/**
 * Keeps what somebody says about a class, apart from who he is. It alone leaves no entry in the audit log: the entry would say when.
 * Refused before the class, two weeks after it, and a second time.
 */
export async function giveClassFeedback(
  acting: ActingPerson,
  { classId, answer }: { classId: string; answer: FeedbackAnswer },
): Promise<{ kind: 'given' } | Refused> {
  const { family, state, given } = await getAttendedClass(acting, classId)
  if (state !== 'taken') return refuse(state === 'ahead' ? 'classtest:refusal.feedbackAhead' : 'classtest:refusal.feedbackOver')
  if (given) return refuse('classtest:refusal.given')
  const { personId } = acting.actor
  const kept = await transactTogether((tx) => recordFeedback(tx, { classId, family, personId, answer }, () => randomInt(1, 2 ** 31)))
  return kept ? { kind: 'given' } : refuse('classtest:refusal.given')
}
