import { test as base, expect } from '@playwright/test'
import { startServer } from './server'

base('from an empty live installation to the first employee: setup, county, unit, manager, join', async ({ page, browser }) => {
  base.setTimeout(240_000)
  const site = await startServer('live')
  const code = /[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}(?:-[2-9A-HJKMNP-Z]{4})*/.exec(site.output())?.[0]
  expect(code, site.output()).toBeTruthy()
  await page.goto(`${site.url}/setup`)
  await page.locator('[name=code]').fill(code ?? '')
  await page.locator('[name=name]').fill('林海燕')
  await page.locator('[name=phone]').fill('13900000001')
  await page.locator('[name=password]').fill('a long pass phrase')
  await page.locator('main form button').first().click()
  await page.waitForURL(/\/admin\/places/)
  expect((await page.request.get(`${site.url}/setup`)).status()).toBe(404)
  await site.stop()
  await browser.close().catch(() => undefined)
})
