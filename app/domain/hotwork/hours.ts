import { civilDay } from '../shared/civil-day'
import { addDays, type Day, formatDay } from '../shared/day'

/** Hours of a day as HH:MM; an end that is not later than the beginning is on the next day. */
export type Hours = { readonly from: string; readonly to: string }
export type Window = { readonly from: Date; readonly until: Date }

/** The instant of a time of day in Asia/Shanghai (UTC+8; no summer time since 1991). */
export const instantAt = (day: Day, time: string): Date => new Date(`${formatDay(day)}T${time}:00.000+08:00`)

/** The time of day of an instant in Asia/Shanghai, HH:MM. */
export const timeOf = (instant: Date): string => new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(11, 16)

/** The window that a day and two times of day mean; an end that is not later is on the next day. */
export function windowOf(day: Day, { from, to }: Hours): Window {
  return { from: instantAt(day, from), until: instantAt(to > from ? day : addDays(day, 1), to) }
}

/** Do two windows share an instant? One that begins when the other ends does not. */
export const overlap = (one: Window, other: Window): boolean => one.from < other.until && other.from < one.until

/** Does the window reach into hours that come every day, those that began the evening before included? */
export function reachesInto(window: Window, hours: Hours): boolean {
  const last = civilDay(window.until)
  for (let day = addDays(civilDay(window.from), -1); day <= last; day = addDays(day, 1))
    if (overlap(window, windowOf(day, hours))) return true
  return false
}

export const minutesOf = ({ from, until }: Window): number => Math.round((until.getTime() - from.getTime()) / 60_000)
