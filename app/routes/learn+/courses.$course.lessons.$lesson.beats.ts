import { redirect } from '@remix-run/node'
import { z } from 'zod'
import { isOverlong } from '~/http/forms.server'
import { param, serve } from '~/http/serve.server'
import { translator } from '~/i18n/translator'
import { beatVideo } from '~/usecases/learn/beat-video.server'
import { readRefresherLesson } from '~/usecases/learn/read-refresher.server'
import { seatIn } from './courses.$course._index/seat.server'
import { lessonAddress, lessonPage, readingOf } from './courses.$course.lessons.$lesson._index/lesson-page.server'

const second = z.number().min(0).max(86_400)
const mostBytes = 10_000
const beat = z.object({ video: z.string().min(1).max(100), from: second, to: second, position: second })

export const loader = serve('person', (ctx, { request, params }) =>
  redirect(lessonAddress(readingOf(ctx, param(params, 'course'), param(params, 'lesson'), seatIn(request, ctx)))),
)

export const action = serve('person', async (ctx, { request, params }) => {
  const reading = readingOf(ctx, param(params, 'course'), param(params, 'lesson'), seatIn(request, ctx))
  const claim = beat.safeParse(isOverlong(request, mostBytes) ? null : await request.json().catch(() => null))
  if (!claim.success) return Response.json({ error: translator(ctx.locale).t('learn:unclear.beat') }, { status: 400 })
  const { video, ...played } = claim.data
  const { newlySeen, ...credited } = await beatVideo(
    ctx.actor,
    { course: reading.course.id, lesson: reading.lesson.id, video },
    played,
    ctx.now,
  )
  const isRefreshing = newlySeen && (await readRefresherLesson(ctx.actor, reading.lesson.id, ctx.now))
  const page = newlySeen ? await lessonPage({ ...reading, isRefreshing }) : null
  return Response.json(page ? { ...credited, end: page.end } : credited)
})
