// npx tsx tests/bench/search.ts [--people=10000,100000]: the one box for a supervisor of a whole county and of one street, from the address to
// the HTML, beside reading every name once. Build first (npm start or npm test do).
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import Database from 'better-sqlite3'
import { makeCounty } from './county'

const root = path.resolve(import.meta.dirname, '../..')
const sizes = (process.argv.find((argument) => argument.startsWith('--people='))?.slice(9) ?? '10000,100000').split(',').map(Number)
const only = process.argv.find((argument) => argument.startsWith('--folder='))?.slice(9)

if (only === undefined) {
  const { spawnSync } = await import('node:child_process')
  for (const people of sizes) {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'mingbai-bench-search-'))
    makeCounty(folder, { people, units: Math.round(people * 0.03) }, new Date().getFullYear())
    const child = [...process.execArgv, import.meta.filename, `--folder=${folder}`, `--people=${people}`]
    spawnSync(process.execPath, child, { stdio: 'inherit', cwd: root, env: { ...process.env, MINGBAI_DATA: folder, MINGBAI_MODE: 'live' } })
    fs.rmSync(folder, { recursive: true, force: true })
  }
} else await measure(only, sizes[0] ?? 0)

async function measure(folder: string, people: number) {
  const { createRequestHandler } = await import('@remix-run/node')
  const handle = createRequestHandler(await import(path.join(root, 'build/server/index.js')), 'production')
  const open = async (typed: string, secret: string) => {
    const started = performance.now()
    const url = `http://127.0.0.1:3000/search?q=${encodeURIComponent(typed)}`
    const answer = await handle(new Request(url, { headers: { cookie: `mingbai_session=${secret}` } }), {
      address: 'bench',
      requestId: 'bench',
    })
    await answer.text()
    if (answer.status !== 200) throw new Error(`${typed}: ${answer.status}`)
    return performance.now() - started
  }
  const median = async (run: () => Promise<number> | number) => {
    const taken: number[] = []
    for (let nth = 0; nth < 9; nth += 1) taken.push(await run())
    return taken.sort((one, other) => one - other)[4] ?? 0
  }
  const database = new Database(path.join(folder, 'mingbai.db'), { readonly: true })
  const names = database.prepare('SELECT "id", "name" FROM "Person" WHERE "mergedIntoId" IS NULL')
  const floor = await median(() => {
    const started = performance.now()
    names.all()
    return performance.now() - started
  })
  console.log(`${people} people: every name read once in ${floor.toFixed(0)} ms`)
  for (const [who, secret] of [
    ['county', 'COUNTY-SUPERVISOR'],
    ['street', 'STREET-SUPERVISOR'],
  ] as const)
    for (const typed of ['zm', '赵敏9', 'wangx', '没有的人']) {
      const first = await open(typed, secret)
      const ms = await median(() => open(typed, secret))
      console.log(`  ${who} ${typed.padEnd(6)} ${ms.toFixed(0)} ms = ${(ms / floor).toFixed(1)} × (first ${first.toFixed(0)} ms)`)
    }
}
