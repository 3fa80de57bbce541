import { drillInside } from '~/data/drills/drills.server'
import type { Tx } from '~/data/transact.server'
import { redrillAsked } from '~/domain/drills/redrill'
import { NotFound } from '~/domain/shared/faults'
import { type Refused, refuse } from '~/domain/shared/refusal'

/**
 * The drill that one on a day practises again; null where none is meant. Refuses one that nobody asked to practise again, and a day before
 * it. Of another unit there is none.
 */
export async function answeredInside(
  tx: Tx,
  unitId: string,
  { answers, on }: { answers: string; on: string },
): Promise<{ kind: 'answered'; id: string | null } | Refused> {
  if (answers === '') return { kind: 'answered', id: null }
  const facts = await drillInside(tx, answers)
  if (facts === null || facts.unitId !== unitId) throw new NotFound()
  if (redrillAsked(facts.steps) === null) return refuse('drills:refusal.noRedrill')
  if (on < facts.body.on) return refuse('drills:refusal.beforeAnswered', 'on')
  return { kind: 'answered', id: facts.id }
}
