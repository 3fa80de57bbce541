import { periodHolding } from '../duties/cadence-calendar'
import type { CalendarCadence, CalendarEvery, Post } from '../duties/facts'
import { leading } from '../duties/leading'
import { isMissing, postNode, type Requirement, requirementsOf } from '../duties/requirement'
import { type FactIndex, standingOf } from '../duties/standing'
import { addDays, type Day, holdsDay } from '../shared/day'

/** Which duties a refresher is for, and which gates its course opens; ids of the catalogue. */
export type RefresherTerms = { readonly duties: ReadonlySet<string>; readonly gates: ReadonlySet<string> }

/** A calendar period, both days included. */
export type RoundPeriod = { readonly first: Day; readonly last: Day }

type Led = { readonly dutyId: string; readonly every: CalendarEvery }

/**
 * none: nothing is owed that a refresher meets. course: the whole course is still to be done, and meets the period too.
 * open: owed in `period`, which holds today; `overdueSince` where an earlier one was missed. later: met so far, or not owed in this
 * period; a pass would not count for the one that begins on `opens`.
 */
export type RefresherOffer =
  | { readonly kind: 'none' }
  | { readonly kind: 'course' }
  | (Led & { readonly kind: 'open'; readonly period: RoundPeriod; readonly overdueSince: Day | null; readonly post: Post })
  | (Led & { readonly kind: 'later'; readonly opens: Day })

type Calendar = Requirement & { readonly cadence: CalendarCadence }

/** What a refresher is to this person today, by the posts that are really hers. One round serves the personal duties of all. */
export function refresherOffer(index: FactIndex, postIds: readonly string[], terms: RefresherTerms, today: Day): RefresherOffer {
  const held = postIds.filter((id) => {
    const { from, to } = postNode(index, id).post
    return holdsDay(from, to, today)
  })
  const owed = held.flatMap((id) => requirementsOf(index, id, today))
  const gates = owed.filter(({ duty }) => terms.gates.has(duty.id))
  if (gates.some(isMissing)) return { kind: 'course' }
  if (gates.length === 0) return { kind: 'none' }
  const asked = [...new Map(owed.flatMap((one) => asCalendar(one, terms)).map((one) => [one.duty.id, one])).values()]
  return asked.length === 0 ? { kind: 'none' } : offerFor(index, leading(asked).lead, new Set(held), today)
}

/** The positions that somebody holds on a day. */
export const positionsOn = (posts: readonly Post[], today: Day): ReadonlySet<string> =>
  new Set(posts.filter(({ from, to }) => holdsDay(from, to, today)).map(({ position }) => position))

/** The posts whose gate this person has passed: the whole course is done for them. */
export function passedPosts(index: FactIndex, postIds: readonly string[], terms: RefresherTerms, today: Day): ReadonlySet<string> {
  const isPassed = (id: string) => {
    const gates = requirementsOf(index, id, today).filter(({ duty }) => terms.gates.has(duty.id))
    return gates.length > 0 && !gates.some(isMissing)
  }
  return new Set(postIds.filter(isPassed))
}

function asCalendar(requirement: Requirement, terms: RefresherTerms): Calendar[] {
  const { id, binds, cadence } = requirement.duty
  return terms.duties.has(id) && binds === 'person' && cadence.kind === 'calendar' ? [{ ...requirement, cadence }] : []
}

function offerFor(index: FactIndex, lead: Calendar, held: ReadonlySet<string>, today: Day): RefresherOffer {
  const { duty, cadence, standing, bindings } = lead
  const led = { dutyId: duty.id, every: cadence.every }
  const post = bindings.find((binding) => held.has(binding.post.id))?.post
  if (post === undefined) return { kind: 'none' }
  const open = (period: RoundPeriod, overdueSince: Day | null): RefresherOffer => ({ kind: 'open', ...led, period, overdueSince, post })
  switch (standing.standing) {
    case 'overdue':
      return open(periodHolding(cadence, today), standing.since)
    case 'due': {
      const period = periodHolding(cadence, standing.due ?? today)
      return period.first <= today ? open(period, null) : { kind: 'later', ...led, opens: period.first }
    }
    case 'met': {
      const opens = addDays(standing.through ?? today, 1)
      const next = standingOf(index, duty.id, post.person, opens)
      if (next.standing !== 'due' || next.due === null) return { kind: 'none' }
      return { kind: 'later', ...led, opens: periodHolding(cadence, next.due).first }
    }
    default:
      return { kind: 'none' }
  }
}
