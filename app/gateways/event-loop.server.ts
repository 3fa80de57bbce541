import { monitorEventLoopDelay } from 'node:perf_hooks'

/** By how many seconds the process came late to what was due, in the last whole minute. */
export type Lateness = { median: number; p99: number; longest: number }

let last: Lateness | null = null

/** Begins to measure; once a process. */
export function measureEventLoop(everyMs = 60_000): void {
  const delay = monitorEventLoopDelay({ resolution: 20 })
  delay.enable()
  const seconds = (nanoseconds: number) => (Number.isFinite(nanoseconds) ? Math.max(0, nanoseconds) / 1e9 : 0)
  setInterval(() => {
    last = { median: seconds(delay.percentile(50)), p99: seconds(delay.percentile(99)), longest: seconds(delay.max) }
    delay.reset()
  }, everyMs).unref()
}

/** Null in the first minute. */
export const eventLoopLateness = (): Lateness | null => last
