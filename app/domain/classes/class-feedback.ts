import { addDays, type Day } from '../shared/day'

/** How fast the class went. */
export const paces = ['slow', 'right', 'fast'] as const
export type Pace = (typeof paces)[number]

export type FeedbackAnswer = { clear: string; unclear: string; pace: Pace; more: string }
/** An answer as it is kept: in the how manyth heap of five, from 0. Neither who nor when. */
export type HeapedAnswer = FeedbackAnswer & { heap: number }

/** So many answers are shown together, never fewer: no single one can be told from what was there before it. */
export const heapSize = 5
/** Days after the class's last day on which feedback is still taken. */
export const feedbackDays = 14

export const heapOf = (before: number): number => Math.floor(before / heapSize)

/** ahead: the class has not begun. over: the days for it are past. */
export type FeedbackState = 'ahead' | 'taken' | 'over'

/** begins, now: milliseconds. lastDay: of the class. */
export function feedbackStateOf(begins: number, lastDay: Day, now: number, today: Day): FeedbackState {
  if (now < begins) return 'ahead'
  return today > addDays(lastDay, feedbackDays) ? 'over' : 'taken'
}

/** What may be shown: full heaps while answers are taken; afterwards all of them. Never anything of fewer than five. */
export function shownAnswers(answers: readonly HeapedAnswer[], state: FeedbackState): readonly HeapedAnswer[] {
  if (answers.length < heapSize) return []
  if (state === 'over') return answers
  const full = Math.floor(answers.length / heapSize)
  return answers.filter(({ heap }) => heap < full)
}

/** How many have answered, as far as it is told: while answers are taken in full heaps, so that nobody can tell whose came last. */
export const toldCount = (answers: readonly unknown[], state: FeedbackState): number =>
  state === 'over' ? answers.length : heapOf(answers.length) * heapSize

export const paceCounts = (answers: readonly Pick<FeedbackAnswer, 'pace'>[]): Record<Pace, number> => ({
  slow: answers.filter(({ pace }) => pace === 'slow').length,
  right: answers.filter(({ pace }) => pace === 'right').length,
  fast: answers.filter(({ pace }) => pace === 'fast').length,
})
