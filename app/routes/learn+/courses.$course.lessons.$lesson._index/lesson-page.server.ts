import { catalogue } from '~/content/catalogue.server'
import { type Segment, segmentsOf } from '~/content/compile.server'
import type { LoadedCourse, LoadedLesson } from '~/content/courses.server'
import { asksOf, getLesson, getPiece } from '~/content/lessons-find.server'
import { pictureIn } from '~/content/pictures.server'
import type { Piece } from '~/content/schema'
import { findAnswers } from '~/data/learn/answers.server'
import { findProgress, type Progress } from '~/data/learn/progress.server'
import { findWatched } from '~/data/learn/watches.server'
import { seedOf } from '~/domain/learn/piece-seed'
import { nextAfter } from '~/domain/learn/progress'
import { type PieceState, shownPiece, stateOf } from '~/domain/learn/shown-piece'
import { secondsLeft } from '~/domain/learn/watch'
import type { Signed } from '~/http/serve.server'
import { remembering } from '~/ui/kit/remembering.server'
import { endHtml, pieceHtml, videoHtml } from '~/ui/learn/lesson-html.server'
import type { Unclear } from '~/ui/learn/piece'
import { dressIn } from '~/ui/mdx/dress'
import '~/usecases/learn/warm-lessons.server'
import { type NamedSeat, withSeat } from '../courses.$course._index/seat.server'

/** One person in one lesson, for one seat or none: what every part of the page is made from. */
export type Reading = {
  ctx: Signed
  course: LoadedCourse
  lesson: LoadedLesson
  seat: NamedSeat | null
  /** Read for a refresher under way: the way back leads there. */
  isRefreshing: boolean
}

export const readingOf = (ctx: Signed, courseId: string, lessonId: string, seat: NamedSeat | null, isRefreshing = false): Reading => ({
  ctx,
  seat,
  isRefreshing,
  ...getLesson(courseId, lessonId),
})

const addressOf = ({ course, lesson }: Reading) => `/courses/${course.id}/lessons/${lesson.id}`
export const lessonAddress = (reading: Reading): string => withSeat(addressOf(reading), reading.seat)

/** Stands for the seat in an address; no word of a lesson holds it. */
const seatHere = '\uE004'
const remembered = remembering(2000)

/**
 * A piece as this person may see it, as HTML. What depends on nothing but its key is rendered once: many people see the same piece
 * of a course unanswered, whatever their seats.
 */
export function pieceOf(reading: Reading, piece: Piece, state: PieceState, unclear: Unclear | null): string {
  const { ctx, lesson, seat } = reading
  const seed = seedOf(ctx.actor.personId, lesson.id, piece.id)
  const key = JSON.stringify([ctx.locale, lesson.id, piece.id, piece.kind === 'order' ? seed : '', state])
  const make = () =>
    pieceHtml(ctx.locale, {
      piece: shownPiece(piece, ctx.locale, seed, state),
      action: `${addressOf(reading)}/pieces/${piece.id}${seatHere}`,
      drawing: 'picture' in piece ? pictureIn(lesson.folder, piece.picture, ctx.locale) : '',
      unclear,
    })
  return (unclear === null ? remembered(key, make) : make()).replaceAll(seatHere, withSeat('', seat))
}

function videoOf(reading: Reading, id: string): { html: string; missing: boolean } {
  const { ctx, course, lesson, seat } = reading
  const video = catalogue().videos.get(id)
  if (!video) return { html: '', missing: false }
  const watched = findWatched(ctx.actor.personId, id, video.seconds)
  const asked = asksOf(course, lesson).videos.includes(id)
  const scenes = video.scenes ?? [{ from: 0, to: video.seconds, name: video.title, zh: '', en: '' }]
  const html = videoHtml(ctx.locale, {
    id,
    title: video.title[ctx.locale],
    seconds: video.seconds,
    locale: ctx.locale,
    beats: withSeat(`${addressOf(reading)}/beats`, seat),
    asked,
    seen: watched.seen,
    left: secondsLeft(watched, video.seconds),
    position: watched.position,
    transcript: scenes.map((scene) => ({
      name: scene.name[ctx.locale],
      scene: scene[ctx.locale],
      lines: video.cues.filter(({ from }) => from >= scene.from && from < scene.to).map((cue) => cue[ctx.locale]),
    })),
  })
  return { html, missing: asked && !watched.seen }
}

export type LessonPage = { html: string; end: string; done: boolean }

/** The whole lesson for this person, whose progress may be read already: prose, pieces with what was answered, videos, and what comes next. */
export async function lessonPage(reading: Reading, read?: Progress): Promise<LessonPage> {
  const { ctx, course, lesson } = reading
  const key = { personId: ctx.actor.personId, course: course.id, lesson: lesson.id }
  const answers = findAnswers(key)
  const progress = read ?? findProgress(key.personId, course.id)
  const segments = await segmentsOf(lesson, ctx.locale, dressIn(ctx.locale))
  const parts = segments.map((segment) => partOf(reading, segment, answers))
  const left = parts.flatMap((part) => part.left ?? [])
  const done = progress.done.has(lesson.id)
  return { html: parts.map(({ html }) => html).join(''), end: endOf(reading, done, left, progress.done), done }
}

type Left = { anchor: string; prompt: string | null }

function partOf(reading: Reading, segment: Segment, answers: ReturnType<typeof findAnswers>): { html: string; left: Left | null } {
  switch (segment.kind) {
    case 'html':
      return { html: `<div class="lesson">${segment.html}</div>`, left: null }
    case 'video': {
      const { html, missing } = videoOf(reading, segment.id)
      return { html, left: missing ? { anchor: `video-${segment.id}`, prompt: null } : null }
    }
    case 'piece': {
      const piece = getPiece(reading.lesson, segment.id)
      const state = stateOf(piece, answers.get(piece.id) ?? [])
      const left = state.right ? null : { anchor: `piece-${piece.id}`, prompt: piece.prompt[reading.ctx.locale] }
      return { html: pieceOf(reading, piece, state, null), left }
    }
  }
}

function endOf({ ctx, course, lesson, seat, isRefreshing }: Reading, done: boolean, left: Left[], all: ReadonlySet<string>): string {
  const next = nextAfter(course.lessons, all, lesson.id)
  const nextLesson = course.lessons.find(({ id }) => id === next)
  return endHtml(ctx.locale, {
    done,
    left,
    next: nextLesson
      ? { href: withSeat(`/courses/${course.id}/lessons/${nextLesson.id}`, seat), title: nextLesson[ctx.locale].title }
      : null,
    paper: withSeat(`/courses/${course.id}/paper`, seat),
    course: withSeat(`/courses/${course.id}`, seat),
    isRefreshing,
  })
}
