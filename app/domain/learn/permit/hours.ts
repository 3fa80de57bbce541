import type { Hours } from './scene'

const day = 24 * 60

/** Minutes after midnight of a clock time HH:MM; null for anything else. */
export function clockMinutes(text: string): number | null {
  const match = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(text)
  return match === null ? null : Number(match[1]) * 60 + Number(match[2])
}

/** Minutes from one clock time on to the next time it is the other. Equal times are a whole day apart. */
const onTo = (from: number, to: number): number => (to - from + day) % day || day

export type HoursVerdict = 'fits' | 'outside' | 'tooLong' | 'unreadable'

/** Does a permit from `from` to `to` (HH:MM, past midnight where `to` is not later) fit the hours? Outside counts before too long. */
export function hoursVerdict(hours: Pick<Hours, 'opens' | 'closes' | 'atMost'>, from: string, to: string): HoursVerdict {
  const [opens, closes, begins, ends] = [hours.opens, hours.closes, from, to].map(clockMinutes)
  if (opens == null || closes == null || begins == null || ends == null) return 'unreadable'
  const window = onTo(opens, closes)
  const start = (begins - opens + day) % day
  const length = onTo(begins, ends)
  if (start + length > window) return 'outside'
  return length > hours.atMost ? 'tooLong' : 'fits'
}
