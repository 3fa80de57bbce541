import type { Day } from '../shared/day'
import type { Duty } from './facts'

export type WaivingFault = 'bars' | 'past' | 'backwards'

/**
 * Why a duty may not be lifted from … through, or null. What bars is never lifted: 未经培训合格，不得上岗 (安全生产法 第二十八条).
 * Nothing is lifted backwards in time: a period that was missed stays missed.
 */
export function waivingFault(duty: Pick<Duty, 'bars' | 'cadence'>, from: Day, through: Day, today: Day): WaivingFault | null {
  if (duty.bars || duty.cadence.kind === 'gate') return 'bars'
  if (from < today) return 'past'
  return through < from ? 'backwards' : null
}

/** The last day a waiver keeps when it is taken back today: yesterday, or null where it has not begun and nothing is left of it. */
export function shortenedTo(waiver: { from: Day; through: Day }, yesterday: Day): Day | null {
  return waiver.from > yesterday ? null : yesterday < waiver.through ? yesterday : waiver.through
}
