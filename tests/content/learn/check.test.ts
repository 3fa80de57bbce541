import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { checkContent } from '~/content/check.server'

const made: string[] = []
let root = ''

/** A copy of the content that was published, to break. */
beforeEach(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), 'mingbai-content-'))
  made.push(root)
  fs.cpSync(path.resolve('content'), root, { recursive: true })
})
afterAll(() => {
  for (const folder of made) fs.rmSync(folder, { recursive: true, force: true })
})

const lesson = 'courses/pre-job/01-first-day'
function change(file: string, from: string | RegExp, to: string): void {
  const whole = path.join(root, file)
  const before = fs.readFileSync(whole, 'utf8')
  const after = before.replace(from, to)
  if (after === before) throw new Error(`${file} was not changed`)
  fs.writeFileSync(whole, after)
}
const add = (file: string, text: string) => fs.appendFileSync(path.join(root, file), text)
const lineOf = (file: string, text: string) =>
  fs
    .readFileSync(path.join(root, file), 'utf8')
    .split('\n')
    .findIndex((line) => line.includes(text)) + 1

/** The problems as they are printed. */
const problems = async () => (await checkContent(root)).map(({ file, line, message }) => `${path.relative(root, file)}:${line} ${message}`)

describe('checking content', () => {
  it('finds nothing wrong with what is published', async () => {
    expect(await problems()).toEqual([])
  })

  it('names the lesson without an id', async () => {
    change(`${lesson}/lesson.mdx`, /^id: .*\n/m, '')
    expect(await problems()).toContainEqual(expect.stringMatching(/01-first-day\/lesson\.mdx:\d+ id: /))
  })

  it('names the course that points to a bank that is not there', async () => {
    change('courses/pre-job/course.mdx', 'bank: pre-job', 'bank: nowhere')
    const line = lineOf('courses/pre-job/course.mdx', 'bank:')
    expect(await problems()).toEqual([
      `courses/pre-job/course.mdx:${line} bank: there is no bank content/banks/nowhere: correct the name or write it`,
    ])
  })

  it('names the duty that points to a course that is not there, and two duties with one id', async () => {
    change('duties/staff-training.yaml', /content: pre-job/g, 'content: nowhere')
    change('duties/staff-training.yaml', 'id: staff-training-year', 'id: staff-training-half-year')
    const found = await problems()
    expect(found).toContainEqual(expect.stringMatching(/duties\/staff-training\.yaml:\d+ content: there is no course nowhere/))
    expect(found).toContainEqual(expect.stringMatching(/staff-training-half-year: two duties with this id/))
  })

  it.each([
    ['an unknown component', '\n<Quiz id="x" />\n', /<Quiz> is not one of the components/],
    ['an expression', '\n{process.env.HOME}\n', /expressions in braces/],
    ['an import', '\nimport fs from "fs"\n', /imports and exports/],
    ['an HTML tag', '\n<script>alert(1)</script>\n', /<script> is not one of the components/],
    ['an attribute that is not allowed', '\n<Do onclick="x">a</Do>\n', /<Do> has no attribute onclick/],
    ['an attribute that is code', '\n<Piece id={"x"} />\n', /attributes are plain text/],
    ['a link that runs', '\n[x](javascript:alert(1))\n', /must begin with https/],
    ['a piece that is not written', '\n<Piece id="not-there" />\n', /there is no piece not-there/],
    ['a piece placed twice', '\n<Piece id="check-moved" />\n', /check-moved is placed more than once/],
    ['a picture that is not drawn', '\n<Picture name="not-drawn" alt="x" />\n', /there is no picture not-drawn\.svg/],
    ['a tag that is not closed', '\n<Do>\n', /the MDX cannot be read/],
  ])('refuses %s with its line', async (_, text, message) => {
    const at = fs.readFileSync(path.join(root, lesson, 'lesson.en.mdx'), 'utf8').split('\n').length + 1
    add(`${lesson}/lesson.en.mdx`, text)
    const found = (await problems()).filter((problem) => problem.startsWith(`${lesson}/lesson.en.mdx:`))
    expect(found).toHaveLength(1)
    expect(found[0]).toMatch(message)
    if (!/more than once/.test(String(message))) expect(Math.abs(Number(/:(\d+) /.exec(found[0] ?? '')?.[1]) - at)).toBeLessThanOrEqual(1)
  })

  it('misses a piece that is placed in one language only', async () => {
    change(`${lesson}/lesson.en.mdx`, '<Piece id="check-moved" />', '')
    expect(await problems()).toEqual([expect.stringContaining('the piece check-moved is not placed')])
  })

  it('looks at the keys of pieces', async () => {
    change(`${lesson}/pieces.yaml`, 'picture: backroom', 'picture: elsewhere')
    const yaml = `- id: broken
  kind: branch
  prompt: { zh: 一, en: a }
  start: n1
  nodes:
    - { id: n1, text: { zh: 一, en: a }, choices: [ { id: a, text: { zh: 一, en: a }, to: gone } ] }
    - { id: n2, text: { zh: 一, en: a }, end: good }
`
    add(`${lesson}/pieces.yaml`, yaml)
    const found = await problems()
    expect(found).toContainEqual(expect.stringMatching(/pieces\.yaml:1 spot-backroom: there is no picture/))
    expect(found).toContainEqual(expect.stringContaining('broken: node n1: there is no node gone to go to'))
    expect(found).toContainEqual(expect.stringContaining('broken: node n2 is never reached'))
    expect(found).toContainEqual(expect.stringContaining('broken: no good end can be reached'))
  })

  it('looks at the keys of questions, and asks for a second reader', async () => {
    const folder = path.join(root, 'banks/pre-job')
    const file = fs
      .readdirSync(folder)
      .find((name) => name.endsWith('.yaml') && /kind: single/.test(fs.readFileSync(path.join(folder, name), 'utf8')))
    change(`banks/pre-job/${file}`, /key: [a-d]\n/, 'key: z\n')
    expect(await problems()).toEqual([
      expect.stringMatching(/banks\/pre-job\/[a-z-]+\.yaml:\d+ [a-z0-9-]+: key: z is not one of the options/),
    ])
    change(`banks/pre-job/${file}`, / {4}checked: .*\n/, '')
    expect(await problems()).toContainEqual(expect.stringContaining('nobody has read it a second time'))
  })

  it('misses the card of a position', async () => {
    fs.rmSync(path.join(root, 'cards/welder.yaml'))
    expect(await problems()).toEqual(['cards/welder.yaml:1 the position welder has no card: write its five things'])
  })

  it('says when a paper cannot be drawn', async () => {
    change('courses/pre-job/course.mdx', /topic: doors, count: 3/, 'topic: doors, count: 90')
    const found = await problems()
    expect(found).toContainEqual(expect.stringContaining('draws 90 from doors'))
    expect(found).toContainEqual(expect.stringContaining('20 questions are promised and 107 are drawn'))
  })
})
