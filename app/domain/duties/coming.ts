import type { Day } from '../shared/day'
import type { Segment } from './segments'

/**
 * What comes next of one duty, if nothing happens. overdue: it was asked by `on`, already. asked: it has to be done by `on`. lapses:
 * what covers now ends with `on`, and is asked again by `again`. waiverEnds: lifted through `on`, asked again by `again`. begins: it
 * will bind from `on`, and is asked by `again`. nothing: no date in the days looked at.
 */
export type Coming =
  | { readonly kind: 'overdue' | 'asked'; readonly on: Day }
  | { readonly kind: 'lapses' | 'waiverEnds' | 'begins'; readonly on: Day; readonly again: Day | null }
  | { readonly kind: 'nothing' }

/** Reads the next date from segments that begin today. */
export function comingOf(segments: readonly Segment[]): Coming {
  const [now, ...later] = segments
  if (now === undefined) return { kind: 'nothing' }
  const again = later.find(({ standing }) => standing.due !== null)?.standing.due ?? null
  const { standing, due, through } = now.standing
  switch (standing) {
    case 'overdue':
      return due === null ? { kind: 'nothing' } : { kind: 'overdue', on: due }
    case 'due':
      return due === null ? { kind: 'nothing' } : { kind: 'asked', on: due }
    case 'met':
      return through === null ? askedLater(segments) : { kind: 'lapses', on: through, again }
    case 'waived':
      return through === null ? { kind: 'nothing' } : { kind: 'waiverEnds', on: through, again }
    case 'idle':
      return askedLater(segments)
    case 'unbound':
      return beginning(later)
  }
}

/** Asked again later only where a fact that is known now will end what covers: a revocation to come, a unit that changes. */
function askedLater(segments: readonly Segment[]): Coming {
  const next = segments.find(({ standing }) => standing.due !== null)
  return next?.standing.due == null ? { kind: 'nothing' } : { kind: 'asked', on: next.standing.due }
}

function beginning(later: readonly Segment[]): Coming {
  const bound = later.find(({ standing }) => standing.standing !== 'unbound')
  if (bound === undefined) return { kind: 'nothing' }
  return { kind: 'begins', on: bound.from, again: bound.standing.due }
}

/** The day on which it calls for somebody; null where none does. What is overdue calls at once, by when it was asked. */
export const calledOn = (coming: Coming): Day | null => (coming.kind === 'nothing' ? null : coming.on)

/** For sorting: overdue first, then by date; without a date last. */
export function compareComing(one: Coming, other: Coming): number {
  const rank = ({ kind }: Coming): number => (kind === 'overdue' ? 0 : kind === 'nothing' ? 2 : 1)
  return rank(one) - rank(other) || (calledOn(one) ?? 0) - (calledOn(other) ?? 0)
}
