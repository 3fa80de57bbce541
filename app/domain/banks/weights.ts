import type { QuestionFault } from './question'

/**
 * The options that are right by their weights in percent: one that is worth all, or several that are worth the same and together all.
 * isOne: the format says that one is right. Half-right options cannot be kept.
 */
export function weighed(weights: readonly number[], isOne: boolean): number[] | QuestionFault {
  const right = weights.flatMap((weight, place) => (weight > 0 ? [place] : []))
  if (right.length === 0) return 'noAnswer'
  if (isOne || right.length === 1) return right.length === 1 && weights[right[0] ?? 0] === 100 ? right : 'uneven'
  const share = 100 / right.length
  return right.every((place) => Math.abs((weights[place] ?? 0) - share) < 0.01) ? right : 'uneven'
}
