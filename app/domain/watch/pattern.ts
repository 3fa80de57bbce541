import type { Day } from '../shared/day'
import { DAY_MINUTES, type Stretch, startOf } from './minutes'

export type Seated = { readonly personId: string; readonly counts: boolean }
export type PlannedShift = Stretch & { readonly seats: readonly Seated[] }

/** 3 × 8 hours. */
export const shiftsADay = 3
const length = DAY_MINUTES / shiftsADay
export const mostTeams = 8

/**
 * A week of three shifts a day with teams taking turns: those that begin within the week. The nth shift since 1970 is the turn of team n
 * modulo their number, so weeks go on from each other and nobody has two shifts running. `begins`: when one of the shifts of a day begins,
 * in minutes since midnight. Refused (null) with fewer than two teams, or with one person in two of them.
 */
export function rotation(monday: Day, teams: readonly (readonly string[])[], begins: number): PlannedShift[] | null {
  const manned = teams.filter((team) => team.length > 0)
  const everybody = manned.flat()
  if (manned.length < 2 || manned.length > mostTeams || new Set(everybody).size < everybody.length) return null
  const first = startOf(monday) + (begins % length)
  return Array.from({ length: 7 * shiftsADay }, (_, nth) => {
    const team = manned[(monday * shiftsADay + nth) % manned.length] ?? []
    const from = first + nth * length
    return { from, to: from + length, seats: team.map((personId) => ({ personId, counts: true })) }
  })
}

/** Teams of `size` from a list of people, in its order; who is left over is in none. */
export const teamsOf = (people: readonly string[], size: number): string[][] =>
  Array.from({ length: Math.min(mostTeams, Math.floor(people.length / Math.max(1, size))) }, (_, nth) =>
    people.slice(nth * size, nth * size + size),
  )

/** The same shifts a number of days later. */
export const movedOn = (shifts: readonly PlannedShift[], days: number): PlannedShift[] =>
  shifts.map(({ from, to, seats }) => ({ from: from + days * DAY_MINUTES, to: to + days * DAY_MINUTES, seats }))

/** Those that are not there yet, by from and to. */
export const notThere = (wanted: readonly PlannedShift[], there: readonly Stretch[]): PlannedShift[] =>
  wanted.filter((shift) => !there.some(({ from, to }) => from === shift.from && to === shift.to))
