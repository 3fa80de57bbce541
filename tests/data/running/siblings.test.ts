import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { db } from '~/data/db.server'
import { takeJobsLease } from '~/data/jobs-lease.server'
import { atOnceOrNot } from '~/data/patience.server'
import { transact } from '~/data/transact.server'
import { writeTrouble } from '~/data/write-state.server'
import { settings } from '~/env.server'
import { holdElsewhere } from '../../factories/held-database'
import { emptyDatabase } from '../../factories/world'

vi.hoisted(() => {
  process.env.MINGBAI_WORKERS = '2'
})

const writes = 200
const at = new Date('2026-03-10T02:00:00Z')
const write = (id: string) => transact((tx) => tx.suggestion.create({ data: { id, at, page: '/', text: id } }))

const started: ChildProcess[] = []
/** Another process that runs this program on a file, once it has said that it has begun. */
async function beside(program: string, file: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['-e', program, file], { stdio: ['pipe', 'pipe', 'inherit'] })
  started.push(child)
  await once(child.stdout ?? child, 'data')
  return child
}
afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL')
})

const writer = `
  const Database = require('better-sqlite3')
  const database = new Database(process.argv[1], { timeout: 10000 })
  let count = 0
  const one = database.prepare('INSERT INTO "Suggestion" ("id", "at", "page", "text") VALUES (?, ?, ?, ?)')
  const go = () => {
    database.exec('BEGIN IMMEDIATE')
    one.run('other-' + count, '2026-03-10T02:00:00.000+00:00', '/', 'x')
    count += 1
    const until = performance.now() + 3
    while (performance.now() < until);
    database.exec('COMMIT')
    setImmediate(go)
  }
  go()
  process.stdout.write('begun')`

const leaser = `
  const Database = require('better-sqlite3')
  new Database(process.argv[1], { timeout: 0 }).exec('BEGIN EXCLUSIVE')
  process.stdout.write('held')
  setInterval(() => {}, 1000)`

describe('of several processes', () => {
  beforeEach(emptyDatabase)

  it('each writes beside the others, and nobody is told of a trouble', async () => {
    await write('first')
    await beside(writer, settings().databaseFile)
    for (let nth = 0; nth < writes; nth += 1) await write(`mine-${nth}`)
    expect(await db().suggestion.count({ where: { id: { startsWith: 'mine-' } } })).toBe(writes)
    expect(await db().suggestion.count({ where: { id: { startsWith: 'other-' } } })).toBeGreaterThan(0)
    expect(writeTrouble()).toBeNull()
  })

  it('what is left undone where it cannot be written at once waits for a sibling’s moment', async () => {
    await write('first')
    const held = await holdElsewhere()
    started.push(held.child)
    const written = atOnceOrNot(() => write('a moment later'))
    setTimeout(() => void held.letGo(), 150)
    await written
    expect([await db().suggestion.count(), writeTrouble()]).toEqual([2, null])
  })

  it('one has the lease of the jobs, and another takes it when that one is killed', async () => {
    const holder = await beside(leaser, path.join(settings().dataFolder, 'jobs.lock'))
    expect(takeJobsLease()).toBeNull()
    holder.kill('SIGKILL')
    await once(holder, 'exit')
    const giveBack = takeJobsLease()
    expect(giveBack).not.toBeNull()
    expect(takeJobsLease()).toBeNull()
    giveBack?.()
    const again = takeJobsLease()
    expect(again).not.toBeNull()
    again?.()
  })
})
