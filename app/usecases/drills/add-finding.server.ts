import { rosterOf } from '~/data/drills/roster.server'
import type { Finding } from '~/domain/drills/finding'
import { parseDay } from '~/domain/shared/day'
import { refuse } from '~/domain/shared/refusal'
import type { ActingPerson } from './reached-drill.server'
import { getLedDrill } from './reached-drill.server'
import { isOver, writeStep } from './write-step.server'

export type FindingWish = Pick<Finding, 'what' | 'due' | 'question' | 'redrill'> & { owner: string }

/** Whoever leads a drill writes down what has to be put right: by somebody who works at the unit, from today on. */
export async function addFinding(acting: ActingPerson, drillId: string, { owner, ...wish }: FindingWish) {
  const { facts: seen } = await getLedDrill(acting, drillId)
  const person = rosterOf({ id: seen.unitId }, acting.today).find(({ id, family }) => id === owner || family.includes(owner))
  return writeStep(acting, drillId, ({ state }) => {
    if (!isOver(state)) return refuse('drillrecord:refusal.notOver')
    if (person === undefined) return refuse('drillrecord:refusal.noOwner', 'owner')
    const due = parseDay(wish.due)
    if (due === null || due < acting.today) return refuse('drillrecord:refusal.duePast', 'due')
    return { kind: 'finding', act: 'findingAdded', detail: { ...wish, owner: { id: person.id, name: person.name } } }
  })
}
