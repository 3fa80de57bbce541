import type { BrowserContext, Locator, Page } from '@playwright/test'
import type { Bilingual } from '~/i18n/config'
import { expect, phones, signIn, testAlone as test } from './journey'
import { count, fillPaper, hasLearned, piecesOf, preJob, questions } from './learner'
import { morning, type Running } from './server'

const later = (minutes: number) => new Date(new Date(morning).getTime() + minutes * 60_000).toISOString()
const radios = (page: Page, nth: number) =>
  page.locator('fieldset[data-question]:has(input[type=radio])').nth(nth).locator('input[type=radio]')
const stateOf = (page: Page): Locator => page.locator('[data-paper-state]')

/** Starts the paper of somebody who has learned everything; the attempt's id. */
async function startPaper(page: Page, site: Running, phone: string): Promise<string> {
  hasLearned(site, phone)
  await signIn(page, site, phone)
  await page.goto(`${site.url}/courses/pre-job/paper`)
  await page.getByRole('button', { name: '开始考试' }).click()
  await page.waitForURL(/\/papers\//)
  return new URL(page.url()).pathname.split('/').at(-1) ?? ''
}

const saved = (site: Running, attempt: string) =>
  count(site, 'SELECT count(*) FROM "AttemptQuestion" WHERE "attemptId" = ? AND "answer" IS NOT NULL', attempt)

test('answers are saved as given, survive a cut network and a closed tab, and two tabs make one paper', async ({ page, context, site }) => {
  test.setTimeout(120_000)
  const attempt = await startPaper(page, site, phones.newcomer)
  await expect(stateOf(page)).toHaveText('已保存')
  await radios(page, 0).nth(0).check()
  await expect.poll(() => saved(site, attempt)).toBe(1)
  await expect(stateOf(page)).toHaveText('已保存')

  // The line drops; the phone does not know it.
  await page.route('**/answers', (route) => route.abort())
  await radios(page, 1).nth(1).check()
  await expect(stateOf(page)).toHaveText('未保存 1 题，正在重试')
  expect(saved(site, attempt)).toBe(1)
  await page.unroute('**/answers')
  await expect(stateOf(page)).toHaveText('已保存')
  expect(saved(site, attempt)).toBe(2)

  // No network at all, and the tab is closed; opened again with network, nothing is lost.
  await context.setOffline(true)
  await radios(page, 2).nth(0).check()
  await expect(stateOf(page)).toHaveText('没有网络，1 题先存在手机里，连上后自动保存')
  await page.close()
  await context.setOffline(false)
  const first = await context.newPage()
  await first.goto(`${site.url}/papers/${attempt}`)
  await expect(radios(first, 0).nth(0)).toBeChecked()
  await expect(radios(first, 1).nth(1)).toBeChecked()
  await expect(radios(first, 2).nth(0)).toBeChecked()
  await expect.poll(() => saved(site, attempt)).toBe(3)

  // A second tab: what either says is kept, and the older page overwrites nothing when it hands in.
  const second = await context.newPage()
  await second.goto(`${site.url}/papers/${attempt}`)
  await radios(second, 3).nth(0).check()
  await radios(second, 0).nth(1).check()
  await expect.poll(() => saved(site, attempt)).toBe(4)
  await expect(stateOf(second)).toHaveText('已保存')
  await radios(first, 4).nth(0).check()
  await expect.poll(() => saved(site, attempt)).toBe(5)
  await first.reload()
  await expect(radios(first, 0).nth(1)).toBeChecked()
  await expect(radios(first, 3).nth(0)).toBeChecked()
  await first.getByRole('button', { name: '交卷' }).click()
  await first.getByRole('button', { name: '就这样交卷' }).click()
  await first.waitForURL(/\/result/)
  expect(saved(site, attempt)).toBe(5)

  // The other tab learns that the paper is closed, and what it gives then is not taken.
  await radios(second, 3).nth(1).click({ noWaitAfter: true })
  await second.waitForURL(/\/result/)
  expect(saved(site, attempt)).toBe(5)
})

test('past its deadline a paper is closed with what was saved', async ({ page, site }) => {
  const attempt = await startPaper(page, site, phones.newcomer)
  await radios(page, 0).nth(0).check()
  await expect.poll(() => saved(site, attempt)).toBe(1)
  site.setClock(later(preJob.paper.minutes + 1))
  await radios(page, 1).nth(0).click()
  await page.waitForURL(/\/result/)
  await expect(page.locator('main')).toContainText('到时自动收卷')
  await expect(page.locator('main')).toContainText('没有合格')
  expect(saved(site, attempt)).toBe(1)
  expect(count(site, `SELECT count(*) FROM "Attempt" WHERE "id" = ? AND "closedBy" = 'deadline'`, attempt)).toBe(1)
})

test('twenty submits at once make one score, one certificate and its evidence once', async ({ browser, site }) => {
  test.setTimeout(120_000)
  const context = await browser.newContext({ javaScriptEnabled: false, locale: 'zh-CN' })
  const page = await context.newPage()
  const attempt = await startPaper(page, site, phones.newcomer)
  expect(await fillPaper(page)).toBe(preJob.paper.questions)
  await page.getByRole('button', { name: '保存，接着答' }).click()
  await expect(page.locator('main')).toContainText('已保存')
  expect(saved(site, attempt)).toBe(preJob.paper.questions)
  const submit = () =>
    page.request.post(`${site.url}/papers/${attempt}/submit`, { headers: { Origin: site.url }, form: { sure: 'yes' }, maxRedirects: 0 })
  const answers = await Promise.all(Array.from({ length: 20 }, submit))
  expect(new Set(answers.map((answer) => `${answer.status()} ${answer.headers().location}`))).toEqual(
    new Set([`303 /papers/${attempt}/result`]),
  )
  expect(count(site, 'SELECT count(*) FROM "Certificate" WHERE "attemptId" = ?', attempt)).toBe(1)
  expect(count(site, 'SELECT count(*) FROM "EvidenceEntry" WHERE "sourceId" = ?', attempt)).toBe(preJob.gives.length)
  expect(count(site, 'SELECT "score" FROM "Attempt" WHERE "id" = ?', attempt)).toBe(100)
  await context.close()
})

/** Everything the browser receives from now on, as text. */
function listen(context: BrowserContext) {
  const bodies: Promise<string>[] = []
  context.on('response', (response) => {
    const text = response
      .body()
      .then((body) => body.toString('utf8'))
      .catch(() => '')
    bodies.push(text)
  })
  return async () => (await Promise.all(bodies)).join('\n')
}

const plain = (text: string) =>
  text
    .replace(/&quot;|&#34;|\\"/g, '"')
    .replace(/&#x27;|&#39;/g, "'")
    .replace(/&gt;/g, '>')
    .replace(/&lt;/g, '<')
    .replace(/&amp;/g, '&')

test('until a paper is closed no byte the browser got tells an answer', async ({ page, context, site }) => {
  test.setTimeout(120_000)
  const received = listen(context)
  await signIn(page, site, phones.newcomer)

  // A wrong choice is answered with the reason of that choice alone.
  const [opening] = preJob.lessons
  const lessonPieces = piecesOf(opening ?? '')
  const choice = lessonPieces.find((piece) => piece.kind === 'choose')
  const wrong = choice?.kind === 'choose' ? choice.options.find((option) => !option.right) : undefined
  if (!choice || !wrong) throw new Error('the first lesson asks for no choice')
  await page.goto(`${site.url}/courses/pre-job/lessons/${opening}`)
  const box = page.locator(`#piece-${choice.id}`)
  await box.locator('label.tick').filter({ hasText: wrong.text.zh }).locator('input').check()
  await box.locator('button.piece-send').click()
  await expect(box).toContainText(wrong.because.zh)
  for (const lesson of preJob.lessons)
    for (const locale of ['zh', 'en']) {
      await context.addCookies([{ name: 'mingbai_view', value: `${locale}.light.plain`, url: site.url }])
      await page.goto(`${site.url}/courses/pre-job/lessons/${lesson}`)
    }

  // The paper, in both languages, with an answer saved.
  hasLearned(site, phones.newcomer)
  await page.goto(`${site.url}/courses/pre-job/paper`)
  await page.locator('main form button').first().click()
  await page.waitForURL(/\/papers\//)
  await radios(page, 0).nth(0).check()
  await expect(stateOf(page)).toHaveText('Saved')
  await context.addCookies([{ name: 'mingbai_view', value: 'zh.light.plain', url: site.url }])
  await page.reload()
  await expect(stateOf(page)).toHaveText('已保存')

  const text = plain(await received())
  const reasons: Bilingual[] = preJob.lessons.flatMap((lesson) =>
    piecesOf(lesson).flatMap((piece) => {
      if (piece.kind === 'choose')
        return piece.options.filter((option) => option !== wrong && option.id !== wrong.id).map((option) => option.because)
      if (piece.kind === 'spot') return piece.spots.map((spot) => spot.because)
      if (piece.kind === 'route') return piece.stops.map((stop) => stop.because)
      if (piece.kind === 'order') return [piece.because]
      return piece.nodes.filter((node) => node.end === 'good').map((node) => node.text)
    }),
  )
  const secrets = [...reasons, ...questions.map((question) => question.explanation)].flatMap(({ zh, en }) => [zh, en])
  expect(text).toContain(wrong.because.zh)
  expect(text).toContain(questions.length > 0 ? '考试卷' : '')
  expect(secrets.length).toBeGreaterThan(200)
  expect(secrets.filter((secret) => text.includes(secret))).toEqual([])
})
