import type { BrowserContext, Page } from '@playwright/test'
import { expect } from './journey'
import type { Running } from './server'

/** A one-time slip for somebody of the unit, and a phone on which he has signed in with it, over the network at `url`. */
export async function comesIn(
  page: Page,
  site: Running,
  unit: string,
  name: string,
  context: BrowserContext,
  url = site.url,
): Promise<Page> {
  await page.goto(`${unit}/people`)
  await page.getByRole('link', { name }).first().click()
  await page.getByRole('link', { name: '发一次性登录条' }).click()
  await page.getByRole('button', { name: '生成登录条' }).click()
  await expect(page.locator('main')).toContainText('编码只显示这一次')
  const letters = /[2-9A-HJKMNP-Z]{4}(?:-[2-9A-HJKMNP-Z]{4}){2,}/.exec(await page.locator('main section').first().innerText())?.[0] ?? ''
  const his = await context.newPage()
  await his.goto(`${url}/sign-in/slip`)
  await his.locator('[name=letters]').fill(letters)
  await his.locator('main form button').click()
  await his.waitForURL(/\/password/)
  await his.locator('[name=password]').fill('my own few words')
  await his.locator('[name=passwordAgain]').fill('my own few words')
  await his.locator('main form button').click()
  await his.waitForURL((url) => !url.pathname.startsWith('/password'))
  return his
}
