import type { Page } from '@playwright/test'
import {
  board,
  boardOpened,
  expect,
  expectAccessible,
  expectAll,
  firstDrill,
  type Ledger,
  makes,
  onDisk,
  onServer,
  pocket,
  test,
  waits,
} from './drill-phone'

/** The long tests ask for 500 entries and 20 deaths. */
const queued = Number(process.env.QUEUED ?? 40)
const kills = Number(process.env.KILLS ?? 2)

/** The same moments each time, as far as a machine keeps them. */
function numbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

test(`${queued} entries are made without network on a phone that is killed ${kills} times, and every one is there once`, async ({
  site,
  line,
  now,
}) => {
  test.setTimeout(60_000 + kills * 30_000 + queued * 1_000)
  const random = numbers(kills)
  const phone = await pocket(line, now)
  let page = phone.page()
  const drill = await firstDrill(page, line)
  await boardOpened(page, drill)
  line.set('cut')
  let made: Ledger = new Map()
  for (let death = 0; death < kills; death += 1) {
    const left = Math.ceil((queued - made.size) / (kills - death))
    await makes(page, Math.max(1, left - 8), 10)
    // It dies while she taps on.
    const moment = new Promise((resolve) => setTimeout(resolve, random() * 400))
    await Promise.race([makes(page, 400, 25).catch(() => undefined), moment])
    const [shown, before] = [phone.shown(), made]
    await phone.die()
    page = await phone.open()
    await page.goto(`${drill}/board`)
    await expect(board(page, 'pending')).toContainText('待传')
    made = await onDisk(page)
    expect(made.size).toBeGreaterThanOrEqual(shown)
    for (const [id, entry] of before) expect(made.get(id)).toEqual(entry)
    await waits(page, made.size)
  }
  if (made.size < queued) await makes(page, queued - made.size, 10)
  await expect.poll(async () => (await onDisk(page)).size).toBeGreaterThanOrEqual(queued)
  made = await onDisk(page)
  await waits(page, made.size)
  expect(onServer(site).size).toBe(0)

  // The server has them and the phone never hears of it; then it dies once more, in the midst of sending.
  line.set('deaf')
  await expect.poll(() => onServer(site).size, { timeout: 60_000 }).toBeGreaterThan(0)
  await phone.die()
  line.set('whole')
  page = await phone.open()
  await phone.goes(`${drill}/board`)
  await waits(page, 0)
  expectAll(site, made)
  await page.reload()
  await expect(board(page, 'sync')).toContainText('同步于')
  await expect.poll(async () => (await onDisk(page)).size).toBe(0)
  expectAll(site, made)
  await phone.end()
})

/** The browser gives this site one byte of room, for as long as it runs; answers how to give room again. */
async function fill(page: Page, url: string): Promise<() => Promise<void>> {
  const session = await page.context().newCDPSession(page)
  await session.send('Storage.overrideQuotaForOrigin', { origin: url, quotaSize: 1 })
  await expect.poll(() => isFull(page), { timeout: 60_000 }).toBe(true)
  return async () => {
    await session.send('Storage.overrideQuotaForOrigin', { origin: url })
    await session.detach()
  }
}

/** Is it noticed? A browser asks for its room at most every half minute. */
const isFull = (page: Page): Promise<boolean> =>
  page.evaluate(
    () =>
      new Promise((resolve) => {
        const asking = indexedDB.open('probe', 1)
        asking.onupgradeneeded = () => void asking.result.createObjectStore('probe')
        asking.onerror = () => resolve(asking.error?.name === 'QuotaExceededError')
        asking.onsuccess = () => {
          const work = asking.result.transaction('probe', 'readwrite')
          work.objectStore('probe').put('a little', 'key')
          const ends = (fault: DOMException | null) => {
            asking.result.close()
            resolve(fault?.name === 'QuotaExceededError')
          }
          work.oncomplete = () => ends(null)
          work.onabort = () => ends(work.error)
        }
      }),
  )

test('what a full phone cannot store is said loudly and never shown as stored; what it had stored before stays', async ({
  site,
  line,
  now,
}) => {
  const phone = await pocket(line, now)
  let page = phone.page()
  const drill = await firstDrill(page, line)
  await boardOpened(page, drill)
  const full = () => fill(page, line.url)
  const loose = (many: number) => expect(board(page, 'loose-title')).toContainText(`${many} 条没有存进本机`, { timeout: 20_000 })
  line.set('cut')
  await makes(page, 5, 20)
  await waits(page, 5)
  const before = await onDisk(page)
  await full()
  await makes(page, 3, 20)
  await loose(3)
  await expect(board(page, 'loose-box')).toContainText('写在纸上')
  await expect(board(page, 'loose').locator('li')).toHaveCount(3)
  await waits(page, 5)
  expect(await onDisk(page)).toEqual(before)
  await expectAccessible(page)

  // It dies: the three are gone, as it said; the five are there.
  await phone.die()
  page = await phone.open()
  await page.goto(`${drill}/board`)
  await waits(page, 5)
  await expect(board(page, 'loose-box')).toBeHidden()
  expect(await onDisk(page)).toEqual(before)

  // With room again it stores by itself what it could not.
  const roomAgain = await full()
  await makes(page, 2, 20)
  await loose(2)
  await roomAgain()
  await expect(board(page, 'loose-box')).toBeHidden({ timeout: 20_000 })
  await waits(page, 7)
  const made = await onDisk(page)
  expect(made.size).toBe(7)

  // Full once more: with a network they are sent, stored or not.
  await full()
  await makes(page, 2, 20)
  await loose(2)
  line.set('whole')
  await waits(page, 0)
  await expect(board(page, 'loose-box')).toBeHidden()
  const there = onServer(site)
  expect(there.size).toBe(9)
  for (const [id, entry] of made) expect(there.get(id)).toEqual(entry)
  await phone.end()
})
