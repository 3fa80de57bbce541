import { civilDay } from '../shared/civil-day'
import type { Day } from '../shared/day'
import { parseDay } from '../shared/day'

/** The public half of a key as it is published for checkers, oldest first. */
export type PublishedKey = {
  kid: string
  /** base64url, 32 bytes. */
  publicKey: string
  /** ISO instants; until: when the next key took its place, null for the one in use. */
  from: string
  until: string | null
  /** The day (YYYY-MM-DD) from which a reported thief may have signed with it. */
  stolenFrom: string | null
}

export type KeyVerdict = 'good' | 'stolen' | 'retired'

/**
 * May a statement be believed that this key signed and that names this instant of issue? From the reported day on it may not; nor after
 * another key took its place, because we have signed with that one since. The instant is inside the signed text, but a thief writes
 * what he likes into it: an earlier one proves nothing about a key that was stolen.
 */
export function keyVerdict(key: PublishedKey, issuedAt: Date): KeyVerdict {
  const stolen: Day | null = key.stolenFrom === null ? null : parseDay(key.stolenFrom)
  if (stolen !== null && civilDay(issuedAt) >= stolen) return 'stolen'
  return key.until !== null && issuedAt.getTime() >= Date.parse(key.until) ? 'retired' : 'good'
}
