import { compareDays, type Day } from '../shared/day'
import type { StandingChange } from './compare-catalogues'
import type { SubjectKind } from './facts'
import type { Standing } from './verdict'

/** Somebody who would be bound, or would no longer be, by what `before` says and what `after` says. */
export type Affected = {
  readonly kind: SubjectKind
  readonly subject: string
  readonly unit: string
  /** Null: not bound by the duty that is taken over from. */
  readonly before: Standing | null
  /** Null: not bound by the new one. */
  readonly after: Standing | null
}

/** fresh: bound for the first time. freed: bound no longer. earlier, later: the date moves. */
export type Move = 'fresh' | 'freed' | 'earlier' | 'later' | 'same'

export type LocalDutyPreview = {
  /** How many are bound on the day, by kind, and at how many units. */
  readonly bound: Readonly<Record<SubjectKind, number>>
  readonly units: number
  readonly standings: Readonly<Record<'due' | 'overdue' | 'met' | 'idle' | 'waived', number>>
  /** How many have to do it by which day, the first day first. */
  readonly dues: readonly { readonly day: Day; readonly count: number }[]
  readonly moves: Readonly<Record<Move, number>>
  /** At most ten: whose date moves first, then who has the least time. */
  readonly examples: readonly (Affected & { readonly move: Move })[]
}

/** How many examples are shown. */
export const mostExamples = 10

/** The day that somebody goes by: until when it is to be done, else until when it is covered. */
export const dateOf = ({ due, through }: Standing): Day | null => due ?? through

function moveOf({ before, after }: Affected): Move {
  if (before === null) return 'fresh'
  if (after === null) return 'freed'
  const [was, becomes] = [dateOf(before), dateOf(after)]
  if (was === becomes || was === null || becomes === null) return 'same'
  return becomes < was ? 'earlier' : 'later'
}

/** Changes of both duties, gathered by whom they touch. What is unbound is not there. */
function affectedBy(changes: readonly StandingChange[], dutyId: string, replaced: string | null): Affected[] {
  const found = new Map<string, Affected>()
  for (const { duty, kind, subject, unit, before, after } of changes) {
    const known = found.get(subject) ?? { kind, subject, unit, before: null, after: null }
    if (duty === dutyId && after.standing !== 'unbound') found.set(subject, { ...known, kind, unit, after })
    if (duty === replaced && before.standing !== 'unbound') found.set(subject, { ...known, before })
  }
  return [...found.values()]
}

const rank: Record<Move, number> = { earlier: 0, later: 1, freed: 2, fresh: 3, same: 4 }

function byNeed(one: Affected & { move: Move }, other: Affected & { move: Move }): number {
  const dayOf = ({ after, before }: Affected) => (after === null ? null : dateOf(after)) ?? (before === null ? null : dateOf(before))
  const [first, second] = [dayOf(one), dayOf(other)]
  return (
    rank[one.move] - rank[other.move] ||
    (first === null ? 1 : 0) - (second === null ? 1 : 0) ||
    (first === null || second === null ? 0 : compareDays(first, second)) ||
    (one.subject < other.subject ? -1 : 1)
  )
}

/**
 * What publishing a duty would do on a day: `changes` are the standings that differ between the duties as they are and the duties with
 * the new one, and without the one it takes over from.
 */
export function previewOf(changes: readonly StandingChange[], dutyId: string, replaced: string | null): LocalDutyPreview {
  const bound = { unit: 0, person: 0, post: 0 }
  const standings = { due: 0, overdue: 0, met: 0, idle: 0, waived: 0 }
  const moves = { fresh: 0, freed: 0, earlier: 0, later: 0, same: 0 }
  const dues = new Map<Day, number>()
  const units = new Set<string>()
  const affected = affectedBy(changes, dutyId, replaced).map((one) => ({ ...one, move: moveOf(one) }))
  for (const { kind, unit, after, move } of affected) {
    moves[move] += 1
    if (after === null || after.standing === 'unbound') continue
    bound[kind] += 1
    units.add(unit)
    standings[after.standing] += 1
    if (after.due !== null) dues.set(after.due, (dues.get(after.due) ?? 0) + 1)
  }
  return {
    bound,
    units: units.size,
    standings,
    dues: [...dues].map(([day, count]) => ({ day, count })).sort((one, other) => compareDays(one.day, other.day)),
    moves,
    examples: affected.sort(byNeed).slice(0, mostExamples),
  }
}
