import { addDays, type Day, earlierOf, firstOfMonth, monthOf } from '../shared/day'

/** A year as far as it has come: its first day, its last, and the last of them that is not ahead. */
export type DrillYear = { readonly year: number; readonly first: Day; readonly last: Day; readonly through: Day }

export const yearHolding = (day: Day): number => Math.floor(monthOf(day) / 12)

export function drillYear(year: number, today: Day): DrillYear {
  const first = firstOfMonth(year * 12)
  const last = addDays(firstOfMonth(year * 12 + 12), -1)
  return { year, first, last, through: earlierOf(last, today) }
}

/** held: so many drills. planned: one is to come. gap: a month that went by without. now, ahead: without, so far. */
export type MonthCell = {
  readonly kind: 'held' | 'planned' | 'gap' | 'now' | 'ahead'
  readonly held: number
  readonly paper: number
  readonly planned: boolean
}

/** Twelve months at a glance. What is planned and hidden from the reader is not among `planned`. */
export function monthStrip(
  { year }: DrillYear,
  today: Day,
  held: readonly { on: Day; isPaper: boolean }[],
  planned: readonly Day[],
): MonthCell[] {
  return Array.from({ length: 12 }, (_, nth): MonthCell => {
    const month = year * 12 + nth
    const own = held.filter(({ on }) => monthOf(on) === month)
    const isPlanned = planned.some((on) => monthOf(on) === month)
    const paper = own.filter(({ isPaper }) => isPaper).length
    const empty = month < monthOf(today) ? 'gap' : month === monthOf(today) ? 'now' : 'ahead'
    return { kind: own.length > 0 ? 'held' : isPlanned ? 'planned' : empty, held: own.length, paper, planned: isPlanned }
  })
}

export type Known = {
  readonly on: string
  readonly startsAt: string
  readonly title: string
  readonly isSecret: boolean
  readonly mayKnow: boolean
}
/** A coming drill as a reader may know it: of one that is kept from him only that there is one. */
export type NextDrill =
  | { readonly kind: 'known'; readonly on: string; readonly startsAt: string; readonly title: string }
  | { readonly kind: 'hidden' }

/** The next drill: the earliest that the reader may know; where he may know none, only that one is planned. */
export function nextOf(coming: readonly Known[]): NextDrill | null {
  const open = coming
    .filter(({ isSecret, mayKnow }) => !isSecret || mayKnow)
    .sort((one, other) => (`${one.on} ${one.startsAt}` < `${other.on} ${other.startsAt}` ? -1 : 1))
  const [first] = open
  if (first !== undefined) return { kind: 'known', on: first.on, startsAt: first.startsAt, title: first.title }
  return coming.length > 0 ? { kind: 'hidden' } : null
}
