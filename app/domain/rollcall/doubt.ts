import type { Entry } from './event'

/**
 * Why an entry is put before the commander instead of being counted. off: its phone's clock is more than 10 minutes wrong. ahead: it is
 * dated later than it arrived. before: it is dated before the drill. backdated: dated before something its phone already knew, or before
 * an earlier entry of the same phone. late: it came more than two hours after it is dated. browser: this phone had signed in somebody
 * else. stranger: nobody expected this person.
 */
export type Doubt = 'off' | 'ahead' | 'before' | 'backdated' | 'late' | 'browser' | 'stranger'

const minute = 60_000
/** Clocks up to this far off are set right and counted. */
export const mostOffset = 10 * minute
const slack = minute
const mostLate = 120 * minute

/** Entries that count somebody, or count him no longer: only they can be in doubt. */
const counts = (entry: Entry): boolean => ['seen', 'walk-in', 'counted', 'away', 'left'].includes(entry.said.kind)

/** `begins`: when the drill began, null before; `newest`: the latest instant among earlier entries of the same phone. */
function doubtOf(entry: Entry, begins: number | null, newest: number): Doubt | null {
  const { said, at, received, heard, offset } = entry
  if ((said.kind === 'seen' || said.kind === 'walk-in') && said.doubt !== undefined) return said.doubt
  if (Math.abs(offset) > mostOffset) return 'off'
  if (received !== null && at > received + slack) return 'ahead'
  if (begins !== null && at < begins - mostOffset) return 'before'
  if ((heard !== null && at < heard - slack) || at < newest - slack) return 'backdated'
  if (received !== null && received - at > mostLate) return 'late'
  return null
}

/** The doubtful among entries, by id. The same set gives the same answer in whatever order it came. */
export function doubtful(entries: readonly Entry[], begins: number | null): Map<string, Doubt> {
  const found = new Map<string, Doubt>()
  const newest = new Map<string, number>()
  const byPhone = [...entries].sort(
    (one, other) => one.device.localeCompare(other.device) || one.nth - other.nth || (one.id < other.id ? -1 : 1),
  )
  for (const entry of byPhone) {
    const before = newest.get(entry.device) ?? Number.NEGATIVE_INFINITY
    const doubt = counts(entry) ? doubtOf(entry, begins, before) : null
    if (doubt !== null) found.set(entry.id, doubt)
    newest.set(entry.device, Math.max(before, entry.at))
  }
  return found
}
