import { overlap, type Window } from './hours'
import type { PermitFacts } from './permit'
import { permitState } from './permit-state'

/**
 * Does another permit take up this person's time in that window? A worker is taken while the work is asked for, allowed or going on (past
 * its hours too, as long as it burns); a guard also until the first look is done, because nobody watches two places.
 */
export function isTaken(other: PermitFacts, window: Window, now: Date, as: 'worker' | 'guard'): boolean {
  const state = permitState(other, now)
  switch (state.kind) {
    case 'waiting':
    case 'approved':
    case 'ready':
      return overlap(other, window)
    case 'burning':
      return overlap({ from: other.from, until: now > other.until ? later(now) : other.until }, window)
    case 'watching':
      return as === 'guard' && state.done === 0 && window.from < state.next
    default:
      return false
  }
}

/** Still burning past its hours: until now at least. */
const later = (now: Date): Date => new Date(now.getTime() + 1)
