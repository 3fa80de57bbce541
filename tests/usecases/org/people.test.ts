import { beforeAll, describe, expect, it } from 'vitest'
import { findGrants } from '~/data/accounts/grants.server'
import { db } from '~/data/db.server'
import { findJoinable, findJoinCode } from '~/data/org/join-codes.server'
import { findPersonAt, listPosts, type PeopleFilter } from '~/data/org/people.server'
import { scopeFor } from '~/domain/accounts/scope'
import type { SameAs } from '~/domain/org/joining'
import { civilDay } from '~/domain/shared/civil-day'
import { NotFound } from '~/domain/shared/faults'
import { matchHash, unseal } from '~/gateways/secrets.server'
import { addPerson } from '~/usecases/org/add-person.server'
import { correctPerson } from '~/usecases/org/correct-person.server'
import { endPost } from '~/usecases/org/end-post.server'
import { renewJoinCode } from '~/usecases/org/renew-join-code.server'
import { acting, grant, type MadePerson, type MadeUnit, makeEmployee, makeStreet, makeUnit, morning } from '../../factories/unit-people'
import { emptyDatabase } from '../../factories/world'

const today = civilDay(morning)
const idNumber = '11010519491231002X'
let mall: MadeUnit
let school: MadeUnit
let li: MadePerson

type Newcomer = { name: string; phone?: string; idNumber?: string; position?: string }
const add = (newcomer: Newcomer, same: SameAs = null) =>
  addPerson(acting(li.accountId), {
    unitId: mall.id,
    newcomer: { phone: null, idNumber: null, position: 'employee', from: today, ...newcomer },
    same,
  })
const scope = () => scopeFor(findGrants(li.accountId), 'manage', today)

beforeAll(async () => {
  await emptyDatabase()
  await makeStreet()
  mall = await makeUnit('临河商场', 'LHSC')
  school = await makeUnit('河西小学', 'HXXX')
  li = await makeEmployee(mall, '李主任', { phone: '13800005555' })
  await grant(li.accountId, mall)
})

describe('adding somebody by hand', () => {
  it('makes a person, an account with the next staff number, and a post', async () => {
    const added = await add({ name: '王明' })
    if (added.kind !== 'added') throw new Error(added.kind)
    const account = await db().account.findUniqueOrThrow({ where: { personId: added.personId } })
    expect(account.staffNumber).toBe('LHSC-0002')
    expect(await db().post.count({ where: { id: added.postId, personId: added.personId, unitId: mall.id } })).toBe(1)
    expect(await db().auditEntry.count({ where: { act: 'people.added', targetId: added.personId } })).toBe(1)
  })

  it('keeps an ID number sealed and finds its holder again by it', async () => {
    const added = await add({ name: '赵四', idNumber })
    if (added.kind !== 'added') throw new Error(added.kind)
    const person = await db().person.findUniqueOrThrow({ where: { id: added.personId } })
    expect(person.idCipher).not.toContain('1949')
    expect(unseal(person.idCipher ?? '')).toBe(idNumber)
    expect(person.idHash).toBe(matchHash(idNumber))
    expect(JSON.stringify(await db().auditEntry.findMany())).not.toContain('1949')
    expect(await add({ name: '赵司', idNumber })).toMatchObject({
      kind: 'clashing',
      clashes: [{ personId: added.personId, by: 'idNumber' }],
    })
    expect(await add({ name: '赵司', idNumber }, 'other')).toMatchObject({ reason: 'people:refusal.idTaken', field: 'idNumber' })
    const again = await add({ name: '赵司', idNumber, position: 'welder' }, { personId: added.personId })
    expect(again).toMatchObject({ kind: 'added', personId: added.personId, known: true })
    expect(await db().post.count({ where: { personId: added.personId } })).toBe(2)
  })

  it('shows a clash inside the unit in full and one outside only as somebody elsewhere', async () => {
    await makeEmployee(mall, '钱六', { phone: '13700000001' })
    expect(await add({ name: '钱六', phone: '13700000001' })).toMatchObject({
      kind: 'clashing',
      clashes: [{ by: 'phone', inUnit: true, inside: { name: '钱六' } }],
    })
    await makeEmployee(school, '孙老师', { phone: '13700000002' })
    const answer = await add({ name: '别人', phone: '13700000002' })
    expect(answer).toMatchObject({ kind: 'clashing', clashes: [{ by: 'phone', inUnit: false, sameName: false, inside: null }] })
    expect(JSON.stringify(answer)).not.toContain('孙老师')
  })

  it('twice, with the same button, makes one post', async () => {
    const there = await makeEmployee(mall, '吴九', { phone: '13700000003' })
    expect(await add({ name: '吴九', phone: '13700000003' }, { personId: there.personId })).toMatchObject({ postId: there.postId })
  })

  it('is not for the manager of another unit', async () => {
    const head = await makeEmployee(school, '陈校长')
    await grant(head.accountId, school)
    const newcomer = { name: '甲', phone: null, idNumber: null, position: 'employee', from: today }
    await expect(addPerson(acting(head.accountId), { unitId: mall.id, newcomer, same: null })).rejects.toThrow(NotFound)
  })
})

describe('ending a post', () => {
  const end = (postId: string, lastDay: string | null, unit = mall) => endPost(acting(li.accountId), { unitId: unit.id, postId, lastDay })

  it('keeps the last day, and can be taken back', async () => {
    const wang = await makeEmployee(mall, '郑一', { from: '2026-01-01' })
    expect(await end(wang.postId, '2026-03-31')).toMatchObject({ kind: 'ended' })
    expect((await db().post.findUniqueOrThrow({ where: { id: wang.postId } })).to).toBe('2026-03-31')
    await end(wang.postId, '2026-03-31')
    await end(wang.postId, null)
    expect((await db().post.findUniqueOrThrow({ where: { id: wang.postId } })).to).toBeNull()
    expect(await db().auditEntry.count({ where: { targetId: wang.postId } })).toBe(2)
  })

  it.each([
    ['2025-12-31', 'beforeStart'],
    ['2027-03-11', 'tooLate'],
    ['2026-02-30', 'notADay'],
    ['', 'notADay'],
  ])('refuses %s', async (lastDay, why) => {
    const wang = await makeEmployee(mall, '郑二', { from: '2026-01-01' })
    expect(await end(wang.postId, lastDay)).toMatchObject({ reason: `people:error.last.${why}`, field: 'lastDay' })
  })

  it('is not for posts of other units', async () => {
    const teacher = await makeEmployee(school, '周老师')
    await expect(end(teacher.postId, '2026-03-31')).rejects.toThrow(NotFound)
    await expect(end(teacher.postId, '2026-03-31', school)).rejects.toThrow(NotFound)
  })
})

describe('putting a person right', () => {
  const correct = (personId: string, name: string, phone: string | null) =>
    correctPerson(acting(li.accountId), { unitId: mall.id, personId, name, phone })

  it('changes the login name with the phone', async () => {
    const wang = await makeEmployee(mall, '冯一', { phone: '13600000001' })
    expect(await correct(wang.personId, '冯二', '13600000002')).toEqual({ kind: 'corrected' })
    expect(await db().account.findUniqueOrThrow({ where: { id: wang.accountId } })).toMatchObject({ phone: '13600000002' })
    const [entry] = await db().auditEntry.findMany({ where: { act: 'people.corrected', targetId: wang.personId } })
    expect(entry?.detail).toBe('{"name":true,"phone":true}')
  })

  it('refuses the phone that somebody else signs in with', async () => {
    const wang = await makeEmployee(mall, '冯三')
    expect(await correct(wang.personId, '冯三', '13800005555')).toMatchObject({ reason: 'people:refusal.phoneTaken', field: 'phone' })
  })

  it('is the administrator’s for people who also work elsewhere or hold rights', async () => {
    expect(await correct(li.personId, '李某', null)).toMatchObject({ reason: 'people:refusal.reach.grants' })
    const both = await makeEmployee(school, '冯四', { phone: '13600000009' })
    const added = await add({ name: '冯四', phone: '13600000009' }, { personId: both.personId })
    expect(added).toMatchObject({ kind: 'added', known: true })
    expect(await correct(both.personId, '冯五', null)).toMatchObject({ reason: 'people:refusal.reach.elsewhere' })
    const stranger = await makeEmployee(school, '冯六')
    await expect(correct(stranger.personId, '冯七', null)).rejects.toThrow(NotFound)
  })
})

describe('the join code', () => {
  it('renewed ends the old one', async () => {
    const before = mall.code
    expect(findJoinable(before, today)?.unitId).toBe(mall.id)
    const renewed = await renewJoinCode(acting(li.accountId), { unitId: mall.id, expiresOn: null })
    if (renewed.kind !== 'renewed') throw new Error(renewed.kind)
    expect(findJoinable(before, today)).toBeNull()
    expect(findJoinable(renewed.code, today)?.unitId).toBe(mall.id)
    expect((await findJoinCode(scope(), mall.id))?.code).toBe(renewed.code)
    expect(await findJoinCode(scope(), school.id)).toBeNull()
  })
})

describe('the list of people', () => {
  const list = async (filter: Partial<PeopleFilter>, unit = mall, page = 1) =>
    listPosts(scope(), unit.id, { text: '', position: null, state: 'present', ...filter }, today, { sort: 'name', descending: false, page })

  it('has counts that add up under every search', async () => {
    await makeEmployee(mall, '褚一', { to: '2026-03-09', position: 'welder' })
    await makeEmployee(mall, '褚二', { to: '2026-03-10', position: 'welder' })
    for (const filter of [{}, { text: '褚' }, { position: 'welder' }, { text: '没有这个人' }, { text: '%' }]) {
      const { counts } = await list(filter)
      expect(counts.present + counts.ended).toBe(counts.all)
      expect((await list({ ...filter, state: 'ended' })).rows).toHaveLength(Math.min(50, counts.ended))
    }
    expect((await list({ text: '褚' })).counts).toEqual({ present: 1, ended: 1, all: 2 })
  })

  it('holds nothing of other units', async () => {
    expect((await list({ state: 'all' }, school)).counts).toEqual({ present: 0, ended: 0, all: 0 })
    const stranger = await makeEmployee(school, '褚三')
    expect(await findPersonAt(scope(), school.id, stranger.personId)).toBeNull()
    expect(await findPersonAt(scope(), mall.id, stranger.personId)).toBeNull()
  })
})
