import { hash, randomBytes } from 'node:crypto'
import { networkOf } from './limits.server'

/** What is remembered by key; past a hundred thousand the older half is forgotten, all at once and at no cost. */
function remembered() {
  const most = 100_000
  let young = new Map<string, number>()
  let old = new Map<string, number>()
  return {
    get: (key: string) => young.get(key) ?? old.get(key),
    set: (key: string, value: number) => {
      if (young.size >= most) {
        old = young
        young = new Map()
      }
      young.set(key, value)
    },
    clear: () => {
      young = new Map()
      old = new Map()
    },
  }
}

const newSalt = () => randomBytes(32).toString('base64')

let salt = newSalt()
let saltedOn = ''
const used = remembered()
const lately = remembered()

/** A new salt with each day: what was remembered of the day before can be compared with nothing any more. */
function turnTo(day: string): void {
  if (day === saltedOn) return
  saltedOn = day
  salt = newSalt()
  used.clear()
  lately.clear()
}

const markOf = (...parts: string[]): string => hash('sha256', `${salt}\n${parts.join('\n')}`, 'base64')

/** Counts one request of an address for a thing on a day: is it within its share? Kept in memory only, as a hash salted for the day. */
export function isWithinShare(address: string, thing: string, day: string, share: number): boolean {
  turnTo(day)
  const key = markOf(networkOf(address), thing)
  const count = (used.get(key) ?? 0) + 1
  if (count <= share) used.set(key, count)
  return count <= share
}

/** Did the same browser behind the same address ask for just this within the last `withinMs`? Remembered like the above. */
export function isRepeated(address: string, browser: string, asked: string, day: string, now: number, withinMs: number): boolean {
  turnTo(day)
  const key = markOf(networkOf(address), browser, asked)
  const before = lately.get(key)
  if (before !== undefined && now - before >= 0 && now - before < withinMs) return true
  lately.set(key, now)
  return false
}
