import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { db } from '~/data/db.server'
import { doorFacts } from '~/data/door.server'
import { asJob, atOnceOrNot } from '~/data/patience.server'
import { transact, writeOne } from '~/data/transact.server'
import { transactTogether } from '~/data/transact-together.server'
import { refusedWrites, writeTrouble } from '~/data/write-state.server'
import { NotSaved } from '~/domain/shared/faults'
import { health } from '~/http/health.server'
import { holdElsewhere } from '../../factories/held-database'
import { emptyDatabase } from '../../factories/world'

/** npm run test:long: 30 seconds. Requests have ten, jobs thirty-five. */
const heldSeconds = Number(process.env.HELD_SECONDS ?? 12)

const at = new Date('2026-03-10T02:00:00Z')
const suggestion = (id: string) => ({ id, at, page: '/', text: id })
const write = (id: string) => transact((tx) => tx.suggestion.create({ data: suggestion(id) }))
const writeTogether = (id: string) => transactTogether((tx) => tx.suggestion.create({ data: suggestion(id) }))
const writeAlone = (id: string) => writeOne('INSERT INTO "Suggestion" ("id", "at", "page", "text") VALUES (?, ?, ?, ?)', id, at, '/', id)
const kept = async () => (await db().suggestion.findMany({ select: { id: true } })).map(({ id }) => id)

/** Looks every few milliseconds whether everything else still runs; returns the longest standstill. */
function watchLoop() {
  let longest = 0
  let last = performance.now()
  const timer = setInterval(() => {
    const now = performance.now()
    longest = Math.max(longest, now - last)
    last = now
  }, 5)
  return () => {
    clearInterval(timer)
    return longest
  }
}

let held: Awaited<ReturnType<typeof holdElsewhere>> | null = null
beforeEach(async () => {
  await emptyDatabase()
  await write('before')
})
afterEach(() => held?.child.kill())

describe('while another process holds the database', () => {
  it('reading goes on at once, and what is written waits in its order and is written once', async () => {
    held = await holdElsewhere()
    const ended = watchLoop()
    const order: string[] = []
    const ids = Array.from({ length: 30 }, (_, nth) => `write-${nth}`)
    const writing = ids.map((id) => write(id).then(() => order.push(id)))
    const others = [writeAlone('alone'), ...['a', 'b', 'c'].map(writeTogether)]
    for (let n = 0; n < 20; n += 1) {
      const began = performance.now()
      expect(await kept()).toEqual(['before'])
      expect(performance.now() - began).toBeLessThan(500)
      await pause(40)
    }
    expect(doorFacts().waiting).toBeGreaterThan(25)
    await held.letGo()
    await Promise.all([...writing, ...others])
    expect(order).toEqual(ids)
    expect((await kept()).sort()).toEqual(['before', 'alone', 'a', 'b', 'c', ...ids].sort())
    expect(ended()).toBeLessThan(700)
    expect([writeTrouble(), doorFacts().waiting]).toEqual([null, 0])
  })

  it('who has no patience is told at once, and holds nobody up', async () => {
    held = await holdElsewhere()
    const began = performance.now()
    await expect(atOnceOrNot(() => write('at once'))).rejects.toMatchObject({ why: 'busy' })
    const waiting = write('waits')
    await pause(50)
    await expect(atOnceOrNot(() => write('at once'))).rejects.toThrow(NotSaved)
    expect(performance.now() - began).toBeLessThan(1500)
    await held.letGo()
    await waiting
    expect((await kept()).sort()).toEqual(['before', 'waits'])
  })

  it(`of ${heldSeconds} seconds: whoever looks at a page is told after ten that nothing was saved, jobs wait on, nothing is lost or doubled`, {
    timeout: 120_000,
  }, async () => {
    held = await holdElsewhere()
    const ended = watchLoop()
    const began = performance.now()
    const job = asJob(() => write('job'))
    const outcomes: Record<string, string> = {}
    const requests: Promise<void>[] = []
    const asked = async (id: string) => {
      const from = performance.now()
      const outcome = await write(id).then(
        () => 'saved',
        (fault: unknown) => (fault instanceof NotSaved ? fault.why : String(fault)),
      )
      outcomes[id] = outcome
      if (outcome === 'busy') expect(Math.abs(performance.now() - from - 10_000)).toBeLessThan(1500)
    }
    while (performance.now() - began < heldSeconds * 1000) {
      requests.push(asked(`request-${requests.length}`))
      await pause(500)
    }
    expect(health()).toMatchObject({ ok: false, reason: expect.stringContaining('another process') })
    await held.letGo()
    await Promise.all([...requests, job])
    expect(new Set(Object.values(outcomes))).toEqual(new Set(['busy', 'saved']))
    const saved = Object.keys(outcomes).filter((id) => outcomes[id] === 'saved')
    expect((await kept()).sort()).toEqual(['before', 'job', ...saved].sort())
    expect(refusedWrites().busy).toBeGreaterThan(0)
    expect(health()).toMatchObject({ ok: true })
    expect(ended()).toBeLessThan(1000)
  })
})
