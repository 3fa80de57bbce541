import fs from 'node:fs'
import { request as ask } from 'node:http'
import path from 'node:path'
import { bombMegabytes, hostileBooks } from '../documents/imports/hostile-books'
import { refusedFiles } from '../gateways/hostile-pictures'
import { crawl, type FoundForm, get, kindOfForm } from './every-form'
import { filled } from './filled-form'
import { expect, phones, sessionOf, signIn, testAlone as test } from './journey'
import { rowsOf } from './kept-rows'
import type { Running } from './server'

/** What a file may be called by somebody who hopes that its name is a path, a heading, a formula or a page. */
const names = [
  '../../../../tmp/mingbai-pwned.xlsx',
  '/etc/passwd',
  'C:\\Windows\\win.ini',
  '<img src=x onerror="window.__pwned=1">.xlsx',
  '"; filename="other.svg',
  "=cmd|' /C calc'!A0.csv",
  '名册\u202egpj.xlsx',
  'a\u0000b.jpg',
  '.htaccess',
  `${'长'.repeat(2_000)}.xlsx`,
  '',
]
const plain = [{ what: 'plain words', text: '平常的几个字' }]
/** How many kinds of file there are for one that is brought to a door; every one of them in the long test. */
const share = process.env.HOSTILE === '200' ? 1 : 6
const boundary = '----fortythree'

/** A form with one file, as it goes over the wire; the name stands in its heading as it is, but for what would end the heading. */
function bodyOf(form: FoundForm, field: string, name: string, bytes: Uint8Array): Buffer {
  const values: [string, string][] = filled(form, 'plausible', plain).map(([one, value]) => [one, decodeURIComponent(value)])
  if (form.button.name !== '') values.push([form.button.name, form.button.value])
  const parts = values.map(
    ([one, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${decodeURIComponent(one)}"\r\n\r\n${value}\r\n`,
  )
  const heading = `--${boundary}\r\nContent-Disposition: form-data; name="${field}"; filename="${name}"\r\nContent-Type: application/octet-stream\r\n\r\n`
  return Buffer.concat([Buffer.from(parts.join('') + heading), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)])
}

type Answer = { status: number; to: string; text: string }
const send = (site: string, cookie: string, form: FoundForm, field: string, name: string, bytes: Uint8Array): Promise<Answer> =>
  new Promise((resolve) => {
    const { hostname, port } = new URL(site)
    const headers = { cookie, origin: site, 'content-type': `multipart/form-data; boundary=${boundary}` }
    const body = bodyOf(form, field, name, bytes)
    const asked = ask(
      { hostname, port, method: 'POST', path: form.action, headers: { ...headers, 'content-length': body.length } },
      (answer) => {
        let text = ''
        answer.setEncoding('utf8').on('data', (piece: string) => (text += piece))
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, to: answer.headers.location ?? '', text }))
      },
    )
    asked.on('error', () => resolve({ status: 0, to: '', text: '' }))
    asked.end(body)
  })

/** Everything under a folder, by its path. */
const filesUnder = (folder: string): string[] =>
  fs.existsSync(folder) ? fs.readdirSync(folder, { recursive: true }).map(String).sort() : []

/** The part of the body that holds a page's own words, where a name might come alive. */
const comesAlive = (text: string): boolean => /<img src=x/i.test(text)

/** Waits until a sheet that is read in the background says how it ended. */
async function readAt(site: Running, cookie: string, to: string): Promise<string> {
  for (let attempt = 0; attempt < 150; attempt += 1) {
    const page = await (await get(site.url, cookie, to)).text()
    if (!page.includes('http-equiv="refresh"')) return page
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  return 'it is read for ever'
}

test('whatever file is brought to whichever door, and whatever it is called, nothing of it is kept or comes alive', async ({ site }) => {
  test.setTimeout(600_000)
  const pictures = await refusedFiles()
  const faults: string[] = []
  const doors = new Set<string>()
  let sent = 0
  let isRead = 0
  for (const [party, phone] of Object.entries({
    manager: phones.manager,
    supervisor: phones.supervisor,
    administrator: phones.administrator,
  })) {
    const cookie = await sessionOf(site, phone)
    const { forms } = await crawl(site.url, cookie, 1)
    for (const form of forms) {
      const field = form.fields.find(({ kind }) => kind === 'file')?.name
      if (form.method === 'GET' || field === undefined || doors.has(kindOfForm(form))) continue
      doors.add(kindOfForm(form))
      const where = `${party} ${form.pattern}`
      const [people, photographs] = [rowsOf(site.data).rows.get('Person')?.length, filesUnder(path.join(site.data, 'photographs'))]
      const takes = async (what: string, name: string, bytes: Uint8Array) => {
        sent += 1
        const answer = await send(site.url, cookie, form, field, name, bytes)
        if (answer.status >= 500 || answer.status === 0 || comesAlive(answer.text)) faults.push(`${where}: ${what}: ${answer.status}`)
        if (answer.status < 300 || answer.status >= 400) return
        const page = await readAt(site, cookie, answer.to)
        isRead += 1
        if (comesAlive(page) || page.includes('for ever')) faults.push(`${where}: ${what}: ${page.slice(0, 100)}`)
      }
      const some = <T>(all: readonly T[]): T[] => all.filter((_one, nth) => nth % share === doors.size % share)
      for (const { what, bytes } of some(pictures)) await takes(what, 'picture.jpg', bytes)
      for (const { what, make } of some(hostileBooks)) await takes(what, '名册.xlsx', await make())
      for (const name of some(names))
        await takes(`a file called ${name.slice(0, 30)}`, name, Buffer.from('姓名,手机\n<img src=x onerror=1>,1\n'))
      await takes('a hundred megabytes', '名册.xlsx', Buffer.alloc(100 * 1024 * 1024, 65))
      expect([where, rowsOf(site.data).rows.get('Person')?.length]).toEqual([where, people])
      expect([where, filesUnder(path.join(site.data, 'photographs'))]).toEqual([where, photographs])
    }
  }
  console.log(`${doors.size} doors, ${sent} files brought, ${isRead} read and told about; a bomb of ${bombMegabytes} MB among them`)
  expect(faults).toEqual([])
  expect(doors.size).toBeGreaterThanOrEqual(6)
  expect(fs.existsSync('/tmp/mingbai-pwned.xlsx')).toBe(false)
  expect((await fetch(`${site.url}/healthz`)).status).toBe(200)
  expect(site.output()).not.toContain('"level":60')
})

test('who chooses a file that is too large is told so, and goes on', async ({ site, page }) => {
  await signIn(page, site, phones.manager)
  await page.goto(`${site.url}/imports`)
  const large = test.info().outputPath('large.xlsx')
  fs.writeFileSync(large, Buffer.alloc(40 * 1024 * 1024, 65))
  await page.getByLabel('选表格文件').setInputFiles(large)
  await page.getByRole('button', { name: '交上去，先看结果' }).click()
  await expect(page.getByRole('alert')).toBeVisible()
  await page.goto(`${site.url}/me`)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
})
