import type { Day } from '../shared/day'
import type { Often } from './mail-address'
import { mondayOf } from './notice'

/** May a digest be made on a day? daily: once a day. weekly: once a week, from its Monday on. last: day of the last one. */
export function isDigestDue(often: Often, last: Day | null, on: Day): boolean {
  switch (often) {
    case 'never':
      return false
    case 'daily':
      return last === null || last < on
    case 'weekly':
      return last === null || last < mondayOf(on)
  }
}
