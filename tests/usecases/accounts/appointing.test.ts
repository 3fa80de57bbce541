import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { catalogue } from '~/content/catalogue.server'
import { listGrants } from '~/data/accounts/grant-list.server'
import { findGrants } from '~/data/accounts/grants.server'
import { db } from '~/data/db.server'
import { transact } from '~/data/transact.server'
import { can } from '~/domain/accounts/can'
import { formatDay } from '~/domain/shared/day'
import { Forbidden, NotFound } from '~/domain/shared/faults'
import { hashOf } from '~/gateways/secrets.server'
import { addManager } from '~/usecases/accounts/add-manager.server'
import { type Appointment, appoint } from '~/usecases/accounts/appoint.server'
import { endGrant } from '~/usecases/accounts/end-grant.server'
import { resetAccess } from '~/usecases/accounts/reset-access.server'
import { actsSoFar, makeAdministered, postsOf } from '../../factories/administration'
import { acting, type MadePerson, type MadeUnit, makeEmployee, makeUnit, morning } from '../../factories/unit-people'

let world: Awaited<ReturnType<typeof makeAdministered>>
let shop: MadeUnit
let wang: MadePerson

beforeAll(() => void catalogue(), 60_000)
beforeEach(async () => {
  world = await makeAdministered()
  shop = await makeUnit('临河商场', 'LHSC')
  wang = await makeEmployee(shop, '王明', { phone: '13800001234' })
  await transact((tx) =>
    tx.session.create({
      data: {
        id: 's',
        accountId: wang.accountId,
        kind: 'learner',
        createdAt: morning,
        seenAt: morning,
        expiresAt: morning,
        absoluteAt: morning,
      },
    }),
  )
})
const give = (change: Partial<Appointment>) =>
  appoint(world.asAdministrator(), {
    accountId: wang.accountId,
    role: 'manager',
    placeId: null,
    unitId: shop.id,
    sectors: '*',
    from: '2026-03-10',
    to: null,
    ...change,
  })
const grantOf = async (accountId: string) =>
  (await db().grant.findFirstOrThrow({ where: { accountId }, orderBy: { createdAt: 'desc' } })).id

describe('appointing', () => {
  it('makes a manager of one unit from that day on and ends the sessions from before', async () => {
    expect(await give({})).toMatchObject({ kind: 'appointed' })
    const { today, actor } = acting(wang.accountId)
    expect(can(actor.grants, 'manage', { kind: 'unit', unitId: shop.id, placePath: '/county/street/', sector: 'commerce' }, today)).toBe(
      true,
    )
    expect(
      can(actor.grants, 'manage', { kind: 'unit', unitId: world.brigade.id, placePath: '/county/street/', sector: 'commerce' }, today),
    ).toBe(false)
    expect(await db().session.count()).toBe(0)
    expect(await actsSoFar()).toEqual(['org.appointed'])
  })
  it('makes a supervisor of a place and some sectors', async () => {
    expect(await give({ role: 'supervisor', placeId: 'street', unitId: null, sectors: ['education'] })).toMatchObject({ kind: 'appointed' })
    expect(findGrants(wang.accountId)).toMatchObject([
      { role: 'supervisor', placePath: '/county/street/', unitId: null, sectors: ['education'] },
    ])
  })
  it.each([
    ['days in 1900', { from: '1900-01-01' }, 'org:error.day.tooEarly'],
    ['yesterday', { from: '2026-03-09' }, 'org:refusal.grant.fromPast'],
    ['an end before the beginning', { from: '2026-03-12', to: '2026-03-11' }, 'org:error.day.beforeStart'],
    ['a unit that is not there', { unitId: 'nowhere' }, 'org:refusal.grant.nowhere'],
    ['no unit', { unitId: null }, 'org:refusal.grant.nowhere'],
    ['a supervisor of nowhere', { role: 'supervisor' as const, placeId: 'nowhere' }, 'org:refusal.grant.nowhere'],
    ['a supervisor of no sector', { role: 'supervisor' as const, placeId: 'street', sectors: [] }, 'org:refusal.grant.unknownSector'],
    ['a sector that is none', { role: 'supervisor' as const, placeId: 'street', sectors: ['magic'] }, 'org:refusal.grant.unknownSector'],
  ])('refuses %s', async (_what, change, reason) => {
    expect(await give(change)).toMatchObject({ kind: 'refused', reason })
    expect(findGrants(wang.accountId)).toEqual([])
  })
  it('refuses the same right twice at a time, and is for administrators', async () => {
    await give({ to: '2026-03-31' })
    expect(await give({ from: '2026-03-31' })).toMatchObject({ reason: 'org:refusal.grant.held' })
    expect(await give({ from: '2026-04-01' })).toMatchObject({ kind: 'appointed' })
    await expect(
      appoint(acting(wang.accountId), {
        accountId: wang.accountId,
        role: 'administrator',
        placeId: null,
        unitId: null,
        sectors: '*',
        from: '2026-03-10',
        to: null,
      }),
    ).rejects.toThrow(Forbidden)
    await expect(give({ accountId: 'nobody' })).rejects.toThrow(NotFound)
  })
})

describe('ending a right', () => {
  it('holds to the end of its last day', async () => {
    await give({})
    expect(await endGrant(world.asAdministrator(), { grantId: await grantOf(wang.accountId), to: '2026-03-10' })).toEqual({ kind: 'ended' })
    const today = world.asAdministrator().today
    const states = async (state: 'inForce' | 'ended') =>
      (await listGrants({ role: 'manager', state, text: null, accountId: wang.accountId, unitId: null }, today)).total
    expect([await states('inForce'), await states('ended')]).toEqual([1, 0])
    expect(findGrants(wang.accountId).map(({ to }) => to !== null && formatDay(to))).toEqual(['2026-03-10'])
  })
  it('refuses yesterday, and what has ended', async () => {
    await give({})
    const grantId = await grantOf(wang.accountId)
    expect(await endGrant(world.asAdministrator(), { grantId, to: '2026-03-09' })).toMatchObject({
      reason: 'org:refusal.grant.endPast',
      field: 'to',
    })
    await transact((tx) => tx.grant.update({ where: { id: grantId }, data: { to: '2026-03-09', from: '2026-03-01' } }))
    expect(await endGrant(world.asAdministrator(), { grantId, to: '2026-03-10' })).toMatchObject({
      reason: 'org:refusal.grant.alreadyEnded',
    })
  })
  it('never ends the last administrator, not by an end to come and not by a successor with an end', async () => {
    const grantId = await grantOf(world.administrator.accountId)
    const end = (to = '2026-03-10') => endGrant(world.asAdministrator(), { grantId, to })
    expect(await end()).toMatchObject({ reason: 'org:refusal.grant.lastAdministrator' })
    expect(await end('2027-03-10')).toMatchObject({ reason: 'org:refusal.grant.lastAdministrator' })
    await give({ role: 'administrator', unitId: null, to: '2026-12-31' })
    expect(await end()).toMatchObject({ reason: 'org:refusal.grant.lastAdministrator' })
    await give({ role: 'administrator', unitId: null, from: '2027-01-01' })
    expect(await end()).toEqual({ kind: 'ended' })
  })
  it('of two administrators who end each other at once one stays', async () => {
    await give({ role: 'administrator', unitId: null })
    const ids = (await db().grant.findMany({ where: { role: 'administrator' } })).map(({ id }) => id)
    const outcomes = await Promise.all(ids.map((grantId) => endGrant(world.asAdministrator(), { grantId, to: '2026-03-10' })))
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['ended', 'refused'])
  })
})

describe('a person added as manager', () => {
  const wish = { name: '赵经理', phone: '138 0000 7777', position: 'fire-manager', from: '2026-03-16' }
  it('gets a person, an account, a post, a right from the first day of work and a slip, in one go', async () => {
    const added = await addManager(world.asAdministrator(), { unitId: shop.id, ...wish })
    if (added.kind !== 'added') throw new Error(added.reason)
    expect(added).toMatchObject({ phone: '13800007777', staffNumber: 'LHSC-0002', unitName: '临河商场' })
    expect(await postsOf(shop)).toContainEqual(['赵经理', 'fire-manager', '2026-03-16', null])
    const account = await db().account.findUniqueOrThrow({ where: { phone: '13800007777' }, include: { slips: true, grants: true } })
    expect(account.slips).toMatchObject([{ codeHash: hashOf(added.code), usedAt: null, expiresAt: new Date('2026-03-17T02:00:00.000Z') }])
    expect(account.grants).toMatchObject([{ role: 'manager', unitId: shop.id, from: '2026-03-16', to: null }])
    expect(JSON.stringify(await db().auditEntry.findMany())).not.toContain(added.code)
    expect(await actsSoFar()).toEqual(['org.managerAdded'])
  })
  it.each([
    ['a phone that somebody signs in with', { phone: '13800001234' }, 'org:refusal.manager.phoneKnown'],
    ['a phone that is none', { phone: '12' }, 'org:error.phone'],
    ['an unknown position', { position: 'wizard' }, 'org:refusal.manager.unknownPosition'],
    ['a first day in 1900', { from: '1900-01-01' }, 'org:error.start.tooEarly'],
  ])('is refused with %s, and nothing is left behind', async (_what, change, reason) => {
    const people = await db().person.count()
    expect(await addManager(world.asAdministrator(), { unitId: shop.id, ...wish, ...change })).toMatchObject({ kind: 'refused', reason })
    expect(await db().person.count()).toBe(people)
  })
})

describe('resetting access', () => {
  it('ends every session and older slips, keeps only a hash, and says so in the log', async () => {
    const first = await resetAccess(world.asAdministrator(), wang.accountId)
    const second = await resetAccess(world.asAdministrator(), wang.accountId)
    if (first.kind !== 'issued' || second.kind !== 'issued') throw new Error('refused')
    expect(second.code).toMatch(/^[2-9A-HJ-NP-Z]{12}$/)
    expect(await db().session.count()).toBe(0)
    expect(await db().slip.count({ where: { usedAt: null, expiresAt: { gt: morning } } })).toBe(1)
    expect(await db().slip.count({ where: { codeHash: hashOf(second.code) } })).toBe(1)
    expect(await actsSoFar()).toEqual(['org.accessReset', 'org.accessReset'])
  })
  it('is not for oneself and not for others than administrators', async () => {
    expect(await resetAccess(world.asAdministrator(), world.administrator.accountId)).toMatchObject({ reason: 'org:refusal.reset.own' })
    await expect(resetAccess(acting(wang.accountId), world.administrator.accountId)).rejects.toThrow(Forbidden)
  })
})
