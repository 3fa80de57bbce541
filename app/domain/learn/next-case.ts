import type { Day } from '../shared/day'

/** A warning case as the rule needs it: the day of the fire, and the kinds of unit it speaks to (none: every kind). */
export type CaseFacts = { readonly slug: string; readonly on: Day; readonly traits: readonly string[] }

/**
 * The newest case that this person has not been shown and that fits the kind of unit; else the newest not shown; else, when all were
 * shown, the newest that fits. Null where there is no case at all.
 */
export function nextCase<T extends CaseFacts>(cases: readonly T[], shown: ReadonlySet<string>, traits: ReadonlySet<string>): T | null {
  const newest = [...cases].sort((one, other) => other.on - one.on || (one.slug < other.slug ? -1 : 1))
  const fits = (one: T) => one.traits.length === 0 || one.traits.some((trait) => traits.has(trait))
  const fresh = newest.filter(({ slug }) => !shown.has(slug))
  return fresh.find(fits) ?? fresh[0] ?? newest.find(fits) ?? newest[0] ?? null
}
