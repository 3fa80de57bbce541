/** Upper ends in seconds; what takes longer falls into the last, open one. */
export const ends = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] as const

/** Durations, counted by how long they were. */
export type Durations = { counts: number[]; sum: number }

export const noDurations = (): Durations => ({ counts: Array.from({ length: ends.length + 1 }, () => 0), sum: 0 })

export function addDuration(durations: Durations, seconds: number): void {
  const found = ends.findIndex((end) => seconds <= end)
  const place = found < 0 ? ends.length : found
  durations.counts[place] = (durations.counts[place] ?? 0) + 1
  durations.sum += seconds
}

export const howMany = ({ counts }: Durations): number => counts.reduce((sum, count) => sum + count, 0)

/** All of several in one. */
export function together(several: readonly Durations[]): Durations {
  const sum = noDurations()
  for (const one of several) {
    one.counts.forEach((count, place) => {
      sum.counts[place] = (sum.counts[place] ?? 0) + count
    })
    sum.sum += one.sum
  }
  return sum
}

/** Within how many seconds this share (0 to 1) was done: the upper end it lies under; null for none, Infinity beyond the last end. */
export function withinSeconds(durations: Durations, share: number): number | null {
  const all = howMany(durations)
  if (all === 0) return null
  let seen = 0
  for (const [place, count] of durations.counts.entries()) {
    seen += count
    if (seen >= all * share) return ends[place] ?? Number.POSITIVE_INFINITY
  }
  return Number.POSITIVE_INFINITY
}
