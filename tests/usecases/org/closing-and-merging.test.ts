import { beforeEach, describe, expect, it } from 'vitest'
import { findGrants } from '~/data/accounts/grants.server'
import { searchPeople } from '~/data/accounts/people-search.server'
import { db } from '~/data/db.server'
import { recordPostBegun } from '~/data/org/newcomers.server'
import { transact } from '~/data/transact.server'
import { scopeFor } from '~/domain/accounts/scope'
import { type Day, parseDay } from '~/domain/shared/day'
import { NotFound } from '~/domain/shared/faults'
import { closeUnit } from '~/usecases/org/close-unit.server'
import { mergeUnits } from '~/usecases/org/merge-units.server'
import { actsSoFar, makeAdministered, postsOf } from '../../factories/administration'
import { grant, type MadePerson, type MadeUnit, makeEmployee, makeUnit, morning } from '../../factories/unit-people'

const day = (text: string): Day => {
  const parsed = parseDay(text)
  if (parsed === null) throw new Error(text)
  return parsed
}

let world: Awaited<ReturnType<typeof makeAdministered>>
let old: MadeUnit
let target: MadeUnit
let manager: MadePerson

beforeEach(async () => {
  world = await makeAdministered()
  old = await makeUnit('河西老店', 'LAOD')
  target = await makeUnit('河西新店', 'XIND')
  manager = await makeEmployee(old, '李经理', { position: 'fire-manager' })
  await grant(manager.accountId, old)
  await transact((tx) =>
    tx.session.create({
      data: {
        id: 's',
        accountId: manager.accountId,
        kind: 'console',
        createdAt: morning,
        seenAt: morning,
        expiresAt: morning,
        absoluteAt: morning,
      },
    }),
  )
})
const close = (change: Partial<Parameters<typeof closeUnit>[1]> = {}) =>
  closeUnit(world.asAdministrator(), { unitId: old.id, lastDay: '2026-03-31', reason: '停业', typed: '河西老店', ...change })
const merge = (change: Partial<Parameters<typeof mergeUnits>[1]> = {}) =>
  mergeUnits(world.asAdministrator(), { unitId: old.id, intoId: target.id, lastDay: '2026-03-31', typed: '河西老店', ...change })

describe('closing a unit', () => {
  it('ends its posts, its manager, her sessions and its join code; the people stay and can be found', async () => {
    await makeEmployee(old, '早走的', { to: '2025-06-30' })
    expect(await close()).toEqual({ kind: 'closed' })
    expect(await postsOf(old)).toEqual([
      ['李经理', 'fire-manager', '2024-01-01', '2026-03-31'],
      ['早走的', 'employee', '2024-01-01', '2025-06-30'],
    ])
    expect(findGrants(manager.accountId).map(({ to }) => to)).not.toContain(null)
    expect(await db().session.count()).toBe(0)
    expect((await db().joinCode.findMany({ where: { unitId: old.id } })).every(({ endedAt }) => endedAt !== null)).toBe(true)
    const { rows } = await searchPeople(
      scopeFor(findGrants(world.administrator.accountId), 'see', world.asAdministrator().today),
      { typed: 'zaoz', near: (name) => (name.startsWith('早走') ? 0 : null) },
      world.asAdministrator().today,
    )
    expect(rows.map(({ name, posts }) => [name, posts])).toEqual([['早走的', []]])
    expect(await actsSoFar()).toEqual(['org.unitClosed'])
  })
  it('ends with its last day what still begins before it, and lets nothing begin after it', async () => {
    await close()
    const begin = (from: string, id: string) =>
      transact((tx) =>
        recordPostBegun(tx, {
          id,
          personId: manager.personId,
          unitId: old.id,
          position: 'electrician',
          from: day(from),
          cardToken: id,
          now: morning,
        }),
      )
    await begin('2026-03-31', 'k1')
    expect(await postsOf(old)).toContainEqual(['李经理', 'electrician', '2026-03-31', '2026-03-31'])
    await expect(begin('2026-04-01', 'k2')).rejects.toThrow(NotFound)
  })
  it('refuses a mistyped name, a day in 1900, a second closing', async () => {
    expect(await close({ typed: '河西新店' })).toMatchObject({
      reason: 'org:refusal.end.nameDiffers',
      field: 'typed',
      values: { name: '河西老店' },
    })
    expect(await close({ lastDay: '1900-01-01' })).toMatchObject({ reason: 'org:error.day.tooEarly', field: 'lastDay' })
    expect(await close()).toEqual({ kind: 'closed' })
    expect(await close()).toMatchObject({ reason: 'org:refusal.end.alreadyClosed' })
    expect(await actsSoFar()).toEqual(['org.unitClosed'])
  })
  it('forgets nobody: refuses while somebody waits, or begins later', async () => {
    await makeEmployee(old, '下月来的', { from: '2026-04-01' })
    expect(await close()).toMatchObject({ reason: 'org:refusal.end.postsBeginLater' })
    await transact((tx) =>
      tx.joinRequest.create({
        data: {
          id: 'j',
          unitId: old.id,
          personId: manager.personId,
          name: '新人',
          phone: '13900000000',
          position: 'employee',
          from: '2026-03-11',
          createdAt: morning,
        },
      }),
    )
    expect(await close()).toMatchObject({ reason: 'org:refusal.end.joinsWaiting', values: { waiting: 1 } })
    expect(await merge()).toMatchObject({ reason: 'org:refusal.end.joinsWaiting' })
  })
})

describe('merging units', () => {
  it('lets posts go on at the target the day after, keeps history, and moves what has not begun', async () => {
    await makeEmployee(old, '早走的', { to: '2025-06-30' })
    await makeEmployee(old, '短工', { to: '2026-12-31' })
    await makeEmployee(old, '下月来的', { from: '2026-04-05' })
    const both = await makeEmployee(old, '两边跑的')
    await transact((tx) =>
      tx.post.create({
        data: {
          id: 'k',
          personId: both.personId,
          unitId: target.id,
          position: 'employee',
          from: '2025-01-01',
          cardToken: 'T',
          createdAt: morning,
        },
      }),
    )
    expect(await merge()).toMatchObject({ kind: 'merged', posts: { over: 1, ends: 1, moves: 1, goesOn: 2 } })
    expect(new Set((await postsOf(old)).map((post) => JSON.stringify(post)))).toEqual(
      new Set([
        '["李经理","fire-manager","2024-01-01","2026-03-31"]',
        '["早走的","employee","2024-01-01","2025-06-30"]',
        '["短工","employee","2024-01-01","2026-03-31"]',
        '["两边跑的","employee","2024-01-01","2026-03-31"]',
      ]),
    )
    expect(new Set((await postsOf(target)).map((post) => JSON.stringify(post)))).toEqual(
      new Set([
        '["两边跑的","employee","2025-01-01",null]',
        '["李经理","fire-manager","2026-04-01",null]',
        '["短工","employee","2026-04-01","2026-12-31"]',
        '["下月来的","employee","2026-04-05",null]',
      ]),
    )
    expect(await db().unit.findUniqueOrThrow({ where: { id: old.id } })).toMatchObject({ to: '2026-03-31', mergedIntoId: target.id })
    expect((await actsSoFar()).sort()).toEqual(['org.unitAbsorbed', 'org.unitMerged'])
  })
  it('is refused into itself, and in a circle', async () => {
    expect(await merge({ intoId: old.id })).toMatchObject({ reason: 'org:refusal.end.intoItself' })
    expect(await merge()).toMatchObject({ kind: 'merged' })
    expect(await merge({ unitId: target.id, intoId: old.id, typed: '河西新店' })).toMatchObject({ reason: 'org:refusal.end.targetClosed' })
    expect(await merge({ intoId: world.brigade.id })).toMatchObject({ reason: 'org:refusal.end.alreadyClosed' })
  })
  it('at the same moment in both directions merges one into the other, never both', async () => {
    const outcomes = await Promise.all([merge(), merge({ unitId: target.id, intoId: old.id, typed: '河西新店' })])
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['merged', 'refused'])
  })
  it('does not reach back into days already worked', async () => {
    expect(await merge({ lastDay: '2026-03-09' })).toMatchObject({ reason: 'org:refusal.end.lastDayPast' })
    expect(await merge({ lastDay: '2026-03-10' })).toMatchObject({ kind: 'merged' })
  })
})
