import { type DrillFacts, type DrillSight, drillInside, findSeenDrill, sightOf } from '~/data/drills/drills.server'
import { familyIds } from '~/data/org/family.server'
import type { Tx } from '~/data/transact.server'
import type { Acting } from '~/domain/accounts/acting'
import { type Scope, scopeFor } from '~/domain/accounts/scope'
import { NotFound } from '~/domain/shared/faults'
import { hashOf } from '~/gateways/secrets.server'

export type ActingPerson = Acting & { actor: { personId: string } }
export type Reach = { family: readonly string[]; scopes: { see: Scope; manage: Scope } }

/** Who asks, and which units are his. To be worked out before a transaction begins. */
export const reachOf = ({ actor, today }: ActingPerson): Reach => ({
  family: familyIds(actor.personId),
  scopes: { see: scopeFor(actor.grants, 'see', today), manage: scopeFor(actor.grants, 'manage', today) },
})

/** A drill for whoever leads it: its commander, or whoever manages the unit. Others do not find it. */
export async function ledInside(tx: Tx, { family, scopes }: Reach, drillId: string): Promise<DrillFacts> {
  const facts = await drillInside(tx, drillId)
  if (facts === null) throw new NotFound()
  const { commands, manages } = sightOf(facts, family, scopes)
  if (!commands && !manages) throw new NotFound()
  return facts
}

/** The same outside of a transaction. */
export async function getLedDrill(acting: ActingPerson, drillId: string): Promise<DrillSight> {
  const sight = await getSeenDrill(acting, drillId)
  if (!sight.commands && !sight.manages) throw new NotFound()
  return sight
}

/** A drill for whoever has to do with it or sees its unit. Others do not find it. */
export async function getSeenDrill(acting: ActingPerson, drillId: string): Promise<DrillSight> {
  const { family, scopes } = reachOf(acting)
  const sight = await findSeenDrill(drillId, family, scopes)
  if (sight === null) throw new NotFound()
  return sight
}

/** The id of a thing that is made once from these parts: made again it is the same. */
export function idFrom(...parts: (string | number)[]): string {
  const hex = hashOf(JSON.stringify(parts))
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
