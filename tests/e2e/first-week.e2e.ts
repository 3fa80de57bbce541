import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, type Page } from '@playwright/test'
import Database from 'better-sqlite3'
import { z } from 'zod'
import { postsLesson } from './course-taker'
import { test } from './journey'
import { fillPaper, preJob, watchFilm } from './learner'
import { type Running, serve, tsx } from './server'
import { comesIn } from './slip'

const monday = '2026-03-09T01:00:00.000Z'
const units = `青禾县望河社区单位台账（2025年）
企业名称,所属社区,行业类别,场所类型,责任人姓名,责任人电话
望河楼饭店,望河社区,商务商贸,餐饮场所,王建国,13900000002
望河旅馆,望河社区,商务商贸,宾馆（旅馆）,赵国强,13900000003
望河小学,望河社区,教育,中小学校,钱校长,1390000000
`
const people = `姓　名,联系电话,工种,入职日期,所在单位
周小梅,１３９００００００１１,员工,2026年3月9日,望河楼饭店
李大山,13900000012,员工,2026/3/9,望河楼饭店
孙小满,13900000013,员工,46090,望河旅馆
`

/** The migrations were applied by the true time: here they count as applied on the day the story begins. */
function beganOn(data: string, instant: string): void {
  const database = new Database(`${data}/mingbai.db`)
  database.prepare('UPDATE "_prisma_migrations" SET "finished_at" = ?').run(instant.slice(0, 19).replace('T', ' '))
  database.close()
}

/** An empty installation with a clock that stands where it is put. */
async function emptyCounty(): Promise<{ county: Running; code: string }> {
  const data = fs.mkdtempSync(path.join(os.tmpdir(), 'mingbai-e2e-data-'))
  const clock = path.join(data, 'clock')
  fs.writeFileSync(clock, monday)
  const settings = { MINGBAI_DATA: data, MINGBAI_MODE: 'sample', MINGBAI_CLOCK: clock }
  tsx('scripts/migrate.ts', settings)
  beganOn(data, monday)
  const code = tsx('tests/e2e/first-code.ts', settings)
  return { county: await serve('sample', data), code }
}

const slipLetters = /[2-9A-HJKMNP-Z]{4}(?:-[2-9A-HJKMNP-Z]{4}){2,}/

/** The server stops and starts on another day. */
async function again(site: Running, instant: string): Promise<Running> {
  await site.end()
  site.setClock(instant)
  return serve('sample', site.data, { PORT: new URL(site.url).port })
}

async function comesWith(page: Page, site: Running, letters: string, secret: string): Promise<void> {
  await page.goto(`${site.url}/sign-in/slip`)
  await page.locator('[name=letters]').fill(letters)
  await page.locator('main form button').click()
  await page.waitForURL(/\/password/)
  await page.locator('[name=password]').fill(secret)
  await page.locator('[name=passwordAgain]').fill(secret)
  await page.locator('main form button').click()
  await page.waitForURL(/\/account/)
}

type Reader = { page: Page; paths: string[] }

function idOf({ data }: Running, name: string): string {
  const database = new Database(`${data}/mingbai.db`, { readonly: true })
  const row = z.object({ id: z.string() }).parse(database.prepare('SELECT "id" FROM "Person" WHERE "name" = ?').get(name))
  database.close()
  return row.id
}

/** What each of them reads, page by page. */
async function readAll(readers: readonly Reader[], url: string): Promise<string[]> {
  const texts: string[] = []
  for (const { page, paths } of readers)
    for (const one of paths) {
      const answer = await page.goto(new URL(one, url).href)
      expect(answer?.status(), one).toBe(200)
      texts.push(`${one}\n${await page.locator('main').innerText()}`)
    }
  return texts
}

/** The backup that the server made by itself at an instant; there is one of Tuesday, too. */
async function backupOf({ data }: Running, instant: string): Promise<string> {
  const folder = path.join(data, 'backups')
  const begin = `mingbai-${instant.slice(0, 13).replace(/-/g, '')}`
  const made = () => fs.readdirSync(folder).filter((name) => name.startsWith(begin) && name.endsWith('.backup'))
  await expect(() => expect(made()).toHaveLength(1)).toPass({ timeout: 180_000 })
  return path.join(folder, made()[0] ?? '')
}

async function bring(page: Page, name: string, text: string): Promise<void> {
  await page.setInputFiles('input[type=file]', { name, mimeType: 'text/csv', buffer: Buffer.from(text) })
  await page.getByRole('button', { name: '交上去，先看结果' }).click()
  await page.waitForURL(/\/imports\/[^/?]+/)
  await expect(async () => {
    await page.reload()
    await expect(page.locator('main')).toContainText('共 3 行')
  }).toPass()
}

test('a county’s first week: from two sheets to people who may work, and the same on another machine', async ({ page, browser }) => {
  test.setTimeout(600_000)
  const { county, code } = await emptyCounty()
  const { url } = county

  // Monday: the administrator, the county, and last year's list of units with a number that is too short.
  await page.goto(`${url}/setup`)
  await page.locator('[name=code]').fill(code)
  await page.locator('[name=name]').fill('林海燕')
  await page.locator('[name=phone]').fill('13900000001')
  await page.locator('[name=password]').fill('a long pass phrase')
  await page.getByRole('button', { name: '开始管理' }).click()
  await page.waitForURL(/\/admin\/places/)
  await page.locator('[name=name]').fill('青禾县')
  await page.getByRole('button', { name: '建立' }).click()
  await page.locator('[name=kind]').selectOption('street')
  await page.locator('[name=name]').fill('城关街道')
  await page.getByRole('button', { name: '新增地点' }).click()
  await page.getByRole('link', { name: '在城关街道下面加下级' }).click()
  await page.locator('[name=kind]').selectOption('community')
  await page.locator('[name=name]').fill('望河社区')
  await page.getByRole('button', { name: '新增地点' }).click()
  await page.goto(`${url}/imports?kind=units`)
  await bring(page, '单位台账.csv', units)
  await expect(page.locator('main')).toContainText('新增 2')
  await page.getByRole('link', { name: '改这一行' }).click()
  await page.getByLabel('责任人手机号').fill('13900000004')
  await page.locator('main form button').first().click()
  await page.getByRole('button', { name: /确认写入 3 行/ }).click()
  await expect(page.locator('main')).toContainText('写入')
  await page.goto(`${url}/imports`)
  await bring(page, '员工花名册.csv', people)
  await page.getByRole('button', { name: /确认写入 3 行/ }).click()
  await expect(page.locator('main')).toContainText('写入')
  await page.goto(`${url}/admin/units`)
  await page.getByRole('link', { name: '望河楼饭店' }).first().click()
  const restaurant = page.url()
  await page.getByRole('link', { name: '任命已有的人' }).click()
  await page.locator('[name=q]').fill('wjg')
  await page.locator('main form button').first().click()
  await page.getByRole('link', { name: '王建国' }).click()
  await page.locator('main form button').last().click()
  await expect(page.locator('main')).toContainText('王建国')
  await page.goto(`${url}/admin/people?q=wjg`)
  await page.locator('main').getByRole('link', { name: '王建国' }).click()
  await page.getByRole('button', { name: '开一次性登录条' }).click()
  const letters = slipLetters.exec(await page.locator('main').innerText())?.[0] ?? ''

  // Tuesday: the restaurant's manager hears who may not work yet, and one of the two takes her training.
  const tuesday = await again(county, '2026-03-09T23:00:00.000Z')
  const manager = await (await browser.newContext({ locale: 'zh-CN' })).newPage()
  await comesWith(manager, tuesday, letters, 'four plain quiet words')
  await manager.goto(`${tuesday.url}/unit`)
  const unit = manager.url()
  await expect(manager.locator('main')).toContainText('2')
  await manager.goto(`${tuesday.url}/me/notices`)
  await expect(manager.locator('main')).toContainText('3 个岗位不得上岗')
  const phone = await browser.newContext({ javaScriptEnabled: false, locale: 'zh-CN', viewport: { width: 390, height: 844 } })
  const hers = await comesIn(manager, tuesday, unit, '周小梅', phone)
  await hers.goto(`${tuesday.url}/me`)
  await expect(hers.locator('main')).toContainText('不得上岗')
  for (const lesson of preJob.lessons) await postsLesson(hers, tuesday, preJob, lesson, idOf(tuesday, '周小梅'))
  await watchFilm(hers, tuesday, new Date('2026-03-10T00:30:00.000Z'))
  await hers.goto(`${tuesday.url}/me`)
  await hers.getByRole('link', { name: '去考试' }).click()
  await hers.getByRole('button', { name: '开始考试' }).click()
  await hers.waitForURL(/\/papers\//)
  expect(await fillPaper(hers)).toBe(preJob.paper.questions)
  await hers.getByRole('button', { name: '交卷' }).click()
  await expect(hers.locator('main')).toContainText('合格，100 分')
  await hers.goto(`${tuesday.url}/me`)
  await expect(hers.getByRole('heading', { level: 1 })).toHaveText('可以上岗')
  await hers.getByRole('link', { name: '出示我的明白卡' }).click()
  const card = new URL(hers.url()).pathname
  const certificate = await hers.locator('a[href^="/certificates/"]').first().getAttribute('href')

  // Wednesday, after half past two: the server has made its backup by itself. On an empty machine it is the same county.
  const night = '2026-03-10T19:00:00.000Z'
  const wednesday = await again(tuesday, night)
  const file = await backupOf(wednesday, night)
  const readers: Reader[] = [
    { page, paths: ['/admin/units', '/admin/people', restaurant] },
    { page: manager, paths: [unit, `${unit}/people`, '/me/notices'] },
    { page: hers, paths: ['/me', card, certificate ?? ''] },
  ]
  const before = await readAll(readers, url)
  const key = fs.readFileSync(path.join(wednesday.data, 'backup-key'), 'utf8').trim()
  const elsewhere = fs.mkdtempSync(path.join(os.tmpdir(), 'mingbai-e2e-data-'))
  await wednesday.end()
  tsx('scripts/restore.ts', { MINGBAI_DATA: elsewhere, MINGBAI_MODE: 'sample' }, file, '--key', key)
  fs.copyFileSync(path.join(wednesday.data, 'clock'), path.join(elsewhere, 'clock'))
  const there = await serve('sample', elsewhere, { PORT: new URL(url).port })
  expect(await readAll(readers, url)).toEqual(before)
  expect(tsx('scripts/verify-evidence.ts', { MINGBAI_DATA: elsewhere, MINGBAI_MODE: 'sample' })).toMatch(/1/)
  await there.stop()
  await wednesday.stop()
})
