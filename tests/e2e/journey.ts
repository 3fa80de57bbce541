import AxeBuilder from '@axe-core/playwright'
import { test as base, expect, type Page } from '@playwright/test'
import { type Line, lineTo } from './line'
import { morning, type Running, startServer } from './server'

export const password = 'mingbai-sample'

/** Sample people by the part they play; phones as printed at start. */
export const phones = {
  administrator: '13800000001',
  supervisor: '13800000002',
  education: '13800000003',
  manager: '13800000004',
  newcomer: '13800000005',
  employee: '13800000006',
  operator: '13800000007',
  welder: '13800000008',
}

type Fixtures = { site: Running; quiet: undefined }

/** A browser test on its own copy of the sample street; it fails on CSP violations, page errors and requests to other hosts. */
export const test = base.extend<Fixtures, { sampleSite: Running }>({
  sampleSite: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright asks for a pattern
    async ({}, use) => {
      const running = await startServer('sample')
      await use(running)
      await running.stop()
    },
    { scope: 'worker' },
  ],
  site: async ({ sampleSite }, use) => {
    sampleSite.setClock(morning)
    await use(sampleSite)
  },
  quiet: [
    async ({ page, context }, use) => {
      const faults: string[] = []
      page.on('pageerror', (fault) => faults.push(`page error: ${fault.message}`))
      page.on('console', (message) => {
        if (message.type() === 'error' && /Content Security Policy|Refused to/.test(message.text())) faults.push(message.text())
      })
      context.on('request', (request) => {
        const { protocol, hostname } = new URL(request.url())
        if (protocol.startsWith('http') && hostname !== '127.0.0.1') faults.push(`a request left for ${hostname}`)
      })
      await use(undefined)
      expect(faults).toEqual([])
    },
    { auto: true },
  ],
})

/** The same on a copy of its own, for those who change what others look at; `line`: a network to it that can be cut. */
export const testAlone = test.extend<{ site: Running; line: Line }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright asks for a pattern
  site: async ({}, use) => {
    const site = await startServer('sample')
    await use(site)
    await site.stop()
  },
  line: async ({ site }, use) => {
    const line = await lineTo(site.url)
    await use(line)
    line.close()
  },
})

export async function signIn(page: Page, site: Pick<Running, 'url'>, phone: string, secret = password) {
  await page.goto(`${site.url}/sign-in`)
  await page.locator('[name=login]').fill(phone)
  await page.locator('[name=password]').fill(secret)
  await page.locator('main button[type=submit]').first().click()
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'), { timeout: 60_000 })
}

/** The cookies of somebody signed in without a browser; none for nobody. */
export async function sessionOf(site: Pick<Running, 'url'>, phone: string): Promise<string> {
  if (phone === '') return ''
  const answer = await fetch(`${site.url}/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: { Origin: site.url, 'Content-Type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ login: phone, password }),
  })
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0] ?? '')
    .join('; ')
}

/** No serious accessibility fault on the page as it stands. */
export async function expectAccessible(page: Page) {
  // The legacy way looks inside the page alone, which has no frames, and opens no second page to do it.
  const { violations } = await new AxeBuilder({ page })
    .options({ resultTypes: ['violations'] })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .setLegacyMode()
    .analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 120)).join(' | ')}`)).toEqual([])
}

/** The page in a language and theme, by the visitor's own cookie. */
export async function viewAs(page: Page, site: Running, locale: 'zh' | 'en', theme: 'light' | 'dark', size: 'plain' | 'large' = 'plain') {
  await page.context().addCookies([{ name: 'mingbai_view', value: `${locale}.${theme}.${size}`, url: site.url }])
}

export { expect }
