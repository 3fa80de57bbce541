import type { FactIndex } from '~/domain/duties/fact-index'
import type { Duty } from '~/domain/duties/facts'
import { indexFacts } from '~/domain/duties/standing'
import { placeTree } from '~/domain/org/place-tree'
import { findPlaces } from '../org/places.server'
import { factsOfUnits } from './facts.server'
import type { ScopedUnit } from './unit-clearance.server'

/** What the rule needs to say how these units and all who ever worked there stand on any day. The units must come from a scoped finder. */
export const indexAt = (units: readonly ScopedUnit[], duties: readonly Duty[]): FactIndex =>
  indexFacts(
    factsOfUnits(
      units.map((unit) => unit.id),
      duties,
    ),
  )

/** The place of a path in the tree that readers know: parents before children, siblings by name. */
export function placeOrder(): (path: string) => number {
  const ranks = new Map(placeTree(findPlaces()).map(({ path }, rank) => [path, rank]))
  return (path) => ranks.get(path) ?? ranks.size
}
