// npx tsx --expose-gc tests/bench/supervisor.ts [--people=1000,10000,100000]: the supervisor's pages from the address to the HTML, on any day,
// and what it costs to catch up with one piece of evidence. Build first (npm start or npm test do).
import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Duty } from '../../app/domain/duties/facts'
import type { Day } from '../../app/domain/shared/day'
import { makeCounty } from './county'

const root = path.resolve(import.meta.dirname, '../..')
const year = new Date().getFullYear()
const sizes = (process.argv.find((argument) => argument.startsWith('--people='))?.slice(9) ?? '1000,10000,100000').split(',').map(Number)
const only = process.argv.find((argument) => argument.startsWith('--folder='))?.slice(9)

if (only === undefined) {
  const { spawnSync } = await import('node:child_process')
  for (const people of sizes) {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'mingbai-bench-county-'))
    const units = Math.round(people * 0.03)
    makeCounty(folder, { people, units }, year)
    const child = [...process.execArgv, import.meta.filename, `--folder=${folder}`, `--people=${people}`]
    spawnSync(process.execPath, child, { stdio: 'inherit', cwd: root, env: { ...process.env, MINGBAI_DATA: folder, MINGBAI_MODE: 'live' } })
    fs.rmSync(folder, { recursive: true, force: true })
  }
} else await measure(sizes[0] ?? 0)

async function measure(people: number) {
  const { createRequestHandler } = await import('@remix-run/node')
  const build = await import(path.join(root, 'build/server/index.js'))
  const handle = createRequestHandler(build, 'production')
  const open = async (address: string, cookie: string) => {
    const started = performance.now()
    const processor = process.cpuUsage()
    const answer = await handle(new Request(`http://127.0.0.1:3000${address}`, { headers: { cookie } }), {
      address: 'bench',
      requestId: 'bench',
    })
    await answer.text()
    if (answer.status !== 200) throw new Error(`${address}: ${answer.status}`)
    const { user, system } = process.cpuUsage(processor)
    return { ms: performance.now() - started, processorMs: (user + system) / 1000 }
  }
  const before = process.memoryUsage()
  const cold = await open('/street/coverage', 'mingbai_session=COUNTY-SUPERVISOR')
  globalThis.gc?.()
  const after = process.memoryUsage()
  const mb = (after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers) / 2 ** 20
  console.log(
    `${people} people: first page ${(cold.ms / 1000).toFixed(1)} s (all standings worked out), ${mb.toFixed(0)} MB kept, process ${(after.rss / 2 ** 20).toFixed(0)} MB`,
  )
  const days = Array.from(
    { length: 40 },
    (_, nth) => `${year - 3 + (nth % 6)}-${String(((nth * 5) % 12) + 1).padStart(2, '0')}-${String(((nth * 7) % 28) + 1).padStart(2, '0')}`,
  )
  const floor = await quantiles(
    'the list of duties (no standing), the floor',
    days.map(() => '/duties'),
    '',
  )
  for (const [name, address] of [
    ['figures, any day', '/street/coverage?on='],
    ['one street, any day', '/street/coverage?place=s3&on='],
    ['drill-down: overdue by name', '/street/coverage?standing=overdue&on='],
    ['drill-down: not covered, page 40', '/street/coverage?standing=open&page=40&on='],
    ['drill-down: one duty, one position', '/street/coverage?position=welder&standing=open&on='],
  ] as const)
    await quantiles(
      name,
      days.map((day) => address + day),
      'mingbai_session=COUNTY-SUPERVISOR',
      floor,
    )
  await quantiles(
    'who may not work today',
    days.map(() => '/street'),
    'mingbai_session=COUNTY-SUPERVISOR',
    floor,
  )
  await mending()

  async function quantiles(name: string, addresses: readonly string[], cookie: string, floorMs?: number): Promise<number> {
    for (const address of addresses.slice(0, 3)) await open(address, cookie)
    const opened: { ms: number; processorMs: number }[] = []
    for (const address of addresses) opened.push(await open(address, cookie))
    const [clock, processor] = [sorted(opened.map(({ ms }) => ms)), sorted(opened.map(({ processorMs }) => processorMs))]
    const ratio = floorMs === undefined ? '' : `, ${(at(clock, 0.5) / floorMs).toFixed(1)} × the floor`
    console.log(
      `  ${name.padEnd(44)} middle ${at(clock, 0.5).toFixed(0)} ms, p95 ${at(clock, 0.95).toFixed(0)} ms; ` +
        `processor ${at(processor, 0.5).toFixed(0)} and ${at(processor, 0.95).toFixed(0)} ms${ratio}`,
    )
    return at(clock, 0.5)
  }
}

function sorted(times: readonly number[]): number[] {
  return [...times].sort((one, other) => one - other)
}

function at(times: readonly number[], share: number): number {
  return times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
}

/** From the COMMIT of one piece of evidence to figures that have it, of the one unit it touches. */
async function mending() {
  const { transact } = await import('../../app/data/transact.server')
  const { recordEvidence } = await import('../../app/data/duties/evidence.server')
  const { askCoverage } = await import('../../app/data/duties/coverage-book.server')
  const { catalogue } = await import('../../app/content/catalogue.server')
  const { parseDay } = await import('../../app/domain/shared/day')
  const duties: Duty[] = [...catalogue().duties.values()].map(({ rule }) => rule)
  const today = parseDay(new Date().toISOString().slice(0, 10))
  if (today === null) throw new Error('no day')
  const times: { ms: number; processorMs: number }[] = []
  for (let nth = 0; nth < 60; nth += 1) {
    const on: Day = today
    const ask = () =>
      askCoverage(
        { units: ['u1', 'u2'], duties, today, on },
        (book) => book.figures(['u1', 'u2'], on, { duties: null, position: null }).total.met,
      )
    await ask()
    const id = randomUUID()
    await transact((tx) =>
      recordEvidence(tx, {
        id,
        kind: 'class',
        topic: 'refresher',
        subjectKind: 'person',
        subjectId: `p${nth * 7}`,
        unitId: null,
        position: null,
        on,
        passed: true,
        validThrough: null,
        sourceKind: 'bench',
        sourceId: id,
        recordedBy: 'system',
        recordedAt: new Date(),
      }),
    )
    const started = performance.now()
    const processor = process.cpuUsage()
    await ask()
    const { user, system } = process.cpuUsage(processor)
    if (nth >= 10) times.push({ ms: performance.now() - started, processorMs: (user + system) / 1000 })
  }
  const [clock, processor] = [sorted(times.map(({ ms }) => ms)), sorted(times.map(({ processorMs }) => processorMs))]
  console.log(
    `  ${'catching up with one piece of evidence'.padEnd(44)} middle ${at(clock, 0.5).toFixed(1)} ms, p95 ${at(clock, 0.95).toFixed(1)} ms; ` +
      `processor ${at(processor, 0.5).toFixed(1)} and ${at(processor, 0.95).toFixed(1)} ms`,
  )
}
