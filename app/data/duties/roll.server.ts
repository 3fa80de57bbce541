import type { FactIndex } from '~/domain/duties/fact-index'
import type { Duty, Evidence } from '~/domain/duties/facts'
import { indexFacts } from '~/domain/duties/standing'
import { type GroupedPost, groupPosts } from '~/domain/duties/unit-roll'
import type { Day } from '~/domain/shared/day'
import { factsOfUnits } from './facts.server'
import { postsAt, type ScopedUnit } from './unit-clearance.server'

export type Standings = { index: FactIndex; grouped: readonly GroupedPost[]; evidence: ReadonlyMap<string, Evidence> }

/** Everybody who holds or is about to hold a post at these units, judged in one pass. The units must come from a scoped finder. */
export function standingsAt(units: readonly ScopedUnit[], duties: readonly Duty[], today: Day): Standings {
  const facts = factsOfUnits(
    units.map((unit) => unit.id),
    duties,
  )
  const index = indexFacts(facts)
  return {
    index,
    grouped: groupPosts(index, postsAt(units, today), today),
    evidence: new Map(facts.evidence.map((piece) => [piece.id, piece])),
  }
}
