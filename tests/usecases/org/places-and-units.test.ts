import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { catalogue } from '~/content/catalogue.server'
import { db } from '~/data/db.server'
import { findPlaces } from '~/data/org/places.server'
import { Forbidden, NotFound } from '~/domain/shared/faults'
import { addPlace } from '~/usecases/org/add-place.server'
import { addUnit } from '~/usecases/org/add-unit.server'
import { addTrait, endTrait } from '~/usecases/org/change-traits.server'
import { changeUnit } from '~/usecases/org/change-unit.server'
import { renamePlace } from '~/usecases/org/rename-place.server'
import { actsSoFar, makeAdministered } from '../../factories/administration'
import { acting, grant, makeEmployee, makeUnit } from '../../factories/unit-people'

let world: Awaited<ReturnType<typeof makeAdministered>>
beforeAll(() => void catalogue(), 60_000)
beforeEach(async () => {
  world = await makeAdministered()
})
const wish = { name: '河西小学', placeId: 'street', sector: 'education', from: '2026-03-01', traits: ['primary-secondary', 'crowded'] }

describe('adding places', () => {
  it('puts a community below a street, on the path of both', async () => {
    const added = await addPlace(world.asAdministrator(), { parentId: 'street', kind: 'community', name: ' 柳树  社区 ' })
    if (added.kind !== 'added') throw new Error(added.reason)
    expect(findPlaces().find(({ id }) => id === added.id)).toMatchObject({
      name: '柳树 社区',
      kind: 'community',
      path: `/county/street/${added.id}/`,
      units: 0,
    })
    expect(await actsSoFar()).toEqual(['org.placeAdded'])
  })
  it('refuses a street below a street, an unknown kind, a second county and a name already there', async () => {
    const as = world.asAdministrator()
    expect(await addPlace(as, { parentId: 'street', kind: 'street', name: '东街道' })).toMatchObject({ reason: 'org:refusal.place.kind' })
    expect(await addPlace(as, { parentId: 'street', kind: 'moon', name: '月亮' })).toMatchObject({ reason: 'org:refusal.place.kind' })
    expect(await addPlace(as, { parentId: null, kind: 'county', name: '别的县' })).toMatchObject({ reason: 'org:refusal.place.notFirst' })
    expect(await addPlace(as, { parentId: 'county', kind: 'street', name: '河西街道' })).toMatchObject({
      reason: 'org:refusal.place.sameName',
    })
    expect(await actsSoFar()).toEqual([])
  })
  it('is for administrators', async () => {
    const manager = await makeEmployee(world.brigade, '李主任')
    await grant(manager.accountId, world.brigade)
    await expect(addPlace(acting(manager.accountId), { parentId: 'street', kind: 'grid', name: '一格' })).rejects.toThrow(Forbidden)
    await expect(addPlace(world.asAdministrator(), { parentId: 'nowhere', kind: 'grid', name: '一格' })).rejects.toThrow(NotFound)
  })
  it('renames, and says what the name was', async () => {
    expect(await renamePlace(world.asAdministrator(), { id: 'street', name: '河东街道' })).toEqual({ kind: 'renamed' })
    const [entry] = await db().auditEntry.findMany()
    expect(entry).toMatchObject({ act: 'org.placeRenamed', targetId: 'street', detail: '{"before":"河西街道","after":"河东街道"}' })
  })
})

describe('adding units', () => {
  it('gives a unit a short code, a join code and its traits from its first day', async () => {
    const added = await addUnit(world.asAdministrator(), wish)
    if (added.kind !== 'added') throw new Error(added.reason)
    const unit = await db().unit.findUniqueOrThrow({ where: { id: added.id }, include: { traits: true, joinCodes: true } })
    expect(unit.shortCode).toMatch(/^[2-9A-HJ-NP-Z]{4}$/)
    expect(unit.joinCodes.map(({ code }) => code.length)).toEqual([8])
    expect(unit.traits.map(({ trait, from, to }) => [trait, from, to]).sort()).toEqual([
      ['crowded', '2026-03-01', null],
      ['primary-secondary', '2026-03-01', null],
    ])
  })
  it.each([
    ['a day in 1900', { from: '1900-01-01' }, 'org:error.day.tooEarly', 'from'],
    ['an unknown trait', { traits: ['haunted'] }, 'org:refusal.unit.unknownTrait', 'traits'],
    ['a template for a trait', { traits: ['programme-{slug}'] }, 'org:refusal.unit.unknownTrait', 'traits'],
    ['an unknown sector', { sector: 'magic' }, 'org:refusal.unit.unknownSector', 'sector'],
    ['an unknown place', { placeId: 'nowhere' }, 'org:refusal.unit.unknownPlace', 'placeId'],
    ['the name of an open neighbour', { name: '临河县消防救援大队' }, 'org:refusal.unit.sameName', 'name'],
    ['a blank name', { name: ' 　' }, 'org:error.nameMissing', 'name'],
  ])('refuses %s', async (_what, change, reason, field) => {
    expect(await addUnit(world.asAdministrator(), { ...wish, ...change })).toMatchObject({ kind: 'refused', reason, field })
    expect(await actsSoFar()).toEqual([])
  })
})

describe('changing units', () => {
  it('changes name and sector and logs what changed, once', async () => {
    const unit = await makeUnit('河西学校', 'HXXX')
    const change = { unitId: unit.id, name: '河西小学', placeId: 'street', sector: 'education' }
    expect(await changeUnit(world.asAdministrator(), change)).toEqual({ kind: 'changed' })
    expect(await changeUnit(world.asAdministrator(), change)).toEqual({ kind: 'changed' })
    const entries = await db().auditEntry.findMany()
    expect(entries.map(({ act, detail }) => [act, JSON.parse(detail)])).toEqual([
      ['org.unitChanged', { before: '河西学校', after: '河西小学', sectorBefore: 'commerce', sector: 'education' }],
    ])
  })
  it('gives a trait once at a time, ends it not before it began, and refuses what is not a trait', async () => {
    const { id: unitId } = await makeUnit('河西饭店', 'HXFD')
    const as = world.asAdministrator()
    expect(await addTrait(as, { unitId, trait: 'hotel', from: '2026-01-01', to: null })).toEqual({ kind: 'changed' })
    expect(await addTrait(as, { unitId, trait: 'hotel', from: '2026-02-01', to: null })).toMatchObject({
      reason: 'org:refusal.unit.traitHeld',
    })
    expect(await addTrait(as, { unitId, trait: 'castle', from: '2026-02-01', to: null })).toMatchObject({
      reason: 'org:refusal.unit.unknownTrait',
    })
    expect(await addTrait(as, { unitId, trait: 'crowded', from: '1900-02-01', to: null })).toMatchObject({
      reason: 'org:error.day.tooEarly',
      field: 'from',
    })
    expect(await addTrait(as, { unitId, trait: 'crowded', from: '2026-02-01', to: '2026-01-31' })).toMatchObject({
      reason: 'org:error.day.beforeStart',
      field: 'to',
    })
    const held = await db().unitTrait.findFirstOrThrow({ where: { unitId } })
    expect(await endTrait(as, { unitId, traitId: held.id, to: '2025-12-31' })).toMatchObject({ reason: 'org:error.day.beforeStart' })
    expect(await endTrait(as, { unitId, traitId: held.id, to: '2026-01-31' })).toEqual({ kind: 'changed' })
    expect(await addTrait(as, { unitId, trait: 'hotel', from: '2026-02-01', to: null })).toEqual({ kind: 'changed' })
    await expect(endTrait(as, { unitId: world.brigade.id, traitId: held.id, to: '2026-01-31' })).rejects.toThrow(NotFound)
  })
})
