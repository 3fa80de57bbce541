import { type Day, earlierOf, holdsDay, laterOf } from '../shared/day'
import { groupedBy } from '../shared/grouped'

/** A drill of a unit that counts: its day, who was expected and how that went, and whom it is evidence of. Ids are of any record of a person. */
export type CountedDrill = {
  readonly id: string
  readonly on: Day
  readonly listed: readonly { readonly person: string; readonly state: 'there' | 'away' | 'missing'; readonly why: string }[]
  readonly proved: readonly string[]
}
/** Somebody at the unit from … to, both days included. */
export type Spell = { readonly person: string; readonly from: Day; readonly to: Day | null }

/**
 * What a drill was to somebody. void: on the record as there, but the evidence was taken back. before, after: held before his first day or
 * after his last. unlisted: nobody expected him.
 */
export type Turn =
  | { readonly kind: 'there' | 'missing' | 'void' | 'before' | 'after' | 'unlisted' }
  | { readonly kind: 'away'; readonly why: string }

/** none: at no drill. all: at each of those at which he was expected. some: at one, and not at another at which he was expected. */
export type Share = 'none' | 'some' | 'all'
export const shares: readonly Share[] = ['none', 'some', 'all']

export type Attender = {
  /** The record that is left after all merges. */
  readonly id: string
  /** The first day at the unit, of the spells in the year; null for somebody without a post there. */
  readonly since: Day | null
  /** The last day, where he is gone by the day that is asked about. */
  readonly left: Day | null
  /** In post on the day that is asked about. */
  readonly isHere: boolean
  /** One for each drill, in their order. */
  readonly turns: readonly Turn[]
  readonly there: number
  readonly missed: number
  readonly share: Share
}
export type DrillCount = { readonly id: string; readonly expected: number; readonly there: number }
export type Attendance = { readonly people: readonly Attender[]; readonly drills: readonly DrillCount[] }

export type AttendanceFacts = {
  readonly drills: readonly CountedDrill[]
  readonly spells: readonly Spell[]
  /** The last day that is asked about; spells of the year, begun by then. */
  readonly on: Day
  /** The record that is left of any after all merges. */
  readonly survivor: (person: string) => string
}

const wasExpected = ({ kind }: Turn): boolean => kind === 'there' || kind === 'missing' || kind === 'void' || kind === 'away'

/** Who was at which of a unit's drills: everybody with a spell there, and whoever a drill names, each once. */
export function attendanceOf({ drills, spells, on, survivor }: AttendanceFacts): Attendance {
  const held = groupedBy(spells, ({ person }) => survivor(person))
  const proved = drills.map((drill) => new Set(drill.proved.map(survivor)))
  const listed = drills.map((drill) => listedIn(drill, survivor))
  const ids = new Set([...held.keys(), ...proved.flatMap((found) => [...found]), ...listed.flatMap((found) => [...found.keys()])])
  const people = [...ids].map((id): Attender => {
    const own = held.get(id) ?? []
    const turns = drills.map((drill, nth): Turn => {
      if (proved[nth]?.has(id)) return { kind: 'there' }
      return listed[nth]?.get(id) ?? unnamed(own, drill.on)
    })
    const there = turns.filter(({ kind }) => kind === 'there').length
    const missed = turns.filter(wasExpected).length - there
    const isHere = own.some(({ from, to }) => holdsDay(from, to, on))
    return { id, ...boundsOf(own, isHere), isHere, turns, there, missed, share: shareOf(there, missed) }
  })
  return { people, drills: drills.map(({ id }, nth) => countOf(id, people, nth)) }
}

const shareOf = (there: number, missed: number): Share => (there === 0 ? 'none' : missed === 0 ? 'all' : 'some')

function countOf(id: string, people: readonly Attender[], nth: number): DrillCount {
  const turns = people.flatMap(({ turns }) => turns[nth] ?? [])
  return { id, expected: turns.filter(wasExpected).length, there: turns.filter(({ kind }) => kind === 'there').length }
}

/** What the record says of each, in words of evidence: of two records of one person, there before away before missing. */
function listedIn({ listed }: CountedDrill, survivor: (person: string) => string): Map<string, Turn> {
  const rank: Record<string, number> = { void: 2, away: 1, missing: 0 }
  const found = new Map<string, Turn>()
  for (const { person, state, why } of listed) {
    const turn: Turn = state === 'away' ? { kind: 'away', why } : { kind: state === 'there' ? 'void' : 'missing' }
    const known = found.get(survivor(person))
    if (known === undefined || (rank[turn.kind] ?? 0) > (rank[known.kind] ?? 0)) found.set(survivor(person), turn)
  }
  return found
}

function unnamed(own: readonly Spell[], on: Day): Turn {
  if (own.length > 0 && own.every(({ from }) => on < from)) return { kind: 'before' }
  if (own.length > 0 && own.every(({ to }) => to !== null && to < on)) return { kind: 'after' }
  return { kind: 'unlisted' }
}

function boundsOf(own: readonly Spell[], isHere: boolean): Pick<Attender, 'since' | 'left'> {
  const [first, ...others] = own
  if (first === undefined) return { since: null, left: null }
  const ends = own.flatMap(({ to }) => to ?? [])
  const left = isHere || ends.length === 0 ? null : ends.reduce(laterOf)
  return { since: others.reduce((earliest, { from }) => earlierOf(earliest, from), first.from), left }
}

export type ShareCounts = Readonly<Record<Share, number>>

/** How many are in each share; they add up to how many there are. */
export function shareCounts(people: readonly Pick<Attender, 'share'>[]): ShareCounts {
  const counts = { none: 0, some: 0, all: 0 }
  for (const { share } of people) counts[share] += 1
  return counts
}
