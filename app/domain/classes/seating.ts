/** A claim of a place in a classroom. seq: in order of receipt, never twice the same. */
export type Claim = { id: string; seq: number; classroom: string; person: string; isEnded: boolean }
/** seated: has a place. waiting: the nth on the waiting list of its classroom, from 1. */
export type Place = { kind: 'seated' } | { kind: 'waiting'; nth: number }

/**
 * Who has a place: of each classroom's claims, in order of receipt, as many persons as it has seats; the others wait in the same order.
 * Whoever comes for several units has one place, that of the first of his claims. A claim that ended holds nothing, so that whoever waits
 * longest moves up by itself. A classroom that is not named has no seats.
 */
export function seatingOf(claims: readonly Claim[], seats: ReadonlyMap<string, number>): Map<string, Place> {
  const taken = new Map<string, Map<string, Place>>()
  const places = new Map<string, Place>()
  for (const { id, classroom, person, isEnded } of [...claims].sort((one, other) => one.seq - other.seq)) {
    if (isEnded) continue
    const before = taken.get(classroom) ?? new Map<string, Place>()
    const room = seats.get(classroom) ?? 0
    const place = before.get(person) ?? (before.size < room ? { kind: 'seated' } : { kind: 'waiting', nth: before.size - room + 1 })
    places.set(id, place)
    taken.set(classroom, before.set(person, place))
  }
  return places
}

/** How many persons want a place in each classroom. */
export function takenBy(claims: readonly Pick<Claim, 'classroom' | 'person' | 'isEnded'>[]): Map<string, number> {
  const people = new Map<string, Set<string>>()
  for (const { classroom, person, isEnded } of claims)
    if (!isEnded) people.set(classroom, (people.get(classroom) ?? new Set<string>()).add(person))
  return new Map([...people].map(([classroom, those]) => [classroom, those.size]))
}
