import { plus } from '../shared/period'
import type { OnceCadence } from './facts'
import { firstCounted, type Inquiry } from './inquiry'
import { dueUntil, met, type Standing } from './verdict'

/** Once, whatever its age; otherwise due `within` a period of the spell's first day. */
export function onceStanding(inquiry: Inquiry, cadence: OnceCadence): Standing {
  const piece = firstCounted(inquiry, null)
  return piece === null ? dueUntil(plus(inquiry.spell.first, cadence.within), inquiry.on) : met(piece.id, null)
}
