import { addDays, type Day } from '../shared/day'
import { minus } from '../shared/period'
import { spellsOf } from './binding'
import { periodHolding } from './cadence-calendar'
import type { CalendarCadence, Evidence } from './facts'
import { firstCounted, type Inquiry } from './inquiry'
import { spellAt } from './spells'
import type { Asked } from './unhelpful'
import { waivedThrough } from './waived'

/**
 * What became of a calendar period: met by its first piece that counts; else lifted by a waiver on its last day; else missed where it
 * is over, and made up for by the first piece after it; else still open.
 */
export type Outcome =
  | { readonly kind: 'met'; readonly by: Evidence }
  | { readonly kind: 'missed'; readonly madeUpBy: Evidence | null }
  | { readonly kind: 'lifted' | 'open' }

/** A calendar period, first … last, that a subject owes, or has met without owing it. */
export type PeriodOutcome = { readonly first: Day; readonly last: Day; readonly outcome: Outcome }

/** What is known on a day about the evidence of a subject that the duty binds on the day asked about; null where it does not. */
export function inquiryOf({ index, duty, subject, on, known }: Asked): Inquiry | null {
  const spells = spellsOf(duty, subject)
  const spell = spellAt(spells, on)
  return spell === null ? null : { duty, subject, on, known, spells, spell, ledger: index.ledger, units: null }
}

/**
 * The periods of a calendar duty that end on from … through, as the contract's "missed" has it: what counts is judged on the day
 * asked about, whether a period is over on `today`. None where the duty does not bind the subject on the day asked about.
 */
export function periodsOwed(asked: Asked, cadence: CalendarCadence, today: Day, from: Day, through: Day): readonly PeriodOutcome[] {
  const inquiry = inquiryOf(asked)
  if (inquiry === null) return []
  const periods: PeriodOutcome[] = []
  let { first, last } = periodHolding(cadence, from)
  for (; last <= through; { first, last } = periodHolding(cadence, addDays(last, 1))) {
    const outcome = outcomeOf(inquiry, cadence, today, first, last)
    if (outcome !== null) periods.push({ first, last, outcome })
  }
  return periods
}

function outcomeOf(inquiry: Inquiry, cadence: CalendarCadence, today: Day, first: Day, last: Day): Outcome | null {
  const piece = firstCounted(inquiry, first)
  if (piece !== null && piece.on <= last) return { kind: 'met', by: piece }
  const spell = spellAt(inquiry.spells, last)
  if (spell === null || spell.first > minus(last, cadence.lead)) return null
  if (waivedThrough(inquiry.duty.waivers.get(inquiry.subject), last) !== null) return { kind: 'lifted' }
  return last < today ? { kind: 'missed', madeUpBy: piece } : { kind: 'open' }
}
