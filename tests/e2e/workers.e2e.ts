import { randomUUID } from 'node:crypto'
import { expect, test } from '@playwright/test'
import Database from 'better-sqlite3'
import { z } from 'zod'
import { password, phones } from './journey'
import { morning, type Running, startServer } from './server'
import { answered, form, type Lane, lane, lanesTo, signedIn } from './worker-lanes'

const token = 'a token of an operator'
const begin = () => startServer('sample', { MINGBAI_WORKERS: '2', MINGBAI_PROXIES: '1', MINGBAI_METRICS_TOKEN: token })

const inDatabase = <T>(server: Running, work: (database: Database.Database) => T): T => {
  const database = new Database(`${server.data}/mingbai.db`, { timeout: 10_000 })
  try {
    return work(database)
  } finally {
    database.close()
  }
}
const oneText = (server: Running, sql: string, ...values: string[]): string =>
  inDatabase(server, (database) =>
    z.string().parse(
      database
        .prepare(sql)
        .pluck()
        .get(...values),
    ),
  )

const said = z.looseObject({ msg: z.string(), pid: z.number(), worker: z.number().optional() })
/** What the processes wrote into the log under these words. */
const lines = (server: Running, words: string) =>
  server
    .output()
    .split('\n')
    .filter((line) => line.startsWith('{') && line.endsWith('}'))
    .map((line) => said.parse(JSON.parse(line)))
    .filter(({ msg }) => msg === words)

const both = (lanes: readonly Lane[], path: string, headers: Record<string, string> = {}) =>
  Promise.all(lanes.map(async (one) => (await answered(one, { path, headers })).text))

test.describe('two processes on one installation', () => {
  let server: Running
  let lanes: Lane[]
  test.beforeAll(async () => {
    test.setTimeout(180_000)
    server = await begin()
    lanes = await lanesTo(server, 2)
  })
  test.afterAll(async () => {
    for (const one of lanes) one.end()
    await server.stop()
  })
  const nth = (place: number): Lane => {
    const found = lanes[place]
    if (found === undefined) throw new Error(`no connection ${place}`)
    return found
  }
  const [first, second] = [() => nth(0), () => nth(1)]

  test('who signed in to one is known to the other, and what is entered on a board of one is on the boards of the other', async () => {
    const cookie = await signedIn(first(), phones.manager, password)
    const drill = oneText(
      server,
      `SELECT d."id" FROM "Drill" d JOIN "Grant" g ON g."unitId" = d."unitId" JOIN "Account" a ON a."id" = g."accountId" WHERE a."phone" = ? LIMIT 1`,
      phones.manager,
    )
    const by = oneText(server, 'SELECT "personId" FROM "Account" WHERE "phone" = ?', phones.manager)
    const path = `/drills/${drill}/entries`
    const instant = Date.parse(morning)
    let seq = 0
    for (const [from, to] of [
      [first(), second()],
      [second(), first()],
    ] as const) {
      const waiting = answered(to, { path: `${path}?after=${seq}&wait=1`, headers: { cookie } })
      const words = { kind: 'note', text: `三层没有人 ${from.worker}`, zone: '' }
      const entry = { id: randomUUID(), device: `phone-of-${from.worker}`, nth: 0, clock: instant, offset: 0, heard: null, by, said: words }
      const sent = { sentAt: instant, after: seq, entries: [entry] }
      const taken = await answered(from, {
        path,
        method: 'POST',
        headers: { cookie, 'content-type': 'application/json' },
        body: JSON.stringify(sent),
      })
      expect(taken.status).toBe(200)
      const told = await waiting
      expect(told.status).toBe(200)
      const read = z.object({ seq: z.number(), entries: z.array(z.looseObject({ id: z.string() })) }).parse(JSON.parse(told.text))
      expect(read.entries.map(({ id }) => id)).toEqual([entry.id])
      seq = read.seq
    }
  })

  test('what was looked up is looked up anew once anything is written: certificates, units by name', async () => {
    const code = oneText(server, 'SELECT "token" FROM "Certificate" ORDER BY "serial" DESC LIMIT 1')
    const before = await both(lanes, `/C/${code}`)
    expect(await both(lanes, `/C/${code}`)).toEqual(before)
    inDatabase(server, (database) =>
      database
        .prepare(`INSERT INTO "CertificateRevocation" ("certificateId", "at", "on", "by", "reason")
          SELECT "id", '2026-03-10T01:00:00.000+00:00', '2026-03-10', 'system', '登记有误' FROM "Certificate" WHERE "token" = ?`)
        .run(code),
    )
    const [one, other] = await both(lanes, `/C/${code}`)
    expect(one).not.toBe(before[0])
    expect(other).not.toBe(before[1])

    const cookie = await signedIn(second(), phones.administrator, password)
    const find = (name: string) => both(lanes, `/search?q=${encodeURIComponent(name)}`, { cookie })
    const id = oneText(server, 'SELECT "id" FROM "Unit" ORDER BY "id" LIMIT 1')
    for (const page of await find('碧波渔具行')) expect(page).not.toContain(id)
    inDatabase(server, (database) => database.prepare(`UPDATE "Unit" SET "name" = '碧波渔具行' WHERE "id" = ?`).run(id))
    for (const page of await find('碧波渔具行')) expect(page).toContain(id)
  })

  test('scans that each counted are all written, and what is for all is done by one of them', async () => {
    const code = oneText(server, 'SELECT "code" FROM "PosterCode" LIMIT 1')
    const counted = () =>
      inDatabase(server, (database) =>
        Number(
          database.prepare(`SELECT coalesce(sum("count"), 0) FROM "ScanTally" WHERE "code" = ? AND "what" = 'opened'`).pluck().get(code),
        ),
      )
    const before = counted()
    for (let nth = 0; nth < 10; nth += 1)
      for (const one of lanes) await answered(one, { path: `/Q/${code}`, headers: { 'x-forwarded-for': `10.1.${one.worker}.${nth}` } })
    await expect.poll(counted).toBe(before + 20)

    const metrics = async () => (await answered(first(), { path: '/metrics', headers: { authorization: `Bearer ${token}` } })).text
    const runs = async (job: string) =>
      [...(await metrics()).matchAll(/^mingbai_job_runs_total\{worker="(\d+)",job="([^"]+)"\} (\d+)$/gm)].filter(
        (found) => found[2] === job && Number(found[3]) > 0,
      )
    await expect.poll(() => runs('keep scans')).toHaveLength(2)
    await expect.poll(() => runs('daily backup'), { timeout: 30_000 }).toHaveLength(1)
    expect(lines(server, 'this worker runs the jobs')).toHaveLength(1)
    const text = await metrics()
    for (const { worker } of lanes) expect(text).toMatch(new RegExp(`^process_resident_memory_bytes\\{worker="${worker}"\\} \\d+$`, 'm'))
    expect(text.match(/^# TYPE process_resident_memory_bytes gauge$/gm)).toHaveLength(1)
    expect(text).toMatch(/^mingbai_database_bytes [1-9]/m)

    const cookie = await signedIn(first(), phones.administrator, password)
    for (const page of await both(lanes, '/admin/health', { cookie })) expect(page).toMatch(/服务进程[\s\S]{0,400}>2</)
  })
})

test('a process that is killed is replaced, another goes on with the jobs, and nothing that was acknowledged is lost; a stop ends all', async () => {
  test.setTimeout(240_000)
  const server = await begin()
  for (const one of await lanesTo(server, 2)) one.end()
  await expect.poll(() => lines(server, 'this worker runs the jobs')).toHaveLength(1)
  const [leader] = lines(server, 'this worker runs the jobs')
  const [acknowledged, sent] = [new Set<string>(), new Set<string>()]
  let isOver = false
  const write = async (nth: number) => {
    let mine = await lane(server.url)
    while (!isOver) {
      const text = `第 ${sent.size} 条意见：楼道里的灯坏了 ${nth}`
      sent.add(text)
      const from = { 'x-forwarded-for': `10.2.${nth}.${sent.size % 250}` }
      const posted = form({ page: '/', text })
      const answer = await mine?.ask({ path: '/suggest', ...posted, headers: { ...posted.headers, ...from } })
      if (answer !== undefined && 'status' in answer && answer.status < 400) acknowledged.add(text)
      if (answer !== undefined && 'status' in answer) continue
      mine?.end()
      mine = await lane(server.url)
    }
    mine?.end()
  }
  const writing = [0, 1, 2, 3, 4, 5].map(write)
  await expect.poll(() => acknowledged.size, { timeout: 30_000 }).toBeGreaterThan(30)
  if (leader === undefined) throw new Error('no process runs the jobs')
  process.kill(leader.pid, 'SIGKILL')
  await expect.poll(() => lines(server, 'this worker runs the jobs').length, { timeout: 30_000 }).toBe(2)
  const soFar = acknowledged.size
  await expect.poll(() => acknowledged.size, { timeout: 30_000 }).toBeGreaterThan(soFar + 30)
  isOver = true
  await Promise.all(writing)
  const again = await lanesTo(server, 2)
  expect(again.map(({ worker }) => worker)).not.toContain(leader.worker)
  for (const one of again) one.end()

  const kept = inDatabase(server, (database) =>
    z.array(z.string()).parse(database.prepare(`SELECT "text" FROM "Suggestion" WHERE "text" LIKE '第 %'`).pluck().all()),
  )
  expect([...acknowledged].filter((text) => !kept.includes(text))).toEqual([])
  expect(new Set(kept).size).toBe(kept.length)

  const pids = lines(server, 'listening').map(({ pid }) => pid)
  expect(pids).toHaveLength(3)
  expect(await server.end()).toBe(0)
  for (const pid of pids) expect(() => process.kill(pid, 0)).toThrow()
  await server.stop()
})
