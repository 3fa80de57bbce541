import type { Entry } from './event'
import type { Expected, Roles } from './expected'
import { notTakenBack, sifted } from './standing-entries'

/**
 * What one person's presence at a call rests on. counted, or waits: for the commander, who may also have said no (refused); taken-back by
 * whoever entered it.
 */
export type CheckIn = { at: number; way: string; state: 'counted' | 'waits' | 'refused' | 'taken-back' }

const isAbout = ({ said, by, device }: Entry, family: readonly string[]): boolean =>
  said.kind === 'seen' ? family.includes(said.who) : said.kind === 'walk-in' && device.startsWith('station-') && family.includes(by)

/** Every entry that says that this person was there, earliest first; `family`: all his ids. The same set gives the same in any order. */
export function checkInsOf(
  family: readonly string[],
  expected: readonly Expected[],
  entries: readonly Entry[],
  roles: Roles,
  begins: number | null,
): CheckIn[] {
  const standing = new Set(notTakenBack(entries, roles).map(({ id }) => id))
  const { doubts } = sifted(expected, entries, roles, begins)
  const decided = new Map(doubts.map((one) => [one.entry.id, one.decided]))
  const stateOf = (id: string): CheckIn['state'] => {
    if (!standing.has(id)) return 'taken-back'
    const said = decided.get(id)
    if (said === undefined || said === true) return 'counted'
    return said === null ? 'waits' : 'refused'
  }
  const own = new Map(entries.filter((entry) => isAbout(entry, family)).map((entry) => [entry.id, entry]))
  return [...own.values()]
    .sort((one, other) => one.at - other.at || (one.id < other.id ? -1 : 1))
    .map(({ id, at, said }) => ({ at, way: said.kind === 'seen' ? said.way : 'code', state: stateOf(id) }))
}

/** One word for all of them: what counts outweighs what waits. Null where there is none. */
export function standingOf(found: readonly CheckIn[]): CheckIn | null {
  const order: CheckIn['state'][] = ['counted', 'waits', 'refused', 'taken-back']
  return order.flatMap((state) => found.find((one) => one.state === state) ?? [])[0] ?? null
}
