// npx tsx tests/bench/notices.ts [--people=10000]: the notices of a day for a whole county, beside reading everybody's facts without asking
// anything of them.
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import Database from 'better-sqlite3'
import { makeCounty } from './county'

const root = path.resolve(import.meta.dirname, '../..')
const people = Number(process.argv.find((argument) => argument.startsWith('--people='))?.slice(9) ?? 10_000)
const isChild = process.argv.includes('--measure')

/** Everybody gets an account, and each unit a manager. */
function makeAccounts(folder: string, units: number): void {
  const database = new Database(path.join(folder, 'mingbai.db'))
  const now = new Date().toISOString().replace('Z', '+00:00')
  const account = database.prepare('INSERT INTO "Account" ("id", "personId", "staffNumber", "createdAt") VALUES (?, ?, ?, ?)')
  const grant = database.prepare(
    `INSERT INTO "Grant" ("id", "accountId", "role", "unitId", "sectors", "from", "grantedBy", "createdAt")
     VALUES (?, ?, 'manager', ?, '*', '2020-01-01', 'system', ?)`,
  )
  database.transaction(() => {
    for (let nth = 0; nth < people; nth += 1) account.run(`a${nth}`, `p${nth}`, `n${nth}`, now)
    for (let nth = 0; nth < units; nth += 1) grant.run(`m${nth}`, `a${nth}`, `u${nth}`, now)
  })()
  database.close()
}

async function timed(work: () => unknown): Promise<number> {
  const begun = performance.now()
  await work()
  return (performance.now() - begun) / 1000
}

async function measure(): Promise<void> {
  const { factsOfPeople } = await import('../../app/data/duties/facts.server')
  const { warmCoverage } = await import('../../app/data/duties/coverage-book.server')
  const { db } = await import('../../app/data/db.server')
  const { transact } = await import('../../app/data/transact.server')
  const { indexFacts } = await import('../../app/domain/duties/standing')
  const { noticeDay } = await import('../../app/domain/notices/notice-day')
  const { addDays } = await import('../../app/domain/shared/day')
  const { allRules } = await import('../../app/usecases/notices/own-notices.server')
  const { tellEverybody } = await import('../../app/usecases/notices/tell-everybody.server')
  const rules = allRules()
  const now = new Date()
  const today = noticeDay(now)
  const ids = Array.from({ length: people }, (_, nth) => `p${nth}`)
  const floor = await timed(() => {
    for (let start = 0; start < people; start += 100) indexFacts(factsOfPeople(ids.slice(start, start + 100), rules))
  })
  const warm = await timed(() => warmCoverage(rules, today))
  const first = await timed(() => tellEverybody(today, now, transact))
  const rows = await db().notice.count()
  const again = await timed(() => tellEverybody(today, now, transact))
  const next = await timed(() => tellEverybody(addDays(today, 1), now, transact))
  const more = (await db().notice.count()) - rows
  const told = (name: string, seconds: number) =>
    console.log(`${name.padEnd(28)} ${seconds.toFixed(1)} s, ratio ${(seconds / floor).toFixed(2)}`)
  console.log(`${people} people; reading everybody's facts: ${floor.toFixed(1)} s`)
  told('coverage, kept all day', warm)
  told(`first day, ${rows} notices`, first)
  told('the same day again', again)
  told(`the day after, ${more} more`, next)
  process.exit(0)
}

if (isChild) await measure()
else {
  const { spawnSync } = await import('node:child_process')
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'mingbai-bench-notices-'))
  const units = Math.round(people * 0.03)
  makeCounty(folder, { people, units }, new Date().getFullYear())
  makeAccounts(folder, units)
  const child = [...process.execArgv, import.meta.filename, '--measure', `--people=${people}`]
  spawnSync(process.execPath, child, { stdio: 'inherit', cwd: root, env: { ...process.env, MINGBAI_DATA: folder, MINGBAI_MODE: 'live' } })
  fs.rmSync(folder, { recursive: true, force: true })
}
