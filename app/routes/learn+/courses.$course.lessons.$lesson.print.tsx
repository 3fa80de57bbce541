import { useLoaderData } from '@remix-run/react'
import { type Segment, segmentsOf } from '~/content/compile.server'
import type { LoadedLesson } from '~/content/courses.server'
import { getLesson, getPiece, videosIn } from '~/content/lessons-find.server'
import { pictureIn } from '~/content/pictures.server'
import { seedOf } from '~/domain/learn/piece-seed'
import { shownPiece, unanswered } from '~/domain/learn/shown-piece'
import { param, serve } from '~/http/serve.server'
import type { Locale } from '~/i18n/config'
import learnStyles from '~/ui/learn/learn.css?url'
import { sheetHtml } from '~/ui/learn/lesson-html.server'
import { LessonSheet } from '~/ui/learn/lesson-sheet'
import sheetStyles from '~/ui/learn/sheet.css?url'
import { dressIn } from '~/ui/mdx/dress'
import { titled } from '~/ui/shell/title'

export const links = () => [
  { rel: 'stylesheet', href: learnStyles },
  { rel: 'stylesheet', href: sheetStyles },
]

/** A paper is everybody's: its pieces are as nobody has answered them, in the same order for all. */
function partOf(lesson: LoadedLesson, segment: Segment, locale: Locale): string {
  if (segment.kind === 'html') return `<div class="lesson">${segment.html}</div>`
  if (segment.kind === 'video') return ''
  const piece = getPiece(lesson, segment.id)
  return sheetHtml(locale, {
    piece: shownPiece(piece, locale, seedOf('paper', lesson.id, piece.id), unanswered),
    drawing: 'picture' in piece ? pictureIn(lesson.folder, piece.picture, locale) : '',
    lines: piece.kind === 'branch' ? 3 : 1,
  })
}

export const loader = serve('person', async ({ locale }, { params }) => {
  const { course, lesson } = getLesson(param(params, 'course'), param(params, 'lesson'))
  const segments = await segmentsOf(lesson, locale, dressIn(locale))
  const { title, situation } = lesson[locale]
  return {
    html: segments.map((segment) => partOf(lesson, segment, locale)).join(''),
    title,
    situation,
    number: course.lessons.indexOf(lesson) + 1,
    total: course.lessons.length,
    course: course[locale].title,
    back: `/courses/${course.id}/lessons/${lesson.id}`,
    films: videosIn(lesson).map((film) => film.title[locale]),
    facts: lesson.zh.facts.map(({ of, mark, says }) => ({ of, isReprint: mark === 'V2', says })),
  }
})

export const handle = titled<typeof loader>((t, { title }) => t('learn:sheet.title', { title }))

export default function LessonPrint() {
  return <LessonSheet sheet={useLoaderData<typeof loader>()} />
}
