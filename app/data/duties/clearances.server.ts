import { type HeldClearances, heldClearances } from '~/domain/duties/book-clearance'
import type { FactIndex } from '~/domain/duties/fact-index'
import type { Duty } from '~/domain/duties/facts'
import { indexFacts } from '~/domain/duties/standing'
import { type GroupedPost, groupPosts } from '~/domain/duties/unit-roll'
import type { Day } from '~/domain/shared/day'
import { askCoverage } from './coverage-book.server'
import { factsOfPeople } from './facts.server'
import { postsAt, type ScopedUnit } from './unit-clearance.server'

export type UnitClearance = HeldClearances & { unit: ScopedUnit }

/** Who of those in post today may work, at each of these units. The units must come from a scoped finder. */
export async function findClearances(units: readonly ScopedUnit[], duties: readonly Duty[], today: Day): Promise<UnitClearance[]> {
  const barring = new Set(duties.filter(({ bars, cadence }) => bars || cadence.kind === 'gate').map(({ id }) => id))
  const ids = units.map(({ id }) => id)
  const found = await askCoverage({ units: ids, duties, today, on: today }, (book) => heldClearances(book, ids, today, barring))
  return units.flatMap((unit, nth) => {
    const held = found[nth]
    return held === undefined ? [] : [{ unit, ...held }]
  })
}

/**
 * Of a few units: by name, the first `most` of each who may not work today, and all whose posts begin later, judged by the rule. What is
 * missing can be asked of the index.
 */
export function findBlockedAt(
  clearances: readonly UnitClearance[],
  duties: readonly Duty[],
  today: Day,
  most: number,
): { index: FactIndex; grouped: readonly GroupedPost[] } {
  const barred = new Set(clearances.flatMap(({ blocked }) => blocked))
  const shown = new Map<string, number>()
  const posts = postsAt(
    clearances.map(({ unit }) => unit),
    today,
  ).filter(({ id, unitId, from }) => {
    if (from > today) return true
    const count = shown.get(unitId) ?? 0
    if (!barred.has(id) || count >= most) return false
    shown.set(unitId, count + 1)
    return true
  })
  const index = indexFacts(
    factsOfPeople(
      [...new Set(posts.map(({ personId }) => personId))],
      duties,
      clearances.map(({ unit }) => unit.id),
    ),
  )
  return { index, grouped: groupPosts(index, posts, today) }
}
