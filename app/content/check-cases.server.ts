import path from 'node:path'
import type { LoadedCase } from './cases.server'
import type { Catalogue } from './catalogue.server'
import { lineWith, placedIn } from './check-lessons.server'
import type { Report } from './read-file.server'

/** Chinese characters of a case, as they are read: it is one screen, not an essay. */
const shortest = 200
const longest = 350

/** Every case in both languages: its nodes, its length, and that what it names is there. */
export async function checkCases(catalogue: Catalogue, report: Report): Promise<void> {
  for (const one of catalogue.cases.values()) {
    checkWords(one, catalogue, report)
    for (const language of ['zh', 'en'] as const) {
      const file = fileOf(one, language)
      const placed = await placedIn(file, one.body[language], report)
      if (placed !== null && [...placed.pieces, ...placed.videos, ...placed.pictures].length > 0)
        report({ file, line: lineWith(file, '<'), message: 'a case has no pieces, videos or pictures: tell it in words' })
    }
  }
}

const fileOf = ({ folder, slug }: LoadedCase, language: 'zh' | 'en') =>
  path.join(folder, language === 'zh' ? `${slug}.mdx` : `${slug}.en.mdx`)

function checkWords(one: LoadedCase, { vocabulary }: Catalogue, report: Report): void {
  const file = fileOf(one, 'zh')
  const say = (near: string, message: string) => report({ file, line: lineWith(file, near), message })
  const { traits, posts, mistake, facts } = one.zh
  for (const trait of traits) if (!vocabulary.traits.has(trait)) say('traits:', `traits: there is no trait ${trait}`)
  for (const id of posts.flatMap(({ positions }) => positions))
    if (id !== '*' && !vocabulary.positions.has(id)) say('posts:', `posts: there is no position ${id}`)
  if (!posts.at(-1)?.positions.includes('*')) say('posts:', 'posts: the last line is for everybody else: positions: ["*"]')
  const written = [one.body.zh, mistake, ...posts.map(({ does }) => does)].join('').match(/\p{Script=Han}/gu)?.length ?? 0
  if (written < shortest || written > longest)
    say('posts:', `${written} Chinese characters: a case has ${shortest} to ${longest}, with what each post does`)
  if (facts.some(({ mark }) => mark === 'V2') && one.zh.source.mark !== 'V2')
    say('source:', 'source: some of its facts are second-hand, so its mark is V2')
  if (one.en.source.mark !== one.zh.source.mark)
    report({ file: fileOf(one, 'en'), line: lineWith(fileOf(one, 'en'), 'source:'), message: 'source: its mark is not the one in Chinese' })
  const inEnglish = one.en.posts.map(({ positions }) => positions.join(' '))
  if (posts.map(({ positions }) => positions.join(' ')).join(', ') !== inEnglish.join(', '))
    report({
      file: fileOf(one, 'en'),
      line: lineWith(fileOf(one, 'en'), 'posts:'),
      message: 'posts: the same positions in the same order as in Chinese',
    })
}

/** The refresher: its course, its duties and its evidence are there, and its paper can be drawn. */
export function checkRefresher({ root, refresher, courses, banks, duties, cases, vocabulary }: Catalogue, report: Report): void {
  if (refresher === null) return
  const file = path.join(root, 'refresher.yaml')
  const say = (near: string, message: string) => report({ file, line: lineWith(file, near), message })
  const course = courses.get(refresher.course)
  if (courses.has(refresher.id)) say('id:', `id: a course is called ${refresher.id} too`)
  if (!course) say('course:', `course: there is no course ${refresher.course}`)
  else {
    if (course.lessons.length < refresher.lessons) say('lessons:', `lessons: the course has only ${course.lessons.length}`)
    const bank = banks.get(course.zh.bank)
    if (bank && bank.questions.size < refresher.paper.questions) say('paper:', 'paper: its bank has fewer questions')
  }
  const seen = new Map<string, string>()
  for (const { slug, questions } of banks.values())
    for (const id of questions.keys()) {
      const other = seen.get(id)
      if (other !== undefined) say('paper:', `paper: the question ${id} is in the banks ${other} and ${slug}: give one another id`)
      seen.set(id, slug)
    }
  if (cases.size === 0) say('id:', 'a refresher shows a case: write one in content/cases')
  const served = [...duties.values()].filter(({ words }) => words.thing === refresher.thing)
  if (served.length === 0) say('thing:', `thing: no duty asks for ${refresher.thing}`)
  for (const { kind, topic } of refresher.gives) {
    if (!vocabulary.evidenceKinds.has(kind)) say('gives:', `gives: there is no kind of evidence ${kind}`)
    if (!vocabulary.evidenceTopics.some(({ id }) => id === topic))
      say('gives:', `gives: there is no topic ${topic} in vocabulary/evidence.yaml`)
    for (const { rule } of served)
      if (!rule.counts.some((one) => one.kind === kind && (one.topic === topic || one.topic === '*')))
        say('gives:', `gives: ${kind} ${topic} does not count for ${rule.id}`)
  }
}
