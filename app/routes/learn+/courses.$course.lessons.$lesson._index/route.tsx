import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { param, serve } from '~/http/serve.server'
import learnStyles from '~/ui/learn/learn.css?url'
import { playerStyle } from '~/ui/learn/player-style'
import { titled } from '~/ui/shell/title'
import { openLesson } from '~/usecases/learn/open-lesson.server'
import { seatIn, withSeat } from '../courses.$course._index/seat.server'
import { lessonPage, readingOf } from './lesson-page.server'

export const links = () => [{ rel: 'stylesheet', href: learnStyles }]

export const loader = serve('person', async (ctx, { request, params }) => {
  const seat = seatIn(request, ctx)
  const reading = readingOf(ctx, param(params, 'course'), param(params, 'lesson'), seat)
  const { course, lesson } = reading
  await openLesson(ctx.actor, { course: course.id, lesson: lesson.id }, ctx.now)
  const page = await lessonPage(reading)
  const { title, situation, minutes } = lesson[ctx.locale]
  const number = course.lessons.indexOf(lesson) + 1
  return {
    ...page,
    title,
    situation,
    minutes,
    number,
    total: course.lessons.length,
    course: { title: course[ctx.locale].title, href: withSeat(`/courses/${course.id}`, seat) },
  }
})

export const handle = titled<typeof loader>((_, { title, course }) => `${title} · ${course.title}`)

export default function Lesson() {
  const { t } = useTranslation('learn')
  const page = useLoaderData<typeof loader>()
  return (
    <div className="lesson-page" data-lesson data-player-style={playerStyle}>
      <p className="no-print">
        <a href={page.course.href} className="inline-flex min-h-touch items-center">
          {page.course.title}
        </a>
      </p>
      <p className="text-ink2">{t('lesson.where', { number: page.number, total: page.total, minutes: page.minutes })}</p>
      <h1 className="mt-1">{page.title}</h1>
      <p className="lesson-situation">{page.situation}</p>
      {page.done && <p className="lesson-before">{t('lesson.doneBefore')}</p>}
      <article dangerouslySetInnerHTML={{ __html: page.html }} />
      <div data-lesson-foot dangerouslySetInnerHTML={{ __html: page.end }} />
    </div>
  )
}
