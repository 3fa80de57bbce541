import fs from 'node:fs'
import path from 'node:path'
import { type Report, readMdx, readYaml } from './read-file.server'
import {
  type Course,
  type CourseInEnglish,
  course,
  courseInEnglish,
  type Lesson,
  type LessonInEnglish,
  lesson,
  lessonInEnglish,
  type Piece,
  pieces,
} from './schema'

export type LoadedLesson = {
  id: string
  folder: string
  zh: Lesson
  en: LessonInEnglish
  body: { zh: string; en: string }
  pieces: readonly Piece[]
}

export type LoadedCourse = {
  id: string
  zh: Course
  en: CourseInEnglish
  body: { zh: string; en: string }
  lessons: readonly LoadedLesson[]
}

/** Reads content/courses/<slug>/ with both languages, its lessons in order and their pieces. */
export function loadCourses(root: string, report: Report): ReadonlyMap<string, LoadedCourse> {
  const folder = path.join(root, 'courses')
  const loaded = fs
    .readdirSync(folder)
    .sort()
    .flatMap((slug) => loadCourse(path.join(folder, slug), report) ?? [])
  return new Map(loaded.map((entry) => [entry.id, entry]))
}

function loadCourse(folder: string, report: Report): LoadedCourse | null {
  const zh = readMdx(path.join(folder, 'course.mdx'), course, report)
  const en = readMdx(path.join(folder, 'course.en.mdx'), courseInEnglish, report)
  if (!zh || !en) return null
  const file = path.join(folder, 'course.mdx')
  const folders = fs
    .readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
  const found = folders.flatMap((name) => loadLesson(path.join(folder, name), `${zh.front.id}-${name}`, report) ?? [])
  const byId = new Map(found.map((entry) => [entry.id, entry]))
  for (const id of zh.front.lessons) if (!byId.has(id)) report({ file, line: 1, message: `lessons: there is no lesson ${id}` })
  for (const id of byId.keys())
    if (!zh.front.lessons.includes(id)) report({ file, line: 1, message: `lessons: ${id} has a folder and is not listed` })
  return {
    id: zh.front.id,
    zh: zh.front,
    en: en.front,
    body: { zh: zh.body, en: en.body },
    lessons: zh.front.lessons.flatMap((id) => byId.get(id) ?? []),
  }
}

function loadLesson(folder: string, id: string, report: Report): LoadedLesson | null {
  const zh = readMdx(path.join(folder, 'lesson.mdx'), lesson, report)
  const en = readMdx(path.join(folder, 'lesson.en.mdx'), lessonInEnglish, report)
  const found = readYaml(path.join(folder, 'pieces.yaml'), pieces, report)
  if (!zh || !en || !found) return null
  for (const front of [zh.front, en.front])
    if (front.id !== id) report({ file: path.join(folder, 'lesson.mdx'), line: 2, message: `id: must be ${id}, as the folder says` })
  return { id, folder, zh: zh.front, en: en.front, body: { zh: zh.body, en: en.body }, pieces: found }
}
