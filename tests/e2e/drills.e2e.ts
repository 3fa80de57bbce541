import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { chromium, type Page } from '@playwright/test'
import { board, expect, expectAccessible, kept, phoneWith, test } from './drill-phone'
import { phones, signIn, viewAs } from './journey'
import { count } from './learner'
import { kill, launched, phone } from './phone'
import type { Running } from './server'
import { comesIn } from './slip'

/** What the phone keeps of drills, as it lies there. */
const heldBy = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const base = await new Promise<IDBDatabase>((resolve, reject) => {
      const asking = indexedDB.open('mingbai-drills', 1)
      asking.onsuccess = () => resolve(asking.result)
      asking.onerror = () => reject(asking.error)
    })
    const kept = await new Promise<string[]>((resolve) => {
      const asked = base.transaction('entries').objectStore('entries').getAll()
      asked.onsuccess = () => resolve(asked.result)
    })
    base.close()
    return kept
  })
const tick = (page: Page, name: string) =>
  board(page, 'missing').locator('li', { hasText: name }).getByRole('button', { name: '到了' }).click()
const entries = (site: Running) => count(site, 'SELECT count(*) FROM "RollEvent"')

async function planned(page: Page, site: Running): Promise<{ drill: string; unit: string; people: string[] }> {
  await page.goto(`${site.url}/unit`)
  const unit = page.url()
  await page.goto(`${unit}/drills`)
  await page.getByRole('link', { name: '计划一次演练' }).click()
  await page.locator('[name=on]').fill('2026-03-10')
  const people = await page.locator('datalist option').evaluateAll((options) => options.map((option) => option.getAttribute('value') ?? ''))
  return { drill: '', unit, people }
}

test('a hotel drills with two phones, one of them without signal and eight minutes fast, and everybody is accounted for once', async ({
  page,
  context,
  browser,
  site,
  line,
  now,
}) => {
  test.setTimeout(150_000)
  await phoneWith(context, now())
  await page.setViewportSize(phone.viewport)
  await signIn(page, site, phones.manager)
  const { unit, people } = await planned(page, site)
  const commander = await page.locator('[name=commander]').inputValue()
  const [marshal = '', first = '', second = '', third = ''] = people.filter((name) => name !== commander && !name.includes('（'))
  await page.locator('[name=marshals0]').fill(marshal)
  await expectAccessible(page)
  await page.getByRole('button', { name: '保存计划' }).click()
  await page.waitForURL(/\/drills\/[0-9a-f-]{36}/)
  await expect(page.locator('main')).toContainText('楼梯间没有信号也能用')
  await expectAccessible(page)
  const drill = page.url().split('?')[0] ?? ''

  // The marshal opens the board while there is network; his phone is eight minutes fast.
  const other = await browser.newContext(phone)
  await phoneWith(other, now(), 8)
  const his = await comesIn(page, site, unit, marshal, other, line.url)
  await his.goto(`${drill.replace(site.url, line.url)}/board`)
  await kept(his)
  await expect(board(his, 'clock')).toContainText(/快 (7:5|8:0)\d/)
  await expect(board(his, 'sync')).toContainText('同步于')
  await expectAccessible(his)

  // The commander stamps the alarm and it stands on the marshal's phone.
  await page.goto(`${drill}/board`)
  await kept(page)
  await page.getByRole('button', { name: '报警' }).click()
  await expect(his.locator('[data-timeline]')).toContainText('报警')
  const total = Number(/\d+/.exec(await board(page, 'missing-count').innerText())?.[0])
  await tick(page, first)
  await expect(board(his, 'missing-count')).toContainText(`还差 ${total - 1} 人`)

  // No signal on the stairs: he ticks two, one of whom the commander has ticked too, and reloads in between.
  line.set('cut')
  await tick(his, second)
  await his.reload()
  await expect(board(his, 'pending')).toContainText('待传 1 条')
  await expect(board(his, 'missing-count')).toContainText(`还差 ${total - 2} 人`)
  await tick(his, third)
  await tick(page, third)
  await expect(board(his, 'sync')).toContainText('没有网络')
  await board(his, 'walk-in').locator('input').fill('送货的老赵')
  await board(his, 'walk-in').getByRole('button').click()
  await expect(board(page, 'missing-count')).toContainText(`还差 ${total - 2} 人`)

  // Back in the network everything is there once, at the time it really was.
  line.set('whole')
  await expect(board(his, 'pending')).toContainText('没有待传', { timeout: 15_000 })
  await expect(board(page, 'missing-count')).toContainText(`还差 ${total - 3} 人`)
  await expect(board(his, 'missing-count')).toContainText(`还差 ${total - 3} 人`)
  expect(count(site, `SELECT count(*) FROM "RollEvent" WHERE "offset" < -470000 AND "clock" > "at"`)).toBe(3)
  const stored = entries(site)
  await his.reload()
  await expect(board(his, 'sync')).toContainText('同步于')
  expect(entries(site)).toBe(stored)

  // Somebody scans the marshal's code with her own phone, signs in, and is on every board.
  await board(his, 'code-box').locator('summary').click()
  await expect(board(his, 'code-picture').locator('svg')).toBeVisible()
  const letters = (await board(his, 'code-text').innerText()).replace(/\s/g, '')
  expect(letters).toMatch(/^[2-9A-HJKMNP-Z]{8}$/)
  const hers = await browser.newContext(phone)
  const her = await hers.newPage()
  await her.goto(`${site.url}/K/${letters.toLowerCase()}`)
  await expectAccessible(her)
  await signIn(her, site, phones.employee).catch(() => undefined)
  await her.goto(`${site.url}/K/arrival`)
  await her.locator('main form button').first().click()
  await expect(her.locator('main')).toContainText(/签到|到了/)
  await expect(board(page, 'missing-count')).toContainText(`还差 ${total - 4} 人`)

  // What was stamped by mistake is taken back; the rest is away; all clear.
  await page.getByRole('button', { name: '开始疏散' }).click()
  await board(page, 'undo').click()
  await expect(page.locator('[data-timeline]')).not.toContainText('开始疏散')
  await board(page, 'note').locator('input').fill('三楼防火门没有关')
  await board(page, 'note').getByRole('button').click()
  await expect(his.locator('[data-timeline]')).toContainText('三楼防火门没有关')
  await page.getByRole('button', { name: '解除，演练结束' }).click()
  await expect(board(his, 'elapsed')).toContainText('用时')
  await viewAs(page, site, 'en', 'dark')
  await page.goto(`${drill}/board`)
  await expectAccessible(page)
  await viewAs(page, site, 'zh', 'light')

  // What only this phone holds is sealed, and unreadable once he has signed out; signing in again brings it back and sends it.
  line.set('cut')
  await board(his, 'walk-in').locator('input').fill('只在本机的人')
  await board(his, 'walk-in').getByRole('button').click()
  await expect(board(his, 'pending')).toContainText('待传 1 条')
  const held = await heldBy(his)
  expect(held).toHaveLength(2)
  expect(held.join('')).not.toContain('只在本机的人')
  line.set('whole')
  await expect(board(his, 'pending')).toContainText('没有待传', { timeout: 15_000 })
  await hers.close()
  await other.close()
})

test('a phone that is killed on the stairs keeps its ticks, and another phone carries them: nobody is lost, nobody counted twice', async ({
  page,
  context,
  site,
  line,
  now,
}) => {
  test.setTimeout(150_000)
  await phoneWith(context, now())
  await signIn(page, site, phones.manager)
  await page.goto(`${site.url}/unit`)
  await page.goto(`${page.url()}/drills`)
  await page.locator('main li a[href^="/drills/"]').first().click()
  const drill = page.url().split('?')[0] ?? ''
  const profile = fs.mkdtempSync(path.join(os.tmpdir(), 'mingbai-phone-'))
  let stairs = await chromium.launchPersistentContext(profile, launched)
  await phoneWith(stairs, now())
  let his = await stairs.newPage()
  const stairsBoard = `${drill.replace(site.url, line.url)}/board`
  await signIn(his, line, phones.manager)
  await his.goto(stairsBoard)
  await kept(his)
  await expect(board(his, 'sync')).toContainText('同步于')
  line.set('cut')
  const total = Number(/\d+/.exec(await board(his, 'missing-count').innerText())?.[0])
  for (let nth = 0; nth < 3; nth += 1) await board(his, 'missing').getByRole('button', { name: '到了' }).first().click()
  await expect(board(his, 'pending')).toContainText('待传 3 条')
  kill(profile)
  await stairs.close().catch(() => undefined)

  stairs = await chromium.launchPersistentContext(profile, launched)
  await phoneWith(stairs, now())
  his = await stairs.newPage()
  await his.goto(stairsBoard)
  await expect(board(his, 'pending')).toContainText('待传 3 条')
  await expect(board(his, 'missing-count')).toContainText(`还差 ${total - 3} 人`)

  // Its battery is nearly empty: a sealed file goes to the commander's phone, twice by mistake.
  await board(his, 'carry').locator('summary').click()
  const [file] = await Promise.all([his.waitForEvent('download'), board(his, 'carry-out').click()])
  const carried = (await file.path()) ?? ''
  expect(fs.readFileSync(carried, 'utf8')).not.toMatch(/seen|tick/)
  await page.goto(`${drill}/board`)
  await board(page, 'carry').locator('summary').click()
  await board(page, 'carry-in').setInputFiles(carried)
  await expect(board(page, 'said')).toContainText('收下 3 条')
  await expect(board(page, 'missing-count')).toContainText(`还差 ${total - 3} 人`)
  await board(page, 'carry-in').setInputFiles(carried)
  await expect(board(page, 'said')).toContainText('收下 0 条')
  await expect(board(page, 'pending')).toContainText('没有待传')
  fs.writeFileSync(carried, `${fs.readFileSync(carried, 'utf8').slice(0, -8)}AAAAAAA=`)
  await board(page, 'carry-in').setInputFiles(carried)
  await expect(board(page, 'said')).toContainText('打不开')

  // It finds a network after all and sends what it has: the same entries, and nobody is there twice.
  line.set('whole')
  await expect(his.locator('main')).toContainText(/没有待传|重新登录/, { timeout: 15_000 })
  // A killed browser may have lost its sign-in; what is sealed opens again for the same person.
  if ((await board(his, 'pending').innerText()) !== '没有待传') {
    await signIn(his, line, phones.manager)
    await his.goto(stairsBoard)
  }
  await expect(board(his, 'pending')).toContainText('没有待传', { timeout: 15_000 })
  expect(count(site, 'SELECT count(*) FROM "RollEvent"')).toBe(3)
  await page.reload()
  await expect(board(page, 'missing-count')).toContainText(`还差 ${total - 3} 人`)
  await stairs.close()
  fs.rmSync(profile, { recursive: true, force: true })
})

test('a drill that is just over is on file within eight taps, and the duty is met at once', async ({ page, site }) => {
  site.setClock('2026-07-14T02:00:00.000Z')
  await page.setViewportSize(phone.viewport)
  await signIn(page, site, phones.manager)
  await page.goto(`${site.url}/unit`)
  const unit = page.url()
  await page.goto(`${unit}/duties`)
  const due = page.locator('main li', { hasText: '消防演练（重点单位每半年）' }).first()
  await expect(due).not.toContainText('已完成')
  let taps = 0
  const tap = async (what: ReturnType<Page['getByRole']>) => {
    taps += 1
    await what.click()
  }
  const began = Date.now()
  await page.goto(`${site.url}/me`)
  await tap(page.getByRole('link', { name: '本单位' }).first())
  await tap(page.getByRole('navigation').getByRole('link', { name: '演练', exact: true }).first())
  await tap(page.getByRole('link', { name: '刚练完，登记' }))
  await expectAccessible(page)
  await tap(page.getByRole('button', { name: '演练做完了，归档' }))
  await page.waitForURL(/\/drills\/[0-9a-f-]{36}\/record/)
  expect(taps).toBeLessThanOrEqual(8)
  expect(Date.now() - began).toBeLessThan(60_000)
  await expectAccessible(page)
  await page.goto(`${unit}/duties`)
  await expect(due).toContainText('已完成')
  expect(
    count(site, `SELECT count(*) FROM "EvidenceEntry" WHERE "kind" = 'drill' AND "sourceKind" = 'drill' AND "subjectKind" = 'person'`),
  ).toBeGreaterThan(20)
})
