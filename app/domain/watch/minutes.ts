import { civilDay } from '../shared/civil-day'
import { addDays, type Day } from '../shared/day'

/** Whole minutes since 1970-01-01T00:00Z. Rosters are kept to the minute; Shanghai is UTC+8 and has no summer time. */
export type Minute = number

export const DAY_MINUTES = 1440
const OFFSET = 480

/** From … to, `to` not included. */
export type Stretch = { readonly from: Minute; readonly to: Minute }

/** The first minute of a civil day in Shanghai. */
export const startOf = (day: Day): Minute => day * DAY_MINUTES - OFFSET

/** The minute after the last of a civil day. */
export const endOf = (day: Day): Minute => startOf(day) + DAY_MINUTES

export const minuteOf = (instant: Date): Minute => Math.floor(instant.getTime() / 60_000)
export const instantOf = (minute: Minute): Date => new Date(minute * 60_000)

/** The civil day in Shanghai that holds a minute. */
export const dayAt = (minute: Minute): Day => civilDay(instantOf(minute))

/** Minutes since midnight in Shanghai, 0 to 1439. */
export const timeAt = (minute: Minute): number => minute - startOf(dayAt(minute))

/** The civil days that a stretch touches, in order. */
export function daysOf({ from, to }: Stretch): Day[] {
  const first = dayAt(from)
  const last = to > from ? dayAt(to - 1) : first
  return Array.from({ length: last - first + 1 }, (_, nth) => addDays(first, nth))
}

export const overlap = (one: Stretch, other: Stretch): boolean => one.from < other.to && other.from < one.to

/** The Monday of the week that holds a day; 1970-01-01 was a Thursday. */
export const mondayOf = (day: Day): Day => addDays(day, -((((day + 3) % 7) + 7) % 7))

/** Reads 08:00 as minutes since midnight; 24:00 is the end of the day. Null for other spellings. */
export function readTime(text: string): number | null {
  const found = /^(\d{2}):(\d{2})$/.exec(text)
  if (found === null) return null
  const minutes = Number(found[1]) * 60 + Number(found[2])
  return Number(found[2]) > 59 || minutes > DAY_MINUTES ? null : minutes
}

/** Writes 08:00. */
export const writeTime = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

/** A shift that begins on a day; where it would end before it begins, it ends on the next day. */
export function shiftOn(day: Day, begins: number, ends: number): Stretch {
  const from = startOf(day) + begins
  const to = startOf(day) + ends
  return { from, to: to > from ? to : to + DAY_MINUTES }
}

/** The last minute with this time of day that is not later than `now`: what somebody means who writes 23:50 after midnight. */
export function recentAt(now: Minute, time: number): Minute {
  const today = startOf(dayAt(now)) + time
  return today > now ? today - DAY_MINUTES : today
}
