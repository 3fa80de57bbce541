import { addDays, type Day, earlierOf, laterOf } from '../shared/day'
import { type Period, plus } from '../shared/period'
import type { CheckResult, Licence, LicenceCheck } from './licence'

export const checkWays = ['page', 'code', 'telephone', 'original'] as const
export type CheckWay = (typeof checkWays)[number]
export const checkResults: readonly CheckResult[] = ['matches', 'differs', 'not-found']

/** Whether nobody has said yet whether what is entered is what is printed: until then it may be corrected. */
export const isUntouched = ({ checks, ended }: Pick<Licence, 'checks' | 'ended'>): boolean => checks.length === 0 && ended === null

/** The check that waits for a second person; null where none does. */
export const waitingCheck = <C extends LicenceCheck>(checks: readonly C[]): C | null =>
  checks.findLast((check, nth) => nth === checks.length - 1 && check.needsSecond && check.second === null) ?? null

export type CheckFault = 'own' | 'ended' | 'waiting' | 'pageMissing' | 'nextPast' | 'nextTooLate'

/** Why a licence may not be checked by this person in this way, or null. Nobody checks his own licence. */
export function checkFault(
  licence: Pick<Licence, 'checks' | 'ended'>,
  { isOwn, how, page, nextDue }: { isOwn: boolean; how: CheckWay; page: string | null; nextDue: Day | null },
  today: Day,
): CheckFault | null {
  if (isOwn) return 'own'
  if (licence.ended?.kind === 'withdrawn') return 'ended'
  if (waitingCheck(licence.checks) !== null) return 'waiting'
  if ((how === 'page' || how === 'code') && page === null) return 'pageMissing'
  if (nextDue !== null && nextDue <= today) return 'nextPast'
  return nextDue !== null && nextDue > plus(today, { years: 3, months: 0, days: 0 }) ? 'nextTooLate' : null
}

/** When to look again, as suggested: after the kind's usual time, but not after the last day that is printed. Policy, no clause. */
export function suggestedRecheck(today: Day, recheck: Period, through: Day | null): Day {
  const usual = plus(today, recheck)
  return through === null ? usual : laterOf(addDays(today, 1), earlierOf(usual, through))
}
