import { findingsOf } from '~/domain/drills/finding'
import { refuse } from '~/domain/shared/refusal'
import type { ActingPerson } from './reached-drill.server'
import { writeStep } from './write-step.server'

/** Whoever leads the drill closes a finding with what was done. Closing twice is refused; the first closing stands. */
export const closeFinding = (acting: ActingPerson, drillId: string, wish: { finding: string; done: string }) =>
  writeStep(acting, drillId, ({ facts }) => {
    const found = findingsOf(facts.steps).find(({ id }) => id === wish.finding)
    if (found === undefined) return refuse('drillrecord:refusal.noFinding')
    if (found.closed !== null) return refuse('drillrecord:refusal.findingClosed')
    return { kind: 'finding-closed', act: 'findingClosed', detail: wish }
  })
