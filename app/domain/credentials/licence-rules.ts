import type { Day } from '../shared/day'

/** two-persons: a check counts once a second person agrees. old-card: the building fire keeper's certificate counts at its level. */
export const licenceRuleKinds = ['two-persons', 'old-card'] as const
export type LicenceRuleKind = (typeof licenceRuleKinds)[number]

export type LicenceRule = {
  readonly kind: LicenceRuleKind
  readonly placePath: string
  readonly from: Day
  readonly to: Day | null
}

/** Does a rule of this kind hold on a day for a unit in this place? A place's rule reaches everything below it. */
export const rulesHold = (rules: readonly LicenceRule[], kind: LicenceRuleKind, placePath: string, on: Day): boolean =>
  rules.some((rule) => rule.kind === kind && placePath.startsWith(rule.placePath) && rule.from <= on && (rule.to === null || on <= rule.to))

/** Why a rule may not begin on this day beside those there are, or null. Past checks are not judged anew, so no rule begins before today. */
export function ruleFault(rules: readonly LicenceRule[], wish: LicenceRule, today: Day): 'past' | 'already' | null {
  if (wish.from < today) return 'past'
  const clashes = rules.some(
    (rule) => rule.kind === wish.kind && rule.placePath === wish.placePath && (rule.to === null || rule.to >= wish.from),
  )
  return clashes ? 'already' : null
}
