// After a build: NODE_ENV=production npx tsx --expose-gc tests/bench/roster-import.ts [people]: a roster of that many people is read, judged, confirmed and brought again; then the
// files that somebody may send to do harm, each with the time until it is refused, and that beside the good roster's in the same run.
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'mingbai-bench-'))
process.env.MINGBAI_DATA = folder
process.env.MINGBAI_URL = 'http://127.0.0.1:3000'
process.env.MINGBAI_CLOCK = path.join(folder, 'clock')
process.env.BOMB_MEGABYTES ??= '4000'

const count = Number(process.argv[2] ?? 10_000)
const { catalogue } = await import('~/content/catalogue.server')
const { readTable } = await import('~/gateways/table-files.server')
const { confirmSheet } = await import('~/usecases/imports/confirm-sheet.server')
const { makeAdministered } = await import('../factories/administration')
const { broughtSheet, resultsOf } = await import('../factories/rosters')
const { acting, makeUnit } = await import('../factories/unit-people')
const { hostileBooks } = await import('../documents/imports/hostile-books')

const megabytes = (bytes: number) => `${Math.round(bytes / 1024 / 1024)} MB`

async function measured<T>(what: string, work: () => Promise<T>): Promise<{ took: number; value: T; peak: number }> {
  global.gc?.()
  const before = process.memoryUsage().rss
  let peak = before
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss)
  }, 10)
  const started = performance.now()
  const busy = process.cpuUsage()
  const value = await work()
  const took = performance.now() - started
  const { user, system } = process.cpuUsage(busy)
  clearInterval(watch)
  peak = Math.max(peak, process.memoryUsage().rss)
  console.log(`${what}: ${Math.round(took)} ms, processor ${Math.round((user + system) / 1000)} ms; memory + ${megabytes(peak - before)}`)
  return { took, value, peak }
}

/** The file is made by another process, so that its making counts for nothing here. */
function roster(): Buffer {
  const file = path.join(folder, 'roster.xlsx')
  execFileSync('npx', ['tsx', path.join(import.meta.dirname, 'roster-file.ts'), file, String(count)], { stdio: 'inherit' })
  return fs.readFileSync(file)
}

const bytes = roster()
catalogue()
const { asAdministrator, administrator } = await makeAdministered()
for (let nth = 0; nth < 100; nth += 1) await makeUnit(`第${nth}号酒店`, `B${String(nth).padStart(3, '0')}`)
const now = asAdministrator()
await readTable(Buffer.from('姓名,手机\n王敏,1\n'), async () => {})
console.log(`${count} people, ${Math.round(bytes.length / 1024)} kB`)
global.gc?.()
const idle = process.memoryUsage().rss
const reading = await measured('read alone', () => readTable(bytes, async () => {}))
const brought = await measured('read and judged', () => broughtSheet(acting(administrator.accountId, now.now), { bytes }))
const written = await measured('judged again and written', () => confirmSheet(now, brought.value))
console.log(
  JSON.stringify(written.value),
  `in all ${Math.round(brought.took + written.took)} ms, memory + ${megabytes(Math.max(reading.peak, brought.peak, written.peak) - idle)}`,
)
const again = await measured('the same again, judged', () => broughtSheet(now, { bytes }))
const kinds = new Map<string, number>()
for (const [, kind] of resultsOf(again.value)) kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
console.log([...kinds])

for (const { what, reason, make } of hostileBooks) {
  const file = await make()
  const { took, value } = await measured(`${what} (${Math.round(file.length / 1024)} kB)`, () => readTable(file, async () => {}))
  console.log(
    `  ${value.refused === reason ? 'refused' : `WRONG ${value.refused}`}, ${(took / reading.took).toFixed(2)} of the good roster's time`,
  )
}
const { closeDatabase } = await import('~/data/db.server')
await closeDatabase()
fs.rmSync(folder, { recursive: true, force: true })
