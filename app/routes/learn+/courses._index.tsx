import { useLoaderData } from '@remix-run/react'
import { catalogue } from '~/content/catalogue.server'
import { findProgress } from '~/data/learn/progress.server'
import { findSeats } from '~/data/org/seats.server'
import { courseProgress } from '~/domain/learn/progress'
import { formatDay } from '~/domain/shared/day'
import { serve } from '~/http/serve.server'
import { useTranslation } from '~/i18n/words'
import { CourseCard } from '~/ui/learn/course-card'
import { titled } from '~/ui/shell/title'
import { inWords, withSeat } from './courses.$course._index/seat.server'

export const loader = serve('person', (ctx) => {
  const today = formatDay(ctx.today)
  const seats = findSeats(ctx.actor.personId).filter(({ to }) => to === null || to >= today)
  const courses = [...catalogue().courses.values()].map((course) => {
    const { done } = findProgress(ctx.actor.personId, course.id)
    const fits = seats.filter(({ position }) => course.zh.positions.includes('*') || course.zh.positions.includes(position))
    const named = fits.map((seat) => inWords(seat, ctx))
    return {
      id: course.id,
      title: course[ctx.locale].title,
      summary: course[ctx.locale].summary,
      progress: courseProgress(
        course.lessons.map((lesson) => ({ id: lesson.id, minutes: lesson.zh.minutes })),
        done,
      ),
      minutes: course.zh.minutes,
      seats: named.map((seat) => ({
        id: seat.id,
        unit: seat.unit,
        position: seat.position,
        href: withSeat(`/courses/${course.id}`, seat),
      })),
    }
  })
  return { courses, seated: courses.some(({ seats: found }) => found.length > 0) }
})

export const handle = titled<typeof loader>((t) => t('learn:courses.title'))

export default function Courses() {
  const { t } = useTranslation('learn')
  const { courses, seated } = useLoaderData<typeof loader>()
  return (
    <div className="mx-auto max-w-measure">
      <h1>{t('courses.title')}</h1>
      <p className="mt-3 text-ink2">{t('courses.lead')}</p>
      {!seated && (
        <div className="mt-6">
          <p className="text-18 font-semibold">{t('courses.none')}</p>
          <p className="mt-1">{t('courses.noneText')}</p>
          <p className="mt-1">{t('courses.anyway')}</p>
        </div>
      )}
      <ul className="mt-8 border-t border-line">
        {courses.map((course) => (
          <CourseCard key={course.id} {...course} />
        ))}
      </ul>
    </div>
  )
}
