import { examOf } from '~/content/exam.server'
import { getCourse } from '~/content/lessons-find.server'
import { asPast, findAttempts, findCompletedLessons, findFamily, findPaperQuestions } from '~/data/exams/attempts.server'
import { openPaper, recordAttempt } from '~/data/exams/papers.server'
import { findSeats } from '~/data/org/seats.server'
import { transactTogether } from '~/data/transact-together.server'
import { drawPaper } from '~/domain/exams/draw-paper'
import type { Exam } from '~/domain/exams/exam'
import { startVerdict } from '~/domain/exams/may-start'
import { seededRandom } from '~/domain/exams/seeded-random'
import { isFor } from '~/domain/learn/course-seats'
import { civilDay } from '~/domain/shared/civil-day'
import { formatDay } from '~/domain/shared/day'
import { NotFound } from '~/domain/shared/faults'
import { type Refused, refuse } from '~/domain/shared/refusal'
import { matchHash, newId } from '~/gateways/secrets.server'
import type { Locale } from '~/i18n/config'
import { instantText } from '~/i18n/format'

export type Start = { personId: string; course: string; seatId: string; now: Date; locale: Locale }

/**
 * Hands out a paper for a seat (a post, or a join request that waits), or goes on with the open one. Refused while lessons are
 * missing, while a retake waits, for a seat that has ended, and for a position that the course is not meant for. Somebody else's seat is not found.
 */
export async function startAttempt({
  personId,
  course,
  seatId,
  now,
  locale,
}: Start): Promise<{ kind: 'open'; attemptId: string } | Refused> {
  const exam = examOf(course)
  const seat = findSeats(personId).find((one) => one.id === seatId)
  if (!exam || !seat) throw new NotFound()
  if (!isFor(getCourse(course).zh.positions, seat.position)) return refuse('exams:refusal.notForPosition')
  const attempts = findAttempts(personId, course)
  const verdict = startVerdict(attempts.map(asPast), exam.retakeAfterMinutes, now)
  if (verdict.kind === 'resume') return { kind: 'open', attemptId: verdict.attemptId }
  if (verdict.kind === 'close-first') return refuse('exams:refusal.justClosed')
  if (verdict.kind === 'wait') return refuse('exams:refusal.wait', undefined, { until: instantText(verdict.until, locale) })
  if (seat.to !== null && seat.to < formatDay(civilDay(now))) return refuse('exams:refusal.seatEnded')
  const done = findCompletedLessons(personId, course)
  const missing = exam.lessons.filter((lesson) => !done.has(lesson)).length
  if (missing > 0) return refuse('exams:refusal.lessonsMissing', undefined, { count: missing })
  const { unitId, position, postId } = seat
  const id = newId(now)
  const [last] = attempts
  const drawn = drawFor(exam, id, last?.id)
  const deadlineAt = new Date(now.getTime() + exam.minutes * 60_000)
  const family = findFamily(personId)
  return transactTogether(async (tx) => {
    const open = await openPaper(tx, family, course)
    if (open !== null) return { kind: 'open' as const, attemptId: open }
    await recordAttempt(tx, { id, personId, course, position, unitId, postId, startedAt: now, deadlineAt }, drawn)
    return { kind: 'open' as const, attemptId: id }
  })
}

/** The seed is keyed: who knows the attempt's id cannot work out which options were moved where. */
function drawFor(exam: Exam, attemptId: string, lastAttempt: string | undefined) {
  const recent = new Set(lastAttempt === undefined ? [] : findPaperQuestions(lastAttempt).map((question) => question.questionId))
  return drawPaper(exam.blueprint, exam.bank, recent, seededRandom(matchHash(`paper ${attemptId}`)))
}
