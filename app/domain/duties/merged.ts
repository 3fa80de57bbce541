import type { Person } from './facts'

/**
 * For everyone who is merged into someone: the id at the end of the chain, or null where the chain runs in a circle.
 * A merge into someone who is not among these people is no merge. Linear, however long the chains are.
 */
export function survivors(people: readonly Person[]): ReadonlyMap<string, string | null> {
  const ends = new Map<string, string | null>()
  const merged = people.filter((person) => person.mergedInto !== null)
  if (merged.length === 0) return ends
  const known = new Set(people.map((person) => person.id))
  const next = new Map<string, string>()
  for (const { id, mergedInto } of merged) if (mergedInto !== null && known.has(mergedInto)) next.set(id, mergedInto)
  for (const start of next.keys()) {
    const path = new Set<string>()
    let at = start
    let end = ends.get(at)
    while (end === undefined) {
      path.add(at)
      const into = next.get(at)
      if (into === undefined) end = at
      else if (path.has(into)) end = null
      else {
        at = into
        end = ends.get(at)
      }
    }
    for (const passed of path) if (next.has(passed)) ends.set(passed, end)
  }
  return ends
}
