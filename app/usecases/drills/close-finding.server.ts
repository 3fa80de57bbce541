import { drillInside } from '~/data/drills/drills.server'
import { findingsOwnedBy } from '~/data/drills/findings.server'
import { findingsOf } from '~/domain/drills/finding'
import { NotFound } from '~/domain/shared/faults'
import { refuse } from '~/domain/shared/refusal'
import type { ActingPerson } from './reached-drill.server'
import { writeStep } from './write-step.server'

type Closing = { finding: string; done: string }

/** Whoever leads the drill closes a finding with what was done. Closing twice is refused; the first closing stands. */
export const closeFinding = (acting: ActingPerson, drillId: string, wish: Closing) => writeStep(acting, drillId, closing(wish))

/** The same for whose it is to put right, as long as she works at the unit; for others there is no such finding. */
export async function closeOwnFinding(acting: ActingPerson, drillId: string, wish: Closing) {
  const own = findingsOwnedBy(acting.actor.personId, acting.today)
  if (!own.some(({ finding, drill }) => finding.id === wish.finding && drill.id === drillId)) throw new NotFound()
  return writeStep(acting, drillId, closing(wish), undefined, async (tx) => {
    const facts = await drillInside(tx, drillId)
    if (facts === null) throw new NotFound()
    return facts
  })
}

const closing =
  (wish: Closing): Parameters<typeof writeStep>[2] =>
  ({ facts }) => {
    const found = findingsOf(facts.steps).find(({ id }) => id === wish.finding)
    if (found === undefined) return refuse('drillrecord:refusal.noFinding')
    if (found.closed !== null) return refuse('drillrecord:refusal.findingClosed')
    return { kind: 'finding-closed', act: 'findingClosed', detail: wish }
  }
