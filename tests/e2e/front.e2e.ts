import type { Page } from '@playwright/test'
import { expect, expectAccessible, phones, signIn, test, viewAs } from './journey'

const overflow = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
const pages = ['/', '/m', '/aloud', '/aloud?q=119', '/sets', '/sets/village']

for (const [locale, theme, size, width] of [
  ['zh', 'light', 'plain', 320],
  ['zh', 'dark', 'large', 360],
  ['en', 'light', 'plain', 390],
  ['en', 'dark', 'plain', 1440],
] as const)
  test(`the public pages are sound: ${locale}, ${theme}, ${size}, ${width}`, async ({ page, site }) => {
    await page.setViewportSize({ width, height: 844 })
    await viewAs(page, site, locale, theme, size)
    for (const address of pages) {
      await page.goto(site.url + address)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await expectAccessible(page)
      expect(await overflow(page), address).toBeLessThanOrEqual(0)
    }
  })

test.describe('with scripts off', () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } })

  test('a passer-by searches, a village officer takes the scripts away, staff find the way in', async ({ page, site }) => {
    await page.goto(site.url)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('着火了，先做什么？')
    await page.getByRole('searchbox').fill('煤气')
    await page.getByRole('button', { name: '找', exact: true }).click()
    await expect(page).toHaveURL(/\/m\?q=/)
    await expect(page.locator('main h3 a').first()).toBeVisible()
    await page.goto(site.url)
    await page.getByRole('link', { name: '进农村这一套' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('进农村这一套')
    await expect(page.getByRole('button', { name: '打印这一套的做法' })).toBeHidden()
    const coming = page.waitForEvent('download')
    await page.getByRole('link', { name: '下载广播稿' }).click()
    expect((await coming).suggestedFilename()).toBe('进农村这一套.txt')
    await page.goto(site.url)
    await page.getByRole('link', { name: '登录' }).last().click()
    await expect(page).toHaveURL(`${site.url}/sign-in`)
  })
})

type Voice = { lang: string; late: boolean }

/** A browser with these voices, which notes what it is told to say, in place of one that speaks. */
async function withVoices(page: Page, voices: readonly Voice[] | null) {
  await page.addInitScript((given) => {
    const said: string[] = []
    Object.assign(window, { said })
    if (given === null) {
      Reflect.deleteProperty(window, 'speechSynthesis')
      Object.defineProperty(window, 'speechSynthesis', { value: undefined, configurable: true })
      Reflect.deleteProperty(window, 'speechSynthesis')
      return
    }
    let known = given.filter(({ late }) => !late)
    const synthesis = {
      onvoiceschanged: null as null | (() => void),
      getVoices: () => known,
      speak: ({ text }: { text: string }) => said.push(text),
      cancel: () => said.push('(stop)'),
    }
    Object.defineProperty(window, 'speechSynthesis', { value: synthesis })
    Object.assign(window, {
      SpeechSynthesisUtterance: class {
        constructor(readonly text: string) {}
      },
    })
    setTimeout(() => {
      known = [...given]
      synthesis.onvoiceschanged?.()
    }, 300)
  }, voices)
}
const saidOn = (page: Page) => page.evaluate((): string[] => [Reflect.get(window, 'said')].flat())
const lesson = '/m/e-bike-charging'

test.describe('reading a lesson out', () => {
  test('a button reads the story and the open question, and stops', async ({ page, site }) => {
    await withVoices(page, [{ lang: 'zh-CN', late: false }])
    await page.goto(site.url + lesson)
    const button = page.getByRole('button', { name: '读给我听' })
    await expect(button).toHaveAttribute('aria-pressed', 'false')
    expect(await saidOn(page)).toEqual([])
    await expectAccessible(page)
    await button.click()
    await expect(page.getByRole('button', { name: '停', exact: true })).toHaveAttribute('aria-pressed', 'true')
    const said = await saidOn(page)
    const order = [
      page.locator('h1'),
      page.locator('#main > .line'),
      page.locator('.story p').first(),
      page.locator('.story p').last(),
      page.locator('h2'),
    ]
    const places = await Promise.all(order.map(async (one) => said.indexOf(`${await one.innerText()}。`.replace(/([。？！])。$/, '$1'))))
    expect(places).toEqual([...places].sort((one, other) => one - other))
    expect(places[0]).toBe(0)
    expect(said.filter((text) => /^第[123]个：/.test(text))).toHaveLength(3)
    await page.getByRole('button', { name: '停', exact: true }).click()
    expect((await saidOn(page)).at(-1)).toBe('(stop)')
    await expect(button).toHaveAttribute('aria-pressed', 'false')
  })

  test('after an answer it goes on from there: first why, then the next question', async ({ page, site }) => {
    await withVoices(page, [{ lang: 'zh_CN', late: true }])
    await page.goto(`${site.url}${lesson}?one=a#one`)
    const again = page.locator('#one').getByRole('button', { name: '读给我听' })
    await again.click()
    const said = (await saidOn(page)).join('')
    const because = await page.locator('#one .wrong .why').innerText()
    expect(said).toContain(because.replace(/\s+/g, ' '))
    expect(said).toContain(await page.locator('#two h2').innerText())
    expect(said).not.toContain(await page.locator('.story p').first().innerText())
  })

  test('it falls silent when the page is left', async ({ page, site }) => {
    await withVoices(page, [{ lang: 'zh-CN', late: false }])
    await page.goto(site.url + lesson)
    await page.getByRole('button', { name: '读给我听' }).click()
    await page.evaluate(() => window.dispatchEvent(new Event('pagehide')))
    expect((await saidOn(page)).at(-1)).toBe('(stop)')
  })

  for (const [name, voices] of [
    ['English voices alone', [{ lang: 'en-US', late: false }]],
    ['no voice at all', []],
    ['no speech', null],
  ] as const)
    test(`with ${name} there is no button and no fault`, async ({ page, site }) => {
      await withVoices(page, voices)
      await page.goto(site.url + lesson)
      await page.waitForTimeout(600)
      await expect(page.getByRole('button', { name: '读给我听' })).toHaveCount(0)
    })

  test('a lesson of a course is read out in the same way', async ({ page, site }) => {
    await withVoices(page, [{ lang: 'zh-CN', late: false }])
    await signIn(page, site, phones.employee)
    await page.goto(`${site.url}/courses/pre-job/lessons/pre-job-02-doors`)
    await page.getByRole('button', { name: '读给我听' }).click()
    const said = await saidOn(page)
    expect(said[0]).toContain(await page.locator('h1').innerText())
    expect(said.length).toBeGreaterThan(10)
    expect(said.filter((text) => /^第\d+个：\d/.test(text))).toEqual([])
    await expectAccessible(page)
  })

  test('an English page asks for no script, a Chinese one for four things at most', async ({ page, site }) => {
    const asked: string[] = []
    page.on('request', (request) => asked.push(new URL(request.url()).pathname))
    await page.goto(`${site.url}${lesson}/en`)
    await page.waitForLoadState('networkidle')
    expect(asked.filter((path) => path.endsWith('.js'))).toEqual([])
    asked.length = 0
    await page.goto(site.url + lesson)
    await page.waitForLoadState('networkidle')
    expect(asked.length).toBeLessThanOrEqual(4)
    expect(asked.filter((path) => path.endsWith('.js'))).toHaveLength(1)
  })
})
