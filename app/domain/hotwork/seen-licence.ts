import type { Day } from '../shared/day'

/** A licence as it was seen in somebody's hand: what kind it is evidence of, and the days printed on it. */
export type SeenLicence = { readonly topics: readonly string[]; readonly validTo: Day | null; readonly reviewDue: Day | null }

/**
 * Why a licence that was seen does not answer for a kind of work on a day; null where it does. A printed review date is a limit like the
 * printed expiry; nothing is worked out.
 */
export function seenFault(licence: SeenLicence, asked: readonly string[], on: Day): 'wrong-kind' | 'expired' | null {
  if (!licence.topics.some((topic) => asked.includes(topic))) return 'wrong-kind'
  const isOver = (day: Day | null): boolean => day !== null && day < on
  return isOver(licence.validTo) || isOver(licence.reviewDue) ? 'expired' : null
}
