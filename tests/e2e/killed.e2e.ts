import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from '@playwright/test'
import { seededRandom } from '../../app/domain/exams/seeded-random'
import { morning } from '../factories/unit-people'
import { Book, expectKept } from './killed-book'
import { callsTheRoll, comes, type Scene, sits, suggests } from './killed-clients'
import { KilledServer, sampleAt } from './killed-server'
import type { KilledStreet } from './killed-street'
import { preJob } from './learner'
import { tsx } from './server'

/** npm run test:long: 50, or as many as `--kills` says. */
const kills = Number(process.env.KILLS ?? 3)
const isLong = kills >= 50
const sitters = isLong ? 50 : 12
const marshals = isLong ? 6 : 3
const comersEach = isLong ? 6 : 4
const failing = Math.ceil(kills / 2)
const seed = process.env.KILL_SEED ?? String(Date.now())

const median = (all: readonly number[]): number => [...all].sort((one, other) => one - other)[Math.floor(all.length / 2)] ?? Number.NaN
const told = (all: readonly number[]): string => `${Math.round(median(all))} ms in the median, ${Math.round(Math.max(...all))} ms at worst`

test(`a server that is killed ${kills} times during sittings, a drill and a class loses nothing it acknowledged and doubles nothing`, async () => {
  test.setTimeout(180_000 + kills * 20_000)
  const random = seededRandom(seed)
  const site = sampleAt(morning)
  const environment = { MINGBAI_DATA: site.data, MINGBAI_MODE: 'sample', LESSONS: preJob.lessons.join(' ') }
  const comers = comersEach * (kills + 1)
  const street: KilledStreet = JSON.parse(tsx('tests/e2e/killed-street.ts', environment, sitters, failing, marshals, comers))

  const began = Date.now() - 60_000
  const now = () => new Date(morning.getTime() + Date.now() - began)
  site.setClock(now())
  const clock = setInterval(() => site.setClock(now()), 200)
  const server = await KilledServer.on(site.data)
  const book = new Book()
  let isOver = false
  const scene: Scene = { url: server.url, data: site.data, book, street, random, now, isOver: () => isOver }

  const well: number[] = []
  const answers: number[] = []
  const pages: number[] = []
  const serves = async () => {
    const took = await server.serving()
    well.push(took.well)
    pages.push(took.page)
    answers.push(Math.min(server.took(book.answered), took.page))
  }
  try {
    server.begin()
    await server.serving()
    const faults: unknown[] = []
    const working: Promise<void>[] = []
    const goes = (work: Promise<void>) => working.push(work.catch((fault: unknown) => void faults.push(fault)))
    for (const who of street.sitters)
      goes(
        (async () => {
          while (!isOver) await sits(scene, who, true)
        })(),
      )
    for (const [nth, who] of street.drill.marshals.entries()) goes(callsTheRoll(scene, who, nth))
    goes(suggests(scene))
    for (let nth = 0; nth <= kills; nth += 1) {
      for (const who of street.part.people.slice(nth * comersEach, (nth + 1) * comersEach)) goes(comes(scene, who))
      const late = street.failing[nth / 2]
      if (late !== undefined) goes(sits(scene, late, false))
      if (nth === kills) break
      await pause(100 + random() * 1500)
      await server.kill()
      book.answered = null
      server.begin()
      // Now and then it is killed again before it serves.
      if (random() < 0.1) {
        await pause(random() * 1500)
        await server.kill()
        book.answered = null
        server.begin()
      }
      await serves()
      if (faults.length > 0) break
    }
    await pause(1000)
    isOver = true
    await Promise.all(working)
    expect(faults).toEqual([])
    expect(await server.end()).toBe(0)
    process.stdout.write(
      `${kills} kills (seed ${seed}): ${book.writes} writes acknowledged (${book.papers.size} papers, ${book.entries.size} entries, ${book.arrived.size} arrivals), ${book.cut} requests cut off; well again after ${told(well)}, the first of them answered after ${told(answers)}, one more who asks for a page after ${told(pages)}\n`,
    )
    expectKept(site.data, book, street)
    expect(book.arrived.size).toBe(comers)
    expect(tsx('scripts/verify-evidence.ts', environment)).toContain('all fit')
    expect(server.faults).toEqual([])
    if (isLong) expect(Math.max(...answers)).toBeLessThan(3_000)
  } finally {
    clearInterval(clock)
    await server.kill()
    site.remove()
  }
})
