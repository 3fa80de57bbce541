import { hash, randomBytes } from 'node:crypto'
import { networkOf } from './limits.server'

/** More addresses than this are not remembered at once; the one that was new the longest ago is forgotten. */
const mostRemembered = 200_000

const newSalt = () => randomBytes(32).toString('base64')

let salt = newSalt()
let saltedOn = ''
const used = new Map<string, number>()
const lately = new Map<string, number>()

/** A new salt with each day: what was remembered of the day before can be compared with nothing any more. */
function turnTo(day: string): void {
  if (day === saltedOn) return
  saltedOn = day
  salt = newSalt()
  used.clear()
  lately.clear()
}

const markOf = (...parts: string[]): string => hash('sha256', `${salt}\n${parts.join('\n')}`, 'base64')

function remember(map: Map<string, number>, key: string, value: number): void {
  const oldest = map.size >= mostRemembered && !map.has(key) ? map.keys().next().value : undefined
  if (oldest !== undefined) map.delete(oldest)
  map.set(key, value)
}

/** Counts one request of an address for a thing on a day: is it within its share? Kept in memory only, as a hash salted for the day. */
export function isWithinShare(address: string, thing: string, day: string, share: number): boolean {
  turnTo(day)
  const key = markOf(networkOf(address), thing)
  const count = (used.get(key) ?? 0) + 1
  if (count <= share) remember(used, key, count)
  return count <= share
}

/** Did the same browser behind the same address ask for just this within the last `withinMs`? Remembered like the above. */
export function isRepeated(address: string, browser: string, asked: string, day: string, now: number, withinMs: number): boolean {
  turnTo(day)
  const key = markOf(networkOf(address), browser, asked)
  const before = lately.get(key)
  lately.delete(key)
  remember(lately, key, now)
  return before !== undefined && now - before >= 0 && now - before < withinMs
}
