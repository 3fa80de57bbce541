import { hash, randomBytes } from 'node:crypto'
import { siblingsSalt } from '~/env.server'
import { networkOf, tally } from './limits.server'

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

/** Several processes hash alike on one day, by a salt that only their memory holds. */
const ofAll = siblingsSalt ?? newSalt()
const dayMs = 86_400_000
const sharedMark = (day: string, ...parts: string[]): string => `share${hash('sha256', [ofAll, day, ...parts].join('\n'), 'base64')}`

const markOf = (...parts: string[]): string => hash('sha256', `${salt}\n${parts.join('\n')}`, 'base64')

/**
 * Counts one request of an address for a thing on a day: is it within its share? Kept in memory only, as a hash salted for the day; of
 * several processes in their common file for a day, as a hash whose salt is in memory only.
 */
export function isWithinShare(address: string, thing: string, day: string, share: number): boolean {
  const counted = tally(() => sharedMark(day, networkOf(address), thing), dayMs)
  if (counted !== null) return counted <= share
  turnTo(day)
  const key = markOf(networkOf(address), thing)
  const count = (used.get(key) ?? 0) + 1
  if (count <= share) used.set(key, count)
  return count <= share
}

/** Did the same browser behind the same address ask for just this within the last `withinMs`? Remembered like the above. */
export function isRepeated(address: string, browser: string, asked: string, day: string, now: number, withinMs: number): boolean {
  const counted = tally(() => sharedMark(day, networkOf(address), browser, asked), withinMs)
  if (counted !== null) return counted > 1
  turnTo(day)
  const key = markOf(networkOf(address), browser, asked)
  const before = lately.get(key)
  if (before !== undefined && now - before >= 0 && now - before < withinMs) return true
  lately.set(key, now)
  return false
}
