import type { Day } from '../shared/day'
import { type Direction, type Licence, licenceState } from './licence'

/** What a job asks of a licence. One of these topics answers; kinds are the papers people bring instead, judged by direction and lowest level. */
export type LicenceAsked = {
  readonly topics: readonly string[]
  readonly kinds: readonly string[]
  readonly direction: Direction | null
  /** 5 is the lowest of all, 1 the highest. */
  readonly lowest: number | null
}

/**
 * Why nobody's licence answers for a job, nearest to being mended first; it waits for its second checker, was not checked, ran out,
 * is of too low a level or the other direction, was found false, is of another kind, or is not there. "Wrong level" is not "expired".
 */
export const licenceGaps = ['waiting', 'unverified', 'expired', 'wrong-level', 'wrong-direction', 'revoked', 'wrong-kind', 'none'] as const
export type LicenceGap = (typeof licenceGaps)[number]

/** The gap and the licence it is about; null where one of the licences answers. Judged by what was known on that day. */
export function licenceGap(
  licences: readonly Licence[],
  asked: LicenceAsked,
  on: Day,
): { gap: LicenceGap; licence: Licence | null } | null {
  const found = licences.map((licence) => ({ licence, gap: gapOf(licence, asked, on) }))
  if (found.some(({ gap }) => gap === null)) return null
  for (const gap of licenceGaps) {
    const first = found.find((one) => one.gap === gap)
    if (first) return { gap, licence: first.licence }
  }
  return { gap: 'none', licence: null }
}

function gapOf(licence: Licence, asked: LicenceAsked, on: Day): LicenceGap | null {
  const state = licenceState(licence, on)
  if (state === 'withdrawn' || state === 'superseded') return 'none'
  if (licence.topic === null || !asked.topics.includes(licence.topic)) return elsewhere(licence, asked)
  switch (state) {
    case 'valid':
      return null
    case 'waiting':
    case 'unverified':
      return state
    case 'expired':
    case 'review-overdue':
      return 'expired'
    case 'false':
      return 'revoked'
  }
}

function elsewhere({ kind, level, direction }: Licence, asked: LicenceAsked): LicenceGap {
  if (!asked.kinds.includes(kind)) return 'none'
  if (asked.direction !== null && direction !== null && direction !== asked.direction) return 'wrong-direction'
  if (asked.lowest !== null && level !== null && level > asked.lowest) return 'wrong-level'
  return 'wrong-kind'
}
