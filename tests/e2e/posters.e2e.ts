import { connect } from 'node:net'
import path from 'node:path'
import type { Page } from '@playwright/test'
import Database from 'better-sqlite3'
import { expect, expectAccessible, phones, signIn, test, testAlone, viewAs } from './journey'

const worker = '13800000012'
const torn = 'MNGB22C'
const overflow = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)

testAlone(
  'a community worker hangs posters in a new building; a passer-by scans one; the worker sees which staircase never was',
  async ({ page, browser, site }) => {
    await signIn(page, site, worker)
    await page.goto(`${site.url}/street/posters`)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('20 个地方，6 个从没人扫过')
    await page.getByRole('link', { name: '加挂海报的地方' }).click()
    await page.getByLabel('从几号楼').fill('9')
    await page.getByLabel('到几号楼').fill('9')
    await page.getByLabel('每栋几个单元').fill('2')
    await page.getByRole('button', { name: '加上' }).click()
    await expect(page.getByRole('status')).toContainText('加了 2 个地方')
    await page.getByRole('link', { name: '打海报', exact: true }).click()
    await page.getByLabel('油锅着了').first().check()
    for (const box of await page.locator('input[name=site]').all()) await box.uncheck()
    await page.getByLabel('9号楼1单元').check()
    await page.getByLabel('9号楼2单元').check()
    await page.getByLabel('靛蓝').check()
    await page.getByRole('button', { name: '开始打' }).click()
    await expect(page.getByRole('status')).toHaveText('做好了：3 个文件。', { timeout: 60_000 })
    const coming = page.waitForEvent('download')
    await page.getByRole('link', { name: /^下载/ }).click()
    expect((await coming).suggestedFilename()).toBe('湖滨社区的海报.zip')

    await page.goto(`${site.url}/street/posters`)
    await page.getByRole('link', { name: '9号楼1单元' }).click()
    const code = /编码 ([A-Z2-9]{3}) ([A-Z2-9]{4})/.exec(await page.locator('main').innerText())
    const phone = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } })
    const visitor = await phone.newPage()
    await visitor.goto(`${site.url}/q/${code?.[1]}${code?.[2]}`.toLowerCase().replace(site.url.toLowerCase(), site.url))
    await expect(visitor.getByText('湖滨社区 9号楼1单元')).toBeVisible()
    for (const question of ['one', 'two', 'three']) await visitor.locator(`#${question}`).getByRole('button').first().click()
    await visitor.getByRole('button', { name: '我今天就做' }).click()
    await expect(visitor.locator('#promise')).toContainText('说定了')
    expect(await phone.cookies()).toEqual([])
    await phone.close()

    await page.waitForTimeout(1500)
    await page.reload()
    await expect(page.getByRole('heading', { level: 1 })).toContainText('9号楼1单元最近一次有人扫')
    await expect(page.locator('main')).toContainText('打开 1 次，做完 1 次，1 次说了“今天就做”。')
    await page.goto(`${site.url}/street/posters?only=never&name=9号楼`)
    await expect(page.getByRole('link', { name: '9号楼2单元' })).toBeVisible()
    await expect(page.getByRole('link', { name: '9号楼1单元' })).toHaveCount(0)
  },
)

testAlone(
  'a torn poster: reported in one tap with scripts off, seen to by the worker, and a site given up comes back',
  async ({ page, browser, site }) => {
    const phone = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } })
    const visitor = await phone.newPage()
    await visitor.goto(`${site.url}/Q/${torn}`)
    await visitor.getByRole('link', { name: '海报坏了？告诉我们' }).click()
    await visitor.getByLabel('被东西挡住了').check()
    await visitor.getByRole('button', { name: '告诉管海报的人' }).click()
    await expect(visitor.getByRole('heading', { level: 1 })).toHaveText('收到了，谢谢')
    await visitor.getByRole('link', { name: '回到这一课' }).click()
    await expect(visitor.getByRole('heading', { level: 1 })).toHaveText('电瓶不进屋')
    await visitor.goto(`${site.url}/Q/ZZZ9`)
    await expect(visitor.getByText('这个码认不出来')).toBeVisible()
    await visitor.getByLabel('海报上的 7 位编码').fill('mng b22c')
    await visitor.getByRole('button', { name: '再试一次' }).click()
    await expect(visitor.getByRole('heading', { level: 1 })).toHaveText('电瓶不进屋')
    await phone.close()

    await signIn(page, site, worker)
    await page.goto(`${site.url}/street/posters`)
    await expect(page.locator('#reports')).toHaveText('2 张海报有人说坏了')
    await page.getByRole('button', { name: '处理好了' }).first().click()
    await expect(page.locator('#reports')).toHaveText('1 张海报有人说坏了')
    await page.getByRole('link', { name: '惠民超市' }).click()
    await page.getByRole('button', { name: '已取下' }).click()
    await page.getByRole('button', { name: '撤销' }).click()
    await expect(page.getByRole('status')).toContainText('又挂上了')
    await page.getByRole('button', { name: '这里不再挂海报' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toContainText('19 个地方')
    await page.getByRole('button', { name: '撤销' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toContainText('惠民超市')
  },
)

const openedAt = (data: string, code: string): number => {
  const database = new Database(path.join(data, 'mingbai.db'), { readonly: true })
  const sum = database.prepare<[string], { sum: number | null }>(
    `SELECT SUM("count") AS "sum" FROM "ScanTally" WHERE "code" = ? AND "what" = 'opened'`,
  )
  const found = sum.get(code)?.sum ?? 0
  database.close()
  return found
}

for (const who of ['nobody', 'somebody'] as const)
  testAlone(
    `what was scanned last is kept when the server is told to end and ${who} holds a connection open`,
    async ({ request, site }) => {
      const slow = who === 'somebody' ? connect(Number(new URL(site.url).port), '127.0.0.1') : null
      slow?.on('error', () => undefined)
      slow?.write('GET / HTTP/1.1\r\nHost: a\r\nX-Slow')
      const before = openedAt(site.data, 'MNGB2QE')
      for (let nth = 0; nth < 20; nth += 1) expect((await request.get(`${site.url}/Q/MNGB2QE`)).status()).toBe(200)
      expect(await site.end()).toBe(0)
      slow?.destroy()
      expect(openedAt(site.data, 'MNGB2QE') - before).toBe(20)
    },
  )

test('posters belong to places: who sees only schools finds none', async ({ page, site }) => {
  await signIn(page, site, phones.education)
  for (const address of [
    '/street/posters',
    '/street/posters/print',
    '/street/posters/sites/sample-site-0',
    `/street/posters/codes/${torn}/notice-a4-zh.pdf`,
  ])
    expect((await page.request.get(site.url + address)).status(), address).toBe(404)
})

for (const [locale, theme, width] of [
  ['zh', 'light', 360],
  ['en', 'dark', 390],
  ['zh', 'dark', 1440],
] as const)
  test(`the pages of posters are sound: ${locale}, ${theme}, ${width}`, async ({ page, site }) => {
    await page.setViewportSize({ width, height: 844 })
    await signIn(page, site, worker)
    await viewAs(page, site, locale, theme)
    await page.emulateMedia({ colorScheme: theme })
    const addresses = [
      '/street/posters',
      '/street/posters?only=never&sort=last',
      '/street/posters/new',
      '/street/posters/new?how=listed',
      '/street/posters/print?lesson=oil-fire',
      '/street/posters/sites/sample-site-0',
      '/street/posters/sites/sample-site-12?days=365',
      `/Q/${torn}`,
      `/Q/${torn}/en-large?one=a&two=b`,
      '/Q/broken',
      `/Q/${torn}/report`,
      `/Q/${torn}/report?sent=yes`,
      '/sets/village?style=upright',
    ]
    for (const address of addresses) {
      await page.goto(site.url + address)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await expectAccessible(page)
      expect(await overflow(page), address).toBeLessThanOrEqual(0)
    }
  })
