import { catalogue } from '~/content/catalogue.server'
import { segmentsOf } from '~/content/compile.server'
import type { LoadedCourse } from '~/content/courses.server'
import { getCourse } from '~/content/lessons-find.server'
import { findProgress } from '~/data/learn/progress.server'
import { courseProgress } from '~/domain/learn/progress'
import type { Signed } from '~/http/serve.server'
import type { Locale } from '~/i18n/config'
import { translator } from '~/i18n/translator'
import { dressIn } from '~/ui/mdx/dress'
import { refresherOfCourse } from '../refresher-now.server'
import { type NamedSeat, withSeat } from './seat.server'

/** What a passed paper of this course counts as, in words. A topic of each position is named with the seat's. */
function givesOf(course: LoadedCourse, seat: NamedSeat | null, locale: Locale): string[] {
  const position = seat?.position ?? translator(locale).t('learn:course.yourPosition')
  return course.zh.gives.flatMap(({ topic }) => {
    const word = catalogue().vocabulary.evidenceTopics.find(({ id }) => id === topic)
    return word ? [word[locale].replaceAll('{position}', position)] : []
  })
}

/** One person's page of a course: how far he is, what comes next, and what the course is. */
export async function coursePage(ctx: Signed, id: string, seat: NamedSeat | null) {
  const course = getCourse(id)
  const { locale } = ctx
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
    next: lessons.find(({ state }) => state === 'next') ?? null,
    paper: { href: withSeat(`/courses/${course.id}/paper`, seat), questions, minutes, pass },
    facts: { summary: course[locale].summary, who: course[locale].for, gives: givesOf(course, seat, locale), clause: course.zh.clause },
    html: segments.map((segment) => (segment.kind === 'html' ? segment.html : '')).join(''),
  }
}
