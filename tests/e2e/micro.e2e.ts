import { expect, expectAccessible, test } from './journey'

test.describe('a passer-by with scripts off', () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } })

  test('finds a lesson, answers by taps, and promises one thing; nothing is kept in the browser', async ({ page, context, site }) => {
    const asked: string[] = []
    await page.goto(site.url)
    await page.getByRole('link', { name: '租房的', exact: true }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('九十秒，学会一件事')
    page.on('request', (request) => asked.push(new URL(request.url()).pathname))
    await page.locator('main h3 a').first().click()
    await expect(page.locator('.story svg')).not.toHaveCount(0)
    await page.waitForLoadState('networkidle')
    expect(asked.length).toBeLessThanOrEqual(4)
    for (const [nth, question] of ['one', 'two', 'three'].entries()) {
      const box = page.locator(`#${question}`)
      await expect(box).toContainText(`第 ${nth + 1} 问`)
      await box.getByRole('button').nth(nth).click()
      await expect(page).toHaveURL(new RegExp(`${question}=[abc].*#${question}$`))
      await expect(box.locator('.why').first()).toBeVisible()
    }
    await page.getByRole('button', { name: '我今天就做' }).click()
    await expect(page.locator('#promise')).toContainText('说定了')
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
    expect(await context.cookies()).toEqual([])
  })
})

for (const [locale, scheme, width] of [
  ['', 'light', 360],
  ['/en-large', 'dark', 720],
] as const)
  test(`every lesson is sound, ${locale === '' ? 'Chinese' : 'English in large type'}, ${scheme}`, async ({ page, site }) => {
    await page.setViewportSize({ width, height: 900 })
    await page.emulateMedia({ colorScheme: scheme })
    await page.goto(`${site.url}/m`)
    await expectAccessible(page)
    const lessons = await page
      .locator('main section:not([aria-labelledby=season]) h3 a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
    expect(lessons.length).toBeGreaterThanOrEqual(3)
    for (const address of lessons) {
      await page.goto(`${site.url}${address}${locale}?one=a&two=b&three=c`)
      await expect(page.locator('#promise')).toBeVisible()
      await expectAccessible(page)
      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth), address).toBeLessThanOrEqual(0)
    }
  })
