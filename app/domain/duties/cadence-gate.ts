import { minus } from '../shared/period'
import type { GateCadence } from './facts'
import { firstCounted, type Inquiry } from './inquiry'
import { met, overdue, type Standing } from './verdict'

/**
 * Before the work begins. The look-back is counted from the post's own first day, even where the duty begins to bind
 * later. There is no time allowed: without evidence it is overdue from the spell's first day on.
 */
export function gateStanding(inquiry: Inquiry, cadence: GateCadence): Standing {
  const { subject, spell } = inquiry
  if (subject.kind !== 'post') throw new Error(`gate duty ${inquiry.duty.duty.id} binds something other than a post`)
  const piece = firstCounted(inquiry, minus(subject.post.from, cadence.lookback))
  return piece === null ? overdue(spell.first, spell.first) : met(piece.id, null)
}
