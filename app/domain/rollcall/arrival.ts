import { readCode } from '../shared/codes'
import type { Said } from './event'
import { rotatingLength, stationLength } from './rotating-code'

/** A code that came in time is held so long for whoever signs in with it, counted from the code's own arrival. */
const held = 10 * 60_000

/** Whether an arrival may still be claimed. Both in milliseconds. */
export const isHeld = (arrivedAt: number, now: number): boolean => now - arrivedAt <= held

export const heldUntil = (arrivedAt: Date): Date => new Date(arrivedAt.getTime() + held)

/** What stands in an address or was typed: the station, and the four letters that change. Null where it can be no such code. */
export function readArrivalCode(typed: string): { station: string; turn: string } | null {
  const code = readCode(typed, rotatingLength)
  return code === null ? null : { station: code.slice(0, stationLength), turn: code.slice(stationLength) }
}

/** As much of a name as an entry holds, never half a character. */
const entryName = (name: string): string =>
  [...name.trim()].reduce((kept, letter) => (kept.length + letter.length <= 40 ? kept + letter : kept), '')

export type Arriving = {
  name: string
  /** Where the station stands. */
  zone: string
  /** Of everything under which this person is known, what stands on the list. */
  listed: readonly string[]
  /** This browser has checked in somebody else at the same call. */
  isShared: boolean
}

/**
 * What a claimed arrival says: seen, under each id by which he is expected (two records of one person may both stand on a list), or come
 * although nobody expected him. A browser that was used for somebody else, and a stranger, are left to the commander.
 */
export function saidOf({ name, zone, listed, isShared }: Arriving): Said[] {
  if (listed.length === 0) return [{ kind: 'walk-in', name: entryName(name), zone, doubt: isShared ? 'browser' : 'stranger' }]
  return listed.map((who) => ({ kind: 'seen', who, way: 'code', zone, ...(isShared ? { doubt: 'browser' as const } : {}) }))
}

/** What the person is told: counted, or which question waits for the commander. */
export type Told = 'counted' | 'browser' | 'stranger'

export const toldOf = (said: Said): Told => (said.kind === 'seen' || said.kind === 'walk-in' ? (said.doubt ?? 'counted') : 'counted')

/** An entry's phone: one that has made this entry and no other, so that its order among others never casts a doubt on it. */
export const arrivalDevice = (station: string, entryId: string): string => `station-${station}-${entryId.replaceAll('-', '').slice(-20)}`
