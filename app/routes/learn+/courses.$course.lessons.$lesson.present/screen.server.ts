import { catalogue } from '~/content/catalogue.server'
import { segmentsOf } from '~/content/compile.server'
import type { LoadedCourse, LoadedLesson } from '~/content/courses.server'
import { getPiece } from '~/content/lessons-find.server'
import { pictureIn } from '~/content/pictures.server'
import { seedOf } from '~/domain/learn/piece-seed'
import { rightAnswer } from '~/domain/learn/right-answer'
import { type Screen, screenAt, screensOf } from '~/domain/learn/screens'
import { shownPiece, unanswered } from '~/domain/learn/shown-piece'
import type { Locale } from '~/i18n/config'
import { sheetHtml } from '~/ui/learn/lesson-html.server'
import type { PresentFacts } from '~/ui/learn/present-view'
import { dressIn } from '~/ui/mdx/dress'

const addressOf = (course: LoadedCourse, lesson: LoadedLesson) => `/courses/${course.id}/lessons/${lesson.id}`

/** A piece as a room sees it: the question alone, or with its answer where a trainer asks for it. */
function pieceHtml(lesson: LoadedLesson, id: string, locale: Locale, isAnswered: boolean): string {
  const piece = getPiece(lesson, id)
  const state = isAnswered ? { latest: rightAnswer(piece), right: true } : unanswered
  return sheetHtml(locale, {
    piece: shownPiece(piece, locale, seedOf('room', lesson.id, piece.id), state),
    drawing: 'picture' in piece ? pictureIn(lesson.folder, piece.picture, locale) : '',
    lines: 0,
  })
}

function shown(screen: Screen, lesson: LoadedLesson, locale: Locale, isAnswered: boolean): PresentFacts['screen'] {
  const { heading } = screen
  switch (screen.kind) {
    case 'prose':
      return { kind: 'prose', heading, html: screen.html }
    case 'piece':
      return { kind: 'piece', heading, html: pieceHtml(lesson, screen.id, locale, isAnswered) }
    case 'video':
      return { kind: 'video', heading, html: catalogue().videos.get(screen.id)?.title[locale] ?? '' }
  }
}

type Asked = { screen: string | null; isAnswered: boolean; maySeeAnswers: boolean }

/** One screen of a lesson: the cover, one idea, or the end. */
export async function presentPage(course: LoadedCourse, lesson: LoadedLesson, locale: Locale, asked: Asked): Promise<PresentFacts> {
  const screens = screensOf(await segmentsOf(lesson, locale, dressIn(locale)))
  const total = screens.length + 2
  const number = screenAt(asked.screen, total)
  const address = `${addressOf(course, lesson)}/present`
  const at = (to: number) => `${address}?screen=${to}`
  const screen = screens[number - 2]
  const isPiece = screen?.kind === 'piece'
  const isAnswered = asked.isAnswered && isPiece
  const following = course.lessons[course.lessons.indexOf(lesson) + 1]
  const end = following ? { href: `${addressOf(course, following)}/present`, title: following[locale].title } : null
  return {
    lesson: lesson[locale].title,
    course: course[locale].title,
    situation: lesson[locale].situation,
    number,
    total,
    isAnswered,
    screen: screen ? shown(screen, lesson, locale, isAnswered) : number === 1 ? { kind: 'cover' } : { kind: 'end', next: end },
    links: {
      prev: isAnswered ? at(number) : number > 1 ? at(number - 1) : null,
      next: number < total ? at(number + 1) : null,
      first: at(1),
      last: at(total),
      answer: isPiece && asked.maySeeAnswers && !isAnswered ? `${at(number)}&answer` : null,
      exit: addressOf(course, lesson),
    },
  }
}
