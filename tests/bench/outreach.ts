// A poster on the stairs: the speed of its page beside a bare server, and 100,000 scans that are all counted.
import path from 'node:path'
import { chromium } from '@playwright/test'
import autocannon from 'autocannon'
import Database from 'better-sqlite3'
import { sampleCode } from '../../prisma/sample/posters'
import { bareRate, rate } from './load'

export type LessonRate = { address: string; found: number; floor: number; bytes: number }

/** Requests a second of a lesson by its name and by a code, each beside a bare node:http server that sends the same bytes, zipped. */
export async function lessonRates(url: string, seconds: number): Promise<LessonRate[]> {
  const found: LessonRate[] = []
  for (const address of ['/m/e-bike-charging', `/Q/${sampleCode}`, `/Q/${sampleCode}?one=a&two=c`]) {
    const body = await zipped(url + address)
    const load = { headers: { 'accept-encoding': 'gzip' }, addresses: true }
    const floor = await bareRate(body, seconds, load)
    found.push({ address, found: await rate({ url: url + address, ...load }, seconds), floor, bytes: body.length })
  }
  return found
}

/** The bytes as they travel. */
async function zipped(address: string): Promise<Buffer> {
  const { get } = await import('node:http')
  return new Promise((resolve, reject) => {
    get(address, { headers: { 'accept-encoding': 'gzip', 'x-forwarded-for': '10.0.0.1' } }, (answer) => {
      const pieces: Buffer[] = []
      answer.on('data', (piece: Buffer) => pieces.push(piece))
      answer.on('end', () => resolve(Buffer.concat(pieces)))
    }).on('error', reject)
  })
}

export type Counted = { sent: number; kept: number; seconds: number; batches: number }

/** Sends scans from as many addresses as a town has, and compares what the database holds two seconds later. */
export async function countedScans(url: string, data: string, sent: number): Promise<Counted> {
  const file = path.join(data, 'mingbai.db')
  const held = () => {
    const database = new Database(file, { readonly: true })
    const row = database.prepare<[string], { sum: number | null }>(
      `SELECT SUM("count") AS "sum" FROM "ScanTally" WHERE "code" = ? AND "what" IN ('opened', 'capped')`,
    )
    const sum = row.get(sampleCode)?.sum ?? 0
    database.close()
    return sum
  }
  await new Promise((resolve) => setTimeout(resolve, 2000))
  const before = held()
  let caller = 0
  const begun = performance.now()
  await autocannon({
    url: `${url}/Q/${sampleCode}`,
    connections: 50,
    amount: sent,
    requests: [
      {
        setupRequest: (request) => {
          caller += 1
          return {
            ...request,
            headers: { ...request.headers, 'x-forwarded-for': `10.${100 + (caller % 100)}.${(caller >> 8) & 255}.${caller & 255}` },
          }
        },
      },
    ],
  })
  const seconds = (performance.now() - begun) / 1000
  await new Promise((resolve) => setTimeout(resolve, 2000))
  return { sent, kept: held() - before, seconds, batches: Math.ceil(seconds / 0.5) }
}

const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium'

/**
 * Milliseconds until the first question can be read, in Chromium with the network of slow 4G (150 ms there and back, 1.6 Mbit/s) and a
 * processor four times slower; the middle of `times` fresh visits.
 */
export async function firstQuestion(url: string, times: number): Promise<{ middle: number; worst: number; bytes: number }> {
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-quic'] })
  const taken: number[] = []
  let bytes = 0
  for (let nth = 0; nth < times; nth += 1) {
    const context = await browser.newContext({ viewport: { width: 360, height: 740 } })
    const page = await context.newPage()
    const client = await context.newCDPSession(page)
    await client.send('Network.enable')
    await client.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 150,
      downloadThroughput: 1_600_000 / 8,
      uploadThroughput: 750_000 / 8,
    })
    await client.send('Emulation.setCPUThrottlingRate', { rate: 4 })
    await page.goto(`${url}/Q/${sampleCode}`, { waitUntil: 'load' })
    await page.locator('#one button').first().waitFor()
    const { painted, parsed, size } = await page.evaluate(() => {
      const [page] = performance.getEntriesByType('navigation')
      const paint = performance.getEntriesByName('first-contentful-paint')[0]
      const own = page instanceof PerformanceNavigationTiming ? page : null
      return {
        painted: paint?.startTime ?? 0,
        parsed: own?.domInteractive ?? 0,
        size:
          (own?.transferSize ?? 0) +
          performance
            .getEntriesByType('resource')
            .reduce((sum, one) => sum + (one instanceof PerformanceResourceTiming ? one.transferSize : 0), 0),
      }
    })
    taken.push(Math.max(painted, parsed))
    bytes = size
    await context.close()
  }
  await browser.close()
  const sorted = taken.sort((one, other) => one - other)
  return { middle: sorted[Math.floor(sorted.length / 2)] ?? 0, worst: sorted.at(-1) ?? 0, bytes }
}
