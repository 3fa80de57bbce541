import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { chromium, type Page } from '@playwright/test'
import { expect, expectAccessible, phones, signIn, testAlone as test, viewAs } from './journey'
import { count } from './learner'
import { kill, launched, phone } from './phone'
import type { Running } from './server'
import { comesIn } from './slip'

async function choose(page: Page, field: string, text: string) {
  const value = await page.locator(`select[name=${field}] option`, { hasText: text }).first().getAttribute('value')
  await page.locator(`select[name=${field}]`).selectOption(value)
}

/** The manager sets up an assessment of somebody and answers its address. */
async function setUp(page: Page, unit: string, person: string, checklist: string, observers: string[]): Promise<string> {
  await page.goto(`${unit}/practicals/new`)
  await choose(page, 'person', person)
  await choose(page, 'checklist', checklist)
  await page.getByRole('button', { name: '下一步：选观察员' }).click()
  await choose(page, 'first', observers[0] ?? '')
  if (observers[1] !== undefined) await choose(page, 'second', observers[1])
  await page.getByRole('button', { name: '安排好，开始' }).click()
  await page.waitForURL(/\/practicals\/[0-9a-f-]{36}/)
  return page.url().split('?')[0] ?? ''
}

/** Rows that an assessment has brought about. */
const sheetsOf = (site: Running, address: string) =>
  count(site, `SELECT count(*) FROM "PracticalSheet" WHERE "assessmentId" = '${idOf(address)}'`)
const evidenceOf = (site: Running, address: string) =>
  count(site, `SELECT count(*) FROM "EvidenceEntry" WHERE "kind" = 'practical' AND "passed" = 1 AND "sourceId" = '${idOf(address)}'`)
const idOf = (address: string): string => address.split('/').at(-1) ?? ''

const steps = (page: Page) => page.locator('[data-step]')
async function mark(page: Page, from: number, to: number, said = '做到') {
  for (let nth = from; nth < to; nth += 1) await steps(page).nth(nth).getByText(said, { exact: true }).click()
}
const marked = (page: Page) => page.locator('[data-step] input:checked')
const kept = (page: Page) => expect(page.locator('[data-offline-line]')).toContainText('没有网络')

test('two observers see an operator at the panel, one of them in a basement without network, and his path moves on', async ({
  page,
  browser,
  site,
  line,
}) => {
  await signIn(page, site, phones.manager)
  await page.goto(`${site.url}/unit`)
  const unit = page.url()
  await page.goto(`${unit}/paths`)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('还在路上')
  const operator = (await page.locator('main li a.font-semibold').first().innerText()).trim()
  await expectAccessible(page)
  const second = await page.goto(`${unit}/practicals/new?checklist=panel`).then(async () => {
    await choose(page, 'person', operator)
    await page.getByRole('button', { name: '下一步：选观察员' }).click()
    const labels = await page.locator('select[name=first] option').allInnerTexts()
    await expectAccessible(page)
    return labels.find((label) => label.includes('责任人'))?.split(' · ')[0] ?? ''
  })
  const other = await browser.newContext(phone)
  const his = await comesIn(page, site, unit, second, other, line.url)

  const address = await setUp(page, unit, operator, '火灾报警控制器', ['本单位管理', second])
  await expect(page.locator('main')).toContainText('安排好了')
  const all = await steps(page).count()
  expect(all).toBeGreaterThan(8)

  // He opens it where there is network, goes down, marks half, reloads, takes one back, and hands in.
  await his.goto(`${line.url}/practicals`)
  await his.getByRole('link', { name: new RegExp(operator) }).click()
  await kept(his)
  await expectAccessible(his)
  line.set('cut')
  await mark(his, 0, 4)
  await his.goto(address.replace(site.url, line.url))
  await expect(marked(his)).toHaveCount(4)
  await his.getByRole('button', { name: '撤回上一步' }).click()
  await expect(marked(his)).toHaveCount(3)
  await steps(his).nth(3).getByText('没做到', { exact: true }).click()
  await expect(his.locator('[data-sheet-ended]')).toBeVisible()
  await his.getByRole('button', { name: '撤回上一步' }).click()
  await mark(his, 3, all)
  await his.getByRole('button', { name: '交上去' }).click()
  await expect(his.locator('[data-sheet-line]')).toContainText('还没有交出去')
  await his.reload()
  await expect(his.locator('[data-sheet-line]')).toContainText('还没有交出去')
  expect(sheetsOf(site, address)).toBe(0)
  line.set('whole')
  await his.waitForURL(/done=waits/)
  await expect(his.locator('main')).toContainText('等另一名观察员交')
  expect(sheetsOf(site, address)).toBe(1)

  // The manager marks hers; what he marked is not on her page before.
  await page.goto(address)
  await expect(marked(page)).toHaveCount(0)
  await mark(page, 0, all)
  await page.getByRole('button', { name: '交上去' }).click()
  await page.waitForURL(/done=passed/)
  await expect(page.locator('main')).toContainText('通过')
  await viewAs(page, site, 'en', 'dark')
  await page.goto(address)
  await expectAccessible(page)
  await viewAs(page, site, 'zh', 'light')
  expect(evidenceOf(site, address)).toBe(1)

  // The manager's list and the street's see the step done.
  await page.goto(`${unit}/paths`)
  const row = page.locator('main > ul > li, main ul.mt-4 > li').filter({ hasText: operator }).first()
  await row.locator('summary').first().click()
  await expect(row.locator('ol > li').filter({ hasText: '主机实操' })).toContainText('已完成')
  const street = await browser.newContext(phone)
  const seen = await street.newPage()
  await signIn(seen, site, phones.supervisor)
  await seen.goto(`${site.url}/street/paths`)
  await expectAccessible(seen)
  await seen.goto(`${site.url}/street/paths?unit=${unit.split('/').at(-1)}`)
  await expect(seen.locator('main')).toContainText(operator)
  await seen.goto(address)
  await expect(seen.locator('main')).toContainText('通过')
  await street.close()
  await other.close()
})

test('marks outlive a killed browser, go out once, and nobody reads them after signing out', async ({ site, line }) => {
  const profile = fs.mkdtempSync(path.join(os.tmpdir(), 'mingbai-phone-'))
  let context = await chromium.launchPersistentContext(profile, launched)
  let page = await context.newPage()
  await signIn(page, line, phones.manager)
  await page.goto(`${line.url}/unit`)
  const unit = page.url()
  await page.goto(`${unit}/practicals/new`)
  const people = (await page.locator('select[name=person] option').allInnerTexts()).filter((label) => label.includes('员工'))
  const [first = '', second = ''] = people.map((label) => label.split(' · ')[0] ?? '')
  const address = await setUp(page, unit, first, '手提式灭火器', ['本单位管理'])
  await page.goto(address)
  await kept(page)
  line.set('cut')
  await mark(page, 0, 3)
  await steps(page).nth(2).locator('summary').click()
  await steps(page).nth(2).locator('textarea').fill('两具都看了')
  await expect(marked(page)).toHaveCount(3)
  kill(profile)
  await context.close().catch(() => undefined)

  context = await chromium.launchPersistentContext(profile, launched)
  page = await context.newPage()
  await page.goto(address)
  await expect(marked(page)).toHaveCount(3)
  await expect(page.locator('textarea').nth(2)).toHaveValue('两具都看了')
  await mark(page, 3, await steps(page).count())
  await page.getByRole('button', { name: '交上去' }).click()
  await expect(page.locator('[data-sheet-line]')).toContainText('还没有交出去')
  kill(profile)
  await context.close().catch(() => undefined)

  // Back in the network another day: the list names what waits, sends it, and a second look sends nothing.
  line.set('whole')
  context = await chromium.launchPersistentContext(profile, launched)
  page = await context.newPage()
  await page.goto(`${line.url}/practicals`)
  // A killed browser may have lost the sign-in too; what was marked waits for it.
  if (page.url().includes('/sign-in')) {
    await signIn(page, line, phones.manager)
    await page.goto(`${line.url}/practicals`)
  }
  await expect(page.locator('[data-gone]')).toBeVisible()
  expect(sheetsOf(site, address)).toBe(1)
  await page.goto(address)
  await expect(page.locator('main')).toContainText('两具都看了')
  await page.goto(`${line.url}/practicals`)
  expect(sheetsOf(site, address)).toBe(1)
  expect(evidenceOf(site, address)).toBe(1)

  // Another one is begun; after signing out neither the page nor the marks can be read here, and signing in again brings them back.
  const next = await setUp(page, unit, second, '手提式灭火器', ['本单位管理'])
  await page.goto(next)
  await kept(page)
  await mark(page, 0, 2)
  await steps(page).nth(0).locator('summary').click()
  await steps(page).nth(0).locator('textarea').fill('先喊再拿')
  await page.goto(`${line.url}/practicals`)
  await expect(page.locator('[data-practicals-waiting]')).toContainText('已经标了2步')
  await expectAccessible(page)
  await page.getByRole('button', { name: '退出', exact: true }).click()
  await page.waitForURL((url) => !url.pathname.startsWith('/practicals'))
  const left = await page.evaluate(async () => {
    const base = await new Promise<IDBDatabase>((resolve, reject) => {
      const asking = indexedDB.open('mingbai-practicals', 1)
      asking.onsuccess = () => resolve(asking.result)
      asking.onerror = () => reject(asking.error)
    })
    const kept = await new Promise<unknown[]>((resolve) => {
      const asked = base.transaction('sheets').objectStore('sheets').getAll()
      asked.onsuccess = () => resolve(asked.result)
    })
    base.close()
    const pages: string[] = []
    for (const name of await caches.keys()) {
      const cache = await caches.open(name)
      for (const request of await cache.keys()) pages.push(`${request.url} ${await (await cache.match(request))?.text()}`)
    }
    return { kept, pages, plain: JSON.stringify(localStorage) }
  })
  expect(left.kept).toHaveLength(1)
  expect(JSON.stringify(left.kept)).not.toMatch(/先喊|report|done/)
  expect(left.pages.join('\n')).not.toContain(second)
  expect(left.plain).not.toContain('report')
  await context.setOffline(true)
  await expect(page.goto(next)).rejects.toThrow()
  await context.setOffline(false)
  await signIn(page, line, phones.manager)
  await page.goto(next)
  await expect(marked(page)).toHaveCount(2)
  await expect(page.locator('textarea').first()).toHaveValue('先喊再拿')
  await context.close()
  fs.rmSync(profile, { recursive: true, force: true })
})
