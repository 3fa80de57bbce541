import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { closeDatabase, db } from '~/data/db.server'
import { type Tx, transact, writeOne } from '~/data/transact.server'
import { transactTogether } from '~/data/transact-together.server'
import { writeTrouble } from '~/data/write-state.server'
import { NotSaved } from '~/domain/shared/faults'
import { settings } from '~/env.server'
import { health } from '~/http/health.server'
import { seeWhetherItWrites } from '~/usecases/running/try-writing.server'
import { emptyDatabase, setClock } from '../../factories/world'

const at = new Date('2026-03-10T02:00:00Z')
const long = '字'.repeat(20_000)
const said = (id: string, text = long) => ({ data: { id, at, page: '/', text } })
const write = (id: string) => transact((tx) => tx.suggestion.create(said(id)))
const kept = async () => (await db().suggestion.findMany({ select: { id: true }, orderBy: { id: 'asc' } })).map(({ id }) => id)
const pragma = (sql: string) => transact((tx) => tx.$queryRawUnsafe(`PRAGMA ${sql}`))

/** The file may not grow any more, as on a disk that is full. */
async function fill() {
  const pages: unknown = await pragma('page_count')
  await pragma(`max_page_count = ${Number(Object(Object(pages)[0]).page_count)}`)
}
const makeRoom = async () => {
  await closeDatabase()
}

beforeEach(async () => {
  await emptyDatabase()
  await write('before')
})

describe('a disk that is full', () => {
  it('takes nothing and says so; reading goes on; with room again it takes writes without a restart', async () => {
    await fill()
    await expect(write('full')).rejects.toMatchObject({ why: 'full' })
    await expect(
      writeOne('INSERT INTO "Suggestion" ("id", "at", "page", "text") VALUES (?, ?, ?, ?)', 'x', at, '/', long),
    ).rejects.toMatchObject({ why: 'full' })
    expect(await kept()).toEqual(['before'])
    expect(health()).toMatchObject({ ok: false, reason: 'the disk is full: nothing can be saved' })
    await pragma('max_page_count = 1073741823')
    await write('after')
    expect(await kept()).toEqual(['after', 'before'])
    expect([writeTrouble(), health().ok]).toEqual([null, true])
  })

  it('keeps nothing of a transaction that goes on after the disk was full', async () => {
    await fill()
    const stubborn = async (tx: Tx) => {
      await tx.suggestion.create(said('small', 'small')).catch(() => null)
      await tx.suggestion.create(said('large')).catch(() => null)
      await tx.suggestion.create(said('later', 'later')).catch(() => null)
    }
    await expect(transact(stubborn)).rejects.toThrow(NotSaved)
    expect(await kept()).toEqual(['before'])
    await makeRoom()
    await write('after')
    expect(await kept()).toEqual(['after', 'before'])
  })

  it('tells everybody of a group that shares a commit', async () => {
    await fill()
    const group = ['a', 'b', 'c'].map((id) => transactTogether((tx) => tx.suggestion.create(said(id))))
    const outcomes = await Promise.allSettled(group)
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected'])
    for (const outcome of outcomes) expect(outcome).toMatchObject({ reason: new NotSaved('full') })
    expect(await kept()).toEqual(['before'])
    await makeRoom()
    await transactTogether((tx) => tx.suggestion.create(said('after')))
    expect(await kept()).toEqual(['after', 'before'])
  })
})

describe('a database that may only be read', () => {
  it('says so, and is found well again by itself', async () => {
    await pragma('query_only = ON')
    await expect(write('no')).rejects.toMatchObject({ why: 'readOnly' })
    await seeWhetherItWrites()
    expect(health()).toMatchObject({ ok: false, reason: expect.stringContaining('only be read') })
    expect(await kept()).toEqual(['before'])
    await closeDatabase()
    await seeWhetherItWrites()
    expect([writeTrouble(), health().ok]).toEqual([null, true])
  })
})

/** npm run test:long, where the system lends a small disk (root on Linux). */
describe.runIf(process.env.SMALL_DISK === 'yes')('a real disk of 6 MB', () => {
  it('is filled to the last byte, and emptied', async () => {
    const folder = settings().dataFolder
    const clock = fs.readFileSync(path.join(folder, 'clock'), 'utf8')
    await closeDatabase()
    expect(spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=6m', 'tmpfs', folder]).status).toBe(0)
    try {
      setClock(clock)
      await emptyDatabase()
      await write('first')
      const ballast = path.join(folder, 'ballast')
      const file = fs.openSync(ballast, 'w')
      expect(() => {
        for (;;) fs.writeSync(file, Buffer.alloc(4096))
      }).toThrow(/ENOSPC/)
      fs.closeSync(file)
      const saved: string[] = []
      let refusal: unknown = null
      for (let n = 0; refusal === null && n < 100; n += 1)
        await write(`w-${n}`).then(
          () => saved.push(`w-${n}`),
          (fault: unknown) => {
            refusal = fault
          },
        )
      expect(refusal).toBeInstanceOf(NotSaved)
      expect((await kept()).sort()).toEqual(['first', ...saved].sort())
      expect(health().ok).toBe(false)
      fs.rmSync(ballast)
      await seeWhetherItWrites()
      expect(health().ok).toBe(true)
      await write('last')
      expect((await kept()).sort()).toEqual(['first', 'last', ...saved].sort())
    } finally {
      await closeDatabase()
      spawnSync('umount', [folder])
    }
  })
})
