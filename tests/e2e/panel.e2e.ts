import type { Page } from '@playwright/test'
import { expect, expectAccessible, phones, signIn, test, testAlone, viewAs } from './journey'
import { count } from './learner'
import { morning } from './server'

/** Presses what has this name by the keyboard, and waits until the page that answers stands. */
async function press(page: Page, name: string | RegExp, role: 'button' | 'link' = 'button') {
  await page.evaluate(() => {
    document.body.dataset.before = 'yes'
  })
  await page.getByRole(role, { name, exact: typeof name === 'string' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.locator('body:not([data-before])')).toBeVisible()
  await page.waitForLoadState()
}

testAlone('an operator takes a fire at the panel by keyboard alone, and looks back at what was required', async ({ page, site }) => {
  testAlone.setTimeout(120_000)
  const at = (seconds: number) => site.setClock(new Date(Date.parse(morning) + seconds * 1000).toISOString())
  await signIn(page, site, phones.operator)
  await page.goto(`${site.url}/courses/control-room-operator`)
  await press(page, '去练习', 'link')
  await expectAccessible(page)
  await press(page, /712客房/, 'link')
  await press(page, '开始')
  await expect(page).toHaveURL(/smoke-712\/.+/)

  at(5)
  await press(page, '消音')
  await press(page, '看清部位（对平面图）')
  await expect(page.locator('.panel-screen')).toContainText('七层 712客房')
  await expectAccessible(page)
  await press(page, '派搭档去报警的地方')
  at(45)
  await press(page, '打电话问最近的人')
  await expect(page.getByRole('log')).toContainText('门烫，门缝冒烟')
  for (const name of [
    '看联动开关，不在自动就转自动',
    '拨119',
    '启动 应急广播',
    '启动预案，叫动各组',
    '报告单位负责人',
    '派人接消防车',
    '填记录',
  ])
    await press(page, name)
  at(110)
  await press(page, '逐项看反馈')
  await viewAs(page, site, 'en', 'dark')
  const run = page.url().split('#')[0] ?? ''
  await page.goto(`${run}?`)
  await expectAccessible(page)
  await viewAs(page, site, 'zh', 'light')
  await page.goto(run)
  await press(page, '做完了，看回放')
  await expect(page.locator('main')).toContainText('该做的11样都做到了，先后也对')
  await expect(page.locator('main')).toContainText('不算培训记录')
  await expectAccessible(page)
  expect(count(site, `SELECT count(*) FROM "PanelRun" WHERE "endedAt" IS NOT NULL`)).toBe(1)
})

test('the clock of the panel runs by itself and what happens appears, with the focus left where it was', async ({ page, site }) => {
  await signIn(page, site, phones.operator)
  await page.goto(`${site.url}/panel/smoke-712`)
  await press(page, '开始')
  const silence = page.getByRole('button', { name: '消音', exact: true })
  await silence.focus()
  await expect(page.locator('[data-panel-clock]')).not.toHaveText(/00$/)
  await expect(silence).toBeFocused()
})
