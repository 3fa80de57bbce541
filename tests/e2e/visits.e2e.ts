import fs from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { parse } from 'yaml'
import { visit } from '../../app/content/visit-schema'
import { expect, expectAccessible, signIn, testAlone as test, viewAs } from './journey'
import { count } from './learner'

const slug = 'rented-room'
const file = path.resolve(import.meta.dirname, `../../content/visits/${slug}.yaml`)
const door = visit.parse(parse(fs.readFileSync(file, 'utf8')))
const gridWorker = '13800000009'
test.use({ viewport: { width: 390, height: 844 } })

/** Tabs on until the focus is where it should be: no pointer is used. */
async function tabTo(page: Page, selector: string) {
  for (let nth = 0; nth < 80; nth += 1) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`the keyboard does not reach ${selector}`)
}

/** The only submit button of the visit: presses it and waits for the next page. */
async function handIn(page: Page) {
  await tabTo(page, 'main form button:not([type=button])')
  const settled = page.waitForEvent('load')
  await page.keyboard.press('Enter')
  await settled
}

/** Chooses a sentence by its words: Tab to the group, arrows to the choice. */
async function say(page: Page, text: string) {
  const radio = page.locator('label.tick').filter({ hasText: text }).locator('input')
  await tabTo(page, 'main form input[type=radio]')
  for (let nth = 0; nth < 5 && !(await radio.isChecked()); nth += 1) {
    await page.keyboard.press(nth === 0 ? 'Space' : 'ArrowDown')
  }
  await expect(radio).toBeChecked()
  await handIn(page)
}

const right = (nth: number) => door.turns[nth]?.choices.find((choice) => choice.right)?.text.zh ?? ''
const wrong = (nth: number, effect: 'shuts' | 'days') =>
  door.turns[nth]?.choices.find((choice) => (effect === 'shuts' ? choice.effect === 'shuts' : choice.days !== undefined && !choice.to))

test('a grid worker visits a cut-up flat by keyboard alone, is shut out once, and closes the case', async ({ page, site }) => {
  test.setTimeout(120_000)
  await signIn(page, site, gridWorker)
  await page.goto(`${site.url}/courses/grid-worker`)
  await tabTo(page, 'a[href="/visits"]')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/visits$/)
  await expect(page.locator('main')).toContainText('不记分，不算培训证据')
  await expectAccessible(page)
  await tabTo(page, `ol a[href="/visits/${slug}"]`)
  await page.keyboard.press('Enter')
  await page.waitForURL(new RegExp(`/visits/${slug}$`))
  await handIn(page)

  const source = await page.content()
  for (const { because } of door.points) expect(source).not.toContain(because.zh)
  for (const { text } of door.turns) expect(source).not.toContain(text.zh)
  await expectAccessible(page)
  for (const [index, point] of door.points.entries())
    if (point.right) {
      await tabTo(page, `#look-${index + 1}`)
      await page.keyboard.press('Space')
    }
  await handIn(page)
  await expect(page.locator('main')).toContainText(door.points[0]?.because.zh ?? '')
  await expectAccessible(page)

  const threat = wrong(0, 'shuts')
  await say(page, threat?.text.zh ?? '')
  await expect(page.locator('main')).toContainText(threat?.brings.zh ?? '')
  await expect(page.locator('main')).toContainText(door.comeback.zh)
  await expect(page.locator('main')).toContainText('门开一条缝')
  await expectAccessible(page)
  for (const nth of [0, 1, 2]) await say(page, right(nth))
  const late = wrong(3, 'days')
  await say(page, late?.text.zh ?? '')
  await expect(page.locator('main')).toContainText(`隐患多留 ${late?.days} 天`)
  for (const nth of [3, 4, 5]) await say(page, right(nth))

  await expect(page.locator('main')).toContainText('这一户关了')
  await expect(page.locator('main')).toContainText('门关了 1 次')
  await expect(page.locator('.visit-record')).toContainText(door.record.seen.zh)
  await expectAccessible(page)
  await page.emulateMedia({ media: 'print' })
  await expect(page.locator('.visit-record')).toBeVisible()
  await expect(page.locator('.visit-verdict')).toBeHidden()
  await page.emulateMedia({ media: 'screen' })
  await viewAs(page, site, 'en', 'dark')
  await page.reload()
  await expect(page.locator('main')).toContainText('This door is closed')
  await expectAccessible(page)
  expect(count(site, 'SELECT count(*) FROM "VisitRun" WHERE "endedAt" IS NOT NULL')).toBe(1)
  expect(count(site, `SELECT count(*) FROM "EvidenceEntry" e WHERE e."kind" = 'visit'`)).toBe(0)
})

test.describe('with scripts off', () => {
  test.use({ javaScriptEnabled: false })
  test('the street and a door work all the same', async ({ page, site }) => {
    await signIn(page, site, gridWorker)
    await page.goto(`${site.url}/visits/old-couple`)
    await page.getByRole('button', { name: '敲门' }).click()
    await page.locator('#look-1').check()
    await page.getByRole('button', { name: '看完了' }).click()
    await expect(page.getByRole('button', { name: '就这么说' })).toBeVisible()
    await page.goto(`${site.url}/visits`)
    await expect(page.locator('main')).toContainText('走到一半')
  })
})
