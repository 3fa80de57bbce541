import { type CoverageCompared, compareCoverage } from '~/data/duties/coverage-compared.server'
import { markAllChanged } from '~/data/duties/standing-changes.server'
import { transact } from '~/data/transact.server'
import { civilDay } from '~/domain/shared/civil-day'
import { type Day, formatDay, parseDay } from '~/domain/shared/day'
import { readClock } from '~/gateways/clock.server'
import { rulesNow } from './duties-now.server'

/**
 * Has every running process work out all standings that it keeps anew, then works them out here and compares them with the rule, today
 * and on the last day of the year. `told` hears of each difference.
 */
export async function rebuildCoverage(told: (difference: string) => void): Promise<CoverageCompared> {
  await transact(markAllChanged)
  const today = civilDay(readClock())
  const yearEnd = parseDay(`${formatDay(today).slice(0, 4)}-12-31`)
  const days: Day[] = yearEnd === null || yearEnd === today ? [today] : [today, yearEnd]
  const duties = rulesNow()
  return compareCoverage(duties, today, days, told)
}
