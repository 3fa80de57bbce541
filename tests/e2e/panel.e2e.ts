import { expect, expectAccessible, phones, signIn, testAlone as test, viewAs } from './journey'
import { count } from './learner'
import { morning } from './server'

test('an operator takes a fire at the panel by keyboard alone, and looks back at what was required', async ({ page, site }) => {
  test.setTimeout(120_000)
  await signIn(page, site, phones.operator)
  await page.goto(`${site.url}/courses/control-room-operator`)
  await page.getByRole('link', { name: '消防主机练习' }).focus()
  await page.keyboard.press('Enter')
  await page.waitForURL(`${site.url}/panel`)
  await expectAccessible(page)
  await page.getByRole('link', { name: /712客房/ }).focus()
  await page.keyboard.press('Enter')
  await page.waitForURL(/smoke-712$/)
  await page.getByRole('button', { name: '开始' }).focus()
  await page.keyboard.press('Enter')
  await page.waitForURL(/smoke-712\/.+/)
  const press = async (name: string) => {
    await page.getByRole('button', { name, exact: true }).focus()
    await Promise.all([page.waitForResponse((answer) => answer.request().method() === 'POST'), page.keyboard.press('Enter')])
    await page.waitForLoadState()
  }
  const secondsIn = (seconds: number) => site.setClock(new Date(Date.parse(morning) + seconds * 1000).toISOString())

  secondsIn(5)
  await press('消音')
  await press('看清部位（对平面图）')
  await expect(page.locator('.panel-screen')).toContainText('七层 712客房')
  await expectAccessible(page)
  await press('派搭档去报警的地方')
  secondsIn(45)
  await press('打电话问最近的人')
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
    await press(name)
  secondsIn(110)
  await press('逐项看反馈')
  await viewAs(page, site, 'en', 'dark')
  await page.reload()
  await expectAccessible(page)
  await viewAs(page, site, 'zh', 'light')
  await page.reload()
  await press('做完了，看回放')
  await expect(page.locator('main')).toContainText('该做的11样都做到了，先后也对')
  await expect(page.locator('main')).toContainText('不算培训记录')
  await expectAccessible(page)
  expect(count(site, `SELECT count(*) FROM "PanelRun" WHERE "endedAt" IS NOT NULL`)).toBe(1)
})
