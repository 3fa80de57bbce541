import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { findGrants } from '~/data/accounts/grants.server'
import { findPerson, searchPeople } from '~/data/accounts/people-search.server'
import { findUnit as findOpenUnit, findUnits as findOpenUnits } from '~/data/duties/unit-clearance.server'
import { countUnits, findUnit, findUnitLife, listUnits, searchUnits } from '~/data/org/units.server'
import { transact } from '~/data/transact.server'
import { inScope, type Scope, scopeFor } from '~/domain/accounts/scope'
import { pathBelow } from '~/domain/org/place-tree'
import { civilDay } from '~/domain/shared/civil-day'
import { morning } from '../../factories/unit-people'
import { emptyDatabase } from '../../factories/world'

const today = civilDay(morning)
const days = ['2025-01-01', '2026-03-09', '2026-03-10', '2026-03-11']
const sectors = ['education', 'medical', 'commerce']

// Ids of which one begins like another, so that a prefix without its slash would be caught.
const world = fc.record({
  parents: fc.array(fc.nat(), { minLength: 1, maxLength: 9 }),
  units: fc.array(
    fc.record({
      place: fc.nat(),
      sector: fc.constantFrom(...sectors),
      name: fc.constantFrom('东门小学', '东门医院', '西门小学', '北关市场'),
      closed: fc.boolean(),
    }),
    { maxLength: 12 },
  ),
  posts: fc.array(fc.record({ unit: fc.nat(), name: fc.constantFrom('王明', '王小明', '李明', '赵四') }), { maxLength: 8 }),
  grants: fc.array(
    fc.record({
      role: fc.constantFrom('supervisor', 'supervisor', 'manager', 'administrator'),
      place: fc.nat(),
      unit: fc.nat(),
      sectors: fc.constantFrom('*', '["education"]', '["medical","commerce"]', '[]'),
      from: fc.constantFrom(...days),
      to: fc.constantFrom(null, ...days),
    }),
    { maxLength: 3 },
  ),
})
type World = (typeof world)['generate'] extends (...args: never[]) => { value: infer W } ? W : never

const pick = <T>(list: readonly T[], nth: number): T | undefined => list[nth % Math.max(1, list.length)]

function build({ parents, units, posts, grants }: World) {
  const places: { id: string; path: string; parentId: string | null }[] = []
  for (const [index, parent] of parents.entries()) {
    const above = index === 0 ? undefined : pick(places, parent)
    const id = 'p'.padEnd(index + 2, '1')
    places.push({ id, path: pathBelow(above?.path ?? null, id), parentId: above?.id ?? null })
  }
  const madeUnits = units.flatMap(({ place, closed, ...unit }, index) => {
    const at = pick(places, place)
    return at ? [{ ...unit, id: `u${index}`, placeId: at.id, placePath: at.path, to: closed ? '2026-03-09' : null }] : []
  })
  const madePosts = posts.flatMap(({ unit, name }, index) => {
    const at = pick(madeUnits, unit)
    return at ? [{ id: `k${index}`, name, unit: at }] : []
  })
  const madeGrants = grants.flatMap(({ role, place, unit, ...rest }, index) => {
    const placeId = role === 'supervisor' ? pick(places, place)?.id : null
    const unitId = role === 'manager' ? pick(madeUnits, unit)?.id : null
    return placeId === undefined || unitId === undefined ? [] : [{ ...rest, id: `g${index}`, role, placeId, unitId }]
  })
  return { places, units: madeUnits, posts: madePosts, grants: madeGrants }
}
type Built = ReturnType<typeof build>

async function store({ places, units, posts, grants }: Built) {
  await transact(async (tx) => {
    await tx.grant.deleteMany()
    await tx.post.deleteMany()
    await tx.account.deleteMany()
    await tx.person.deleteMany()
    await tx.unit.deleteMany()
    await tx.place.updateMany({ data: { parentId: null } })
    await tx.place.deleteMany()
    for (const place of places) await tx.place.create({ data: { ...place, kind: 'street', name: place.id, createdAt: morning } })
    for (const { placePath, ...unit } of units)
      await tx.unit.create({ data: { ...unit, shortCode: unit.id, from: '2020-01-01', createdAt: morning } })
    for (const { id, name, unit } of posts) {
      await tx.person.create({ data: { id: `h${id}`, name, createdAt: morning } })
      await tx.post.create({
        data: { id, personId: `h${id}`, unitId: unit.id, position: 'employee', from: '2024-01-01', cardToken: id, createdAt: morning },
      })
    }
    await tx.person.create({ data: { id: 'asker', name: '问的人', createdAt: morning } })
    await tx.account.create({ data: { id: 'asker', personId: 'asker', staffNumber: 'A-0001', createdAt: morning } })
    for (const grant of grants) await tx.grant.create({ data: { ...grant, accountId: 'asker', grantedBy: 'system', createdAt: morning } })
  })
}

const plain = { text: null, placePath: null, sector: null, trait: null, state: null }
const order = { sort: 'name' as const, descending: false, page: 1 }

async function compare(scope: Scope, { places, units, posts }: Built) {
  const mine = units.filter((unit) => inScope(scope, unit))
  const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id).sort()
  const all = await listUnits(scope, plain, today, order)
  expect(ids(all.rows)).toEqual(ids(mine))
  expect([all.total, await countUnits(scope)]).toEqual([mine.length, mine.length])
  const openOnes = await findOpenUnits(scope, today)
  expect(openOnes.map(({ id }) => id).sort()).toEqual(ids(mine.filter(({ to }) => to === null)))
  const named = await listUnits(scope, { ...plain, text: '小学' }, today, order)
  expect(ids(named.rows)).toEqual(ids(mine.filter(({ name }) => name.includes('小学'))))
  const open = await searchUnits(scope, '门', today)
  expect(ids(open.rows)).toEqual(ids(mine.filter(({ name, to }) => to === null && name.includes('门'))))
  for (const { path } of places) {
    const below = await listUnits(scope, { ...plain, placePath: path, state: 'open' }, today, order)
    expect(below.total).toBe(mine.filter(({ placePath, to }) => to === null && placePath.startsWith(path)).length)
  }
  for (const unit of units) {
    const isMine = mine.includes(unit)
    expect((await findUnit(scope, unit.id)) !== null).toBe(isMine)
    expect((await findOpenUnit(scope, unit.id, today)) !== null).toBe(isMine && unit.to === null)
    const life = await findUnitLife(scope, unit.id, today)
    expect(life.posts).toBe(isMine ? posts.filter((post) => post.unit === unit).length : 0)
  }
  const people = await searchPeople(scope, { typed: '明', near: (name) => (name.includes('明') ? 2 : null) }, today)
  const known = posts.filter(({ name, unit }) => name.includes('明') && inScope(scope, unit))
  expect(people.rows.map(({ id }) => id).sort()).toEqual(known.map(({ id }) => `h${id}`).sort())
  expect(people.total).toBe(known.length)
  for (const { id, unit } of posts) expect((await findPerson(scope, `h${id}`)) !== null).toBe(inScope(scope, unit))
}

describe('what a reader sees of units and people', () => {
  beforeAll(emptyDatabase)
  it('is what the scope says unit by unit: lists, counts, search and single pages, on any tree and any grants', async () => {
    await fc.assert(
      fc.asyncProperty(world, async (plan) => {
        const built = build(plan)
        await store(built)
        const grants = findGrants('asker')
        for (const act of ['see', 'supervise', 'manage'] as const) await compare(scopeFor(grants, act, today), built)
      }),
      { numRuns: 25 },
    )
  }, 120_000)
})
