import fs from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { board, boardOpened, expect, expectAll, firstDrill, joined, makes, onServer, phoneWith, pocket, test, waits } from './drill-phone'
import { phones, signIn } from './journey'
import { lineTo } from './line'
import { phone as phoneLike } from './phone'
import { type Running, serve } from './server'

/** The long tests ask for 500 entries. */
const queued = Number(process.env.QUEUED ?? 40)
const longer = 60_000 + queued * 1_000

/** The database put back as it was, while nobody serves it; `told`: with the row by which phones are told. */
function putBack(site: Running, backup: string, told: boolean) {
  for (const part of ['', '-wal', '-shm']) fs.rmSync(path.join(site.data, `mingbai.db${part}`), { force: true })
  fs.copyFileSync(backup, path.join(site.data, 'mingbai.db'))
  if (!told) return
  const database = new Database(path.join(site.data, 'mingbai.db'))
  database.prepare(`INSERT INTO "Epoch" ("id", "at", "reason") VALUES ('put-back', '2026-03-10T01:30:00.000+00:00', 'restored')`).run()
  database.close()
}

for (const [how, told] of [
  ['and phones are told so', true],
  ['and nobody tells the phones', false],
] as const)
  test(`the server is put back to an hour ago ${how}: a phone sends again what it lacks, though it dies meanwhile`, async ({
    browser,
    site,
    line,
    now,
  }) => {
    test.setTimeout(120_000 + longer)
    const phone = await pocket(line, now)
    let page = phone.page()
    const drill = await firstDrill(page, line)
    await boardOpened(page, drill)
    const early = Math.ceil(queued / 8)
    await makes(page, early, 10)
    await expect.poll(() => onServer(site).size, { timeout: 30_000 }).toBe(early)
    const backup = path.join(site.data, 'backup.db')
    const database = new Database(path.join(site.data, 'mingbai.db'), { readonly: true })
    await database.backup(backup)
    database.close()
    await makes(page, queued - early, 10)
    await expect.poll(() => onServer(site).size, { timeout: 60_000 }).toBe(queued)
    await waits(page, 0)
    const before = onServer(site)

    line.set('cut')
    await site.end()
    putBack(site, backup, told)
    const again = await serve('sample', site.data, { MINGBAI_CLOCK: path.join(site.data, 'clock') })
    expect(onServer(site).size).toBe(early)
    // Another phone is there first: its entries take the numbers that were given before.
    const other = await lineTo(again.url)
    const context = await browser.newContext(phoneLike)
    await phoneWith(context, now())
    const its = await context.newPage()
    await signIn(its, { url: other.url }, phones.manager)
    await its.goto(`${other.url}${new URL(drill).pathname}/board`)
    await expect(board(its, 'sync')).toContainText('同步于')
    await makes(its, queued + 5, 10)
    await expect.poll(() => onServer(site).size, { timeout: 60_000 }).toBe(early + queued + 5)
    const all = joined(before, onServer(site))
    await context.close()

    line.leadTo(again.url)
    line.set('whole')
    await expect.poll(() => onServer(site).size, { timeout: 30_000, intervals: [20] }).toBeGreaterThan(early + queued + 5)
    await phone.die()
    page = await phone.open()
    await phone.goes(`${drill}/board`)
    await expect.poll(() => onServer(site).size, { timeout: 60_000 }).toBe(all.size)
    await waits(page, 0)
    expectAll(site, all)
    await page.reload()
    await expect(board(page, 'sync')).toContainText('同步于')
    expectAll(site, all)
    await phone.end()
    other.close()
    await again.end()
  })
