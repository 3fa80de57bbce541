import fs from 'node:fs'
import path from 'node:path'
import type { Locator, Page } from '@playwright/test'
import Database from 'better-sqlite3'
import { parse } from 'yaml'
import { z } from 'zod'
import { bank, type Course, course, type Piece, pieces, type Question } from '../../app/content/schema'
import { expect } from './journey'
import type { Running } from './server'

const root = path.resolve(import.meta.dirname, '../../content')
const courseOf = (slug: string): Course =>
  course.parse(parse(fs.readFileSync(path.join(root, 'courses', slug, 'course.mdx'), 'utf8').split('---')[1] ?? ''))
export const preJob = courseOf('pre-job')
export const courses: Course[] = fs.readdirSync(path.join(root, 'courses')).sort().map(courseOf)

/** The course of a lesson, and where the lesson lies: its id begins with the course's. */
export function placeOf(lesson: string): { course: Course; folder: string } {
  const found = courses.find(({ lessons }) => lessons.includes(lesson))
  if (!found) throw new Error(`no course has the lesson ${lesson}`)
  return { course: found, folder: path.join(root, 'courses', found.id, lesson.slice(found.id.length + 1)) }
}
export const piecesOf = (lesson: string): Piece[] =>
  pieces.parse(parse(fs.readFileSync(path.join(placeOf(lesson).folder, 'pieces.yaml'), 'utf8')))
export const bankOf = (slug: string): Question[] =>
  fs
    .readdirSync(path.join(root, 'banks', slug))
    .filter((name) => name.endsWith('.yaml'))
    .flatMap((name) => bank.parse(parse(fs.readFileSync(path.join(root, 'banks', slug, name), 'utf8'))).questions)
export const questions: Question[] = bankOf('pre-job')

type Branch = Extract<Piece, { kind: 'branch' }>

/** The choices that lead from the start of a branch to its good end. */
export function goodWay(piece: Branch): string[] {
  const seen = new Set<string>()
  const walk = (id: string): string[] | null => {
    const node = piece.nodes.find((entry) => entry.id === id)
    if (!node || seen.has(id)) return null
    if (node.end) return node.end === 'good' ? [] : null
    seen.add(id)
    for (const choice of node.choices ?? []) {
      const rest = walk(choice.to)
      if (rest) return [choice.text.zh, ...rest]
    }
    return null
  }
  return walk(piece.start) ?? []
}

const tickOf = (box: Locator, text: string) => box.locator('label.tick').filter({ hasText: text }).locator('input')
const send = (box: Locator) => box.locator('form button.piece-send').click()

async function answerPiece(page: Page, piece: Piece) {
  const box = page.locator(`#piece-${piece.id}`)
  switch (piece.kind) {
    case 'choose':
      for (const option of piece.options) if (option.right) await tickOf(box, option.text.zh).check()
      return send(box)
    case 'spot':
    case 'route':
      for (const spot of piece.kind === 'spot' ? piece.spots : piece.stops) if (spot.right) await tickOf(box, spot.label.zh).check()
      return send(box)
    case 'order':
      for (const [index, step] of piece.steps.entries())
        await box
          .locator('li[data-step]')
          .filter({ hasText: step.text.zh })
          .locator('select')
          .selectOption(String(index + 1))
      return send(box)
    case 'branch':
      for (const [index, text] of goodWay(piece).entries()) {
        await expect(box.locator('.branch-passed > li')).toHaveCount(index)
        await tickOf(box, text).check()
        await send(box)
      }
  }
}

/** Answers every piece of a lesson by its plain forms; scripts must be off. The film of the fifth lesson is credited by `watch`. */
export async function takeLesson(page: Page, site: Running, lesson: string) {
  await page.goto(`${site.url}/courses/${placeOf(lesson).course.id}/lessons/${lesson}`)
  for (const piece of piecesOf(lesson)) {
    await answerPiece(page, piece)
    await expect(page.locator(`#piece-${piece.id} .piece-right`).first()).toBeVisible()
  }
}

/** Somebody who finished every lesson before the test begins. */
export function hasLearned(site: Running, phone: string) {
  const database = new Database(`${site.data}/mingbai.db`)
  const done = database.prepare(
    `INSERT OR REPLACE INTO "LessonProgress" ("personId", "course", "lesson", "openedAt", "completedAt")
     SELECT p."id", 'pre-job', ?, p."createdAt", p."createdAt" FROM "Person" p JOIN "Account" a ON a."personId" = p."id" WHERE a."phone" = ?`,
  )
  for (const lesson of preJob.lessons) expect(done.run(lesson, phone).changes).toBe(1)
  database.close()
}

/** What the database holds, for what no page shows. */
export function count(site: Running, sql: string, ...values: string[]): number {
  const database = new Database(`${site.data}/mingbai.db`, { readonly: true })
  const found = z.number().parse(
    database
      .prepare(sql)
      .pluck()
      .get(...values),
  )
  database.close()
  return found
}

/** The lesson of a course that shows a film. */
function lessonWith(video: string, { id, lessons }: Course): string {
  const shows = (lesson: string) =>
    fs.readFileSync(path.join(placeOf(lesson).folder, 'lesson.mdx'), 'utf8').includes(`<Video id="${video}"`)
  const found = lessons.find(shows)
  if (!found) throw new Error(`no lesson of ${id} shows ${video}`)
  return found
}

/** Lets the server's clock run while a course's film plays, as an honest viewer would. Begins at `from`, returns the instant at its end. */
export async function watchFilm(page: Page, site: Running, from: Date, course = preJob, step = 6): Promise<Date> {
  const video = course.watch[0] ?? ''
  const { seconds } = z.object({ seconds: z.number() }).parse(parse(fs.readFileSync(path.join(root, 'videos', `${video}.yaml`), 'utf8')))
  const address = `${site.url}/courses/${course.id}/lessons/${lessonWith(video, course)}/beats`
  const beat = (begin: number, end: number) =>
    page.request.post(address, { headers: { Origin: site.url }, data: { video, from: begin, to: end, position: end } })
  let now = from
  site.setClock(now.toISOString())
  await beat(0, 0)
  for (let at = 0; at < seconds; at += step) {
    now = new Date(now.getTime() + step * 1000)
    site.setClock(now.toISOString())
    expect((await beat(at, Math.min(at + step, seconds))).status()).toBe(200)
  }
  return now
}

/** The bank's question behind a fieldset on the paper. */
async function questionOf(field: Locator, among: readonly Question[]): Promise<Question> {
  const stem = (await field.locator('legend span').nth(1).innerText()).trim()
  const found = among.find((question) => question.stem.zh.trim() === stem)
  if (!found) throw new Error(`the bank has no question “${stem}”`)
  return found
}

async function answerQuestion(field: Locator, question: Question) {
  const pick = (text: string) => field.getByLabel(text, { exact: true }).check()
  const texts = new Map((question.options ?? []).map((option) => [option.id, option.text.zh]))
  const keys = Array.isArray(question.key) ? question.key : [String(question.key)]
  switch (question.kind) {
    case 'single':
    case 'multiple':
      for (const key of keys) await pick(texts.get(key) ?? '')
      return
    case 'truefalse':
      return field
        .locator('input[type=radio]')
        .nth(question.key === true ? 0 : 1)
        .check()
    case 'order':
      if (await field.locator('[data-sorter]').isVisible())
        return sortSteps(
          field,
          keys.map((key) => texts.get(key) ?? ''),
        )
      for (const [index, key] of keys.entries()) {
        const select = field.locator('select').nth(index)
        const value = await select
          .locator('option')
          .filter({ hasText: texts.get(key) ?? '' })
          .first()
          .getAttribute('value')
        await select.selectOption(value ?? '')
      }
      return
    case 'hotspot': {
      // The picture made larger is no answer.
      for (const larger of await field.getByText('放大看图上的字').all()) await larger.click()
      const shown = [...(question.spots ?? [])].sort((one, other) => one.x - other.x || one.y - other.y)
      for (const key of keys)
        await field
          .locator('input[type=checkbox][name]')
          .nth(shown.findIndex((spot) => spot.id === key))
          .check()
    }
  }
}

/** Puts the steps in order by their arrows, as one does where the script runs. */
async function sortSteps(field: Locator, wanted: readonly string[]) {
  const steps = field.locator('[data-step]')
  const placeOf = async (text: string) => (await steps.allInnerTexts()).findIndex((step) => step.includes(text))
  await steps.first().locator('[data-move=down]').click()
  for (const [place, text] of wanted.entries())
    while ((await placeOf(text)) > place) await steps.filter({ hasText: text }).locator('[data-move=up]').click()
}

/** Fills the paper on the page rightly, but for the first `wrong` questions, which stay blank. */
export async function fillPaper(page: Page, wrong = 0, among = questions) {
  const fields = page.locator('fieldset[data-question]')
  const count = await fields.count()
  for (let index = wrong; index < count; index += 1) await answerQuestion(fields.nth(index), await questionOf(fields.nth(index), among))
  return count
}
