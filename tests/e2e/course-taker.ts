import type { Locator, Page } from '@playwright/test'
import Database from 'better-sqlite3'
import type { Course, Piece } from '../../app/content/schema'
import { ticksOf } from '../../app/domain/learn/piece'
import { seedOf } from '../../app/domain/learn/piece-seed'
import { shownOrder } from '../../app/domain/learn/read-answer'
import { rightAnswer } from '../../app/domain/learn/right-answer'
import { expect, phones } from './journey'
import { goodWay, piecesOf } from './learner'
import type { Running } from './server'

export type Taker = { phone: string; personId: string; position: string }

/** Somebody new at the hotel, in the first position that a course is for; the password is the sample's. */
export function hires(site: Running, { id, positions }: Course, nth: number): Taker {
  const position = positions[0] === '*' ? 'employee' : (positions[0] ?? 'employee')
  const taker = { phone: `137${String(nth).padStart(8, '0')}`, personId: `taker-${id}`, position }
  const database = new Database(`${site.data}/mingbai.db`)
  const run = (sql: string, ...values: string[]) => expect(database.prepare(sql).run(...values).changes).toBe(1)
  const from = `FROM "Account" a JOIN "Person" p ON p."id" = a."personId" WHERE a."phone" = ?`
  run(`INSERT INTO "Person" ("id", "name", "createdAt") SELECT ?, '陈学员', p."createdAt" ${from}`, taker.personId, phones.manager)
  run(
    `INSERT INTO "Account" ("id", "personId", "phone", "staffNumber", "passwordHash", "createdAt")
      SELECT ?, ?, ?, ?, a."passwordHash", p."createdAt" ${from}`,
    `account-${taker.personId}`,
    taker.personId,
    taker.phone,
    `TAKER-${nth}`,
    phones.manager,
  )
  run(
    `INSERT INTO "Post" ("id", "personId", "unitId", "position", "from", "cardToken", "createdAt")
      SELECT ?, ?, (SELECT "unitId" FROM "Post" o WHERE o."personId" = p."id" LIMIT 1), ?, '2026-03-01', ?, p."createdAt" ${from}`,
    `post-${taker.personId}`,
    taker.personId,
    position,
    `card-${taker.personId}`,
    phones.manager,
  )
  database.close()
  return taker
}

/** The forms that answer a piece rightly, one after the other. */
function rightForms(piece: Piece, lesson: string, personId: string): Record<string, string>[] {
  const answer = rightAnswer(piece)
  switch (piece.kind) {
    case 'choose':
    case 'spot':
    case 'route':
      return []
    case 'order':
      return [
        Object.fromEntries(
          shownOrder(piece, seedOf(personId, lesson, piece.id)).map((id, at) => [`place-${at + 1}`, String(answer.indexOf(id) + 1)]),
        ),
      ]
    case 'branch':
      return answer.map((taken, step) => {
        const here = piece.nodes.find(({ id }) => id === nodeAt(piece, answer.slice(0, step)))
        return { step: String(step), pick: String((here?.choices ?? []).findIndex(({ id }) => id === taken) + 1) }
      })
  }
}

const nodeAt = (piece: Extract<Piece, { kind: 'branch' }>, taken: readonly string[]): string =>
  taken.reduce((at, choice) => piece.nodes.find(({ id }) => id === at)?.choices?.find(({ id }) => id === choice)?.to ?? at, piece.start)

/** A lesson answered by the forms' own posts, as a browser without scripts sends them. */
export async function postsLesson(page: Page, site: Running, { id }: Course, lesson: string, personId: string): Promise<void> {
  for (const piece of piecesOf(lesson)) {
    const address = `${site.url}/courses/${id}/lessons/${lesson}/pieces/${piece.id}`
    const send = async (body: string) => {
      const headers = { Origin: site.url, 'Content-Type': 'application/x-www-form-urlencoded' }
      const answer = await page.request.post(address, { headers, data: body, maxRedirects: 0 })
      expect(answer.status(), `${lesson} ${piece.id}`).toBe(303)
    }
    if (piece.kind === 'order' || piece.kind === 'branch')
      for (const form of rightForms(piece, lesson, personId)) await send(new URLSearchParams(form).toString())
    else {
      const right = new Set(rightAnswer(piece))
      await send(
        ticksOf(piece)
          .flatMap((tick, at) => (right.has(tick.id) ? [`pick=${at + 1}`] : []))
          .join('&'),
      )
    }
  }
}

/** Tab, and Tab again, until this has the focus: what a keyboard cannot reach fails. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let pressed = 0; pressed < 120; pressed += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error('no Tab leads there')
}

async function picks(page: Page, box: Locator, texts: readonly string[], isOne: boolean): Promise<void> {
  const inputs = box.locator('label.tick input')
  const labels = await box.locator('label.tick').allInnerTexts()
  for (const text of texts) {
    const at = labels.findIndex((label) => label.includes(text))
    await tabTo(page, inputs.nth(isOne ? 0 : at))
    if (!isOne || at === 0) await page.keyboard.press('Space')
    else for (let down = 0; down < at; down += 1) await page.keyboard.press('ArrowDown')
    await expect(inputs.nth(at)).toBeChecked()
  }
}

async function sends(page: Page, box: Locator): Promise<void> {
  await tabTo(page, box.locator('form button.piece-send'))
  await page.keyboard.press('Enter')
}

async function ordersByArrows(page: Page, box: Locator, wanted: readonly string[]): Promise<void> {
  const steps = box.locator('li[data-step]')
  for (const [place, text] of wanted.entries()) {
    const at = (await steps.allInnerTexts()).findIndex((step) => step.includes(text))
    if (at <= place) continue
    const up = steps.filter({ hasText: text }).locator('button[data-way=up]')
    await up.focus()
    for (let moved = at; moved > place; moved -= 1) await page.keyboard.press('Enter')
  }
}

/** A piece answered with the keyboard alone, scripts on. */
async function answersByKeys(page: Page, piece: Piece): Promise<void> {
  const box = page.locator(`#piece-${piece.id}`)
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  })
  switch (piece.kind) {
    case 'choose':
    case 'spot':
    case 'route': {
      const right = ticksOf(piece).filter((tick) => tick.right === true)
      await picks(
        page,
        box,
        right.map(({ text }) => text.zh),
        piece.kind === 'choose' && piece.many !== true,
      )
      return sends(page, box)
    }
    case 'order':
      await ordersByArrows(
        page,
        box,
        piece.steps.map(({ text }) => text.zh),
      )
      return sends(page, box)
    case 'branch':
      for (const [index, text] of goodWay(piece).entries()) {
        await expect(box.locator('.branch-passed > li')).toHaveCount(index)
        await picks(page, box, [text], true)
        await sends(page, box)
      }
  }
}

/** A whole lesson with the keyboard alone. */
export async function takesByKeys(page: Page, site: Running, { id }: Course, lesson: string): Promise<void> {
  await page.goto(`${site.url}/courses/${id}/lessons/${lesson}`)
  for (const piece of piecesOf(lesson)) {
    await answersByKeys(page, piece)
    await expect(page.locator(`#piece-${piece.id} .piece-right`).first(), `${lesson} ${piece.id}`).toBeVisible()
  }
}
