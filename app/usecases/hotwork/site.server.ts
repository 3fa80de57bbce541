import { hotWorkRules } from '~/content/hot-work.server'
import { findUnit, type ScopedUnit } from '~/data/duties/unit-clearance.server'
import type { PermitReach } from '~/data/hotwork/permits.server'
import { familyOf, heldBy, workedAt } from '~/data/hotwork/site-people.server'
import type { Acting } from '~/domain/accounts/acting'
import { scopeFor } from '~/domain/accounts/scope'
import type { Looking } from '~/domain/hotwork/who-may'
import { NotFound } from '~/domain/shared/faults'

/** Who asks, with the person behind the account. */
export type ActingPerson = Acting & { actor: Acting['actor'] & { personId: string; name: string } }

/** A unit as somebody sees its register. reach: all permits, or those that name this person. */
export type Site = { unit: ScopedUnit; who: Looking; reach: PermitReach }

/**
 * The register of a unit for who may see the unit, holds a post there today, or is a worker of one of its permits; for others it is not
 * there. Who neither sees the unit nor holds a post that reads the register reaches the permits that name him.
 */
export async function getSite({ actor, today }: ActingPerson, unitId: string): Promise<Site> {
  const people = familyOf([actor.personId])
  const held = heldBy(people, today)
  const sees = scopeFor(actor.grants, 'see', today)
  const reached = { ...sees, units: [...sees.units, ...held.map((post) => post.unitId), ...workedAt(people)] }
  const unit = await findUnit(reached, unitId, today)
  if (unit === null) throw new NotFound()
  const positions = held.filter((post) => post.unitId === unitId).map(({ position }) => position)
  const { register } = hotWorkRules().people
  const isAll = positions.some((id) => register.includes(id)) || (await findUnit(sees, unitId, today)) !== null
  return { unit, who: { people: new Set(people), positions }, reach: { unitId: unit.id, people: isAll ? null : people } }
}
