import { civilDay } from '../shared/civil-day'
import { type Day, monthOf } from '../shared/day'

/** Of the newest so many days, weeks and months that have a backup, the last backup of each is kept. */
export const kept = { days: 7, weeks: 4, months: 12 } as const

/** Monday begins a week; 1970-01-01 was a Thursday. */
const weekOf = (day: Day): number => Math.floor((day + 3) / 7)

function lastOfEach(newestFirst: readonly Date[], periodOf: (day: Day) => number, most: number): Date[] {
  const seen = new Set<number>()
  return newestFirst.filter((at) => {
    const period = periodOf(civilDay(at))
    if (seen.has(period) || seen.size === most) return false
    seen.add(period)
    return true
  })
}

/**
 * The backups that may go: those that are not the last of one of the newest 7 days, 4 weeks or 12 months (civil days of Shanghai, weeks
 * from Monday) that have one. The newest is never among them.
 */
export function toDrop(backups: readonly Date[]): Date[] {
  const newestFirst = backups.toSorted((a, b) => b.getTime() - a.getTime())
  const staying = new Set([
    ...lastOfEach(newestFirst, (day) => day, kept.days),
    ...lastOfEach(newestFirst, weekOf, kept.weeks),
    ...lastOfEach(newestFirst, monthOf, kept.months),
  ])
  return newestFirst.filter((at) => !staying.has(at))
}
