import { expect, expectAccessible, phones, signIn, test, viewAs } from './journey'

/** Both widths, languages and themes for every page; the other two pairings for the first page of each. */
const views = [
  ['zh', 'light', 390],
  ['en', 'dark', 1440],
  ['zh', 'dark', 1440],
  ['en', 'light', 390],
] as const

for (const [who, phone, pages] of [
  [
    'a unit manager',
    phones.manager,
    ['/unit', '/unit/duties', '/unit/people', '/unit/people/new', '/unit/joins', '/unit/join-code', '/search?q=l'],
  ],
  [
    'a street supervisor',
    phones.supervisor,
    ['/street', '/street/coverage', '/duties', '/duties/key-drill', '/duties/school-topic-education', '/search?q=xx'],
  ],
  [
    'an administrator',
    phones.administrator,
    [
      '/admin/places',
      '/admin/units',
      '/admin/units/new',
      '/admin/people',
      '/admin/grants',
      '/admin/duties',
      '/admin/duties/key-drill',
      '/admin/audit',
      '/admin/suggestions',
      '/search?q=dh&kind=units',
    ],
  ],
] as const) {
  test(`${who} finds every page sound in both languages and themes, on phone and desk`, async ({ page, site }) => {
    test.setTimeout(300_000)
    await signIn(page, site, phone)
    await page.goto(`${site.url}/unit`)
    const unit = new URL(page.url()).pathname
    for (const [nth, [locale, theme, width]] of views.entries()) {
      await viewAs(page, site, locale, theme)
      await page.setViewportSize({ width, height: width === 390 ? 844 : 900 })
      for (const address of nth < 2 ? pages : pages.slice(0, 1)) {
        await page.goto(site.url + address.replace('/unit/', `${unit}/`))
        await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
        await expectAccessible(page)
        expect(
          await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
          `${address} is too wide`,
        ).toBeLessThanOrEqual(0)
      }
    }
  })
}

test('the street sees its own units and nothing outside; the education office sees schools only', async ({ page, browser, site }) => {
  await signIn(page, site, phones.supervisor)
  await page.goto(`${site.url}/street?q=西桥`)
  await expect(page.locator('main')).not.toContainText('西桥镇')
  const context = await browser.newContext({ locale: 'zh-CN' })
  const school = await context.newPage()
  await signIn(school, site, phones.education)
  await school.goto(`${site.url}/street`)
  await expect(school.locator('main')).toContainText('幼儿园')
  await expect(school.locator('main')).not.toContainText('大酒店')
  for (const [reader, finds] of [
    [page, true],
    [school, false],
  ] as const) {
    await reader.getByRole('link', { name: '搜索', exact: true }).click()
    await reader.getByLabel('找什么').fill('djd')
    await reader.getByLabel('找什么').press('Enter')
    await reader.waitForURL(/[?&]q=djd/)
    expect((await reader.getByRole('link', { name: /大酒店/ }).count()) > 0).toBe(finds)
  }
  await context.close()
})
