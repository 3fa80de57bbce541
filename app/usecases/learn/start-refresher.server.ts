import type { LoadedCourse } from '~/content/courses.server'
import { examOf } from '~/content/exam.server'
import { caseFacts, getRefresher, lessonsByTopic, refresherCourses, refresherRules } from '~/content/refresher.server'
import { factsOfPeople } from '~/data/duties/facts.server'
import { findLastAsked, findLastPass, findLastRefreshed, findLastStudied, findPieceAnswers } from '~/data/learn/learning-past.server'
import { findFamily } from '~/data/learn/progress.server'
import { findRefreshers, type KeptReason, newestInside, recordRefresher } from '~/data/learn/refreshers.server'
import { transact } from '~/data/transact.server'
import { indexFacts } from '~/domain/duties/standing'
import { lessonPasts } from '~/domain/learn/lesson-past'
import { nextCase } from '~/domain/learn/next-case'
import { type Choice, type ChoiceReason, chooseLessons } from '~/domain/learn/refresher-choice'
import { positionsOn, refresherOffer } from '~/domain/learn/refresher-offer'
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
  const courses = refresherCourses(positionsOn(facts.posts, today))
  const lessons = choiceFor(personId, courses, newest?.facts.lessons ?? [], today).map(({ lesson, reasons }) => ({
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

function choiceFor(personId: string, courses: readonly LoadedCourse[], before: readonly string[], today: Day): Choice[] {
  const { id, lessons: count } = getRefresher()
  const among = courses.map((course) => course.id)
  const questions = examOf(id)?.questions
  const days = (instants: ReadonlyMap<string, Date>) => new Map([...instants].map(([lesson, at]) => [lesson, civilDay(at)]))
  const asked = [...findLastAsked(personId, [...among, id])].flatMap(([questionId, { right, closedAt }]) => {
    const topic = questions?.get(questionId)?.topic
    return topic === undefined ? [] : [{ topic, right, on: civilDay(closedAt) }]
  })
  const lessons = lessonPasts({
    lessons: courses.flatMap((course) => changesIn(course, findLastPass(personId, [course.id, id]))),
    lessonsOf: lessonsByTopic(),
    asked,
    pieces: findPieceAnswers(personId, among).map(({ at, ...rest }) => ({ ...rest, on: civilDay(at) })),
    studied: days(findLastStudied(personId, among)),
    refreshed: days(findLastRefreshed(personId)),
  })
  return chooseLessons({ lessons, lastPassedOn: null, before, today, count })
}

/** The lessons of a course, with the day of a change where it is newer than the last pass. */
function changesIn({ lessons }: LoadedCourse, lastPass: Date | null): { id: string; changedOn: Day | null }[] {
  const passedOn = lastPass && civilDay(lastPass)
  return lessons.map(({ id, zh: { changed } }) => {
    const isNew = changed !== undefined && (passedOn === null || changed.on > passedOn)
    return { id, changedOn: isNew ? changed.on : null }
  })
}

function kept(reason: ChoiceReason): KeptReason {
  if (reason.kind === 'longAgo') return { kind: reason.kind, on: reason.on === null ? null : formatDay(reason.on) }
  return { ...reason, on: formatDay(reason.on) }
}
