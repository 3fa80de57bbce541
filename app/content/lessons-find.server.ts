import { NotFound } from '~/domain/shared/faults'
import { catalogue } from './catalogue.server'
import type { LoadedCourse, LoadedLesson } from './courses.server'
import type { Piece, Video } from './schema'

/** The course with this id; not found otherwise. */
export function getCourse(id: string): LoadedCourse {
  const course = catalogue().courses.get(id)
  if (!course) throw new NotFound()
  return course
}

/** A lesson with the course it belongs to; not found when it does not. */
export function getLesson(courseId: string, lessonId: string): { course: LoadedCourse; lesson: LoadedLesson } {
  const course = getCourse(courseId)
  const lesson = course.lessons.find(({ id }) => id === lessonId)
  if (!lesson) throw new NotFound()
  return { course, lesson }
}

export function getPiece(lesson: LoadedLesson, id: string): Piece {
  const piece = lesson.pieces.find((one) => one.id === id)
  if (!piece) throw new NotFound()
  return piece
}

const placed = /<Video\s+id="([a-z0-9-]+)"/g

/** The videos placed in a lesson. */
export const videosIn = (lesson: LoadedLesson): Video[] =>
  [...lesson.body.zh.matchAll(placed)].flatMap(([, id]) => catalogue().videos.get(id ?? '') ?? [])

/** What must be right and seen for a lesson to count: all its pieces, and its videos where the course asks to watch them. */
export const asksOf = (course: LoadedCourse, lesson: LoadedLesson) => ({
  pieces: lesson.pieces.map(({ id }) => id),
  videos: videosIn(lesson)
    .map(({ id }) => id)
    .filter((id) => course.zh.watch.includes(id)),
})
