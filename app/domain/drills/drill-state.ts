import type { Timeline } from './timeline'

/** What is written about a drill besides what happened in it, in the order in which it was written. */
export const stepKinds = [
  'notice-given',
  'sign-up',
  'called-off',
  'evaluated',
  'finding',
  'finding-closed',
  'plan-revised',
  'reported',
  'sheet-kept',
  'signed',
  'reopened',
] as const
export type StepKind = (typeof stepKinds)[number]
export type Step = { id: string; nth: number; kind: StepKind; at: Date; by: string; personId: string; detail: Record<string, unknown> }

/**
 * planned: not begun. running: begun, no all clear. held: over, not signed. signed: it is evidence. open-again: was signed, is being
 * corrected; what was signed stays and counts until it is signed anew.
 */
export type DrillState = 'planned' | 'called-off' | 'running' | 'held' | 'signed' | 'open-again'

/** `way`: logged and paper drills were over when they were entered. */
export function stateOf(way: string, steps: readonly Step[], { begins, ends }: Pick<Timeline, 'begins' | 'ends'>): DrillState {
  const last = steps.filter(({ kind }) => kind === 'signed' || kind === 'reopened').at(-1)
  if (last !== undefined) return last.kind === 'signed' ? 'signed' : 'open-again'
  if (steps.some(({ kind }) => kind === 'called-off')) return 'called-off'
  if (way !== 'planned' || ends !== null) return 'held'
  return begins === null ? 'planned' : 'running'
}

/** Signed and not being corrected, or called off: nothing more is taken. */
export function isClosed(steps: readonly Pick<Step, 'kind'>[]): boolean {
  const last = steps.filter(({ kind }) => kind === 'signed' || kind === 'reopened').at(-1)
  return last === undefined ? steps.some(({ kind }) => kind === 'called-off') : last.kind === 'signed'
}

/** Day and hour of an unannounced drill are known to those who lead it until it begins, and to nobody else. */
export const isHidden = (unannounced: boolean, state: DrillState, leads: boolean): boolean => unannounced && state === 'planned' && !leads
