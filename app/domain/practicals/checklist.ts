/** Who may observe: whoever manages the unit, or holds one of these positions there; `assessed`: having passed this practical himself. */
export type Observing =
  | { readonly kind: 'manager'; readonly assessed: boolean }
  | { readonly kind: 'position'; readonly positions: readonly string[]; readonly assessed: boolean }

/**
 * A checklist as the rules need it: its steps in doing order, which of them end it (must), which may be left out because the thing is not
 * there (absent), and how many others may be missed.
 */
export type Checklist = {
  readonly id: string
  readonly revision: number
  readonly topic: string
  readonly observers: { readonly count: 1 | 2; readonly may: readonly Observing[] }
  readonly misses: number
  readonly steps: readonly { readonly id: string; readonly must?: object | undefined; readonly absent?: object | undefined }[]
}

/** Somebody who might observe: by what right, and whether his own assessment stands. */
export type Candidate = {
  readonly isManager: boolean
  readonly positions: readonly string[]
  readonly isAssessed: boolean
}

/**
 * By what right somebody observes: 'manager' or a position; null where he may not. Who has to be assessed himself and is not, may not.
 * That nobody observes himself is asked apart.
 */
export function rightToObserve({ observers }: Checklist, candidate: Candidate): string | null {
  for (const rule of observers.may) {
    if (rule.assessed && !candidate.isAssessed) continue
    if (rule.kind === 'manager') {
      if (candidate.isManager) return 'manager'
      continue
    }
    const held = rule.positions.find((position) => candidate.positions.includes(position))
    if (held !== undefined) return held
  }
  return null
}
