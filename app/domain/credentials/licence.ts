import { addDays, type Day } from '../shared/day'

export type Direction = 'monitoring' | 'maintenance'
export type CheckResult = 'matches' | 'differs' | 'not-found'

/** Somebody compared a licence with the official page. Where two persons are asked for, it counts once the second agrees. */
export type LicenceCheck = {
  readonly on: Day
  readonly result: CheckResult
  readonly needsSecond: boolean
  readonly second: { readonly on: Day; readonly agrees: boolean } | null
  readonly nextDue: Day | null
}

/** A licence of the state as it is printed. topic: what a check of it is evidence of; null where it authorises nothing. */
export type Licence = {
  readonly id: string
  readonly personId: string
  readonly kind: string
  /** 1 (highest) to 5; null where none is printed. */
  readonly level: number | null
  readonly direction: Direction | null
  readonly topic: string | null
  readonly validTo: Day | null
  readonly reviewDue: Day | null
  readonly recordedOn: Day
  /** In the order in which they were made. */
  readonly checks: readonly LicenceCheck[]
  readonly ended: { readonly kind: 'withdrawn' | 'superseded'; readonly on: Day } | null
}

/** What a licence is worth on a day. waiting: checked by one person where two are asked for. */
export type LicenceState = 'withdrawn' | 'superseded' | 'false' | 'unverified' | 'waiting' | 'expired' | 'review-overdue' | 'valid'

/** The last day it counts by what is printed on it: the earlier of expiry and review; null where neither is printed. Never computed. */
export function printedThrough({ validTo, reviewDue }: Pick<Licence, 'validTo' | 'reviewDue'>): Day | null {
  if (validTo === null || reviewDue === null) return validTo ?? reviewDue
  return validTo < reviewDue ? validTo : reviewDue
}

/** The day from which a check counts: its own, or that of the second who agreed; null while it does not count by this day. */
export function countsFrom(check: LicenceCheck, on: Day): Day | null {
  if (check.on > on) return null
  if (!check.needsSecond) return check.on
  const { second } = check
  return second?.agrees === true && second.on <= on ? second.on : null
}

/** The last check whose word holds on a day; null where none does yet. */
export function lastWord(checks: readonly LicenceCheck[], on: Day): LicenceCheck | null {
  return checks.findLast((check) => countsFrom(check, on) !== null) ?? null
}

/** By what was known on that day. A licence that was never found true is worth nothing, whatever is printed on it. */
export function licenceState(licence: Licence, on: Day): LicenceState {
  const { ended, checks, validTo, reviewDue } = licence
  if (ended !== null && ended.on <= on) return ended.kind
  const word = lastWord(checks, on)
  if (word !== null && word.result !== 'matches') return 'false'
  if (word === null) return checks.some((check) => check.on <= on && check.second === null) ? 'waiting' : 'unverified'
  if (validTo !== null && validTo < on) return 'expired'
  return reviewDue !== null && reviewDue < on ? 'review-overdue' : 'valid'
}

/** The marks before a licence runs out, in days. Policy: no clause gives them. */
export const lapseMarks = [90, 60, 30, 7] as const

/** The nearest mark that has been reached before the last day it counts: 90, 60, 30 or 7; null where none has, or it has run out. */
export function lapseMark(through: Day | null, on: Day): (typeof lapseMarks)[number] | null {
  if (through === null || through < on) return null
  return lapseMarks.findLast((mark) => addDays(through, -mark) <= on) ?? null
}

/** The day on which the official page should be looked at again has passed. Warns; never bars. */
export function isCheckDue(licence: Licence, on: Day): boolean {
  const word = lastWord(licence.checks, on)
  return word !== null && word.nextDue !== null && word.nextDue < on
}
