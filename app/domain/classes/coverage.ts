import { type Day, holdsDay } from '../shared/day'

/** Somebody sat in one part of a closed class for a unit. counts: long enough, and in a test: passed. */
export type Sitting = { person: string; unit: string; part: string; on: Day; asDeputy: boolean; counts: boolean }
/** Somebody answers for a unit from … to, both days included. */
export type Responsible = { person: string; unit: string; from: Day; to: Day | null }
/** What a programme asks: these parts, all of them of one and the same person; whether a deputy will do. */
export type CoverageRule = { parts: readonly string[]; deputies: boolean }

/**
 * How a line of the list stands. covered: by one person who attended all parts while he was responsible (or as deputy, where that is
 * allowed); on: the day of the last part he needed. successor: whoever is responsible on the day asked, where that is not him, and since when.
 */
export type Covered =
  | { kind: 'covered'; person: string; on: Day; byDeputy: boolean; successor: { person: string; since: Day } | null }
  | { kind: 'missing'; has: readonly string[] }

const nobody: Covered = { kind: 'missing', has: [] }

/** On which day somebody had attended all parts, each at its first time; null where one is missing. */
function completeOn(sittings: readonly Sitting[], parts: readonly string[]): Day | null {
  let last: Day | null = null
  for (const part of parts) {
    let first: Day | null = null
    for (const one of sittings) if (one.part === part && (first === null || one.on < first)) first = one.on
    if (first === null) return null
    if (last === null || first > last) last = first
  }
  return last
}

/**
 * Is this unit covered, as known on a day? `sittings` and `responsible` are the unit's own; whoever was joined with another record stands
 * under one id. A principal goes before a deputy, then the earlier day, then the smaller id. Parts of several classes add up for one person.
 */
export function coverageOfUnit(
  { parts, deputies }: CoverageRule,
  sittings: readonly Sitting[],
  responsible: readonly Responsible[],
  on: Day,
): Covered {
  const known = sittings.filter((one) => one.counts && one.on <= on)
  if (known.length === 0) return nobody
  const heldBy = (person: string, day: Day): boolean =>
    responsible.some((post) => post.person === person && holdsDay(post.from, post.to, day))
  const people = [...new Set(known.map(({ person }) => person))].sort()
  const found: { person: string; on: Day; byDeputy: boolean }[] = []
  for (const person of people) {
    const own = known.filter((one) => one.person === person)
    const asPrincipal = completeOn(
      own.filter((one) => heldBy(person, one.on)),
      parts,
    )
    const asDeputy =
      deputies && asPrincipal === null
        ? completeOn(
            own.filter((one) => one.asDeputy || heldBy(person, one.on)),
            parts,
          )
        : null
    if (asPrincipal !== null) found.push({ person, on: asPrincipal, byDeputy: false })
    else if (asDeputy !== null) found.push({ person, on: asDeputy, byDeputy: true })
  }
  found.sort((one, other) => Number(one.byDeputy) - Number(other.byDeputy) || one.on - other.on || (one.person < other.person ? -1 : 1))
  const [best] = found
  if (best === undefined) {
    const has = people.map((person) => parts.filter((part) => known.some((one) => one.person === person && one.part === part)))
    return { kind: 'missing', has: has.sort((one, other) => other.length - one.length)[0] ?? [] }
  }
  return { kind: 'covered', ...best, successor: successorOf(best, responsible, on) }
}

/**
 * Who is new among those who answer for the unit on a day, where whoever covered it (or for whom a deputy came) is not among them any more.
 * Nobody is new who answered for it on the day it was covered. Of several the one who took office last.
 */
function successorOf(
  best: { person: string; on: Day; byDeputy: boolean },
  responsible: readonly Responsible[],
  on: Day,
): { person: string; since: Day } | null {
  const then = responsible.filter((post) => holdsDay(post.from, post.to, best.on)).map(({ person }) => person)
  const now = responsible.filter((post) => holdsDay(post.from, post.to, on))
  const answeredFor = best.byDeputy ? then : [best.person]
  if (now.some(({ person }) => answeredFor.includes(person))) return null
  const [newest] = now
    .filter(({ person }) => !then.includes(person))
    .sort((one, other) => other.from - one.from || (one.person < other.person ? -1 : 1))
  return newest === undefined ? null : { person: newest.person, since: newest.from }
}

/** Is this person covered: has attended all parts himself, for whichever unit. */
export function coverageOfPerson({ parts }: CoverageRule, sittings: readonly Sitting[], on: Day): Covered {
  const known = sittings.filter((one) => one.counts && one.on <= on)
  const complete = completeOn(known, parts)
  const [first] = known
  if (first === undefined || complete === null)
    return { kind: 'missing', has: parts.filter((part) => known.some((one) => one.part === part)) }
  return { kind: 'covered', person: first.person, on: complete, byDeputy: false, successor: null }
}
