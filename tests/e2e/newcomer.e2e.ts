import { expect, expectAccessible, phones, signIn, test, viewAs } from './journey'
import { fillPaper, preJob, takeLesson, watchFilm } from './learner'
import { morning } from './server'

const evening = (minutes: number) => new Date(new Date(morning).getTime() + minutes * 60_000)

test('a new employee, scripts off, goes from 不得上岗 to cleared, and everybody entitled sees it', async ({ browser, site }) => {
  test.setTimeout(240_000)
  const context = await browser.newContext({ javaScriptEnabled: false, locale: 'zh-CN', viewport: { width: 390, height: 844 } })
  const page = await context.newPage()
  await signIn(page, site, phones.newcomer)
  await expect(page.locator('main')).toContainText('不得上岗')

  for (const lesson of preJob.lessons) await takeLesson(page, site, lesson)
  const seen = await watchFilm(page, site, evening(30))
  await page.goto(`${site.url}/me`)
  await page
    .getByRole('link', { name: /考试|卷/ })
    .first()
    .click()

  // A blank paper scores nothing and says what to study, never the key.
  await page.locator('main form button').first().click()
  await page.waitForURL(/\/papers\//)
  await page.locator('button[formaction$="/submit"]').click()
  await page.locator('form[action$="/submit"] button').click()
  await page.waitForURL(/\/result/)
  await expect(page.locator('main')).toContainText('0')
  await page.goto(`${site.url}/courses/pre-job/paper`)
  await expect(page.locator('main form button')).toHaveCount(0)

  // The retake waits, then draws afresh.
  site.setClock(new Date(seen.getTime() + 40 * 60_000).toISOString())
  await page.goto(`${site.url}/me`)
  await page
    .getByRole('link', { name: /考试|卷/ })
    .first()
    .click()
  await page.locator('main form button').first().click()
  await page.waitForURL(/\/papers\//)
  expect(await fillPaper(page)).toBe(preJob.paper.questions)
  await page.locator('button[formaction$="/submit"]').click()
  await page.waitForURL(/\/result/)
  await expect(page.locator('main')).toContainText('100')

  await page.goto(`${site.url}/me`)
  await expect(page.locator('main')).toContainText('可以上岗')
  const card = await page.locator('a[href^="/cards/"]').first().getAttribute('href')
  await page.goto(site.url + card)
  // The post begins tomorrow: the card says so, and is green on the day.
  await expect(page.locator('main')).toContainText('还没到上岗日期')
  site.setClock('2026-03-11T01:00:00.000Z')
  await page.reload()
  await expect(page.locator('main')).toContainText('可以上岗')
  const stranger = await (await browser.newContext({ locale: 'zh-CN' })).newPage()
  const token = /(?:[2-9A-Z]{4} ){6}[2-9A-Z]{2}/.exec(await page.locator('main').innerText())?.[0] ?? ''
  await stranger.goto(`${site.url}/g/${token.replaceAll(' ', '').toLowerCase()}`)
  await expect(stranger.locator('main')).toContainText('可以上岗')
  const certificate = await page.locator('a[href^="/certificates/"]').first().getAttribute('href')
  for (const [part, type] of [
    ['picture', 'image/png'],
    ['pdf', 'application/pdf'],
  ]) {
    const answer = await page.request.get(`${site.url}${certificate}/${part}`)
    expect(answer.headers()['content-type']).toContain(type)
    expect((await answer.body()).length).toBeGreaterThan(10_000)
  }
  await stranger.context().close()
  await context.close()
})

const learnerPages = ['/me', '/account', '/password', '/courses', '/courses/pre-job', '/courses/pre-job/paper', '/suggest']
const lessonPages = preJob.lessons.map((lesson) => `/courses/pre-job/lessons/${lesson}`)

for (const [locale, theme, pages] of [
  ['zh', 'light', [...learnerPages, ...lessonPages]],
  ['en', 'dark', [...learnerPages, ...lessonPages]],
  ['zh', 'dark', [...learnerPages, ...lessonPages.slice(0, 1)]],
  ['en', 'light', [...learnerPages, ...lessonPages.slice(0, 1)]],
] as const)
  test(`every page a learner meets is sound, ${locale} and ${theme}`, async ({ page, site }) => {
    test.setTimeout(120_000)
    await signIn(page, site, phones.welder)
    await viewAs(page, site, locale, theme)
    for (const address of pages) {
      await page.goto(site.url + address)
      await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
      await expectAccessible(page)
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
        `${address} is wider than the phone`,
      ).toBeLessThanOrEqual(0)
    }
  })

test('a lesson is taken by keyboard alone', async ({ page, site }) => {
  await signIn(page, site, phones.operator)
  await page.goto(`${site.url}/courses/pre-job/lessons/pre-job-01-first-day`)
  const box = page.locator('.piece').first()
  await box.locator('input').first().focus()
  await page.keyboard.press('Space')
  await expect(box.locator('input').first()).toBeChecked()
  await box.locator('button.piece-send').focus()
  await page.keyboard.press('Enter')
  await expect(box.locator('.piece-said:not([hidden])').first()).toBeVisible()
})

test('the film plays in the page and the server credits what was seen', async ({ page, site }) => {
  await signIn(page, site, phones.operator)
  await page.goto(`${site.url}/courses/pre-job/lessons/pre-job-05-alarm`)
  const film = page.locator('video').first()
  await film.scrollIntoViewIfNeeded()
  await page.evaluate(() => document.querySelector('video')?.play())
  await expect.poll(() => page.evaluate(() => document.querySelector('video')?.currentTime ?? 0), { timeout: 30_000 }).toBeGreaterThan(1)
  expect(await page.locator('video track').count()).toBeGreaterThanOrEqual(2)
})
