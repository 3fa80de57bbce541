import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { type BrowserContext, chromium, type Page } from '@playwright/test'
import Database from 'better-sqlite3'
import sharp from 'sharp'
import { encode } from 'uqr'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import { expect, expectAccessible, phones, signIn, test, testAlone, viewAs } from './journey'
import { morning, type Running } from './server'

type Paper = { id: string; serial: number; number: string; name: string; picture: Buffer; text: string }

/** Passed in the calendar year of the fixed morning or the one before: by its printed day it has not expired. */
const recent = `"passedOn" >= '2025-01-01'`

/** A certificate as an administrator downloads it, with the text of its second code. */
async function paperOf(page: Page, site: Running, where: string): Promise<Paper> {
  const database = new Database(path.join(site.data, 'mingbai.db'), { readonly: true })
  const row = database
    .prepare<[], { id: string; serial: number; number: string; name: string }>(
      `SELECT "id", "serial", "number", "printedName" AS "name" FROM "Certificate" WHERE ${where} ORDER BY "serial" LIMIT 1`,
    )
    .get()
  database.close()
  if (row === undefined) throw new Error(`the sample has no certificate where ${where}`)
  const picture = await (await page.request.get(`${site.url}/certificates/${row.id}/picture`)).body()
  const codes = await readBarcodes(new Blob([new Uint8Array(picture)]), { formats: ['QRCode'], tryHarder: true, maxNumberOfSymbols: 4 })
  const text = codes.map((code) => code.text).find((code) => code.includes('/V#'))
  if (text === undefined) throw new Error('the paper has no second code')
  expect(text).toContain(site.url)
  return { ...row, picture, text }
}

/** What left the browser since: addresses with their bodies, without what the frame of a page is made of. */
function sentBy(context: BrowserContext): string[] {
  const sent: string[] = []
  context.on('request', (request) => sent.push(`${request.method()} ${request.url()} ${request.postData() ?? ''}`))
  return sent
}

const check = async (page: Page, text: string) => {
  await page.getByLabel('或粘贴码里的文字').fill(text)
  await page.getByRole('button', { name: '核对', exact: true }).click()
}
const answer = (page: Page) => page.locator('#verdict')
const changed = (text: string) => `${text.slice(0, -9)}${text.at(-9) === 'A' ? 'B' : 'A'}${text.slice(-8)}`

test.beforeAll(() => {
  const wasm = fs.readFileSync('node_modules/zxing-wasm/dist/reader/zxing_reader.wasm')
  prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(wasm).buffer } })
})

testAlone('opened once, the page tells genuine papers from others without network, and sends nothing', async ({ page, browser, site }) => {
  await signIn(page, site, phones.administrator)
  const paper = await paperOf(page, site, recent)
  const expired = await paperOf(page, site, `"passedOn" < '2025-01-01'`)
  const revoked = await paperOf(page, site, `${recent} AND "serial" > ${paper.serial}`)
  await page.goto(`${site.url}/certificates/${revoked.id}?revoke`)
  await page.locator('[name=reason]').fill('冒名顶替参加考试')
  await page.locator('[name=confirm]').fill(revoked.number.slice(-3))
  await page.locator('#revoke button[type=submit], main form button').last().click()
  await expect(page.locator('main')).toContainText('已撤销')

  const phone = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'zh-CN' })
  await phone.clock.setFixedTime(new Date(morning))
  const checker = await phone.newPage()
  await checker.goto(`${site.url}/V`)
  await expect(checker.locator('[data-offline-line]')).toContainText('没有网络时，这部手机也能打开本页')
  expect(await phone.cookies()).toEqual([])
  await checker.close()

  await phone.setOffline(true)
  const sent = sentBy(phone)
  const offline = await phone.newPage()
  await offline.goto(paper.text)
  await expect(answer(offline)).toContainText('真的')
  await expect(answer(offline)).toContainText('它没有被撤销')
  await expect(answer(offline)).toContainText(paper.number)
  await expect(answer(offline)).not.toContainText(paper.name)
  await expect(offline.locator('[data-offline-line]')).toContainText('现在看到的是这部手机在')
  await expect(offline).toHaveURL(`${site.url}/V`)
  await expectAccessible(offline)
  await offline.getByLabel('纸上印的姓名').fill('某某某')
  await offline.getByRole('button', { name: '对一下姓名' }).click()
  await expect(answer(offline)).toContainText('姓名不符')
  await offline.getByLabel('纸上印的姓名').fill(paper.name)
  await offline.getByRole('button', { name: '对一下姓名' }).click()
  await expect(answer(offline)).toContainText('姓名相符')

  await check(offline, changed(paper.text))
  await expect(answer(offline).getByRole('heading')).toHaveText('伪造')
  await check(offline, paper.text.slice(0, -30))
  await expect(answer(offline).getByRole('heading')).toHaveText('不完整')
  await check(offline, revoked.text)
  await expect(answer(offline).getByRole('heading')).toHaveText('已撤销')
  await expect(answer(offline)).toContainText('名单')
  await check(offline, expired.text)
  await expect(answer(offline).getByRole('heading')).toHaveText('真的，但已过期')
  await expect(answer(offline)).toContainText('年1月1日 起，光凭这张纸已不够')
  await check(offline, 'https://example.org/menu')
  await expect(answer(offline).getByRole('heading')).toHaveText('不是培训合格证明的码')

  await offline.getByLabel('选一张照片').setInputFiles({ name: 'paper.png', mimeType: 'image/png', buffer: paper.picture })
  await expect(answer(offline).getByRole('heading')).toHaveText('真的', { timeout: 60_000 })
  await offline.getByLabel('选一张照片').setInputFiles({ name: 'x.png', mimeType: 'image/png', buffer: Buffer.from('<html>') })
  await expect(offline.locator('[data-picture-said]')).toContainText('不是能打开的照片')
  expect(
    sent.filter(
      (line) =>
        !/^GET \S+\/(V|V\/keys\.json|V\/revoked|sw\.js|assets\/\S+|islands\/\S+|mark\.svg)(#\S*)? $/.test(line) && !line.includes(' blob:'),
    ),
  ).toEqual([])
  await phone.close()
})

/** What a camera would see that is held over the code of a paper: the same frame again and again. */
async function filmOf(text: string): Promise<string> {
  const { data, size } = encode(text, { ecc: 'M', border: 4 })
  const pixels = Buffer.from(data.flatMap((row) => row.map((dark) => (dark ? 20 : 235))))
  const code = await sharp(pixels, { raw: { width: size, height: size, channels: 1 } })
    .resize(size * 8, size * 8, { kernel: 'nearest' })
    .png()
    .toBuffer()
  const paper = { width: 1280, height: 720, channels: 3, background: '#d8d4cc' } as const
  const frame = await sharp({ create: paper })
    .composite([{ input: code }])
    .blur(0.6)
    .jpeg({ quality: 80 })
    .toBuffer()
  const file = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'mingbai-film-')), 'paper.mjpeg')
  fs.writeFileSync(file, Buffer.concat(Array.from({ length: 30 }, () => frame)))
  return file
}

test('a camera held over the code tells without network, too', async ({ page, site, launchOptions }) => {
  await signIn(page, site, phones.administrator)
  const paper = await paperOf(page, site, recent)
  const film = `--use-file-for-fake-video-capture=${await filmOf(paper.text)}`
  const args = [...(launchOptions.args ?? []), '--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream', film]
  const browser = await chromium.launch({ ...launchOptions, args })
  const phone = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'zh-CN', permissions: ['camera'] })
  await phone.clock.setFixedTime(new Date(morning))
  const checker = await phone.newPage()
  await checker.goto(`${site.url}/V`)
  await expect(checker.locator('[data-offline-line]')).toContainText('没有网络时，这部手机也能打开本页')
  await phone.setOffline(true)
  await checker.goto(`${site.url}/V`)
  await checker.getByRole('button', { name: '用摄像头扫' }).click()
  await expect(answer(checker).getByRole('heading')).toHaveText('真的', { timeout: 30_000 })
  await expect(answer(checker)).toContainText(paper.number)
  await expect(checker.locator('[data-camera-view]')).toBeHidden()
  await browser.close()
})

test('with scripts off the server gives the same verdict', async ({ page, browser, site }) => {
  await signIn(page, site, phones.administrator)
  const paper = await paperOf(page, site, recent)
  const plain = await browser.newContext({ javaScriptEnabled: false, locale: 'zh-CN' })
  const reader = await plain.newPage()
  await reader.goto(`${site.url}/V`)
  await check(reader, paper.text)
  await expect(answer(reader).getByRole('heading')).toHaveText('真的')
  await reader.getByLabel('纸上印的姓名').fill(paper.name)
  await reader.getByRole('button', { name: '对一下姓名' }).click()
  await expect(answer(reader)).toContainText('姓名相符')
  await check(reader, changed(paper.text))
  await expect(answer(reader).getByRole('heading')).toHaveText('伪造')
  await plain.close()
})

testAlone(
  'an administrator puts a new key in use and reports the old one stolen; papers of both are told apart',
  async ({ page, site }) => {
    await signIn(page, site, phones.administrator)
    const before = await paperOf(page, site, recent)
    await page.goto(`${site.url}/admin/signing-keys`)
    const kid = await page.locator('main code').first().innerText()
    await page.getByRole('link', { name: '换用新密钥' }).click()
    await page.getByLabel(`输入密钥名 ${kid} 以确认`).fill('not it')
    await page.getByRole('button', { name: '换用新密钥' }).click()
    await expect(page.locator('main')).toContainText('与密钥名不一致')
    await page.getByLabel(`输入密钥名 ${kid} 以确认`).fill(kid)
    await page.getByRole('button', { name: '换用新密钥' }).click()
    await expect(page.getByRole('status').first()).toContainText('新密钥已启用')
    await expectAccessible(page)
    const after = await paperOf(page, site, recent)
    expect(after.text).not.toBe(before.text)
    await page.clock.setFixedTime(new Date(morning))
    await page.goto(`${site.url}/V`)
    for (const { text } of [before, after]) {
      await check(page, text)
      await expect(answer(page).getByRole('heading')).toHaveText('真的')
    }
    for (const [day, words, heading] of [
      ['2026-03-10', '后来被报告失窃', '真的'],
      ['2010-01-01', '可能是偷到密钥的人签的', '不能采信'],
    ] as const) {
      await page.goto(`${site.url}/admin/signing-keys?report`)
      await page.getByLabel('哪一把').selectOption(kid)
      await page.getByLabel('从哪一天起').fill(day)
      await page.getByLabel('发生了什么').fill('备份盘遗失')
      await page.getByLabel('输入这把密钥的名称').fill(kid)
      await page.getByRole('button', { name: '报告失窃并停止采信' }).click()
      await expect(page.getByRole('status').first()).toContainText('不再采信')
      await page.goto(`${site.url}/V`)
      await check(page, before.text)
      await expect(answer(page).getByRole('heading')).toHaveText(heading)
      await expect(answer(page)).toContainText(words)
      await check(page, after.text)
      await expect(answer(page).getByRole('heading')).toHaveText('真的')
    }
  },
)

test('the page stands on a phone and on a desk, light and dark, in both languages', async ({ page, site }) => {
  await signIn(page, site, phones.administrator)
  const paper = await paperOf(page, site, recent)
  for (const [locale, theme, size] of [
    ['zh', 'light', 'plain'],
    ['en', 'dark', 'large'],
  ] as const) {
    await viewAs(page, site, locale, theme, size)
    for (const width of [360, 1440]) {
      await page.setViewportSize({ width, height: 844 })
      await page.goto('about:blank')
      await page.goto(paper.text)
      await expect(answer(page).getByRole('heading')).toBeVisible()
      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
      await expectAccessible(page)
    }
  }
})
