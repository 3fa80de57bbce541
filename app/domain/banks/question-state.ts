export const verdictKinds = ['approved', 'returned'] as const
export type VerdictKind = (typeof verdictKinds)[number]
export const questionStepKinds = ['withdrawn', 'restored'] as const
export type QuestionStepKind = (typeof questionStepKinds)[number]

/**
 * proposed: nobody has decided yet. approved: in use as it stands. changing: in use as it was, a newer wording waits. returned: the last
 * wording was sent back, and none is in use. withdrawn: out of use.
 */
export const questionStates = ['proposed', 'changing', 'approved', 'returned', 'withdrawn'] as const
export type QuestionState = (typeof questionStates)[number]

type Revision = { readonly verdict: VerdictKind | null }

/** Where a question stands, from its wordings in their order and what was done about it. */
export function questionStateOf(revisions: readonly Revision[], steps: readonly QuestionStepKind[]): QuestionState {
  if (steps.at(-1) === 'withdrawn') return 'withdrawn'
  const last = revisions.at(-1)?.verdict ?? null
  const isInUse = revisions.some(({ verdict }) => verdict === 'approved')
  if (last === null) return isInUse ? 'changing' : 'proposed'
  return isInUse ? 'approved' : last
}

/** The wording that is in use: the latest that was approved, unless the question is withdrawn. */
export function wordingInUse<One extends Revision>(revisions: readonly One[], steps: readonly QuestionStepKind[]): One | null {
  return steps.at(-1) === 'withdrawn' ? null : (revisions.findLast(({ verdict }) => verdict === 'approved') ?? null)
}

/** Whether a wording waits for somebody's decision. */
export const awaitsVerdict = (state: QuestionState): boolean => state === 'proposed' || state === 'changing'
