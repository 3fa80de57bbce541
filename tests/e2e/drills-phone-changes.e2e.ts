import fs from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'
import {
  board,
  boardOpened,
  expect,
  expectAccessible,
  expectAll,
  firstDrill,
  joined,
  kept,
  makes,
  onDisk,
  onServer,
  phoneWith,
  pocket,
  test,
  waits,
} from './drill-phone'
import { phones, signIn } from './journey'
import { nextBuild, serve } from './server'
import { comesIn } from './slip'

/** The long tests ask for 500 entries. */
const queued = Number(process.env.QUEUED ?? 40)
const longer = 60_000 + queued * 1_000

const script = (page: Page) => page.locator('script[src*="/islands/drill-"]').getAttribute('src')

test('the product is built anew while entries wait: the old page sends, the new page sends, and none is lost', async ({
  site,
  line,
  now,
}) => {
  test.setTimeout(120_000 + longer)
  const phone = await pocket(line, now)
  let page = phone.page()
  const drill = await firstDrill(page, line)
  await boardOpened(page, drill)
  const old = await script(page)
  line.set('cut')
  await makes(page, queued / 2, 10)
  await waits(page, queued / 2)

  // Another tab brings a newer form of the store; the old page goes on in it.
  await page.evaluate(async () => {
    await new Promise<void>((resolve, reject) => {
      const asking = indexedDB.open('mingbai-drills', 7)
      asking.onupgradeneeded = () => void asking.result.createObjectStore('of the next build')
      asking.onsuccess = () => {
        asking.result.close()
        resolve()
      }
      asking.onerror = () => reject(asking.error)
    })
  })
  await makes(page, 4, 10)
  await waits(page, queued / 2 + 4)
  const first = await onDisk(page)
  expect(first.size).toBe(queued / 2 + 4)

  await site.end()
  const next = nextBuild()
  const newer = await serve('sample', site.data, { MINGBAI_CLOCK: path.join(site.data, 'clock') }, next.folder)
  line.leadTo(newer.url)
  line.set('whole')
  await waits(page, 0)
  expect(await script(page)).toBe(old)
  expectAll(site, first)

  // The new page comes and its script does not: the old one stays kept, and opens with what waits.
  line.set('cut')
  await makes(page, queued / 2, 10)
  await waits(page, queued / 2)
  const second = await onDisk(page)
  const withheld = fs.readdirSync(path.join(next.folder, 'build/client/islands')).find((name) => name.startsWith('drill-')) ?? ''
  const file = path.join(next.folder, 'build/client/islands', withheld)
  fs.renameSync(file, `${file}.withheld`)
  line.set('whole')
  await page.close()
  page = await phone.context().newPage()
  await page.goto(`${drill}/board`)
  expect(await script(page)).toContain('NEXTONE1')
  await kept(page)
  line.set('cut')
  await page.reload()
  expect(await script(page)).toBe(old)
  await waits(page, queued / 2)
  expect(await onDisk(page)).toEqual(second)

  // The update is whole: its page sends what the old one stored, and opens without network itself.
  fs.renameSync(`${file}.withheld`, file)
  await page.close()
  line.set('whole')
  page = await phone.context().newPage()
  await page.goto(`${drill}/board`)
  expect(await script(page)).toContain('NEXTONE1')
  await waits(page, 0)
  await kept(page)
  expectAll(site, joined(first, second))
  line.set('cut')
  await page.reload()
  expect(await script(page)).toContain('NEXTONE1')
  await makes(page, 2, 10)
  await waits(page, 2)
  await phone.end()
  await newer.end()
  next.remove()
})

test('who signs out with entries waiting is told; nobody else reads or sends them; they come back with her', async ({
  page,
  site,
  line,
  now,
}) => {
  test.setTimeout(120_000 + longer)
  await phoneWith(page.context(), now())
  await signIn(page, site, phones.manager)
  await page.goto(`${site.url}/unit`)
  const unit = page.url()
  await page.goto(`${unit}/drills/new`)
  await page.locator('[name=on]').fill('2026-03-10')
  const commander = await page.locator('[name=commander]').inputValue()
  const people = await page.locator('datalist option').evaluateAll((options) => options.map((option) => option.getAttribute('value') ?? ''))
  const marshal = people.find((name) => name !== commander && !name.includes('（')) ?? ''
  await page.locator('[name=marshals0]').fill(marshal)
  await page.getByRole('button', { name: '保存计划' }).click()
  await page.waitForURL(/\/drills\/[0-9a-f-]{36}/)
  const drill = `${line.url}${new URL(page.url()).pathname}`

  const phone = await pocket(line, now)
  const hers = phone.page()
  await signIn(hers, { url: line.url }, phones.manager)
  await boardOpened(hers, drill)
  line.set('cut')
  await makes(hers, queued, 10)
  await waits(hers, queued)
  const made = await onDisk(hers)
  expect(made.size).toBe(queued)
  await hers.goto('about:blank')
  line.set('whole')

  const asked: string[] = []
  let agrees = false
  const listens = (on: Page) =>
    on.on('dialog', (dialog) => {
      asked.push(dialog.message())
      void (agrees ? dialog.accept() : dialog.dismiss())
    })
  listens(hers)
  await hers.goto(`${line.url}/me`)
  const leave = () => hers.getByRole('button', { name: '退出', exact: true }).click()
  await leave()
  await expect.poll(() => asked.length).toBe(1)
  expect(asked[0]).toContain(`${queued} 条演练记录没有传上去`)
  await hers.goto(`${line.url}/me`)
  await expect(hers).toHaveURL(/\/me/)
  agrees = true
  await leave()
  await hers.waitForURL((url) => url.pathname === '/')
  const left = await hers.evaluate(async () => {
    const pages: string[] = []
    for (const name of await caches.keys())
      for (const request of await (await caches.open(name)).keys())
        pages.push(`${request.url} ${await (await caches.match(request))?.text()}`)
    return pages.join('\n')
  })
  expect(left).not.toContain(commander)
  expect(left).not.toContain('data-board')
  line.set('cut')
  await expect(hers.goto(`${drill}/board`)).rejects.toThrow()
  line.set('whole')
  await hers.close()

  // A marshal of the same drill borrows the phone.
  const his = await comesIn(page, { ...site, url: line.url }, unit, marshal, phone.context())
  await boardOpened(his, drill)
  await waits(his, 0)
  await expect(board(his, 'sealed')).toContainText(`别人记的 ${queued} 条`)
  await expectAccessible(his)
  await makes(his, 3, 20)
  await expect.poll(() => onServer(site).size).toBe(3)
  await waits(his, 0)
  const hisOwn = onServer(site)
  for (const { id, by } of hisOwn.values()) expect(made.has(id) || [...made.values()].some((one) => one.by === by)).toBe(false)
  const opens = await his.evaluate(async () => {
    const { lock } = JSON.parse(document.querySelector<HTMLElement>('[data-board]')?.dataset.board ?? '{}')
    const bytesOf = (text: string) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))
    const key = await crypto.subtle.importKey('raw', bytesOf(lock), 'AES-GCM', false, ['decrypt'])
    const base = await new Promise<IDBDatabase>((resolve) => {
      const asking = indexedDB.open('mingbai-drills')
      asking.onsuccess = () => resolve(asking.result)
    })
    const { keys, texts } = await new Promise<{ keys: string[]; texts: string[] }>((resolve) => {
      const work = base.transaction('entries')
      const [keys, texts] = [work.objectStore('entries').getAllKeys(), work.objectStore('entries').getAll()]
      work.oncomplete = () => resolve({ keys: keys.result.map(String), texts: texts.result })
    })
    base.close()
    const read = await Promise.all(
      texts.map(async (text, nth) => {
        const bytes = bytesOf(text)
        const plain = crypto.subtle.decrypt({ name: 'AES-GCM', iv: bytes.slice(0, 12) }, key, bytes.slice(12))
        return { isEntry: keys[nth]?.includes('/entry/'), isOpen: await plain.then(() => true).catch(() => false) }
      }),
    )
    return {
      sealed: read.filter(({ isEntry, isOpen }) => isEntry && !isOpen).length,
      open: read.filter(({ isEntry, isOpen }) => isEntry && isOpen).length,
    }
  })
  expect(opens).toEqual({ sealed: queued, open: 0 })
  listens(his)
  await his.getByRole('button', { name: '退出', exact: true }).click()
  await his.waitForURL((url) => url.pathname === '/')
  expect(onServer(site).size).toBe(3)

  // She signs in again: they open, and go out as hers.
  await signIn(his, { url: line.url }, phones.manager)
  await his.goto(`${drill}/board`)
  await expect(board(his, 'sealed')).toBeHidden()
  await expect.poll(() => onServer(site).size, { timeout: 30_000 }).toBe(queued + 3)
  await waits(his, 0)
  expectAll(site, joined(made, hisOwn))
  await phone.end()
})
