import type { Day } from '../shared/day'
import { plainName } from './licence-number'

/** What a card is for, and the days printed on it. */
export type SpannedCard = {
  readonly kind: string
  readonly item: string | null
  readonly level: number | null
  readonly direction: string | null
  readonly firstIssuedOn: Day | null
  readonly validFrom: Day | null
  readonly validTo: Day | null
}

/** Two cards of one kind for the same work: item, level and direction as printed. */
export const isSameWork = (one: Omit<SpannedCard, 'firstIssuedOn' | 'validFrom' | 'validTo'>, other: typeof one): boolean =>
  one.kind === other.kind &&
  one.level === other.level &&
  one.direction === other.direction &&
  plainName(one.item ?? '') === plainName(other.item ?? '')

const begins = ({ validFrom, firstIssuedOn }: SpannedCard): number => validFrom ?? firstIssuedOn ?? Number.NEGATIVE_INFINITY
const ends = ({ validTo }: SpannedCard): number => validTo ?? Number.POSITIVE_INFINITY

/**
 * Does one person's card stand beside another of his for the same work on some day, both last days included? Where no first day is printed
 * it is taken to have begun before, where no last day is printed not to end. A renewed card replaces the old one and does not stand beside it.
 */
export const standsBeside = (one: SpannedCard, other: SpannedCard): boolean =>
  isSameWork(one, other) && begins(one) <= ends(other) && begins(other) <= ends(one)
