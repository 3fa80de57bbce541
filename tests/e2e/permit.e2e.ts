import fs from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { parse } from 'yaml'
import { permitScene } from '../../app/content/permit-schema'
import { groupsOf, type Step, stepsOf } from '../../app/domain/learn/permit/scene'
import { expect, expectAccessible, phones, signIn, testAlone as test, viewAs } from './journey'
import { count } from './learner'

const file = path.resolve(import.meta.dirname, '../../content/permits/mall-shaft.yaml')
const scene = permitScene.parse(parse(fs.readFileSync(file, 'utf8')))

/** Tabs to an element and leaves the focus there. */
async function tabTo(page: Page, selector: string) {
  const wanted = page.locator(selector)
  for (let pressed = 0; pressed < 80; pressed += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`${selector} was not reached with the keyboard`)
}

/** Answers one step rightly with the keyboard alone: Tab to a group, arrows within one choice, Space to tick, Enter to hand in. */
async function handIn(page: Page, step: Step, clock = ['23:00', '01:00']) {
  for (const { key, many, choices } of groupsOf(scene, step)) {
    const right = choices.filter((choice) => choice.right === true)
    if (many) {
      for (const { id } of right) {
        await tabTo(page, `#${key}-${id}`)
        await page.keyboard.press('Space')
      }
      continue
    }
    if (key === 'licence') {
      await tabTo(page, '#from')
      await page.locator('#from').fill(clock[0] ?? '')
      await tabTo(page, '#to')
      await page.locator('#to').fill(clock[1] ?? '')
    }
    await tabTo(page, `#${key}-${choices[0]?.id}`)
    await page.keyboard.press('Space')
    for (const { id } of choices.slice(1)) {
      if (await page.locator(`#${key}-${right[0]?.id}`).isChecked()) break
      await page.keyboard.press('ArrowDown')
      await expect(page.locator(`#${key}-${id}`)).toBeChecked()
    }
  }
  await tabTo(page, '.permit-form button')
  await page.keyboard.press('Enter')
  await page.waitForURL(new RegExp(`step=${step}`))
}

test('a welder goes through a permit scene with the keyboard alone, and no evidence comes of it', async ({ page, site }) => {
  test.setTimeout(180_000)
  await signIn(page, site, phones.welder)
  const evidence = count(site, 'SELECT count(*) FROM "EvidenceEntry"')
  await page.goto(`${site.url}/courses/welder`)
  await tabTo(page, 'main a[href="/permits"]')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/permits$/)
  await expectAccessible(page)
  await tabTo(page, 'main a[href="/permits/mall-shaft"]')
  await page.keyboard.press('Enter')
  await page.waitForURL(/mall-shaft$/)
  await expectAccessible(page)
  await tabTo(page, 'main form button')
  await page.keyboard.press('Enter')
  await expect(page.locator('.permit-form')).toBeVisible()

  for (const step of stepsOf(scene)) {
    await expectAccessible(page)
    expect(await page.content()).not.toContain(groupsOf(scene, step)[0]?.choices[0]?.because.zh)
    await handIn(page, step)
    await expect(page.locator('main')).toContainText('这一步没有要再想的')
    await expectAccessible(page)
    await tabTo(page, 'main p > a.bg-indigo')
    await page.keyboard.press('Enter')
    await page.waitForURL((address) => address.search === '')
  }

  await expect(page.locator('main')).toContainText('定对了')
  await expectAccessible(page)
  await viewAs(page, site, 'en', 'dark')
  await page.reload()
  await expect(page.locator('main')).toContainText('That is right')
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Print the permit you filled' }).click()
  await expect(page.locator('main')).toContainText('nothing may be welded on it')
  await expectAccessible(page)
  expect(count(site, 'SELECT count(*) FROM "PermitRun" WHERE "endedAt" IS NOT NULL')).toBe(1)
  expect(count(site, 'SELECT count(*) FROM "EvidenceEntry"')).toBe(evidence)
})
