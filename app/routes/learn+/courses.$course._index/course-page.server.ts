import { catalogue } from '~/content/catalogue.server'
import { segmentsOf } from '~/content/compile.server'
import { dutiesMetBy } from '~/content/course-duties.server'
import type { LoadedCourse } from '~/content/courses.server'
import { positionName } from '~/content/duty-lines.server'
import { getCourse } from '~/content/lessons-find.server'
import { permitsOfCourse } from '~/content/permits.server'
import { findAttempts } from '~/data/exams/attempts.server'
import { findProgress } from '~/data/learn/progress.server'
import { findSeats } from '~/data/org/seats.server'
import { isFor } from '~/domain/learn/course-seats'
import { courseProgress } from '~/domain/learn/progress'
import { formatDay } from '~/domain/shared/day'
import type { Signed } from '~/http/serve.server'
import type { Locale } from '~/i18n/config'
import { translator } from '~/i18n/translator'
import { dressIn } from '~/ui/mdx/dress'
import { refresherOfCourse } from '../refresher-now.server'
import { inWords, type NamedSeat, withSeat } from './seat.server'

/** What a passed paper of this course counts as, in words. A topic of each position is named with the seat's. */
export function givesOf(course: LoadedCourse, position: string, locale: Locale): string[] {
  return course.zh.gives.flatMap(({ topic }) => {
    const word = catalogue().vocabulary.evidenceTopics.find(({ id }) => id === topic)
    return word ? [word[locale].replaceAll('{position}', position)] : []
  })
}

/** The seat of this person that the course is for: the one asked for, or the first. */
function seatFor(course: LoadedCourse, seat: NamedSeat | null, ctx: Signed): NamedSeat | null {
  if (seat !== null) return isFor(course.zh.positions, seat.positionId) ? seat : null
  const today = formatDay(ctx.today)
  const own = findSeats(ctx.actor.personId).find(({ to, position }) => (to === null || to >= today) && isFor(course.zh.positions, position))
  return own ? inWords(own, ctx) : null
}

function factsOf(course: LoadedCourse, seat: NamedSeat | null, locale: Locale) {
  const { clause, minutes, paper, positions } = course.zh
  const position = seat?.position ?? translator(locale).t('learn:course.yourPosition')
  return {
    summary: course[locale].summary,
    who: course[locale].for,
    positions: positions.includes('*') ? [] : positions.map((id) => positionName(id, locale)),
    gives: givesOf(course, position, locale),
    duties: dutiesMetBy(course, seat?.positionId ?? null, locale),
    shape: { lessons: course.lessons.length, minutes, questions: paper.questions, paperMinutes: paper.minutes },
    clauses: [clause, ...(clause.also ?? [])].map(({ of, mark, quote }) => ({ of, mark, quote: quote ?? null })),
  }
}

/** The paper of this course that was passed for the seat's position. */
const passedPaper = (course: LoadedCourse, seat: NamedSeat | null, ctx: Signed): string | null =>
  findAttempts(ctx.actor.personId, course.id).find(({ passed, position }) => passed && (seat === null || position === seat.positionId))
    ?.id ?? null

type Practice = { kind: 'panel' | 'permits' | 'visits'; href: string; count: number }

/** Where what this course teaches is practised: an exercise, where it is, and how many there are of it. */
function practicesOf({ id, zh }: LoadedCourse): Practice[] {
  const { panel, visits } = catalogue()
  const all: Practice[] = [
    { kind: 'panel', href: '/panel', count: zh.practise === 'panel' ? panel.scenarios.size : 0 },
    { kind: 'permits', href: '/permits', count: permitsOfCourse(id) },
    { kind: 'visits', href: '/visits', count: visits?.street.course === id ? visits.doors.size : 0 },
  ]
  return all.filter(({ count }) => count > 0)
}

/** One person's page of a course: how far he is, what comes next, and what the course is. */
export async function coursePage(ctx: Signed, id: string, seat: NamedSeat | null) {
  const course = getCourse(id)
  const { locale } = ctx
  const own = seatFor(course, seat, ctx)
  const { done } = findProgress(ctx.actor.personId, course.id)
  const progress = courseProgress(
    course.lessons.map((lesson) => ({ id: lesson.id, minutes: lesson.zh.minutes })),
    done,
  )
  const lessons = course.lessons.map((lesson, index) => ({
    id: lesson.id,
    number: index + 1,
    title: lesson[locale].title,
    minutes: lesson[locale].minutes,
    href: withSeat(`/courses/${course.id}/lessons/${lesson.id}`, seat),
    state: done.has(lesson.id) ? ('done' as const) : lesson.id === progress.next ? ('next' as const) : ('open' as const),
  }))
  const segments = await segmentsOf({ folder: course.id, body: course.body }, locale, dressIn(locale))
  const { questions, minutes, pass } = course.zh.paper
  const { refresher, passed } = refresherOfCourse(ctx, course.id)
  const isPassed = seat === null ? passed.size > 0 : passed.has(seat.id)
  return {
    title: course[locale].title,
    seat: seat && { unit: seat.unit, position: seat.position },
    refresher: isPassed ? refresher : null,
    progress,
    lessons,
    practices: practicesOf(course),
    next: lessons.find(({ state }) => state === 'next') ?? null,
    paper: { href: withSeat(`/courses/${course.id}/paper`, seat), questions, minutes, pass },
    passed: passedPaper(course, own, ctx),
    isMine: own !== null,
    facts: factsOf(course, own, locale),
    html: segments.map((segment) => (segment.kind === 'html' ? segment.html : '')).join(''),
  }
}
