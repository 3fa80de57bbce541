import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { type BrowserContext, chromium, type Page } from '@playwright/test'
import Database from 'better-sqlite3'
import { z } from 'zod'
import { testAlone as alone, expect, expectAccessible, phones, signIn } from './journey'
import type { Line } from './line'
import { kill, launched } from './phone'
import { morning, type Running } from './server'

/** The server's clock goes on from the morning, as phones' clocks do. */
export const test = alone.extend<{ now: () => Date }>({
  now: async ({ site }, use) => {
    const began = Date.now()
    const now = () => new Date(Date.parse(morning) + Date.now() - began)
    const timer = setInterval(() => site.setClock(now().toISOString()), 200)
    await use(now)
    clearInterval(timer)
  },
})

/** A phone whose clock is right, or so many minutes wrong. */
export async function phoneWith(context: BrowserContext, now: Date, minutesOff = 0): Promise<void> {
  await context.clock.install({ time: new Date(now.getTime() + minutesOff * 60_000) })
}
export const board = (page: Page, hook: string) => page.locator(`[data-${hook}]`)
export const kept = (page: Page) => expect(page.locator('[data-offline-line]')).toContainText('没有网络')
export const waits = (page: Page, many: number) =>
  expect(board(page, 'pending')).toHaveText(many === 0 ? '没有待传' : `待传 ${many} 条`, { timeout: 30_000 })

const stored = z.object({
  id: z.string(),
  device: z.string(),
  nth: z.number(),
  clock: z.number(),
  by: z.string(),
  said: z.looseObject({ kind: z.string() }),
})
/** An entry as its phone made it. */
export type Made = z.output<typeof stored>
export type Ledger = Map<string, Made>
export const joined = (...ledgers: Ledger[]): Ledger => new Map(ledgers.flatMap((ledger) => [...ledger]))
const byId = (entries: unknown): Ledger =>
  new Map(
    z
      .array(stored)
      .parse(entries)
      .map((one) => [one.id, one]),
  )

/** What the phone has on its disk and the server may lack, opened with the key that stands in the page. */
export async function onDisk(page: Page): Promise<Ledger> {
  const found: unknown[] = await page.evaluate(async () => {
    const place = document.querySelector<HTMLElement>('[data-board]')
    const { lock, drill, me } = JSON.parse(place?.dataset.board ?? '{}')
    const bytesOf = (text: string) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))
    const key = await crypto.subtle.importKey('raw', bytesOf(lock), 'AES-GCM', false, ['decrypt'])
    const base = await new Promise<IDBDatabase>((resolve, reject) => {
      const asking = indexedDB.open('mingbai-drills')
      asking.onsuccess = () => resolve(asking.result)
      asking.onerror = () => reject(asking.error)
    })
    const prefix = `${drill}/${me}/entry/`
    const texts = await new Promise<string[]>((resolve) => {
      const asked = base
        .transaction('entries')
        .objectStore('entries')
        .getAll(IDBKeyRange.bound(prefix, `${prefix}~`))
      asked.onsuccess = () => resolve(asked.result)
    })
    base.close()
    return Promise.all(
      texts.map(async (text) => {
        const bytes = bytesOf(text)
        const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: bytes.slice(0, 12) }, key, bytes.slice(12))
        return JSON.parse(new TextDecoder().decode(plain))
      }),
    )
  })
  return byId(found)
}

/** What the server has. */
export function onServer(site: Pick<Running, 'data'>): Ledger {
  const database = new Database(`${site.data}/mingbai.db`, { readonly: true })
  const rows = z
    .array(
      z.looseObject({ said: z.string().transform((text) => JSON.parse(text)), clock: z.string().transform((text) => Date.parse(text)) }),
    )
    .parse(database.prepare('SELECT "id", "device", "nth", "clock", "said", "personId" AS "by" FROM "RollEvent"').all())
  database.close()
  const found = byId(rows)
  expect(found.size).toBe(rows.length)
  return found
}

/** Every entry once, with the id, the clock and the words that its phone gave it, and none besides. */
export function expectAll(site: Pick<Running, 'data'>, made: Ledger) {
  const sorted = (ledger: Ledger) => [...ledger.values()].sort((one, other) => (one.id < other.id ? -1 : 1))
  expect(sorted(onServer(site))).toEqual(sorted(made))
}

/**
 * Makes so many entries by the page's own buttons, as fast as a hurried thumb: ticks, stamps, guests, notes, and some taken back.
 * `pause`: milliseconds between two.
 */
export const makes = (page: Page, many: number, pause: number): Promise<void> =>
  page.evaluate(
    async ([count, gap]) => {
      const within = (hook: string, what: string) => document.querySelector<HTMLElement>(`[data-${hook}] ${what}`)
      const write = (hook: string, text: string) => {
        const field = within(hook, 'input')
        if (!(field instanceof HTMLInputElement)) throw new Error(`no ${hook}`)
        field.value = text
        field.form?.requestSubmit()
      }
      for (let nth = 0; nth < count; nth += 1) {
        const undo = document.querySelector<HTMLElement>('[data-undo]:not([hidden])')
        const tick = within('missing', '[data-act]')
        const stamp = document.querySelector<HTMLElement>('button[data-mark]:not([data-done])')
        if (nth % 4 === 3 && undo) undo.click()
        else if (nth % 7 === 5 && stamp) stamp.click()
        else if (nth % 5 === 4) write('note', `第 ${nth} 笔`)
        else if (tick) tick.click()
        else write('walk-in', `来客 ${nth} ${Math.round(performance.now())}`)
        await new Promise((resolve) => setTimeout(resolve, gap))
      }
    },
    [many, pause] as const,
  )

/** A phone with a profile of its own, which can be killed and opened again. */
export type Pocket = {
  context: () => BrowserContext
  page: () => Page
  /** The highest number of waiting entries that its page has shown since it was opened. */
  shown: () => number
  die: () => Promise<void>
  open: () => Promise<Page>
  /** Opens the address, signing in where that is asked for. */
  goes: (address: string) => Promise<Page>
  end: () => Promise<void>
}

export async function pocket(line: Line, now: () => Date, who = phones.manager): Promise<Pocket> {
  const profile = fs.mkdtempSync(path.join(os.tmpdir(), 'mingbai-phone-'))
  let context: BrowserContext
  let page: Page
  let shown = 0
  // Browsers write a new sign-in to the disk after half a minute; these phones are signed in for longer than that.
  let cookies: Parameters<BrowserContext['addCookies']>[0] = []
  const open = async () => {
    context = await chromium.launchPersistentContext(profile, launched)
    await context.addCookies(cookies)
    await phoneWith(context, now())
    shown = 0
    await context.exposeFunction('toldWaiting', (text: string) => {
      shown = Math.max(shown, Number(/\d+/.exec(text)?.[0] ?? 0))
    })
    await context.addInitScript(() => {
      const tell: unknown = Reflect.get(window, 'toldWaiting')
      const look = () => {
        const text = document.querySelector('[data-pending]')?.textContent ?? ''
        if (typeof tell === 'function' && text !== '') tell(text)
      }
      new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true })
    })
    page = await context.newPage()
    return page
  }
  await open()
  return {
    context: () => context,
    page: () => page,
    shown: () => shown,
    open,
    die: async () => {
      cookies = await context.cookies()
      kill(profile)
      await context.close().catch(() => undefined)
    },
    goes: async (address) => {
      await page.goto(address)
      if (new URL(page.url()).pathname.startsWith('/sign-in')) {
        await signIn(page, { url: line.url }, who)
        await page.goto(address)
      }
      return page
    },
    end: async () => {
      await context.close().catch(() => undefined)
      fs.rmSync(profile, { recursive: true, force: true })
    },
  }
}

/** The address of the sample hotel's first drill, as the phone of its manager finds it. */
export async function firstDrill(page: Page, line: Line): Promise<string> {
  await signIn(page, { url: line.url }, phones.manager)
  await page.goto(`${line.url}/unit`)
  await page.goto(`${page.url()}/drills`)
  await page.locator('main li a[href^="/drills/"]').first().click()
  await page.waitForURL(/\/drills\/[0-9a-f-]{36}/)
  return page.url().split('?')[0] ?? ''
}

/** Its board, kept for use without network. */
export async function boardOpened(page: Page, drill: string): Promise<void> {
  await page.goto(`${drill}/board`)
  await kept(page)
  await expect(board(page, 'sync')).toContainText('同步于')
}

export { expect, expectAccessible }
