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
