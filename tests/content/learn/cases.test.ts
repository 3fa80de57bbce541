import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { catalogue } from '~/content/catalogue.server'
import { checkContent } from '~/content/check.server'
import { caseFacts, getRefresher, lessonsByTopic, refresherRules } from '~/content/refresher.server'
import { formatDay, laterOf } from '~/domain/shared/day'

const made: string[] = []
let root = ''
beforeEach(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), 'mingbai-cases-'))
  made.push(root)
  fs.cpSync(path.resolve('content'), root, { recursive: true })
})
afterAll(() => {
  for (const folder of made) fs.rmSync(folder, { recursive: true, force: true })
})

function change(file: string, from: string | RegExp, to: string): void {
  const whole = path.join(root, file)
  const before = fs.readFileSync(whole, 'utf8')
  const after = before.replace(from, to)
  if (after === before) throw new Error(`${file} was not changed`)
  fs.writeFileSync(whole, after)
}
const problems = async () => (await checkContent(root)).map(({ file, line, message }) => `${path.relative(root, file)}:${line} ${message}`)

describe('what is published', () => {
  it('is six cases, the newest of 2025, each for some kind of unit', () => {
    const days = caseFacts().map(({ on }) => on)
    expect(days).toHaveLength(6)
    expect(formatDay(days.reduce(laterOf))).toBe('2025-04-29')
    for (const { traits } of caseFacts()) expect(traits.length).toBeGreaterThan(0)
  })

  it('is a refresher of three lessons and ten questions for the staff trainings, whose topics all have lessons', () => {
    expect(getRefresher()).toMatchObject({ lessons: 3, paper: { questions: 10, pass: 80 } })
    const { duties } = refresherRules().terms
    for (const id of ['staff-training-half-year', 'staff-training-year', 'unit-staff-training-annual']) expect(duties).toContain(id)
    const counted = refresherRules()
      .rules.filter(({ id }) => duties.has(id))
      .flatMap(({ counts }) => counts)
    expect(counted.filter(({ topic, sameUnit }) => topic === 'refresher' && sameUnit)).toEqual([])
    expect(refresherRules().terms.gates.has('pre-job-employee')).toBe(true)
    for (const lessons of lessonsByTopic().values()) expect(lessons.length).toBeGreaterThan(0)
    expect(catalogue().courses.has('refresher')).toBe(false)
  })
})

describe('checking cases', () => {
  const file = 'cases/liaoyang-2025.mdx'
  it.each<[string, string | RegExp, string, RegExp]>([
    ['a trait that is not there', 'traits: [restaurant', 'traits: [inn', /traits: there is no trait inn/],
    ['a position that is not there', '[employee, tenant-staff]', '[cook, tenant-staff]', /posts: there is no position cook/],
    ['no line for everybody', /\["\*"\]/, '[welder]', /the last line is for everybody else/],
    ['a day that does not exist', 'on: 2025-04-29', 'on: 2025-02-29', /on: .*2025-02-29 is not a day/],
    ['an id that is not the file’s', 'id: liaoyang-2025', 'id: liaoyang', /id: must be liaoyang-2025/],
    ['second-hand facts under a first-hand source', /mark: V1, says: 22/, 'mark: V2, says: 22', /so its mark is V2/],
    ['a mark that is no mark', 'mark: V1 }\nfacts', 'mark: M }\nfacts', /source\.mark/],
    ['half a case', /\| 12:20[\s\S]*$/, '', /\d+ Chinese characters: a case has 200 to 350/],
    ['a piece', /$/, '\n<Piece id="x" />\n', /a case has no pieces/],
    ['an expression', /$/, '\n{process.env.HOME}\n', /expressions in braces/],
  ])('refuses %s, with file and line', async (_, from, to, message) => {
    change(file, from, to)
    const found = await problems()
    expect(found).toContainEqual(expect.stringMatching(message))
    expect(found.every((problem) => /^cases\/liaoyang-2025(\.en)?\.mdx:\d+ /.test(problem))).toBe(true)
  })

  it('wants the same posts in both languages, and the other language at all', async () => {
    change('cases/liaoyang-2025.en.mdx', '[employee, tenant-staff]', '[employee]')
    expect(await problems()).toContainEqual(expect.stringMatching(/liaoyang-2025\.en\.mdx:\d+ posts: the same positions/))
    fs.rmSync(path.join(root, 'cases/liaoyang-2025.en.mdx'))
    expect(await problems()).toContainEqual(expect.stringMatching(/liaoyang-2025\.en\.mdx:1 the file is missing/))
  })
})

describe('checking the refresher', () => {
  it.each<[string, string | RegExp, string, RegExp]>([
    ['a course that is not there', 'course: pre-job', 'course: nowhere', /course: there is no course nowhere/],
    [
      'evidence that does not count',
      'topic: refresher }',
      'topic: annual-grid }',
      /annual-grid does not count for staff-training-half-year/,
    ],
    ['a thing that nobody asks for', 'thing: staff-training', 'thing: nothing', /no duty asks for nothing/],
    ['more questions than the bank has', 'questions: 10', 'questions: 100', /its bank has fewer questions/],
  ])('refuses %s, with file and line', async (_, from, to, message) => {
    change('refresher.yaml', from, to)
    expect(await problems()).toContainEqual(expect.stringMatching(message))
  })
})

describe('a lesson that changed', () => {
  it('says since when and what, in both languages', async () => {
    const lesson = 'courses/pre-job/02-doors/lesson.mdx'
    change(lesson, /^minutes:/m, 'changed: { on: 2026-06-01, what: { zh: 新规定, en: A new rule } }\nminutes:')
    expect(await problems()).toEqual([])
    change(lesson, '2026-06-01', '2026-06-31')
    expect(await problems()).toContainEqual(expect.stringMatching(/02-doors\/lesson\.mdx:\d+ changed\.on: .*2026-06-31 is not a day/))
  })
})
