import { expect, expectAccessible, phones, signIn, test, viewAs } from './journey'

const lesson = '/courses/welder/lessons/welder-02-permit'
const pages = [
  '/courses',
  '/courses/welder',
  lesson,
  `${lesson}/print`,
  `${lesson}/present`,
  '/panel',
  '/panel/smoke-712',
  '/permits',
  '/permits/hotel-duct',
  '/visits',
  '/visits/old-couple',
]

for (const [locale, theme, width] of [
  ['zh', 'light', 390],
  ['en', 'dark', 1440],
] as const)
  test(`every page where a post is practised is sound, ${locale} and ${theme}`, async ({ page, site }) => {
    await signIn(page, site, phones.welder)
    await viewAs(page, site, locale, theme)
    await page.setViewportSize({ width, height: width === 390 ? 844 : 900 })
    for (const address of pages) {
      await page.goto(site.url + address)
      await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
      await expectAccessible(page)
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
        `${address} is too wide`,
      ).toBeLessThanOrEqual(0)
    }
  })

test('the words in a drawing are made large enough to read on a phone, by keys, and the page stays as wide', async ({ page, site }) => {
  await signIn(page, site, phones.welder)
  await page.goto(site.url + lesson)
  const picture = page.locator('.spot-picture svg').first()
  const width = async () => (await picture.boundingBox())?.width ?? 0
  expect(await width()).toBeLessThan(390)
  await page.getByLabel('放大看图上的字').first().focus()
  await page.keyboard.press('Space')
  expect(await width()).toBeGreaterThan(700)
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
  await expectAccessible(page)
  await page.keyboard.press('Space')
  expect(await width()).toBeLessThan(390)
})
