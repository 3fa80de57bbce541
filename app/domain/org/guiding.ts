import { type Day, daysBetween, parseDay } from '../shared/day'
import { minus } from '../shared/period'

/** Whose post makes them a guide of villages: members of the brigade and of the fire stations (鄂托克旗通知 二（二）3). */
export const guidePositions: readonly string[] = ['brigade-chief', 'government-brigade', 'station-staff', 'department-fire-staff']

/** The day on which a tip was sent, as typed: today or within the last year. */
export function readTipDay(typed: string, today: Day): Day | 'notADay' | 'tooEarly' | 'ahead' {
  const day = parseDay(typed.trim())
  if (day === null) return 'notADay'
  if (day > today) return 'ahead'
  return day < minus(today, { years: 1, months: 0, days: 0 }) ? 'tooEarly' : day
}

/** The last tip that each village had, and how many days ago; tips in any order. Villages without one are not named. */
export function lastTips<Tip extends { readonly on: Day; readonly placeIds: readonly string[] }>(
  tips: readonly Tip[],
  today: Day,
): ReadonlyMap<string, { readonly tip: Tip; readonly daysAgo: number }> {
  const last = new Map<string, { tip: Tip; daysAgo: number }>()
  for (const tip of tips.filter(({ on }) => on <= today))
    for (const placeId of tip.placeIds)
      if ((last.get(placeId)?.tip.on ?? -Infinity) < tip.on) last.set(placeId, { tip, daysAgo: daysBetween(tip.on, today) })
  return last
}
