import fc from 'fast-check'
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { catalogue } from '~/content/catalogue.server'
import { closeDatabase, db } from '~/data/db.server'
import { openNotices, unreadNotices } from '~/data/notices/notices.server'
import { transact } from '~/data/transact.server'
import { openInbox } from '~/usecases/notices/open-inbox.server'
import { tellDay } from '~/usecases/notices/tell-day.server'
import type { Writing } from '~/usecases/notices/tell-everybody.server'
import { confirmedReader } from '../../factories/mail-readers'
import { emptyDatabase, setClock } from '../../factories/world'
import { addPerson, addPost, buildStreet, grant, passPaper, switchOn } from '../../routes/duties-pages/street-corner'

vi.hoisted(() => {
  process.env.SMTP_URL = 'smtp://127.0.0.1:1'
})

const rounds = Number(process.env.ROUNDS ?? 20)
const at = (text: string): Date => setClock(text)
const own = (accountId: string) => openNotices([accountId]).map(({ body }) => body)

async function makeHotel(): Promise<void> {
  await emptyDatabase()
  await buildStreet()
  for (const [id, name] of Object.entries({ boss: '店长', maid: '服务员', cook: '厨师', east: '东街监督', west: '西街监督', idle: '路人' }))
    await addPerson(id, name)
  for (const [id, position] of Object.entries({ boss: 'fire-manager', maid: 'employee', cook: 'employee' }))
    await addPost({ id: `post-${id}`, personId: id, unitId: 'hotel', position, from: '2024-01-01' })
  await grant('boss', 'manager', { unitId: 'hotel' })
  await grant('east', 'supervisor', { placeId: 'east' })
  await grant('west', 'supervisor', { placeId: 'west' })
}

beforeAll(() => void catalogue(), 60_000)
beforeEach(makeHotel)

describe('the notices of a day', () => {
  it('tell each what is his own, and managers and supervisors one line in counts', async () => {
    expect(await tellDay(at('2026-03-10T02:00:00Z'))).toBe(true)
    expect(own('account-maid')).toContainEqual(expect.objectContaining({ kind: 'duty', state: 'overdue', bars: true }))
    expect(own('account-maid').every(({ kind }) => kind === 'duty')).toBe(true)
    expect(own('account-boss').filter(({ kind }) => kind === 'unit')).toEqual([
      { kind: 'unit', unit: 'hotel', blocked: 3, overdue: 0, own: expect.any(Number), licences: 0 },
    ])
    expect(own('account-east')).toEqual([
      { kind: 'place', place: '/county/east/', units: 1, blocked: 3, overdue: 0, own: expect.any(Number), licences: 0 },
    ])
    expect(own('account-west')).toEqual([])
    expect(own('account-idle')).toEqual([])
  })

  it('tell a manager how many of the unit’s own duties are overdue', async () => {
    await addPerson('head', '校长')
    await grant('head', 'manager', { unitId: 'school' })
    await switchOn('unit-drill-annual')
    await tellDay(at('2027-03-01T02:00:00Z'))
    expect(own('account-head')).toEqual([{ kind: 'unit', unit: 'school', blocked: 0, overdue: 0, own: expect.any(Number), licences: 0 }])
    expect(own('account-head')[0]).not.toMatchObject({ own: 0 })
  })

  it('are told once: neither the same morning nor the next day says it again', async () => {
    await tellDay(at('2026-03-10T02:00:00Z'))
    const first = await db().notice.count()
    expect(await tellDay(at('2026-03-10T09:00:00Z'))).toBe(false)
    expect(await tellDay(at('2026-03-10T21:59:00Z'))).toBe(false)
    expect(await tellDay(at('2026-03-10T22:00:00Z'))).toBe(true)
    expect(await db().notice.count()).toBe(first)
  })

  it('tell a manager of his unit once a week, as it stands then', async () => {
    for (let day = 10; day <= 23; day += 1) await tellDay(at(`2026-03-${day}T02:00:00Z`))
    const told = await db().notice.findMany({ where: { accountId: 'account-boss', kind: 'unit' }, orderBy: { step: 'asc' } })
    expect(told.map(({ step, on }) => [step, on])).toEqual([
      ['2026-03-09', '2026-03-10'],
      ['2026-03-16', '2026-03-16'],
      ['2026-03-23', '2026-03-23'],
    ])
    expect(own('account-boss').filter(({ kind }) => kind === 'unit')).toHaveLength(1)
  })

  it('are over the morning after it was done', async () => {
    await tellDay(at('2026-03-10T02:00:00Z'))
    expect(unreadNotices('account-maid')).toBeGreaterThan(0)
    const gate = own('account-maid').find((body) => body.kind === 'duty' && body.bars)
    await passPaper('maid', 'hotel', 'employee', '2026-03-10')
    await tellDay(at('2026-03-11T02:00:00Z'))
    expect(own('account-maid')).not.toContainEqual(gate)
    expect(own('account-boss')).toContainEqual(expect.objectContaining({ kind: 'unit', blocked: 3 }))
    await tellDay(at('2026-03-16T02:00:00Z'))
    expect(own('account-boss')).toContainEqual(expect.objectContaining({ kind: 'unit', blocked: 2 }))
  })

  it('that were missed for three days are told once, with the latest state', async () => {
    await confirmedReader('account-maid', 'maid@example.cn', 'daily')
    await tellDay(at('2026-03-10T02:00:00Z'))
    await addPost({ id: 'post-new', personId: 'idle', unitId: 'hotel', position: 'employee', from: '2026-03-11' })
    await confirmedReader('account-idle', 'idle@example.cn', 'daily')
    await tellDay(at('2026-03-14T02:00:00Z'))
    expect((await db().noticeDay.findMany()).map(({ on }) => on)).toEqual(['2026-03-10', '2026-03-14'])
    expect(await db().mail.count({ where: { accountId: 'account-idle' } })).toBe(1)
    expect(await db().mail.count({ where: { accountId: 'account-maid' } })).toBe(1)
  })

  it('stand in the inbox as long as there is something to do, and are new until it was opened', async () => {
    const now = at('2026-03-10T02:00:00Z')
    await tellDay(now)
    const maid = { now, actor: { accountId: 'account-maid', personId: 'maid' } }
    const first = await openInbox(maid)
    expect(first.current.some(({ isSeen }) => isSeen)).toBe(false)
    expect(unreadNotices('account-maid')).toBe(0)
    await passPaper('maid', 'hotel', 'employee', '2026-03-10')
    const then = await openInbox(maid)
    expect(then.current.length).toBeLessThan(first.current.length)
    expect(then.current.length + then.earlier.length).toBe(first.current.length)
  })
})

/** Everything that telling writes, without ids and instants. */
async function rows() {
  const notices = await db().notice.findMany({ include: { end: true, mailed: { include: { mail: true } } } })
  const mails = await db().mail.findMany({ select: { once: true } })
  const days = await db().noticeDay.findMany({ select: { on: true } })
  const told = notices.map(({ accountId, kind, subject, step, on, body, end, mailed }) =>
    [accountId, kind, subject, step, on, body, end !== null, mailed?.mail.once ?? null].join('|'),
  )
  return { told: told.sort(), mails: mails.map(({ once }) => once).sort(), days: days.map(({ on }) => on).sort() }
}

class Killed extends Error {}

/** A process that is killed at its nth write: before it, in the middle of it, or when it is on disk. */
const killedAt = (nth: number, when: 'before' | 'inside' | 'after'): Writing => {
  let writes = 0
  return async (work) => {
    writes += 1
    if (writes !== nth) return transact(work)
    if (when === 'before') throw new Killed()
    const value = await transact(async (tx) => {
      const done = await work(tx)
      if (when === 'inside') throw new Killed()
      return done
    })
    if (when === 'after') throw new Killed()
    return value
  }
}

async function twoDays(kills: readonly { nth: number; when: 'before' | 'inside' | 'after' }[]) {
  await makeHotel()
  await confirmedReader('account-maid', 'maid@example.cn', 'daily')
  await confirmedReader('account-boss', 'boss@example.cn', 'weekly')
  await tellDay(at('2026-03-10T02:00:00Z'))
  await passPaper('maid', 'hotel', 'employee', '2026-03-10')
  await addPost({ id: 'post-new', personId: 'idle', unitId: 'hotel', position: 'employee', from: '2026-03-01' })
  await confirmedReader('account-idle', 'idle@example.cn', 'daily')
  const now = at('2026-03-16T02:00:00Z')
  for (const { nth, when } of kills)
    await tellDay(now, killedAt(nth, when)).catch((fault: unknown) => {
      if (!(fault instanceof Killed)) throw fault
    })
  await tellDay(now)
  const found = await rows()
  await closeDatabase()
  return found
}

it('a day that was cut off between any two writes, however often, ends in the same rows', { timeout: 300_000 }, async () => {
  const whole = await twoDays([])
  expect(whole.mails.length).toBeGreaterThan(2)
  const kill = fc.record({
    nth: fc.integer({ min: 1, max: 5 }),
    when: fc.constantFrom('before' as const, 'inside' as const, 'after' as const),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(kill, { minLength: 1, maxLength: 4 }), async (kills) => {
      expect(await twoDays(kills)).toEqual(whole)
    }),
    { numRuns: rounds },
  )
})
