import type { Entry } from './event'
import type { Expected, Roles } from './expected'
import { type Doubted, sifted } from './standing-entries'

export type Seen = { at: number; way: string; zone: string; by: string; entry: string }
/**
 * One expected entry. there: seen, or as many counted as belong to the class. short: fewer. uncounted: a class or guests nobody has
 * counted. `lastZone`: the last place anybody knew of: said on the way, else where he works.
 */
export type Presence = {
  id: string
  state: 'missing' | 'there' | 'away' | 'short' | 'uncounted'
  seen: Seen | null
  lastZone: string
  /** Of a class or of guests, all zones together. */
  counted: number | null
  why: string | null
}
export type WalkIn = { entry: string; name: string; zone: string; at: number; by: string }
export type Count = { who: string; zone: string; count: number; at: number; by: string }
export type Totals = { expected: number; there: number; away: number; missing: number; walkIns: number; guests: number }
export type Roll = {
  people: ReadonlyMap<string, Presence>
  walkIns: readonly WalkIn[]
  counts: readonly Count[]
  doubts: readonly Doubted[]
  /** The last second call: who was named, and when he was seen again. */
  secondCall: { at: number; who: readonly { id: string; again: number | null }[] } | null
  totals: Totals
}

/**
 * Who is accounted for, from whatever entries there are: their order, repetitions and the phones they came by do not matter. What is in
 * doubt does not count before the commander has said so. `begins`: when the drill began, in milliseconds; null before.
 */
export function rollOf(expected: readonly Expected[], entries: readonly Entry[], roles: Roles, begins: number | null): Roll {
  const { counting, doubts } = sifted(expected, entries, roles, begins)
  const counts = countsOf(counting)
  const people = peopleOf(expected, counting, counts)
  const walkIns = counting.flatMap(({ id, said, at, by }): WalkIn[] =>
    said.kind === 'walk-in' ? [{ entry: id, name: said.name, zone: said.zone, at, by }] : [],
  )
  return { people, walkIns, counts, doubts, secondCall: secondCallOf(counting), totals: totalsOf(expected, people, walkIns.length) }
}

/** The last count of each group at each zone. A class is counted as one, wherever it stands. */
function countsOf(counting: readonly Entry[]): Count[] {
  const last = new Map<string, Count>()
  for (const { said, at, by } of counting)
    if (said.kind === 'counted')
      last.set(JSON.stringify([said.who, said.zone]), { who: said.who, zone: said.zone, count: said.count, at, by })
  return [...last.values()]
}

function peopleOf(expected: readonly Expected[], counting: readonly Entry[], counts: readonly Count[]): Map<string, Presence> {
  const people = new Map(expected.map((one) => [one.id, before(one, counts)]))
  for (const { id, said, at, by } of counting) {
    const person = 'who' in said && typeof said.who === 'string' ? people.get(said.who) : undefined
    if (person === undefined) continue
    if (said.kind === 'last-seen') person.lastZone = said.zone
    if (said.kind === 'away' && person.state === 'missing') Object.assign(person, { state: 'away', why: said.why })
    if (said.kind !== 'seen') continue
    person.state = 'there'
    person.seen ??= { at, way: said.way, zone: said.zone, by, entry: id }
  }
  return people
}

function before({ id, kind, zone, count }: Expected, counts: readonly Count[]): Presence {
  const blank = { id, seen: null, lastZone: zone, why: null }
  if (kind === 'person') return { ...blank, state: 'missing', counted: null }
  const own = counts.filter(({ who }) => who === id)
  if (own.length === 0) return { ...blank, state: 'uncounted', counted: null }
  const last = own.reduce((one, other) => (other.at >= one.at ? other : one))
  const counted = kind === 'class' ? last.count : own.reduce((sum, one) => sum + one.count, 0)
  return { ...blank, state: kind === 'class' && count !== null && counted < count ? 'short' : 'there', counted }
}

function secondCallOf(counting: readonly Entry[]): Roll['secondCall'] {
  const call = counting.filter(({ said }) => said.kind === 'second-call').at(-1)
  if (call?.said.kind !== 'second-call') return null
  const again = (id: string): number | null =>
    counting.find(({ said, at }) => said.kind === 'seen' && said.way === 'again' && said.who === id && at >= call.at)?.at ?? null
  return { at: call.at, who: call.said.who.map((id) => ({ id, again: again(id) })) }
}

/** Persons and pupils of classes by number; guests apart, because nobody knows how many there should be. */
function totalsOf(expected: readonly Expected[], people: ReadonlyMap<string, Presence>, walkIns: number): Totals {
  const totals: Totals = { expected: 0, there: 0, away: 0, missing: 0, walkIns, guests: 0 }
  for (const { id, kind, count } of expected) {
    const { state, counted } = people.get(id) ?? { state: 'missing' as const, counted: null }
    if (kind === 'visitors' || kind === 'residents') {
      totals.guests += counted ?? 0
      continue
    }
    const size = kind === 'person' ? 1 : (count ?? counted ?? 0)
    const there = kind === 'person' ? Number(state === 'there') : Math.min(counted ?? 0, size)
    totals.expected += size
    totals.there += there
    if (state === 'away') totals.away += size
    else totals.missing += size - there
  }
  return totals
}
