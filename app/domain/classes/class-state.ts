/** What is done about a class; nothing is edited. */
export const classStepKinds = ['called-off', 'closed', 'reopened'] as const
export type ClassStepKind = (typeof classStepKinds)[number]
export type ClassStep = { id: string; nth: number; kind: ClassStepKind; at: Date; by: string; detail: Record<string, unknown> }

/** ahead: has not begun. running: within its hours. held: over, not closed. closed: it is evidence. open-again: was closed, is being corrected. */
export type ClassState = 'ahead' | 'running' | 'held' | 'closed' | 'open-again' | 'called-off'

/** begins, ends, now: milliseconds. */
export function classStateOf(steps: readonly Pick<ClassStep, 'kind'>[], begins: number, ends: number, now: number): ClassState {
  const last = steps.at(-1)?.kind
  if (last === 'called-off') return 'called-off'
  if (last === 'closed') return 'closed'
  if (last === 'reopened') return 'open-again'
  if (now < begins) return 'ahead'
  return now < ends ? 'running' : 'held'
}

/** Takes nothing more: closed, or called off. */
export const isClassClosed = (steps: readonly Pick<ClassStep, 'kind'>[]): boolean => {
  const last = steps.at(-1)?.kind
  return last === 'closed' || last === 'called-off'
}
