import fs from 'node:fs'
import path from 'node:path'
import { colourOf } from '~/domain/outreach/drawing-colours'
import type { Catalogue } from './catalogue.server'
import { lineWith } from './check-lessons.server'
import type { Micro } from './micro-schema'
import type { Report } from './read-file.server'

/** Chinese characters of a lesson with the explanations that one reader meets: about ninety seconds with the taps. */
const shortest = 240
const longest = 460
/** Chinese characters that a loudspeaker says in less than half a minute. */
const leastAloud = 70
const mostAloud = 110
/** Bytes of a drawing as it is written. */
const largest = 40_000

const han = (words: string) => words.match(/\p{Script=Han}/gu)?.length ?? 0

/** Chinese characters that a reader who answers rightly reads. */
export function hanRead({ title, line, frames, questions, promise }: Micro): number {
  const asked = questions.flatMap(({ stem, options }) => [
    stem.zh,
    ...options.map(({ text }) => text.zh),
    options.find(({ right }) => right)?.because.zh ?? '',
  ])
  return han([title.zh, line.zh, ...frames.map(({ text }) => text.zh), ...asked, promise.zh].join(''))
}

/** Why a lesson cannot be hung next to this one; null when it can. */
function faultOfLead(lesson: Micro, next: Micro | undefined): string | null {
  if (next === undefined) return 'is no lesson'
  if (next.id === lesson.id) return 'is this lesson itself: name another that teaches just this mistake'
  return next.successor === undefined ? null : `is no longer hung: name ${next.successor}`
}

/** Every ninety-second lesson: its length, one right answer to each question, its drawing, and its successor. */
export function checkMicro({ root, micro }: Pick<Catalogue, 'root' | 'micro'>, report: Report): void {
  const orders = new Map<number, string>()
  for (const lesson of micro.values()) {
    const file = path.join(root, 'micro', `${lesson.id}.yaml`)
    const say = (near: string, message: string) => report({ file, line: lineWith(file, near), message })
    if (!fs.existsSync(file)) say('id:', `id: must be what the file is called, not ${lesson.id}`)
    const other = orders.get(lesson.order)
    if (other !== undefined) say('order:', `order: ${other} has this place too`)
    orders.set(lesson.order, lesson.id)
    const read = hanRead(lesson)
    if (read < shortest || read > longest) say('line:', `${read} Chinese characters are read: ninety seconds are ${shortest} to ${longest}`)
    const said = han(lesson.aloud.zh)
    if (said < leastAloud || said > mostAloud)
      say('aloud:', `aloud: ${said} Chinese characters: a loudspeaker says ${leastAloud} to ${mostAloud}`)
    if (new Set(lesson.questions.map(({ id }) => id)).size !== 3) say('questions:', 'questions: one, two and three')
    if (lesson.poster.frame > lesson.frames.length)
      say('frame:', `poster.frame: ${lesson.poster.frame} is not drawn: the story has ${lesson.frames.length} frames`)
    for (const { id, leads, options } of lesson.questions) {
      const fault = faultOfLead(lesson, micro.get(leads))
      if (fault) say(`leads: ${leads}`, `${id}: leads: ${leads} ${fault}`)
      if (options.filter(({ right }) => right).length !== 1) say(`id: ${id}`, `${id}: exactly one option is right`)
      if (options.map((one) => one.id).join('') !== 'abc') say(`id: ${id}`, `${id}: its options are a, b and c, in this order`)
    }
    if (new Set(lesson.questions.map(({ options }) => options.find(({ right }) => right)?.id)).size === 1)
      say('questions:', 'questions: the right one is always at the same place')
    if (lesson.successor !== undefined && micro.get(lesson.successor)?.successor !== undefined)
      say('successor:', 'successor: must be a lesson that is hung today')
    if (lesson.successor !== undefined && !micro.has(lesson.successor))
      say('successor:', `successor: there is no lesson ${lesson.successor}`)
    checkDrawing(path.join(root, 'micro', `${lesson.id}.svg`), lesson.frames.length, report)
  }
}

function checkDrawing(file: string, frames: number, report: Report): void {
  const say = (near: string, message: string) => report({ file, line: lineWith(file, near), message })
  if (!fs.existsSync(file)) {
    report({ file, line: 1, message: 'the drawing is missing' })
    return
  }
  const drawing = fs.readFileSync(file, 'utf8')
  if (!drawing.includes(`viewBox="0 0 320 ${frames * 200}"`)) say('<svg', `viewBox must be 0 0 320 ${frames * 200}: 200 for each frame`)
  if (/(fill|stroke)="(?!none)|style=|<image|<script|#[0-9a-f]{3,6}\b/i.test(drawing))
    say('fill', 'colours come from the classes f-* and s-*; nothing else is loaded or run')
  for (const name of new Set([...drawing.matchAll(/\b[fs]-([a-z0-9]+)/g)].map(([, found = '']) => found)))
    if (name !== 'none' && colourOf(name, false) === 'none') say(`-${name}`, `${name} is no colour of a drawing`)
  if (drawing.length > largest) say('<svg', `${drawing.length} bytes: at most ${largest}`)
  for (const [word] of drawing.matchAll(/<text[^>]*>/g))
    if (!/class="[^"]*l-(zh|en|both)/.test(word)) say(word, 'words in a drawing are of class l-zh, l-en or l-both')
}
