import type { Page } from '@playwright/test'
import { expect, phones, signIn, test } from './journey'
import type { Running } from './server'

/** The employee who is cleared: her name, the addresses behind her codes, and her pages. */
async function cleared(page: Page, site: Running) {
  await signIn(page, site, phones.employee)
  const name = (await page.locator('header a[href="/account"]').innerText()).trim()
  await page.goto(`${site.url}/me`)
  const card = (await page.locator('a[href^="/cards/"]').first().getAttribute('href')) ?? ''
  await page.goto(site.url + card)
  const gate = /(?:[2-9A-Z]{4} ){6}[2-9A-Z]{2}/.exec(await page.locator('main').innerText())?.[0].replaceAll(' ', '') ?? ''
  const certificate = (await page.locator('a[href^="/certificates/"]').first().getAttribute('href')) ?? ''
  await page.goto(site.url + certificate)
  const shown = await page.getByRole('link', { name: '别人扫码看到的样子' }).getAttribute('href')
  const check = /\/C\/([2-9A-Z]{26})/.exec(shown ?? '')?.[1] ?? ''
  return { name, card, certificate, gate, check }
}

const flipped = (token: string) => token.slice(0, -1) + (token.endsWith('A') ? 'B' : 'A')

test('an inspector checks a certificate and a card; wrong and broken codes look the same to the byte', async ({ page, browser, site }) => {
  const { name, gate, check } = await cleared(page, site)
  const inspector = await (await browser.newContext({ locale: 'zh-CN' })).newPage()
  for (const [kind, token, good] of [
    ['C', check, '今日有效'],
    ['G', gate, '可以上岗'],
  ] as const) {
    await inspector.goto(`${site.url}/${kind}/${token}`)
    await expect(inspector.getByRole('heading', { level: 1 })).toHaveText(good)
    const shown = await inspector.content()
    expect(shown).not.toContain(name)
    expect(shown).toContain(name.slice(0, 1))
    await inspector.goto(`${site.url}/${kind.toLowerCase()}/${token.toLowerCase()}`)
    await expect(inspector.getByRole('heading', { level: 1 })).toHaveText(good)

    const ask = async (code: string) => {
      const answer = await inspector.request.get(`${site.url}/${kind}/${code}`)
      return { status: answer.status(), body: await answer.text(), robots: answer.headers()['x-robots-tag'] }
    }
    const unknown = await ask(flipped(token))
    expect(unknown.robots).toContain('noindex')
    expect(unknown.body).not.toContain(flipped(token))
    for (const broken of ['xyz', `${token}A`, token.slice(1), '0'.repeat(26), '%E6%98%8E'])
      expect(await ask(broken), broken).toEqual(unknown)
  }
  await inspector.context().close()
})

test('what is printed is the paper alone, without header and footer', async ({ page, site }) => {
  const { card, certificate } = await cleared(page, site)
  await page.emulateMedia({ media: 'print' })
  for (const address of [card, certificate]) {
    await page.goto(site.url + address)
    await expect(page.locator('main')).toBeVisible()
    await expect(page.locator('header')).toBeHidden()
    await expect(page.locator('footer')).toBeHidden()
  }
})

test('a passer-by makes the letters larger and goes by keyboard to the text', async ({ page, site }) => {
  await page.goto(site.url)
  const size = () => page.evaluate(() => Number.parseFloat(getComputedStyle(document.body).fontSize))
  const before = await size()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: '跳到正文' })).toBeFocused()
  await expect(page.getByRole('link', { name: '跳到正文' })).toBeInViewport()
  await page.keyboard.press('Enter')
  await expect(page.locator('main')).toBeFocused()
  await page.getByRole('button', { name: '大字' }).click()
  await expect(page.locator('html')).toHaveAttribute('data-size', 'large')
  expect(await size()).toBeGreaterThan(before)
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
  await page.getByRole('button', { name: '标准字号' }).click()
  expect(await size()).toBe(before)
})

test('the front page is light enough for a slow line and asks nobody else', async ({ page, context, site }) => {
  const line = await context.newCDPSession(page)
  await line.send('Network.enable')
  await line.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 400,
    downloadThroughput: 50_000,
    uploadThroughput: 50_000,
  })
  const asked: string[] = []
  let received = 0
  context.on('request', (request) => asked.push(new URL(request.url()).host))
  line.on('Network.loadingFinished', ({ encodedDataLength }) => {
    received += encodedDataLength
  })
  await page.goto(site.url, { waitUntil: 'load' })
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.locator('[name=code]')).toBeEditable()
  expect(new Set(asked)).toEqual(new Set([new URL(site.url).host]))
  expect(asked.length).toBeLessThanOrEqual(8)
  expect(received).toBeLessThan(120_000)
})

test('a person signs in with scripts off; a wrong password keeps what was typed', async ({ browser, site }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, locale: 'zh-CN' })
  const page = await context.newPage()
  await page.goto(`${site.url}/sign-in`)
  await page.locator('[name=login]').fill(phones.employee)
  await page.locator('[name=password]').fill('not the password')
  await page.locator('main button[type=submit]').first().click()
  await expect(page.locator('[name=login]')).toHaveValue(phones.employee)
  await expect(page.locator('[name=password]')).toHaveValue('')
  await signIn(page, site, phones.employee)
  await expect(page).toHaveURL(/\/me$/)
  await page.getByRole('button', { name: '退出' }).click()
  await page.goto(`${site.url}/me`)
  await expect(page).toHaveURL(/\/sign-in/)
  await context.close()
})

test('the policy allows our own scripts only, on pages found and not found', async ({ page, site }) => {
  for (const address of ['/', '/sign-in', '/no/such/page', '/C/xyz']) {
    const answer = await page.goto(site.url + address)
    const policy = new Map(
      (answer?.headers()['content-security-policy'] ?? '').split(';').map((rule) => {
        const [name = '', ...values] = rule.trim().split(/\s+/)
        return [name, values.join(' ')] as const
      }),
    )
    expect(policy.get('script-src'), address).toBe("'self'")
    expect(policy.get('object-src') ?? policy.get('default-src')).toBe("'none'")
    expect(policy.get('frame-ancestors')).toBe("'none'")
    expect(policy.get('base-uri')).toMatch(/^'(self|none)'$/)
    expect([...policy.values()].join(' ')).not.toMatch(/https?:|\*|unsafe-eval/)
    expect(await page.locator('script:not([src])').count(), `inline scripts on ${address}`).toBe(0)
  }
})
