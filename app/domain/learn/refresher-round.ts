import type { Day } from '../shared/day'

/** What a round has come to: what was opened of it, and its newest paper. */
export type RoundFacts = {
  readonly periodLast: Day
  readonly lessons: readonly string[]
  readonly read: ReadonlySet<string>
  /** False while the case waits; a round without a case has none to wait for. */
  readonly caseRead: boolean
  readonly attempt: { readonly id: string; readonly isOpen: boolean; readonly passed: boolean } | null
}

/** live: to be gone on with. passed: done. lapsed: its period is over, and no paper of it is open. */
export type RoundState = 'live' | 'passed' | 'lapsed'

/** A round belongs to its period; a paper that was started in it may still be handed in. */
export function roundState({ attempt, periodLast }: RoundFacts, today: Day): RoundState {
  if (attempt?.passed) return 'passed'
  return today <= periodLast || attempt?.isOpen ? 'live' : 'lapsed'
}

/** The next thing to open: a lesson, the case, or the paper once all were opened. */
export type RoundStep = { readonly kind: 'lesson'; readonly lesson: string } | { readonly kind: 'case' } | { readonly kind: 'paper' }

export function nextRoundStep({ lessons, read, caseRead }: RoundFacts): RoundStep {
  const lesson = lessons.find((id) => !read.has(id))
  if (lesson !== undefined) return { kind: 'lesson', lesson }
  return caseRead ? { kind: 'paper' } : { kind: 'case' }
}

/** How many of the lessons and the case are still to be opened. */
export const leftToOpen = ({ lessons, read, caseRead }: RoundFacts): number =>
  lessons.filter((id) => !read.has(id)).length + (caseRead ? 0 : 1)
