import fs from 'node:fs'
import path from 'node:path'
import type { Catalogue } from './catalogue.server'
import { checkPieces } from './check-pieces.server'
import { compileMdx, UnsoundLesson } from './compile.server'
import type { LoadedCourse, LoadedLesson } from './courses.server'
import type { Placed } from './lessons-nodes.server'
import { pictureExists } from './pictures.server'
import type { Report } from './read-file.server'

/** The line of a file where `near` first stands; 1 where it does not. */
export function lineWith(file: string, near: string | undefined): number {
  if (near === undefined || !fs.existsSync(file)) return 1
  const lines = fs.readFileSync(file, 'utf8').split('\n')
  return lines.findIndex((line) => line.includes(near)) + 1 || 1
}

const fileOf = { zh: 'lesson.mdx', en: 'lesson.en.mdx' } as const

/** Every lesson of a course, in both languages: its nodes, what it places, and the keys of its pieces. */
export async function checkLessons(course: LoadedCourse, catalogue: Catalogue, report: Report): Promise<void> {
  const videos = new Set<string>()
  for (const lesson of course.lessons) {
    const pieces = path.join(lesson.folder, 'pieces.yaml')
    checkPieces(lesson, (message, near) => report({ file: pieces, line: lineWith(pieces, near && `id: ${near}`), message }))
    for (const language of ['zh', 'en'] as const) {
      const file = path.join(lesson.folder, fileOf[language])
      const placed = await placedIn(file, lesson.body[language], report)
      if (placed) checkPlaced(lesson, placed, catalogue, (message, near) => report({ file, line: lineWith(file, near), message }))
      for (const id of placed?.videos ?? []) videos.add(id)
    }
  }
  const file = path.join(catalogue.root, 'courses', course.id, 'course.mdx')
  for (const id of course.zh.watch)
    if (!videos.has(id)) report({ file, line: lineWith(file, 'watch:'), message: `watch: no lesson places <Video id="${id}" />` })
  for (const language of ['zh', 'en'] as const)
    await placedIn(
      path.join(catalogue.root, 'courses', course.id, language === 'zh' ? 'course.mdx' : 'course.en.mdx'),
      course.body[language],
      report,
    )
}

/** What a body of a file places; null where it is not sound, which is reported with its line. */
export async function placedIn(file: string, body: string, report: Report): Promise<Placed | null> {
  const text = fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : body
  const before = text.slice(0, text.length - body.length).split('\n').length - 1
  try {
    return (await compileMdx(body)).placed
  } catch (fault) {
    if (!(fault instanceof UnsoundLesson)) throw fault
    for (const { line, message } of fault.problems) report({ file, line: line + before, message })
    return null
  }
}

function checkPlaced(lesson: LoadedLesson, placed: Placed, catalogue: Catalogue, say: (message: string, near?: string) => void): void {
  const known = lesson.pieces.map(({ id }) => id)
  for (const id of new Set(placed.pieces)) {
    if (!known.includes(id)) say(`there is no piece ${id} in pieces.yaml: correct the id or write the piece`, `<Piece id="${id}"`)
    else if (placed.pieces.filter((one) => one === id).length > 1) say(`the piece ${id} is placed more than once`, `<Piece id="${id}"`)
  }
  for (const id of known) if (!placed.pieces.includes(id)) say(`the piece ${id} is not placed: add <Piece id="${id}" /> where it belongs`)
  for (const name of placed.pictures)
    if (!pictureExists(lesson.folder, name))
      say(`there is no picture ${name}.svg beside the lesson: draw it or correct the name`, `name="${name}"`)
  for (const id of placed.videos)
    if (!catalogue.videos.has(id)) say(`there is no video ${id} in content/videos: correct the id`, `<Video id="${id}"`)
}
