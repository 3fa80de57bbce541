// npx tsx --expose-gc tests/bench/question-bank.ts [--json]: 5,000 questions brought in each format, 10,000 taken out in each; seconds and memory, beside
// writing and reading the bare rows in the same run.
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import Database from 'better-sqlite3'
import { z } from 'zod'
import { writeBankText } from '~/documents/banks/bank-text.server'
import { workbookParts } from '~/documents/duties/workbook-parts'
import { type BankFormat, bankFormats, formatFiles } from '~/domain/banks/formats'
import { sheetHeads, sheetRow } from '~/domain/banks/sheet-layout'
import { benchQuestion } from '../factories/many-questions'

const many = 5000
const self = import.meta.filename
const cost = z.object({ what: z.string(), ms: z.number(), bareMs: z.number(), megabytes: z.number() })
export type BankCost = z.output<typeof cost>

/** The figures, measured in a process and a folder of their own. */
export function benchQuestionBank(): BankCost[] {
  const tsx = path.resolve(import.meta.dirname, '../../node_modules/.bin/tsx')
  const said = execFileSync(tsx, ['--expose-gc', self, '--json'], { encoding: 'utf8', maxBuffer: 10 ** 7 })
  return z.array(cost).parse(JSON.parse(said.trim().split('\n').at(-1) ?? ''))
}

async function measured<T>(work: () => Promise<T>): Promise<{ value: T; ms: number; megabytes: number }> {
  global.gc?.()
  const before = process.memoryUsage().rss
  let peak = before
  const look = () => {
    peak = Math.max(peak, process.memoryUsage().rss)
  }
  const watch = setInterval(look, 10)
  const started = performance.now()
  const value = await work()
  const ms = performance.now() - started
  clearInterval(watch)
  look()
  return { value, ms, megabytes: (peak - before) / 1024 / 1024 }
}

/** So many questions as bare rows of a database of their own: written in one transaction, and read again. */
function bareRows(folder: string): { writeMs: number; readMs: number } {
  const bodies = Array.from({ length: many }, (_, nth) => JSON.stringify(benchQuestion(nth)))
  const made = new Database(path.join(folder, 'bare.db'))
  made.pragma('journal_mode = WAL')
  made.pragma('synchronous = FULL')
  made.exec('CREATE TABLE "Line" ("importId" TEXT, "nth" INTEGER, "line" INTEGER, "body" TEXT, PRIMARY KEY ("importId", "nth"))')
  const insert = made.prepare('INSERT INTO "Line" VALUES (?, ?, ?, ?)')
  const started = performance.now()
  made.transaction(() => {
    for (const [nth, body] of bodies.entries()) insert.run('file', nth, nth + 2, body)
  })()
  const written = performance.now()
  for (const row of made.prepare('SELECT "body" FROM "Line" ORDER BY "nth"').all()) JSON.parse(String(Object(row).body))
  const read = performance.now()
  made.close()
  return { writeMs: written - started, readMs: read - written }
}

async function measureAll(): Promise<BankCost[]> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'mingbai-bench-banks-'))
  process.env.MINGBAI_DATA = folder
  process.env.MINGBAI_MODE = 'sample'
  process.env.MINGBAI_CLOCK = path.join(folder, 'clock')
  const { makeAdministered } = await import('../factories/administration')
  const { closeDatabase } = await import('~/data/db.server')
  const { countImportLines } = await import('~/data/banks/bank-imports.server')
  const { bringQuestions } = await import('~/usecases/banks/bring-questions.server')
  const { confirmQuestions } = await import('~/usecases/banks/confirm-questions.server')
  const { exportedQuestions } = await import('~/usecases/banks/exported-questions.server')
  const { bytesFromWorker } = await import('~/gateways/workers.server')
  for (const from of [0, many])
    execFileSync('npx', ['tsx', path.join(path.dirname(self), 'question-bank-file.ts'), folder, String(many), String(from)])
  const { asAdministrator } = await makeAdministered()
  const acting = asAdministrator()
  const bytesOf = (format: BankFormat, from: number) => fs.readFileSync(path.join(folder, `bank-${from}.${formatFiles[format].ending}`))
  const brings = async (format: BankFormat, from = 0): Promise<string> => {
    const file = { placeId: 'street', fileName: 'bank', bytes: bytesOf(format, from), format }
    const { id } = await bringQuestions(acting, file)
    const { new: fresh } = countImportLines(id)
    if (fresh !== many) throw new Error(`${format}: ${JSON.stringify(countImportLines(id))}`)
    return id
  }
  const leaves = async (format: BankFormat): Promise<number> => {
    const { held } = exportedQuestions(acting, { placeId: 'street', format, what: 'all' })
    if (format !== 'xlsx') return Buffer.byteLength(writeBankText(format, held))
    const sheet = { name: 'bank', heads: sheetHeads, rows: held.map(sheetRow) }
    let bytes = 0
    const reader = bytesFromWorker('workbook', workbookParts([sheet])).getReader()
    for (let read = await reader.read(); !read.done; read = await reader.read()) bytes += read.value.length
    return bytes
  }
  const bare = bareRows(folder)
  const found: BankCost[] = []
  for (const format of bankFormats) {
    const { ms, megabytes } = await measured(() => brings(format))
    found.push({ what: `${many} brought as ${format}`, ms, bareMs: bare.writeMs, megabytes })
  }
  for (const from of [0, many]) {
    const id = await brings('xlsx', from)
    const { value, ms, megabytes } = await measured(() => confirmQuestions(acting, id))
    if (value.kind !== 'written') throw new Error(value.kind)
    found.push({ what: `${many} confirmed, bank of ${from}`, ms, bareMs: bare.writeMs, megabytes })
  }
  for (const format of bankFormats) {
    const { ms, megabytes } = await measured(() => leaves(format))
    found.push({ what: `${2 * many} taken out as ${format}`, ms, bareMs: 2 * bare.readMs, megabytes })
  }
  await closeDatabase()
  fs.rmSync(folder, { recursive: true, force: true })
  return found
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const found = await measureAll()
  if (process.argv.includes('--json')) console.log(JSON.stringify(found))
  else
    for (const { what, ms, bareMs, megabytes } of found)
      console.log(
        `${what}: ${Math.round(ms)} ms, bare rows ${bareMs.toFixed(0)} ms, ratio ${(ms / bareMs).toFixed(1)}; memory + ${Math.round(megabytes)} MB`,
      )
  process.exit(0)
}
