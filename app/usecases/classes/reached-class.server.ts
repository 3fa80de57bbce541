import { type ClassFacts, classAnywhere, classInside } from '~/data/classes/classes.server'
import { findProgramme, type ProgrammeFacts, programmeAnywhere, programmeInside } from '~/data/classes/programmes.server'
import { familyIds } from '~/data/org/family.server'
import type { Tx } from '~/data/transact.server'
import type { Acting } from '~/domain/accounts/acting'
import { type Scope, scopeFor } from '~/domain/accounts/scope'
import { seesWholePlace } from '~/domain/org/place-scope'
import { NotFound } from '~/domain/shared/faults'

export type ActingPerson = Acting & { actor: { personId: string } }
/** Who asks, and which places are his to supervise. To be worked out before a transaction begins. */
export type ClassReach = { family: readonly string[]; scope: Scope }

export const classReachOf = ({ actor, today }: ActingPerson): ClassReach => ({
  family: familyIds(actor.personId),
  scope: scopeFor(actor.grants, 'supervise', today),
})

/** A programme for whoever supervises all of its place; others do not find it. */
export async function getProgramme({ actor, today }: Acting, id: string): Promise<ProgrammeFacts> {
  const found = await findProgramme(scopeFor(actor.grants, 'supervise', today), id)
  if (found === null) throw new NotFound()
  return found
}

/** The same inside a transaction. */
export async function programmeReached(tx: Tx, scope: Scope, id: string): Promise<ProgrammeFacts> {
  const found = await programmeInside(tx, id)
  if (found === null || !seesWholePlace(scope, found.place.path)) throw new NotFound()
  return found
}

/**
 * leads: supervises the programme's place, and may do everything. rooms: the classrooms in which he is the local organiser; there he calls
 * the roll.
 */
export type ClassSight = { facts: ClassFacts; programme: ProgrammeFacts; leads: boolean; rooms: readonly string[] }

const sightOf = (facts: ClassFacts, programme: ProgrammeFacts, { family, scope }: ClassReach): ClassSight => ({
  facts,
  programme,
  leads: seesWholePlace(scope, programme.place.path),
  rooms: facts.body.classrooms.filter(({ organiser }) => family.includes(organiser.id)).map(({ id }) => id),
})

/** A class for whoever leads it or organises one of its classrooms; others do not find it. */
export async function getHeldClass(acting: ActingPerson, id: string): Promise<ClassSight> {
  const facts = await classAnywhere(id)
  const programme = facts && (await programmeAnywhere(facts.programmeId))
  if (facts === null || programme === null) throw new NotFound()
  const sight = sightOf(facts, programme, classReachOf(acting))
  if (!sight.leads && sight.rooms.length === 0) throw new NotFound()
  return sight
}

/** The same inside a transaction. */
export async function classReached(tx: Tx, reach: ClassReach, id: string): Promise<ClassSight> {
  const facts = await classInside(tx, id)
  const programme = facts && (await programmeInside(tx, facts.programmeId))
  if (facts === null || programme === null) throw new NotFound()
  const sight = sightOf(facts, programme, reach)
  if (!sight.leads && sight.rooms.length === 0) throw new NotFound()
  return sight
}

/** A class for whoever leads it. */
export async function getLedClass(acting: ActingPerson, id: string): Promise<ClassSight> {
  const sight = await getHeldClass(acting, id)
  if (!sight.leads) throw new NotFound()
  return sight
}
