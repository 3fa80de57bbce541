import { expect, expectAccessible, test, viewAs } from './journey'

test('a passer-by opens the front page in every view, and it is sound in each', async ({ page, site }) => {
  for (const locale of ['zh', 'en'] as const) {
    for (const theme of ['light', 'dark'] as const) {
      await viewAs(page, site, locale, theme)
      await page.goto(site.url)
      await expect(page.locator('html')).toHaveAttribute('lang', locale === 'zh' ? 'zh-CN' : 'en')
      await expectAccessible(page)
    }
  }
})

test('switching the language keeps the page, and works with scripts off', async ({ browser, site }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, locale: 'zh-CN' })
  const page = await context.newPage()
  await page.goto(`${site.url}/suggest?page=%2Fcourses`)
  await page.getByRole('button', { name: 'English' }).click()
  await expect(page).toHaveURL(`${site.url}/suggest?page=%2Fcourses`)
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await context.close()
})

test('our own page answers what is not there, and leaks nothing', async ({ page, site }) => {
  const answer = await page.goto(`${site.url}/no/such/page`)
  expect(answer?.status()).toBe(404)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('没有找到这一页')
  expect(await page.content()).not.toMatch(/node_modules|at .*\.ts:/)
})

test('a typed code leads where the printed one would, a wrong one says what to do', async ({ page, site }) => {
  await page.goto(site.url)
  await page.locator('[name=code]').fill('abc')
  await page.getByRole('button', { name: '打开' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('这个编码不对')
})
