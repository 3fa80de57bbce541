/** A claim of a place in a classroom. seq: in order of receipt, never twice the same. */
export type Claim = { id: string; seq: number; classroom: string; person: string; isEnded: boolean }
/** seated: has a place. waiting: the nth on the waiting list of its classroom, from 1. */
export type Place = { kind: 'seated' } | { kind: 'waiting'; nth: number }

/**
 * Who has a place: of each classroom's claims, in order of receipt, as many as it has seats; the others wait in the same order. A claim
 * that ended holds nothing, so that whoever waits longest moves up by itself. A classroom that is not named has no seats.
 */
export function seatingOf(claims: readonly Claim[], seats: ReadonlyMap<string, number>): Map<string, Place> {
  const taken = new Map<string, number>()
  const places = new Map<string, Place>()
  for (const { id, classroom, isEnded } of [...claims].sort((one, other) => one.seq - other.seq)) {
    if (isEnded) continue
    const before = taken.get(classroom) ?? 0
    const room = seats.get(classroom) ?? 0
    taken.set(classroom, before + 1)
    places.set(id, before < room ? { kind: 'seated' } : { kind: 'waiting', nth: before - room + 1 })
  }
  return places
}
