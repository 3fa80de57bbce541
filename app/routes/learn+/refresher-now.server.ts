import { getRefresher, refresherRules } from '~/content/refresher.server'
import { factsOfPeople } from '~/data/duties/facts.server'
import { findNewestRefresher } from '~/data/learn/refreshers.server'
import { type FactIndex, indexFacts } from '~/domain/duties/standing'
import { passedPosts, refresherOffer } from '~/domain/learn/refresher-offer'
import { roundState } from '~/domain/learn/refresher-round'
import { formatDay } from '~/domain/shared/day'
import type { Signed } from '~/http/serve.server'
import type { RefresherNow } from '~/ui/learn/refresher-card'

/** What the refresher is to this person today, for a page; null where none is owed or the whole course comes first. */
export function refresherNow({ actor, today }: Signed, index: FactIndex, postIds: readonly string[]): RefresherNow | null {
  const offer = refresherOffer(index, postIds, refresherRules().terms, today)
  if (offer.kind === 'none' || offer.kind === 'course') return null
  if (offer.kind === 'later') return { kind: 'later', every: offer.every, opens: formatDay(offer.opens) }
  const { every, period, overdueSince } = offer
  const newest = findNewestRefresher(actor.personId)
  return {
    kind: 'open',
    every,
    first: formatDay(period.first),
    last: formatDay(period.last),
    overdueSince: overdueSince === null ? null : formatDay(overdueSince),
    isBegun: newest !== null && roundState(newest.facts, today) === 'live',
    minutes: getRefresher().minutes,
  }
}

/** The same where only a course's page asks, with the posts for which the course is done. Another course has nothing to do with it. */
export function refresherOfCourse(ctx: Signed, course: string): { refresher: RefresherNow | null; passed: ReadonlySet<string> } {
  if (course !== getRefresher().course) return { refresher: null, passed: new Set() }
  const { rules, terms } = refresherRules()
  const facts = factsOfPeople([ctx.actor.personId], rules)
  const index = indexFacts(facts)
  const postIds = facts.posts.map((post) => post.id)
  return { refresher: refresherNow(ctx, index, postIds), passed: passedPosts(index, postIds, terms, ctx.today) }
}
