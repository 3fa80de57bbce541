import { Agent, request } from 'node:http'
import { expect, test } from '@playwright/test'
import Database from 'better-sqlite3'
import { password } from './journey'
import { type Running, serve, startServer } from './server'

/** npm run test:long: 100. */
const stops = Number(process.env.STOPS ?? 3)
const lanes = 12

type Answer = { status: number; headers: Record<string, string | string[] | undefined> }
type Sent = { method: string; path: string; headers?: Record<string, string>; body?: string }

/** One request on a kept connection; resolves with what was answered, or with the name of what went wrong. */
const send = (url: string, agent: Agent, { method, path, headers = {}, body }: Sent) =>
  new Promise<Answer | string>((resolve) => {
    const asked = request(`${url}${path}`, { method, agent, headers: { origin: url, ...headers } }, (answer) => {
      answer.resume()
      answer.once('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers }))
      answer.once('error', (fault: NodeJS.ErrnoException) => resolve(fault.code ?? fault.message))
    })
    const began = performance.now()
    asked.once('error', (fault: NodeJS.ErrnoException) => {
      const what = fault.code ?? fault.message
      const connection = asked.reusedSocket ? 'kept' : 'new'
      resolve(what === 'ECONNREFUSED' ? what : `${what} on a ${connection} connection after ${Math.round(performance.now() - began)} ms`)
    })
    asked.end(body)
  })

const form = { 'content-type': 'application/x-www-form-urlencoded' }
let address = 0
/** Another network address each time, so that no limit for one address is met. */
const nextAddress = () => {
  address += 1
  return `10.${(address >> 16) & 255}.${(address >> 8) & 255}.${address & 255}`
}

type Book = { said: Set<string>; sent: Set<string>; scans: number; faults: string[] }

/** Goes on until the server takes no more connections. */
async function work(server: Running, code: string, lane: number, book: Book) {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  for (let n = 0; ; n += 1) {
    const from = { 'x-forwarded-for': nextAddress() }
    const text = `第 ${book.sent.size} 条意见：楼道里的灯坏了 ${lane}-${n}-${address}`
    const isScan = n % 3 === 0
    if (!isScan) book.sent.add(text)
    const outcome = isScan
      ? await send(server.url, agent, { method: 'GET', path: `/Q/${code}`, headers: from })
      : await send(server.url, agent, {
          method: 'POST',
          path: '/suggest',
          headers: { ...form, ...from },
          body: String(new URLSearchParams({ page: '/', text })),
        })
    if (outcome === 'ECONNREFUSED') break
    if (typeof outcome === 'string' || outcome.status >= 400) book.faults.push(JSON.stringify(outcome))
    else if (isScan) book.scans += 1
    else book.said.add(text)
  }
  agent.destroy()
}

/** A board that waits for what happens at a drill, signed in as the manager of its unit. */
async function board(server: Running, drill: string): Promise<() => Promise<{ answer: Answer | string; at: number }>> {
  const agent = new Agent({ keepAlive: true })
  const body = String(new URLSearchParams({ login: '13800000004', password }))
  const signedIn = await send(server.url, agent, {
    method: 'POST',
    path: '/sign-in',
    headers: { ...form, 'x-forwarded-for': nextAddress() },
    body,
  })
  const cookies = typeof signedIn === 'string' ? [] : [signedIn.headers['set-cookie'] ?? []].flat()
  const cookie = cookies.map((one) => one.split(';')[0]).join('; ')
  return async () => {
    const answer = await send(server.url, agent, {
      method: 'GET',
      path: `/drills/${drill}/entries?after=999999&wait=1`,
      headers: { cookie },
    })
    return { answer, at: performance.now() }
  }
}

const read = <T>(server: Running, sql: string): T[] => {
  const database = new Database(`${server.data}/mingbai.db`, { readonly: true })
  const rows = database.prepare<[], T>(sql).all()
  database.close()
  return rows
}
const scansKept = (server: Running) =>
  read<{ n: number }>(server, `SELECT coalesce(sum("count"), 0) AS n FROM "ScanTally" WHERE "what" IN ('opened', 'capped')`)[0]?.n ?? 0

test(`a server that is told to stop ${stops} times under load cuts nobody off, loses nothing and does nothing twice`, async () => {
  test.setTimeout(60_000 + stops * 30_000)
  let server = await startServer('sample', { MINGBAI_PROXIES: '1' })
  const { data } = server
  const book: Book = { said: new Set(), sent: new Set(), scans: 0, faults: [] }
  const before = scansKept(server)
  const [code] = read<{ code: string }>(server, 'SELECT "code" FROM "PosterCode" LIMIT 1')
  const [drill] = read<{ id: string }>(
    server,
    `SELECT d."id" FROM "Drill" d JOIN "Grant" g ON g."unitId" = d."unitId" JOIN "Account" a ON a."id" = g."accountId" WHERE a."phone" = '13800000004' LIMIT 1`,
  )
  let longest = 0
  for (let nth = 0; nth < stops; nth += 1) {
    if (nth > 0) server = await serve('sample', data, { MINGBAI_PROXIES: '1' })
    const wait = await board(server, drill?.id ?? '')
    const waiting = [wait(), wait()]
    const working = Array.from({ length: lanes }, (_, lane) => work(server, code?.code ?? '', lane, book))
    const acknowledged = () => book.scans + book.said.size
    const before = acknowledged()
    await expect.poll(acknowledged, { timeout: 30_000, intervals: [20] }).toBeGreaterThan(before + lanes)
    await new Promise((resolve) => setTimeout(resolve, (nth * 137) % 700))
    const began = performance.now()
    expect(await server.end()).toBe(0)
    longest = Math.max(longest, performance.now() - began)
    await Promise.all(working)
    for (const { answer, at } of await Promise.all(waiting)) {
      expect(answer).toMatchObject({ status: 200 })
      expect(at - began).toBeLessThan(5_000)
    }
  }
  const kept = read<{ text: string; n: number }>(
    server,
    `SELECT "text", count(*) AS n FROM "Suggestion" WHERE "text" LIKE '第 %' GROUP BY "text"`,
  )
  const texts = new Set(kept.map(({ text }) => text))
  process.stdout.write(
    `${stops} stops: ${book.said.size} writes and ${book.scans} scans acknowledged, the longest stop ${Math.round(longest)} ms\n`,
  )
  expect(book.faults).toEqual([])
  expect([...book.said].filter((text) => !texts.has(text))).toEqual([])
  expect(kept.filter(({ n }) => n !== 1)).toEqual([])
  expect(scansKept(server) - before).toBe(book.scans)
  expect(longest).toBeLessThan(15_000)
  await server.stop()
})
