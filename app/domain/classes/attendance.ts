/** What a roll call says of one person at one part: when he was first seen, and when he left, in milliseconds; null where nobody said so. */
export type Seen = { at: number | null; leftAt: number | null }

/**
 * How somebody attended a part. late, early: beyond what is forgiven, and does not count. unknown: on paper, without times.
 */
export const sittingStates = ['present', 'late', 'early', 'absent', 'failed'] as const
export type SittingState = (typeof sittingStates)[number]
export const doesCount = (state: SittingState): boolean => state === 'present'

/** begins, ends: of the part; forgiven: minutes of coming late or leaving early that are not held against anybody. */
export function attendanceOf({ at, leftAt }: Seen, begins: number, ends: number, forgiven: number): SittingState {
  if (at === null) return 'absent'
  if (at > begins + forgiven * 60_000) return 'late'
  return leftAt !== null && leftAt < ends - forgiven * 60_000 ? 'early' : 'present'
}
