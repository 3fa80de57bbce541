/** What the parts of the board know of the phone they are on. */
import type { Entry, Said } from '../../domain/rollcall/event'
import type { Unanswered } from './drill-exchange'

export type Contact = 'never' | 'sending' | 'at' | Unanswered
export type Phone = {
  entries: () => readonly Entry[]
  waiting: () => readonly Entry[]
  /** How many of those lie on this phone, and those that could not be stored. */
  stored: () => number
  loose: () => readonly Entry[]
  refused: () => ReadonlyMap<string, string>
  contact: () => { state: Contact; last: number | null; isKept: boolean; hasNewList: boolean }
  /** Of this drill, on this phone: of somebody else; of hers, but not to be opened. */
  sealed: () => { others: number; unread: number }
  offset: () => number
  /** The server's time as far as this phone knows it. */
  now: () => number
  device: () => string
  add: (said: Said) => Promise<Entry>
  /** How many were new, and whether this phone could store them. */
  take: (carried: readonly Entry[]) => Promise<{ fresh: number; isStored: boolean }>
}
