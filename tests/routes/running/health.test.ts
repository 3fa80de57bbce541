import fs from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { transact } from '~/data/transact.server'
import { settings } from '~/env.server'
import { jobStates, registerJob, startJobs } from '~/gateways/jobs.server'
import { startSession } from '~/http/session.server'
import { loader } from '~/routes/running+/admin.health'
import { makeAdministered } from '../../factories/administration'
import { grant, type MadePerson, makeEmployee, morning } from '../../factories/unit-people'

let world: Awaited<ReturnType<typeof makeAdministered>>
let manager: MadePerson

beforeAll(async () => {
  world = await makeAdministered()
  manager = await makeEmployee(world.brigade, '李主任', { phone: '13800005555' })
  await grant(manager.accountId, world.brigade)
}, 60_000)

async function asked(as: MadePerson | null) {
  const url = 'http://127.0.0.1:3000/admin/health'
  const cookie = as === null ? '' : (await startSession(new Request(url), as.accountId, 'console', morning, true)).split(';')[0]
  const request = new Request(url, { headers: { Cookie: cookie ?? '' } })
  return loader({ request, params: {}, context: { address: 'test', requestId: 't' } }).catch((fault: unknown) => fault)
}
const shown = async () => {
  const answer = await asked(world.administrator)
  if (answer instanceof Error || answer instanceof Response) throw answer
  return Object(answer).health
}

describe('how the installation runs', () => {
  it('is for administrators alone', async () => {
    expect([Object(await asked(null)).status, Object(await asked(manager)).status]).toEqual([302, 403])
  })

  it('says that all is well where it is, also before the first night', async () => {
    expect(await shown()).toMatchObject({
      troubles: [],
      version: '0.1.0',
      engine: { journal_mode: 'wal', synchronous: 'full' },
      writing: null,
      chain: null,
      backups: { files: [], tried: null, next: '2026-03-10T18:30:00.000Z' },
      storage: { main: expect.any(Number), disk: { free: expect.any(Number) } },
    })
  })

  it('lists backups, and says why the last one failed', async () => {
    const folder = path.join(settings().dataFolder, 'backups')
    fs.mkdirSync(folder)
    fs.writeFileSync(path.join(folder, 'mingbai-20260308T133000000Z.backup'), 'x')
    expect(await shown()).toMatchObject({ troubles: ['backupOld'] })
    fs.writeFileSync(path.join(folder, 'mingbai-20260309T183000000Z.backup'), 'x'.repeat(2048))
    expect(await shown()).toMatchObject({
      backups: { files: [{ at: '2026-03-09T18:30:00.000Z', bytes: 2048 }, { bytes: 1 }], isOld: false },
    })
    const outcome = { triedAt: '2026-03-10T01:00:00.000Z', ok: false, why: 'no room', newest: null }
    fs.writeFileSync(path.join(folder, 'outcome.json'), JSON.stringify(outcome))
    expect(await shown()).toMatchObject({ troubles: ['backupFailed'], backups: { tried: { ok: false, why: 'no room' } } })
  })

  it('tells of mail that does not get out, and what the server says, without the address', async () => {
    const before = await shown()
    expect(before.mail).toEqual({ isSet: false, waiting: 0, oldest: null, lastTaken: null, trouble: null, isStuck: false })
    const [at, later] = [new Date('2026-03-09T18:59:00Z'), new Date('2026-03-09T19:00:00Z')]
    const accountId = manager.accountId
    const written = { accountId, addressId: 'a1', kind: 'digest', sealed: '', at }
    await transact(async (tx) => {
      await tx.mailAddress.create({ data: { id: 'a1', accountId, nth: 1, sealed: '', match: '', codeHash: '', at } })
      await tx.mail.create({ data: { ...written, id: 'm1', on: '2026-03-08', once: 'm1', end: { create: { kind: 'taken', at } } } })
      await tx.mail.create({ data: { ...written, id: 'm2', on: '2026-03-09', once: 'm2' } })
      const said = '451 later <li.si@example.com> please'
      await tx.mailTry.create({
        data: { id: 't1', mailId: 'm2', nth: 1, beganAt: later, end: { create: { kind: 'later', said, at: later } } },
      })
    })
    expect((await shown()).mail).toEqual({
      ...{ isSet: false, waiting: 1, oldest: at.toISOString(), lastTaken: at.toISOString(), isStuck: true },
      trouble: { at: later.toISOString(), said: '451 later … please' },
    })
    expect((await shown()).troubles).toContain('mail')
    await transact((tx) => tx.mailEnd.create({ data: { mailId: 'm2', kind: 'late', at: later } }))
    expect((await shown()).troubles).not.toContain('mail')
  })

  it('tells of evidence that does not fit', async () => {
    await transact((tx) => tx.chainCheck.create({ data: { id: 'c', at: morning, entries: 7, ok: false, firstBad: '{}' } }))
    expect(await shown()).toMatchObject({ troubles: ['chain', 'backupFailed'], chain: { entries: 7, ok: false } })
  })

  it('tells of a job that failed, with why and without whom, until it succeeds again', async () => {
    let fails = true
    registerJob({
      name: 'a job of this test',
      everySeconds: 0.1,
      run: async () => {
        if (fails) throw new Error('13800000001 cannot be reached')
      },
    })
    const stop = startJobs()
    const state = () => jobStates().find(({ name }) => name === 'a job of this test')
    await expect.poll(() => state()?.failures, { timeout: 20_000 }).toBeGreaterThan(0)
    expect((await shown()).troubles).toContain('jobs')
    expect((await shown()).jobs).toContainEqual(
      expect.objectContaining({
        name: 'a job of this test',
        failed: expect.objectContaining({ why: '[hidden] cannot be reached', isMended: false }),
      }),
    )
    fails = false
    await expect.poll(() => state()?.failed?.isMended).toBe(true)
    await stop()
    const { runs } = state() ?? {}
    expect((await shown()).troubles).not.toContain('jobs')
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(state()?.runs).toBe(runs)
  })
})
