import { addDays, type Day } from '../shared/day'
import { type CoverShift, isFit, type Uncovered, uncoveredHours, type WatchFitness } from './cover'
import { DAY_MINUTES, dayAt, type Minute, type Stretch } from './minutes'
import type { Need } from './rules'

export const forecastDays = 90

/** Somebody who may keep watch today and from `day` on may not, with the stretches that then have too few. */
export type Lapse = { readonly kind: 'person'; readonly personId: string; readonly day: Day; readonly gaps: readonly Uncovered[] }
/** From `day` on the rule needs more people than today. */
export type RuleChange = {
  readonly kind: 'rule'
  readonly rule: string | null
  readonly people: number
  readonly day: Day
  readonly gaps: readonly Uncovered[]
}
export type Coming = Lapse | RuleChange

/**
 * The roster as planned, and after its end the last seven days of it over and over: what would happen if nothing changed. Shifts that
 * are only expected are marked by their id (`expected:`).
 */
export function expectedShifts(shifts: readonly CoverShift[], until: Minute): CoverShift[] {
  const end = shifts.reduce((latest, { to }) => Math.max(latest, to), 0)
  const week = shifts.filter(({ from }) => from >= end - 7 * DAY_MINUTES)
  const ahead: CoverShift[] = []
  for (let round = 1; week.length > 0 && end + (round - 1) * 7 * DAY_MINUTES < until; round += 1)
    for (const { id, from, to, seats } of week) {
      const shift = { id: `expected:${id}:${round}`, from: from + round * 7 * DAY_MINUTES, to: to + round * 7 * DAY_MINUTES, seats }
      if (shift.from < until) ahead.push(shift)
    }
  return [...shifts, ...ahead]
}

export const isExpected = (shiftId: string): boolean => shiftId.startsWith('expected:')

/**
 * What will leave hours without cover within the window, by its cause and in order of days: each person fit today with the first day on
 * which he is not (licence, post, standing), and each rule that asks for more than today. Gaps of today's kind (nobody planned, too few
 * planned) are not among them.
 */
export function comingGaps(needs: readonly Need[], shifts: readonly CoverShift[], fitness: WatchFitness, window: Stretch): Coming[] {
  const today = dayAt(window.from)
  const gaps = uncoveredHours(needs, shifts, fitness, window)
  const people = new Set(shifts.flatMap(({ seats }) => seats.flatMap(({ personId, counts }) => (counts ? [personId] : []))))
  const lapses = [...people].flatMap((personId): Lapse[] => {
    const day = lapseOf(fitness, personId, today)
    if (day === null || day > dayAt(window.to - 1)) return []
    return [{ kind: 'person', personId, day, gaps: gaps.filter((gap) => gap.unfit.includes(personId) && dayAt(gap.to - 1) >= day) }]
  })
  return [...lapses, ...ruleChanges(needs, gaps, today)].sort((one, other) => one.day - other.day)
}

/** The first day on which somebody who is fit today is not; null where he is not fit today or no end is known. */
export function lapseOf(fitness: WatchFitness, personId: string, today: Day): Day | null {
  if (!isFit(fitness, personId, today)) return null
  const span = fitness.get(personId)?.find(({ from, to }) => from <= today && (to === null || to >= today))
  return span === undefined || span.to === null ? null : addDays(span.to, 1)
}

function ruleChanges(needs: readonly Need[], gaps: readonly Uncovered[], today: Day): RuleChange[] {
  const now = needs.find(({ from, to }) => from <= today && today <= to)?.people ?? 0
  return needs
    .filter(({ from, people }) => from > today && people > now)
    .map(({ from, to, people, rule }) => {
      const caused = gaps.filter((gap) => gap.fit >= now && dayAt(gap.from) <= to && dayAt(gap.to - 1) >= from)
      return { kind: 'rule', rule, people, day: from, gaps: caused }
    })
}
