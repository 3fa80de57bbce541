import type { NotNow, PermitAct, PermitFacts, PermitState } from './permit'
import { courseOf, isReady, missingOf, nextLook, whyNot } from './permit-course'

/**
 * How a permit stands at an instant, from its rows alone; a row that could not be at its time changes nothing. Nobody burns without an
 * approval, every worker checked, the guard there and the notice up, that day and within the hours (61号令 第二十条; 消防法 第二十一条).
 */
export function permitState(facts: PermitFacts, now: Date): PermitState {
  const course = courseOf(facts, now)
  const { phase, since, stopped, done } = course
  switch (phase) {
    case 'waiting':
      return { kind: now >= facts.until ? 'expired' : 'waiting' }
    case 'approved':
      if (now >= facts.until) return { kind: 'expired' }
      if (!isReady(facts, course)) return { kind: 'approved', missing: missingOf(facts, course) }
      return { kind: 'ready', opens: now >= facts.from }
    case 'burning':
      return { kind: 'burning', since, over: now >= facts.until }
    case 'watching':
      return { kind: 'watching', stopped, done, next: nextLook(facts, course), isDue: now >= nextLook(facts, course) }
    case 'closed':
      return { kind: 'closed', stopped, at: since }
    default:
      return { kind: phase }
  }
}

/** Whether an act may be written now, and if not, why. */
export const mayFollow = (facts: PermitFacts, act: PermitAct, now: Date, good = true): NotNow | null =>
  whyNot(facts, courseOf(facts, now), act, now, good)
