import { type Day, formatDay } from '../shared/day'
import type { Step } from './drill-state'
import { evaluationOf } from './evaluation'
import { findingsOf } from './finding'

/** That a drill has to be practised again; `by`: the earliest day that a finding gives for it, null where none does. */
export type Redrill = { readonly by: string | null }
type Answering = { readonly steps: readonly Step[] }

/** Whether the evaluation as it was last written or any finding asks to practise again; null where neither does. */
export function redrillAsked(steps: readonly Step[]): Redrill | null {
  const days = findingsOf(steps)
    .filter(({ redrill }) => redrill)
    .map(({ due }) => due)
    .sort()
  return days.length > 0 || evaluationOf(steps)?.redrill === true ? { by: days[0] ?? null } : null
}

/**
 * What is still owed of it: all, until a drill that answers this one was signed. A finding that was closed with words alone pays nothing; a
 * signature that is being corrected counts.
 */
export const redrillOwed = (steps: readonly Step[], answering: readonly Answering[]): Redrill | null =>
  answering.some((one) => one.steps.some(({ kind }) => kind === 'signed')) ? null : redrillAsked(steps)

/** Its day is past: on the day itself it is not yet late. */
export const isLate = ({ by }: Redrill, today: Day): boolean => by !== null && by < formatDay(today)
