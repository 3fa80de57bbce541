import { useLoaderData } from '@remix-run/react'
import { readAloudScript } from '~/gateways/islands.server'
import { param, serve } from '~/http/serve.server'
import learnStyles from '~/ui/learn/learn.css?url'
import { LessonView } from '~/ui/learn/lesson-view'
import { titled } from '~/ui/shell/title'
import { openLesson } from '~/usecases/learn/open-lesson.server'
import { readRefresherLesson } from '~/usecases/learn/read-refresher.server'
import { seatIn, withSeat } from '../courses.$course._index/seat.server'
import { lessonPage, readingOf } from './lesson-page.server'

export const links = () => [{ rel: 'stylesheet', href: learnStyles }]

export const loader = serve('person', async (ctx, { request, params }) => {
  const seat = seatIn(request, ctx)
  const id = param(params, 'lesson')
  const isRefreshing = await readRefresherLesson(ctx.actor, id, ctx.now)
  const reading = readingOf(ctx, param(params, 'course'), id, seat, isRefreshing)
  const { course, lesson } = reading
  const progress = await openLesson(ctx.actor, { course: course.id, lesson: lesson.id }, ctx.now)
  const page = await lessonPage(reading, progress)
  const { title, situation, minutes } = lesson[ctx.locale]
  const number = course.lessons.indexOf(lesson) + 1
  return {
    ...page,
    isRefreshing,
    title,
    situation,
    minutes,
    number,
    total: course.lessons.length,
    address: `/courses/${course.id}/lessons/${lesson.id}`,
    readAloud: ctx.locale === 'zh' ? readAloudScript() : '',
    course: { title: course[ctx.locale].title, href: withSeat(`/courses/${course.id}`, seat) },
  }
})

export const handle = titled<typeof loader>((_, { title, course }) => `${title} · ${course.title}`)

export default function Lesson() {
  return <LessonView page={useLoaderData<typeof loader>()} />
}
