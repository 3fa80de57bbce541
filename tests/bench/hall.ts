// What the benches of a hall full of people share: boards that follow, people who scan, and what both take.
import { spawn, spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import { Agent, request } from 'node:http'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { codeAt } from '../../app/domain/rollcall/rotating-code'
import { rotatingMac } from '../../app/usecases/rollcall/rotating-mac.server'
import { tsx } from '../e2e/server'
import { untilReady } from './papers'

/** One phone: whose it is, and its session. */
export type Holder = { person: string; cookie: string }
/** entries: the address to which the boards send. Each of the callers stands in a zone or classroom and shows a code of his own. */
export type Hall = { entries: string; people: Holder[]; callers: (Holder & { zone: string; station: { code: string; secret: string } })[] }

const root = path.resolve(import.meta.dirname, '../..')
const agent = new Agent({ keepAlive: true, maxSockets: 400 })

type Answer = { status: number; cookies: string[]; body: string }
type Sending = { method?: 'GET' | 'POST'; cookie?: string; body?: string; type?: string; from?: string; signal?: AbortSignal | undefined }

function ask(url: string, { method = 'GET', cookie = '', body, type = 'application/json', from = '10.0.0.1', signal }: Sending) {
  return new Promise<Answer>((resolve, reject) => {
    const about = body === undefined ? {} : { 'Content-Type': type, 'Content-Length': Buffer.byteLength(body) }
    const headers = { Cookie: cookie, Origin: new URL(url).origin, 'X-Forwarded-For': from, ...about }
    const sent = request(url, { method, agent, headers, ...(signal ? { signal } : {}) }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('error', reject)
      response.on('end', () => {
        const cookies = (response.headers['set-cookie'] ?? []).map((line) => line.split(';')[0] ?? '')
        resolve({ status: response.statusCode ?? 0, cookies, body: Buffer.concat(parts).toString() })
      })
    })
    sent.on('error', (fault) => reject(signal?.aborted === true ? fault : new Error(`${method} ${url}`, { cause: fault })))
    sent.end(body)
  })
}

const at95 = (all: readonly number[]): number => [...all].sort((one, other) => one - other)[Math.floor(all.length * 0.95)] ?? Number.NaN
const most = (all: readonly number[]): number => all.reduce((one, other) => Math.max(one, other), 0)

/** Seconds of processor that a process has used. */
function processorSeconds(pid: number): number {
  const fields = fs.readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) / 100
}

/** A board that asks again five times a second at most, as the page does, and sends what its holder ticks meanwhile. */
class Board {
  readonly known = new Map<string, number>()
  readonly receipts: number[] = []
  readonly answers: number[] = []
  private readonly waiting = new Map<string, { at: number; entry: object }>()
  private asking: AbortController | null = null
  private isWaiting = false
  private seq = 0
  private nth = 0
  private readonly device = randomUUID()
  private isOpen = true

  constructor(
    private readonly url: string,
    private readonly holder: Holder,
    private readonly zone: string,
  ) {}

  tick(who: string): string {
    const [id, clock] = [randomUUID(), Date.now()]
    const said = { kind: 'seen', who, way: 'tick', zone: this.zone }
    const entry = { id, device: this.device, nth: this.nth, clock, offset: 0, heard: clock, by: this.holder.person, said }
    this.nth += 1
    this.waiting.set(id, { at: performance.now(), entry })
    if (this.isWaiting) this.asking?.abort()
    return id
  }

  async run(): Promise<void> {
    while (this.isOpen) {
      const began = performance.now()
      await this.once().catch((fault: unknown) => {
        if (this.asking?.signal.aborted !== true) throw fault
      })
      await pause(Math.max(0, 200 - (performance.now() - began)))
    }
  }

  close(): void {
    this.isOpen = false
    this.asking?.abort()
  }

  private async once(): Promise<void> {
    this.asking = new AbortController()
    const going = [...this.waiting.entries()].slice(0, 200)
    this.isWaiting = going.length === 0
    const body = JSON.stringify({ sentAt: Date.now(), after: this.seq, entries: going.map(([, { entry }]) => entry) })
    const { cookie } = this.holder
    const asked = performance.now()
    const answer =
      going.length === 0
        ? await ask(`${this.url}?after=${this.seq}&wait=1`, { cookie, signal: this.asking.signal })
        : await ask(this.url, { cookie, method: 'POST', body })
    if (answer.status !== 200) throw new Error(`a board was answered ${answer.status}: ${answer.body.slice(0, 200)}`)
    const now = performance.now()
    const { seq, entries, refused } = JSON.parse(answer.body) as { seq: number; entries: { id: string }[]; refused: unknown[] }
    if (refused.length > 0) throw new Error(`refused: ${JSON.stringify(refused[0])}`)
    this.seq = seq
    for (const { id } of entries) if (!this.known.has(id)) this.known.set(id, now)
    if (going.length > 0) this.answers.push(now - asked)
    for (const [id, { at }] of going) {
      this.receipts.push(now - at)
      this.waiting.delete(id)
    }
  }
}

export type HallFigures = {
  way: string
  asked: number
  made: number
  seconds: number
  p95: Record<string, number>
  boards: { p95: number; worst: number; missing: number }
  processorMs: number
}

/** Calls `act` so many times a second, whatever becomes of each. */
export async function atRate<T>(items: readonly T[], rate: number, act: (item: T, nth: number) => Promise<void> | void): Promise<void> {
  const started = performance.now()
  const all: (Promise<void> | void)[] = []
  for (const [nth, item] of items.entries()) {
    const due = started + (nth * 1000) / rate
    if (performance.now() < due) await pause(due - performance.now())
    all.push(act(item, nth))
  }
  await Promise.all(all)
}

/** A hall of so many people, made by the script of this name; `use` is given its server's address. */
async function withHall<T>(
  script: string,
  sizes: readonly number[],
  use: (url: string, hall: Hall, pid: number) => Promise<T>,
): Promise<T> {
  const data = fs.mkdtempSync(path.join(os.tmpdir(), 'mingbai-bench-hall-'))
  const environment = { MINGBAI_DATA: data, MINGBAI_MODE: 'sample' }
  tsx('scripts/migrate.ts', environment)
  const made = spawnSync(path.join(root, 'node_modules/.bin/tsx'), [script, ...sizes.map(String)], {
    cwd: root,
    env: { ...process.env, ...environment },
    encoding: 'utf8',
    maxBuffer: 100_000_000,
  })
  if (made.status !== 0) throw new Error(made.stderr)
  const port = 4795
  const url = `http://127.0.0.1:${port}`
  const server = spawn(process.execPath, ['build/serve.js'], {
    cwd: root,
    env: { ...process.env, ...environment, NODE_ENV: 'production', PORT: String(port), MINGBAI_PROXIES: '1', MINGBAI_URL: url },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  process.once('exit', () => server.kill())
  try {
    await untilReady(url)
    await pause(15_000)
    return await use(url, JSON.parse(made.stdout) as Hall, server.pid ?? 0)
  } finally {
    server.kill()
    await new Promise((resolve) => server.once('exit', resolve))
    fs.rmSync(data, { recursive: true, force: true })
  }
}

type Told = { ids: Map<string, number>; p95: Record<string, number> }

async function measured(
  way: string,
  rate: number,
  { url, hall, pid }: { url: string; hall: Hall; pid: number },
  act: (boards: Board[]) => Promise<Told>,
): Promise<HallFigures> {
  const boards = hall.callers.map((holder) => new Board(url + hall.entries, holder, holder.zone))
  const running = Promise.all(boards.map((board) => board.run()))
  const { ids, p95, seconds, processorMs } = await (async () => {
    await pause(1500)
    const [started, before] = [performance.now(), processorSeconds(pid)]
    const acted = await act(boards)
    const lasted = (performance.now() - started) / 1000
    await pause(2500)
    const spent = ((processorSeconds(pid) - before) * 1000) / Math.max(1, acted.ids.size)
    return { ...acted, seconds: lasted, processorMs: spent }
  })().finally(() => {
    for (const board of boards) board.close()
  })
  await running
  const lags = boards.flatMap(({ known }) => [...ids].flatMap(([id, at]) => (known.has(id) ? [(known.get(id) ?? 0) - at] : [])))
  const missing = boards.length * ids.size - lags.length
  const [receipts, answers] = [boards.flatMap((board) => board.receipts), boards.flatMap((board) => board.answers)]
  return {
    way,
    asked: rate,
    made: ids.size,
    seconds,
    p95: receipts.length > 0 ? { answer: at95(answers), receipt: at95(receipts), ...p95 } : p95,
    boards: { p95: at95(lags), worst: most(lags), missing },
    processorMs,
  }
}

/** Where a hall is made, and of what size. */
export type HallWish = { script: string; sizes: readonly number[]; rate: number }

/** Whoever calls the roll ticks everybody off, `rate` a second among them, each board following all the others. */
export const tickedIn = ({ script, sizes, rate }: HallWish, way: string): Promise<HallFigures> =>
  withHall(script, sizes, (url, hall, pid) =>
    measured(way, rate, { url, hall, pid }, async (boards) => {
      const ids = new Map<string, number>()
      await atRate(hall.people, rate, ({ person }, nth) => {
        const id = boards[nth % boards.length]?.tick(person)
        if (id !== undefined) ids.set(id, performance.now())
      })
      return { ids, p95: {} }
    }),
  )

/** Everybody scans the code of whoever calls the roll and presses the button, `rate` people a second, with the boards following. */
export const scannedIn = ({ script, sizes, rate }: HallWish, way: string): Promise<HallFigures> =>
  withHall(script, sizes, (url, hall, pid) =>
    measured(way, rate, { url, hall, pid }, async (boards) => {
      const [scans, presses]: [number[], number[]] = [[], []]
      const ids = new Map<string, number>()
      const before = new Set(boards.flatMap(({ known }) => [...known.keys()]))
      await atRate(hall.people, rate, async ({ cookie }, nth) => {
        const { station } = hall.callers[nth % hall.callers.length] ?? { station: { code: '', secret: '' } }
        const from = `10.1.${nth >> 8}.${nth & 255}`
        const scan = performance.now()
        const sent = await ask(`${url}/K/${codeAt(rotatingMac, station, Date.now())}`, { cookie, from })
        if (sent.cookies.length < 2) throw new Error(`a scan was answered ${sent.status} after ${Math.round(performance.now() - scan)} ms`)
        const held = [cookie, ...sent.cookies].join('; ')
        if (sent.status === 302) await ask(`${url}/K/arrival`, { cookie: held, from })
        scans.push(performance.now() - scan)
        const press = performance.now()
        const form = { method: 'POST', body: 'go=yes', type: 'application/x-www-form-urlencoded' } as const
        const pressed = await ask(`${url}/K/arrival`, { cookie: held, from, ...form })
        if (pressed.status !== 302) throw new Error(`a press was answered ${pressed.status}`)
        const shown = await ask(`${url}/K/arrival`, { cookie: held, from })
        if (shown.status !== 200) throw new Error(`a check-in was answered ${shown.status}`)
        presses.push(performance.now() - press)
        ids.set(`${nth}`, performance.now())
      })
      await pause(2000)
      const named = new Map<string, number>()
      for (const { known } of boards) for (const [id, at] of known) if (!before.has(id)) named.set(id, Math.min(named.get(id) ?? at, at))
      if (named.size !== ids.size) throw new Error(`${ids.size} checked in, ${named.size} on the boards`)
      return { ids: named, p95: { scan: at95(scans), press: at95(presses) } }
    }),
  )

export const told = ({ way, asked, made, seconds, p95, boards, processorMs }: HallFigures): string =>
  [
    `${way}: ${made} at ${asked}/s asked, ${Math.round(made / seconds)}/s done`,
    ...Object.entries(p95).map(([name, ms]) => `${name} p95 ${Math.round(ms)} ms`),
    `boards p95 ${Math.round(boards.p95)} ms, worst ${Math.round(boards.worst)} ms, missing ${boards.missing}`,
    `${processorMs.toFixed(2)} ms of the server's processor each`,
  ].join('; ')
