import fs from 'node:fs'
import path from 'node:path'
import type { Catalogue, LoadedBank } from './catalogue.server'
import { lineWith } from './check-lessons.server'
import type { LoadedCourse } from './courses.server'
import type { Report } from './read-file.server'
import type { Question } from './schema'

/** Every question of a bank: key, kind and what it needs agree, and a second reader has checked it. */
export function checkBank(root: string, bank: LoadedBank, report: Report): void {
  const folder = path.join(root, 'banks', bank.slug)
  for (const [topic, { questions }] of bank.topics) {
    const file = path.join(folder, `${topic}.yaml`)
    if (!fs.existsSync(file)) report({ file: folder, line: 1, message: `the topic ${topic} belongs in the file ${topic}.yaml` })
    for (const question of questions) {
      const say = (message: string) => report({ file, line: lineWith(file, `id: ${question.id}`), message: `${question.id}: ${message}` })
      checkQuestion(question, say)
      if (question.picture !== undefined && !fs.existsSync(path.join(folder, 'pictures', `${question.picture}.svg`)))
        say(`there is no picture pictures/${question.picture}.svg: draw it or correct the name`)
    }
  }
}

function checkQuestion(question: Question, say: (message: string) => void): void {
  const { kind, key, checked } = question
  const options = question.options?.map(({ id }) => id) ?? []
  const spots = question.spots?.map(({ id }) => id) ?? []
  const keys = typeof key === 'boolean' ? [] : typeof key === 'string' ? [key] : key
  const among = kind === 'hotspot' ? spots : options
  for (const id of keys) if (!among.includes(id)) say(`key: ${id} is not one of the ${kind === 'hotspot' ? 'spots' : 'options'}`)
  if (new Set(among).size !== among.length) say('two choices have the same id')
  if (new Set(keys).size !== keys.length) say('key: the same id stands twice')
  const expects = expected(question, options, keys)
  if (expects !== null) say(expects)
  if (kind !== 'hotspot' && (question.spots !== undefined || question.picture !== undefined))
    say(`${kind}: only a hotspot has a picture and spots`)
  if ((kind === 'truefalse' || kind === 'hotspot') && question.options !== undefined) say(`${kind}: leave the options out`)
  if (checked === undefined) say('checked: nobody has read it a second time; the second reader adds checked: { by, on }')
}

function expected({ kind, key, picture, alt, spots }: Question, options: string[], keys: string[]): string | null {
  switch (kind) {
    case 'single':
      return typeof key !== 'string' || options.length === 0 ? 'single: needs options, and the id of one as key' : null
    case 'multiple':
      return !Array.isArray(key) || keys.length < 2 || options.length === 0 ? 'multiple: needs options, and two or more ids as key' : null
    case 'truefalse':
      return typeof key !== 'boolean' ? 'truefalse: the key is true or false' : null
    case 'order':
      return !Array.isArray(key) || keys.length !== options.length ? 'order: the key lists every option once, in the right order' : null
    case 'hotspot':
      return picture === undefined || alt === undefined || spots === undefined || !Array.isArray(key)
        ? 'hotspot: needs picture, alt, spots, and ids of spots as key'
        : null
  }
}

/** Can the paper that a course describes be drawn from its bank? */
export function checkPaper(course: LoadedCourse, { root, banks }: Catalogue, report: Report): void {
  const file = path.join(root, 'courses', course.id, 'course.mdx')
  const say = (near: string, message: string) => report({ file, line: lineWith(file, near), message })
  const bank = banks.get(course.zh.bank)
  if (!bank) {
    say('bank:', `bank: there is no bank content/banks/${course.zh.bank}: correct the name or write it`)
    return
  }
  const { draw, questions } = course.zh.paper
  for (const { topic, count } of draw) {
    const there = bank.topics.get(topic)?.questions.length ?? 0
    if (there < count) say(`topic: ${topic}`, `paper: draws ${count} from ${topic}, which has ${there}: write more or draw fewer`)
  }
  const drawn = draw.reduce((sum, { count }) => sum + count, 0)
  if (drawn !== questions) say('questions:', `paper: ${questions} questions are promised and ${drawn} are drawn: make them agree`)
}
