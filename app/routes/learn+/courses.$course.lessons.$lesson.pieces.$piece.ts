import { redirect } from '@remix-run/node'
import { getPiece } from '~/content/lessons-find.server'
import { findAnswers } from '~/data/learn/answers.server'
import { stateOf } from '~/domain/learn/shown-piece'
import { isRefused } from '~/domain/shared/refusal'
import { param, serve } from '~/http/serve.server'
import { unclearPage } from '~/ui/learn/unclear-page.server'
import { answerPiece } from '~/usecases/learn/answer-piece.server'
import { readRefresherLesson } from '~/usecases/learn/read-refresher.server'
import { seatIn } from './courses.$course._index/seat.server'
import { lessonAddress, lessonPage, pieceOf, readingOf } from './courses.$course.lessons.$lesson._index/lesson-page.server'
import { sentIn, wantsJson } from './courses.$course.lessons.$lesson._index/sent.server'

export const loader = serve('person', (ctx, { request, params }) => {
  const reading = readingOf(ctx, param(params, 'course'), param(params, 'lesson'), seatIn(request, ctx))
  const piece = getPiece(reading.lesson, param(params, 'piece'))
  return redirect(`${lessonAddress(reading)}#piece-${piece.id}`)
})

export const action = serve('person', async (ctx, { request, params }) => {
  const reading = readingOf(ctx, param(params, 'course'), param(params, 'lesson'), seatIn(request, ctx))
  const { course, lesson } = reading
  const piece = getPiece(lesson, param(params, 'piece'))
  const at = { course: course.id, lesson: lesson.id, piece: piece.id }
  const sent = await sentIn(request)
  const back = `${lessonAddress(reading)}#piece-${piece.id}`
  const outcome = await answerPiece(ctx.actor, at, sent, ctx.now)
  if (isRefused(outcome)) {
    const answers = findAnswers({ personId: ctx.actor.personId, ...at }).get(piece.id) ?? []
    const html = pieceOf(reading, piece, stateOf(piece, answers), { reason: outcome.reason, places: sent.places })
    return wantsJson(request) ? Response.json({ piece: html }, { status: 400 }) : unclearPage(ctx.preferences, html, back)
  }
  if (!wantsJson(request)) return redirect(back, 303)
  const isRefreshing = await readRefresherLesson(ctx.actor, lesson.id, ctx.now)
  const { end, done } = await lessonPage({ ...reading, isRefreshing })
  return Response.json({ piece: pieceOf(reading, piece, outcome.state, null), end, done })
})
