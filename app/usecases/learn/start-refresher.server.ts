import { examOf } from '~/content/exam.server'
import { getCourse } from '~/content/lessons-find.server'
import { caseFacts, getRefresher, lessonsByTopic, refresherRules } from '~/content/refresher.server'
import { factsOfPeople } from '~/data/duties/facts.server'
import { findLastAsked, findLastPass, findLastRefreshed, findLastStudied, findPieceAnswers } from '~/data/learn/learning-past.server'
import { findFamily } from '~/data/learn/progress.server'
import { findRefreshers, type KeptReason, newestInside, recordRefresher } from '~/data/learn/refreshers.server'
import { transact } from '~/data/transact.server'
import { indexFacts } from '~/domain/duties/standing'
import { lessonPasts } from '~/domain/learn/lesson-past'
import { nextCase } from '~/domain/learn/next-case'
import { type Choice, type ChoiceReason, chooseLessons } from '~/domain/learn/refresher-choice'
import { refresherOffer } from '~/domain/learn/refresher-offer'
import { roundState } from '~/domain/learn/refresher-round'
import { civilDay } from '~/domain/shared/civil-day'
import { type Day, formatDay, holdsDay } from '~/domain/shared/day'
import { NotFound } from '~/domain/shared/faults'
import { type Refused, refuse } from '~/domain/shared/refusal'
import { newId } from '~/gateways/secrets.server'

/**
 * Begins a round of the refresher for the period that is open, or goes on with the one that is under way. What is chosen for it, three
 * lessons with their reasons and a case, stays as chosen. Refused where nothing is owed now that a refresher would meet.
 */
export async function startRefresher({
  personId,
  now,
}: {
  personId: string
  now: Date
}): Promise<{ kind: 'begun'; refresherId: string } | Refused> {
  const today = civilDay(now)
  const rounds = findRefreshers(personId)
  const [newest] = rounds
  if (newest && roundState(newest.facts, today) === 'live') return { kind: 'begun', refresherId: newest.id }
  const { rules, terms } = refresherRules()
  const facts = factsOfPeople([personId], rules)
  const postIds = facts.posts.map((post) => post.id)
  const offer = refresherOffer(indexFacts(facts), postIds, terms, today)
  if (offer.kind !== 'open') return refuse('learn:refresher.refusal.notOpen')
  const { post, period, dutyId } = offer
  const traits = facts.units.find((unit) => unit.id === post.unit)?.traits ?? []
  const held = traits.filter(({ from, to }) => holdsDay(from, to, today)).map(({ trait }) => trait)
  const shown = rounds.filter(({ caseReadAt }) => caseReadAt !== null).map(({ caseSlug }) => caseSlug)
  const found = nextCase(caseFacts(), new Set(shown), new Set(held))
  if (found === null) throw new NotFound()
  const lessons = choiceFor(personId, newest?.facts.lessons ?? [], today).map(({ lesson, reasons }) => ({
    lesson,
    reasons: reasons.map(kept),
  }))
  const family = findFamily(personId)
  const round = {
    id: newId(now),
    personId,
    postId: post.id,
    unitId: post.unit,
    dutyId,
    period,
    openedAt: now,
    lessons,
    caseSlug: found.slug,
  }
  return transact(async (tx) => {
    const newer = await newestInside(tx, family)
    if (newer !== null && newer !== newest?.id) return { kind: 'begun', refresherId: newer }
    await recordRefresher(tx, round)
    return { kind: 'begun', refresherId: round.id }
  })
}

function choiceFor(personId: string, before: readonly string[], today: Day): Choice[] {
  const { id, course, lessons: count } = getRefresher()
  const questions = examOf(id)?.questions
  const days = (instants: ReadonlyMap<string, Date>) => new Map([...instants].map(([lesson, at]) => [lesson, civilDay(at)]))
  const asked = [...findLastAsked(personId, [course, id])].flatMap(([questionId, { right, closedAt }]) => {
    const topic = questions?.get(questionId)?.topic
    return topic === undefined ? [] : [{ topic, right, on: civilDay(closedAt) }]
  })
  const lastPass = findLastPass(personId, [course, id])
  const lessons = lessonPasts({
    lessons: getCourse(course).lessons.map((lesson) => ({ id: lesson.id, changedOn: lesson.zh.changed?.on ?? null })),
    lessonsOf: lessonsByTopic(),
    asked,
    pieces: findPieceAnswers(personId, course).map(({ at, ...rest }) => ({ ...rest, on: civilDay(at) })),
    studied: days(findLastStudied(personId, course)),
    refreshed: days(findLastRefreshed(personId)),
  })
  return chooseLessons({ lessons, lastPassedOn: lastPass && civilDay(lastPass), before, today, count })
}

function kept(reason: ChoiceReason): KeptReason {
  if (reason.kind === 'longAgo') return { kind: reason.kind, on: reason.on === null ? null : formatDay(reason.on) }
  return { ...reason, on: formatDay(reason.on) }
}
