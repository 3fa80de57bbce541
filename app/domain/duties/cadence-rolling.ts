import { addDays, type Day, laterOf } from '../shared/day'
import { minus, plus, times } from '../shared/period'
import type { Evidence, RollingCadence } from './facts'
import { countedAt, type Inquiry, knownPlaces } from './inquiry'
import { dueUntil, met, type Standing } from './verdict'

/** How far the evidence so far reaches: `through` is a day before `anchor` + `count` periods. */
export type Reach = { readonly through: Day; readonly anchor: Day; readonly count: number; readonly by: string }

/** Again before the last one runs out. Renewed in the window no day is lost; renewed earlier, it counts from then. */
export function rollingStanding(inquiry: Inquiry, cadence: RollingCadence): Standing {
  let reach: Reach | null = null
  const { start, end } = knownPlaces(inquiry)
  for (let place = start; place < end; place += 1) {
    const piece = countedAt(inquiry, place)
    if (piece !== null) reach = extended(reach, piece, cadence)
  }
  if (reach !== null && reach.through >= inquiry.on) return met(reach.by, reach.through)
  const allowed = plus(inquiry.spell.first, cadence.first)
  return dueUntil(reach === null ? allowed : laterOf(allowed, reach.through), inquiry.on)
}

/** The reach after one more piece that counts; the very same reach where the piece has no effect. */
export function extended(reach: Reach | null, piece: Evidence, cadence: RollingCadence): Reach {
  const printed = piece.validThrough
  if (printed !== null) {
    if (reach !== null && printed <= reach.through) return reach
    return { through: printed, anchor: addDays(printed, 1), count: 0, by: piece.id }
  }
  if (reach === null || reach.through < piece.on) return reachFrom(piece.on, 1, piece, cadence)
  if (piece.on >= minus(reach.through, cadence.opens)) {
    return reachFrom(reach.anchor, reach.count + 1, piece, cadence)
  }
  const restarted = reachFrom(piece.on, 1, piece, cadence)
  return restarted.through > reach.through ? restarted : reach
}

function reachFrom(anchor: Day, count: number, piece: Evidence, cadence: RollingCadence): Reach {
  return { through: addDays(plus(anchor, times(cadence.every, count)), -1), anchor, count, by: piece.id }
}
