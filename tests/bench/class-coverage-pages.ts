// npx tsx tests/bench/class-coverage-pages.ts [units] [times]: the pages and sheets of coverage from the address to the last byte. Build first.
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { createRequestHandler } from '@remix-run/node'
import Database from 'better-sqlite3'
import { applyMigrations } from '../../app/data/migrate.server'
import { fill, p95 } from './class-coverage'

process.env.NODE_ENV ??= 'production'
const root = path.resolve(import.meta.dirname, '../..')
const secret = 'CLASS-SUPERVISOR'

function addSupervisor(file: string): void {
  const made = new Database(file)
  const [now, later] = [new Date(), new Date(Date.now() + 86_400_000)].map((at) => at.toISOString().replace('Z', '+00:00'))
  made.prepare('INSERT INTO "Person" ("id", "name", "createdAt") VALUES (?, ?, ?)').run('sup', '监督员', now)
  made.prepare('INSERT INTO "Account" ("id", "personId", "staffNumber", "createdAt") VALUES (?, ?, ?, ?)').run('sup', 'sup', 'SUP', now)
  made
    .prepare(
      'INSERT INTO "Grant" ("id", "accountId", "role", "placeId", "sectors", "from", "grantedBy", "createdAt") VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    )
    .run('sup', 'sup', 'supervisor', 'county', '*', '2020-01-01', 'system', now)
  made
    .prepare(
      'INSERT INTO "Session" ("id", "accountId", "kind", "createdAt", "seenAt", "expiresAt", "absoluteAt") VALUES (?, ?, ?, ?, ?, ?, ?)',
    )
    .run(createHash('sha256').update(secret).digest('hex'), 'sup', 'console', now, now, later, later)
  made.close()
}

export type PageCost = { name: string; first: number; firstProcessorMs: number; pageMs: number; processorMs: number; bytes: number }

/** Each address for itself: what it took first, p95 of the times after that, and the middle of what they took of the processor. */
export async function* benchClassCoveragePages(units = 20_000, times = 40): AsyncGenerator<PageCost> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'mingbai-bench-classes-'))
  process.env.MINGBAI_DATA = folder
  process.env.MINGBAI_MODE = 'live'
  process.env.MINGBAI_URL = 'http://127.0.0.1:3000'
  const file = path.join(folder, 'mingbai.db')
  applyMigrations(file, path.join(root, 'prisma/migrations'))
  fill(file, units)
  addSupervisor(file)
  const build = await import(path.join(root, 'build/server/index.js'))
  const handle = createRequestHandler(build, 'production')
  const open = async (address: string) => {
    const [started, before] = [performance.now(), process.cpuUsage()]
    const request = new Request(`http://127.0.0.1:3000${address}`, { headers: { cookie: `mingbai_session=${secret}` } })
    const answer = await handle(request, { address: 'bench', requestId: 'bench' })
    const { byteLength } = await answer.arrayBuffer()
    if (answer.status !== 200) throw new Error(`${address}: ${answer.status}`)
    const { user, system } = process.cpuUsage(before)
    return { ms: performance.now() - started, processorMs: (user + system) / 1000, bytes: byteLength }
  }
  await open('/duties')
  for (const [name, address, turns] of [
    ['by name', '/street/classes/p/coverage', times],
    ['by name, page 40', '/street/classes/p/coverage?page=40', times],
    ['by name, the missing of a street', '/street/classes/p/coverage?state=missing&place=s3', times],
    ['by name, of a name', '/street/classes/p/coverage?name=u19', times],
    ['by name, on another day', '/street/classes/p/coverage?on=2026-05-01', times],
    ['by year', '/street/classes/coverage', times],
    ['by year, names', '/street/classes/coverage?year=2026&state=missing', times],
    ['by name .xlsx', '/street/classes/p/coverage.xlsx', 5],
    ['by year .xlsx', '/street/classes/coverage.xlsx', 5],
  ] as const) {
    const first = await open(address)
    const again: { ms: number; processorMs: number }[] = []
    for (let nth = 0; nth < turns; nth += 1) again.push(await open(address))
    const processorMs = again.map((one) => one.processorMs).sort((one, other) => one - other)[Math.floor(turns / 2)] ?? 0
    const pageMs = p95(again.map(({ ms }) => ms))
    yield { name, first: first.ms, firstProcessorMs: first.processorMs, pageMs, processorMs, bytes: first.bytes }
  }
  fs.rmSync(folder, { recursive: true, force: true })
}

if (process.argv[1] === import.meta.filename) {
  const [units, times] = process.argv.slice(2).map(Number)
  for await (const { name, first, firstProcessorMs, pageMs, processorMs, bytes } of benchClassCoveragePages(units, times))
    console.log(
      `${name}: p95 ${pageMs.toFixed(0)} ms, ${processorMs.toFixed(0)} ms of processor each; at first ${first.toFixed(0)} ms, ` +
        `${firstProcessorMs.toFixed(0)} ms of processor; ${bytes} bytes`,
    )
  process.exit(0)
}
