import { addDuration, type Durations, noDurations, together } from '~/domain/running/durations'

type Counted = { durations: Durations; byClass: Map<string, number> }

const routes = new Map<string, Counted>()
/** What was answered in each of the last minutes. */
const minutes = new Map<number, { durations: Durations; faults: number }>()
const keptMinutes = 15
const began = Date.now()

const minuteOf = (at: number): number => Math.floor(at / 60_000)

function thisMinute(now: number) {
  const minute = minuteOf(now)
  const known = minutes.get(minute)
  if (known !== undefined) return known
  for (const old of minutes.keys()) if (old <= minute - keptMinutes) minutes.delete(old)
  const made = { durations: noDurations(), faults: 0 }
  minutes.set(minute, made)
  return made
}

export type Answered = {
  /** A pattern, so that there are only as many as routes. */
  route: string
  status: number
  seconds: number
  /** Did it wait for something to happen, as boards do? How long that took says nothing about the server. */
  isWaiting: boolean
}

/** Counts a request that was answered. */
export function countRequest({ route, status, seconds, isWaiting }: Answered, now = Date.now()): void {
  const known = routes.get(route) ?? { durations: noDurations(), byClass: new Map() }
  routes.set(route, known)
  if (!isWaiting) addDuration(known.durations, seconds)
  const kind = `${Math.floor(status / 100)}xx`
  known.byClass.set(kind, (known.byClass.get(kind) ?? 0) + 1)
  const minute = thisMinute(now)
  if (!isWaiting) addDuration(minute.durations, seconds)
  if (status >= 500) minute.faults += 1
}

/** Everything counted since this process began, by route. */
export const requestsByRoute = (): ReadonlyMap<string, Counted> => routes

/** The last quarter of an hour, this minute included. */
export function lately(now = Date.now()): { durations: Durations; faults: number; minutes: number } {
  const from = minuteOf(now) - keptMinutes
  const kept = [...minutes].filter(([minute]) => minute > from).map(([, one]) => one)
  return {
    durations: together(kept.map(({ durations }) => durations)),
    faults: kept.reduce((sum, { faults }) => sum + faults, 0),
    minutes: keptMinutes,
  }
}

/** When this process began. */
export const processBegan = (): Date => new Date(began)
