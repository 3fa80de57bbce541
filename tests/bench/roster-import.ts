// npx tsx --expose-gc tests/bench/roster-import.ts [people]: a roster of that many people is read, judged, confirmed and brought again; then the
// files that somebody may send to do harm, each with the time until it is refused, and that beside the good roster's in the same run.
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import exceljs from 'exceljs'

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
const { broughtSheet, idNumber, resultsOf } = await import('../factories/rosters')
const { acting, makeUnit } = await import('../factories/unit-people')
const { hostileBooks } = await import('../documents/imports/hostile-books')

const megabytes = (bytes: number) => `${Math.round(bytes / 1024 / 1024)} MB`

async function measured<T>(what: string, work: () => Promise<T>): Promise<{ took: number; value: T }> {
  global.gc?.()
  const before = process.memoryUsage().rss
  let peak = before
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss)
  }, 10)
  const started = performance.now()
  const value = await work()
  const took = performance.now() - started
  clearInterval(watch)
  peak = Math.max(peak, process.memoryUsage().rss)
  console.log(`${what}: ${Math.round(took)} ms; memory + ${megabytes(peak - before)}`)
  return { took, value }
}

async function roster(): Promise<Buffer> {
  const book = new exceljs.Workbook()
  const sheet = book.addWorksheet('名册')
  sheet.addRow(['姓名', '手机号', '身份证号', '岗位', '到岗日期', '单位名称'])
  for (let nth = 0; nth < count; nth += 1)
    sheet.addRow([
      `王小明${nth}`,
      String(13_900_000_000 + nth),
      idNumber(nth),
      '员工',
      new Date('2025-03-01T00:00:00Z'),
      `第${nth % 100}号酒店`,
    ])
  return Buffer.from(await book.xlsx.writeBuffer())
}

const bytes = await roster()
catalogue()
const { asAdministrator, administrator } = await makeAdministered()
for (let nth = 0; nth < 100; nth += 1) await makeUnit(`第${nth}号酒店`, `B${String(nth).padStart(3, '0')}`)
const now = asAdministrator()
await readTable(Buffer.from('姓名,手机\n王敏,1\n'), async () => {})
console.log(`${count} people, ${Math.round(bytes.length / 1024)} kB`)
const reading = await measured('read alone', () => readTable(bytes, async () => {}))
const brought = await measured('read and judged', () => broughtSheet(acting(administrator.accountId, now.now), { bytes }))
const written = await measured('judged again and written', () => confirmSheet(now, brought.value))
console.log(JSON.stringify(written.value), `in all ${Math.round(brought.took + written.took)} ms`)
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
