import { isMark } from '../drills/marks'
import { mostOffset } from './doubt'
import type { Entry, SentEntry } from './event'
import type { Expected, Roles } from './expected'
import { isServersOwn } from './servers-own'

/**
 * The offset that counts, in milliseconds: the one the phone measured when it made the entry, because clocks are put right in between. A
 * phone that says little and is far off as it sends is taken at what its sending shows.
 */
export function countedOffset(claimed: number, sentAt: number, received: number): number {
  const measured = received - sentAt
  return Math.abs(measured) > mostOffset && Math.abs(claimed) <= mostOffset ? measured : claimed
}

/** The entry as every board will know it. `carriedBy`: whoever brought it, where it is not his own. */
export function received(entry: SentEntry, sentAt: number, now: number, carriedBy: string | null): Entry {
  const offset = countedOffset(entry.offset, sentAt, now)
  return { ...entry, offset, at: entry.clock + offset, received: now, ...(carriedBy === null ? {} : { carriedBy }) }
}

/** The entry as the server had it before it was put back: when it came then, not now. */
export const hadAt = ({ proof: _proof, ...entry }: SentEntry, had: number, carriedBy: string | null): Entry => ({
  ...entry,
  at: entry.clock + entry.offset,
  received: had,
  ...(carriedBy === null ? {} : { carriedBy }),
})

export type Fault = 'stranger' | 'servers' | 'mark' | 'role' | 'who'

/** Why an entry cannot be taken: made by nobody of this call, of a kind that only the server writes, or about nobody on the list. */
export function faultOf({ said, by }: SentEntry, roles: Roles, expected: ReadonlyMap<string, Expected>): Fault | null {
  const commands = roles.commanders.includes(by)
  if (!commands && !roles.marshals.includes(by)) return 'stranger'
  if (isServersOwn(said)) return 'servers'
  if (said.kind === 'mark') return !isMark(said.mark) ? 'mark' : null
  if (said.kind === 'decided' || said.kind === 'second-call') return commands ? null : 'role'
  if ('who' in said && typeof said.who === 'string') return expected.has(said.who) ? null : 'who'
  return null
}
