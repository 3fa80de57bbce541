/** A stretch of a video that was played, in seconds from its start. */
export type Interval = readonly [from: number, to: number]

/** What is known of one person's watching of one video. `carry` is wall time not yet used by a claim, in seconds. */
export type Watch = { intervals: readonly Interval[]; position: number; beatAt: number; carry: number }

/** What a player says it has played since its last word. Instants are in seconds. */
export type Beat = { from: number; to: number; position: number; at: number }

/** Clocks of players are a little off: this much may be claimed beyond the wall clock, once; it does not add up. */
export const slack = 2
/** Players speak every five seconds. What was played before a longer silence is not credited, so that waiting earns nothing. */
export const longestSilence = 20
/** A claim of more than this many times the wall clock is no playing at all and earns nothing. */
const fastest = 2

/** Seen is this share of the whole, so that the last frames and the joints between beats do not matter. */
export const enough = 0.95

/** The state of a video that was just opened. */
export const opened = (at: number): Watch => ({ intervals: [], position: 0, beatAt: at, carry: slack })

/** Intervals in order, overlapping ones joined; what lies outside the video is cut. */
export function merged(intervals: readonly Interval[], seconds: number): Interval[] {
  const inside = intervals
    .map(([from, to]): Interval => [Math.max(0, from), Math.min(seconds, to)])
    .filter(([from, to]) => to > from)
    .sort(([one], [other]) => one - other)
  const joined: Interval[] = []
  for (const [from, to] of inside) {
    const last = joined.at(-1)
    if (last && from <= last[1]) joined[joined.length - 1] = [last[0], Math.max(last[1], to)]
    else joined.push([from, to])
  }
  return joined
}

export const covered = (intervals: readonly Interval[]): number => intervals.reduce((sum, [from, to]) => sum + to - from, 0)

/**
 * Credits a beat: never more than the wall clock since the last one plus `slack`, never for a jump, and nothing twice.
 * Seeking claims nothing and costs nothing.
 */
export function afterBeat(watch: Watch, beat: Beat, seconds: number): { watch: Watch; credit: number } {
  const elapsed = Math.max(0, beat.at - watch.beatAt)
  const available = Math.min(elapsed, longestSilence) + watch.carry
  const claim = Math.max(0, Math.min(beat.to, seconds) - beat.from)
  const credit = claim > fastest * elapsed + slack ? 0 : Math.min(claim, available)
  return {
    watch: {
      intervals: credit > 0 ? merged([...watch.intervals, [beat.from, beat.from + credit]], seconds) : watch.intervals,
      position: Math.min(Math.max(0, beat.position), seconds),
      beatAt: Math.max(watch.beatAt, beat.at),
      carry: Math.min(slack, available - credit),
    },
    credit,
  }
}

export const isSeen = (watch: Pick<Watch, 'intervals'>, seconds: number): boolean => covered(watch.intervals) >= seconds * enough

/** Whole seconds still to be watched before it counts as seen. */
export const secondsLeft = (watch: Pick<Watch, 'intervals'>, seconds: number): number =>
  Math.max(0, Math.ceil(seconds * enough - covered(watch.intervals)))
