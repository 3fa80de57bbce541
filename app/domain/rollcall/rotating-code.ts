import { alphabet, codeFrom } from '../shared/codes'

/** A code is shown for 10 seconds. */
const shown = 10_000
/** Judged when its first request arrives: no older than 20 seconds from the moment it began to be shown. */
const oldest = 20_000
/** A phone may be this much ahead of the server although its clock was set right. */
const ahead = 2_000

export const stationLength = 4
export const turnLength = 4
/** What is typed: the station's own four letters, then four that change. */
export const rotatingLength = stationLength + turnLength

export const windowOf = (at: number): number => Math.floor(at / shown)
/** Milliseconds until the next code. */
export const untilNext = (at: number): number => shown - (at % shown)

/** HMAC-SHA-256 of a text under the station's secret; the server's and the browser's own are passed in. */
export type Mac = (secret: string, text: string) => Uint8Array

/** The four letters of a station that stand for one window of ten seconds. */
export function turnOf(mac: Mac, secret: string, window: number): string {
  const digest = mac(secret, `roll call ${window}`)
  return codeFrom(digest, turnLength) ?? alphabet.slice(0, turnLength)
}

export const codeAt = (mac: Mac, station: { code: string; secret: string }, at: number): string =>
  station.code + turnOf(mac, station.secret, windowOf(at))

/** The window whose code arrives now; null: too old, not yet shown, or not this station's. */
export function windowIn(mac: Mac, secret: string, turn: string, now: number): number | null {
  for (let window = windowOf(now + ahead); window * shown >= now - oldest; window -= 1)
    if (turnOf(mac, secret, window) === turn) return window
  return null
}

/** How old a code is when it arrives, in milliseconds from when it began to be shown; null where it is none of those that count. */
export function ageOf(mac: Mac, secret: string, turn: string, now: number): number | null {
  const window = windowIn(mac, secret, turn, now)
  return window === null ? null : Math.max(0, now - window * shown)
}

/** Whether a station showed this within the last ten minutes: then it is late, and not guessed. */
export function wasShown(mac: Mac, secret: string, turn: string, now: number): boolean {
  for (let window = windowOf(now); window > windowOf(now) - 60; window -= 1) if (turnOf(mac, secret, window) === turn) return true
  return false
}
