import { examOf } from '~/content/exam.server'
import { asPublished, getRefresher, lessonsByTopic, refresherCourses, refresherRules } from '~/content/refresher.server'
import { factsOfPeople } from '~/data/duties/facts.server'
import { asPast, findAttempts, findPaperQuestions } from '~/data/exams/attempts.server'
import { openPaper, recordAttempt } from '~/data/exams/papers.server'
import { findLastAsked } from '~/data/learn/learning-past.server'
import { findFamily } from '~/data/learn/progress.server'
import { findOwnRefresher, type RefresherRow, recordRoundPaper } from '~/data/learn/refreshers.server'
import { transact } from '~/data/transact.server'
import { indexFacts } from '~/domain/duties/standing'
import type { DrawnQuestion } from '~/domain/exams/draw-paper'
import type { Exam } from '~/domain/exams/exam'
import { startVerdict } from '~/domain/exams/may-start'
import { drawRefresher } from '~/domain/exams/refresher-paper'
import { seededRandom } from '~/domain/exams/seeded-random'
import { positionsOn, refresherOffer } from '~/domain/learn/refresher-offer'
import { leftToOpen, roundState } from '~/domain/learn/refresher-round'
import { civilDay } from '~/domain/shared/civil-day'
import { NotFound } from '~/domain/shared/faults'
import { type Refused, refuse } from '~/domain/shared/refusal'
import { matchHash, newId } from '~/gateways/secrets.server'
import type { Locale } from '~/i18n/config'
import { instantText } from '~/i18n/format'

export type PaperStart = { personId: string; refresherId: string; now: Date; locale: Locale }

/**
 * Hands out the ten questions of one's own round, or goes on with the open paper. Refused until its lessons and its case have been
 * opened, while a retake waits, when the round's period is over, and when nothing is owed any more. Somebody else's is not found.
 */
export async function startRefresherPaper({
  personId,
  refresherId,
  now,
  locale,
}: PaperStart): Promise<{ kind: 'open'; attemptId: string } | Refused> {
  const round = findOwnRefresher(personId, refresherId)
  const { id: course } = getRefresher()
  const exam = examOf(course)
  if (round === null || exam === null) throw new NotFound()
  const verdict = startVerdict(findAttempts(personId, course).map(asPast), exam.retakeAfterMinutes, now)
  if (verdict.kind === 'resume') return { kind: 'open', attemptId: verdict.attemptId }
  if (verdict.kind === 'close-first') return refuse('exams:refusal.justClosed')
  const today = civilDay(now)
  if (roundState(round.facts, today) !== 'live') return refuse('learn:refresher.refusal.over')
  const left = leftToOpen(asPublished(round.facts))
  if (left > 0) return refuse('learn:refresher.refusal.notRead', undefined, { count: left })
  if (verdict.kind === 'wait') return refuse('exams:refusal.wait', undefined, { until: instantText(verdict.until, locale) })
  const { rules, terms } = refresherRules()
  const facts = factsOfPeople([personId], rules)
  const postIds = facts.posts.map((post) => post.id)
  const offer = refresherOffer(indexFacts(facts), postIds, terms, today)
  if (offer.kind !== 'open') return refuse('learn:refresher.refusal.notOpen')
  const { id: postId, unit: unitId, position } = offer.post
  const id = newId(now)
  const courses = refresherCourses(positionsOn(facts.posts, today)).map((one) => one.id)
  const drawn = drawFor(round, exam, courses, id, personId)
  const deadlineAt = new Date(now.getTime() + exam.minutes * 60_000)
  const family = findFamily(personId)
  return transact(async (tx) => {
    const open = await openPaper(tx, family, course)
    if (open !== null) return { kind: 'open', attemptId: open }
    await recordAttempt(tx, { id, personId, course, position, unitId, postId, startedAt: now, deadlineAt }, drawn)
    await recordRoundPaper(tx, round.id, id)
    return { kind: 'open', attemptId: id }
  })
}

/**
 * From the refresher's own course whatever it has; from those of the positions what the round's lessons are about, and what was asked
 * before: nobody is asked what she was never taught. The seed is keyed: who knows the attempt's id cannot work out which options were
 * moved where.
 */
function drawFor({ facts }: RefresherRow, exam: Exam, courses: readonly string[], attemptId: string, personId: string): DrawnQuestion[] {
  const last = findLastAsked(personId, [...courses, exam.course])
  const asked = new Map([...last].map(([id, { closedAt, ...rest }]) => [id, { ...rest, at: closedAt.getTime() }]))
  const topics = new Set(
    [...lessonsByTopic()].filter(([, lessons]) => lessons.some((id) => facts.lessons.includes(id))).map(([topic]) => topic),
  )
  const bank = exam.bank.filter(({ id, topic }) => !topic.includes('/') || topics.has(topic) || asked.has(id))
  const recent = new Set(facts.attempt === null ? [] : findPaperQuestions(facts.attempt.id).map(({ questionId }) => questionId))
  return drawRefresher({ bank, count: exam.count, asked, topics, recent }, seededRandom(matchHash(`paper ${attemptId}`)))
}
