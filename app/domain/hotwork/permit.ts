/** What is written about a permit after it was asked for. `good`: the person is the one on the licence; nothing glows. */
export type PermitStep = { readonly at: Date; readonly worker: string | null } & (
  | { readonly kind: 'approved' | 'refused' | 'cancelled' | 'guard-present' | 'notice-posted' | 'started' | 'ended' | 'stopped' }
  | { readonly kind: 'worker-checked' | 'looked'; readonly good: boolean }
)
export type PermitAct = PermitStep['kind']

/** A permit as it was asked for, with its steps in the order in which they were written. looks: minutes after the end. */
export type PermitFacts = {
  readonly from: Date
  readonly until: Date
  readonly workers: readonly string[]
  readonly looks: readonly number[]
  readonly steps: readonly PermitStep[]
}

export type Missing = { readonly workers: readonly string[]; readonly guard: boolean; readonly notice: boolean }

/** over: still burning after the approved hours. stopped: the fire went out because somebody stopped the work. */
export type PermitState =
  | { readonly kind: 'waiting' | 'refused' | 'cancelled' | 'expired' | 'halted' }
  | { readonly kind: 'approved'; readonly missing: Missing }
  | { readonly kind: 'ready'; readonly opens: boolean }
  | { readonly kind: 'burning'; readonly since: Date; readonly over: boolean }
  | { readonly kind: 'watching'; readonly stopped: boolean; readonly done: number; readonly next: Date; readonly isDue: boolean }
  | { readonly kind: 'closed'; readonly stopped: boolean; readonly at: Date }

/** Why an act is not possible now. */
export type NotNow =
  | 'expired'
  | 'over'
  | 'decided'
  | 'done'
  | 'notApproved'
  | 'notThatDay'
  | 'notReady'
  | 'tooEarly'
  | 'notBurning'
  | 'notWatching'
  | 'lookTooEarly'
