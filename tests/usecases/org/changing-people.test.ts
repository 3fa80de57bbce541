import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { catalogue } from '~/content/catalogue.server'
import { db } from '~/data/db.server'
import { recordEvidence } from '~/data/duties/evidence.server'
import { factsOfPeople } from '~/data/duties/facts.server'
import { findPersonAt } from '~/data/org/people.server'
import { transact } from '~/data/transact.server'
import { mayWork } from '~/domain/duties/may-work'
import { indexFacts } from '~/domain/duties/standing'
import { civilDay } from '~/domain/shared/civil-day'
import { type Day, parseDay } from '~/domain/shared/day'
import { NotFound } from '~/domain/shared/faults'
import { newId } from '~/gateways/secrets.server'
import { verifyEvidence } from '~/usecases/duties/verify-evidence.server'
import { correctStart } from '~/usecases/org/correct-start.server'
import { endPost } from '~/usecases/org/end-post.server'
import { mergePeople } from '~/usecases/org/merge-people.server'
import { movePost } from '~/usecases/org/move-post.server'
import { acting, grant, type MadePerson, type MadeUnit, makeEmployee, makeStreet, makeUnit, morning } from '../../factories/unit-people'
import { emptyDatabase } from '../../factories/world'

const today = civilDay(morning)
const day = (text: string): Day => {
  const parsed = parseDay(text)
  if (parsed === null) throw new Error(text)
  return parsed
}
let mall: MadeUnit
let school: MadeUnit
let li: MadePerson

const rules = () => [...catalogue().duties.values()].map(({ rule }) => rule)
const indexOf = (personId: string) => indexFacts(factsOfPeople([personId], rules()))
const clearance = (personId: string, postId: string, on: Day = today) => mayWork(indexOf(personId), postId, on)

async function pass(personId: string, on: string, position = 'employee', unit = mall): Promise<void> {
  for (const topic of [`pre-job-${position}`, 'basics'])
    await transact((tx) =>
      recordEvidence(tx, {
        id: newId(morning),
        kind: 'course',
        topic,
        subjectKind: 'person',
        subjectId: personId,
        unitId: unit.id,
        position,
        on: day(on),
        passed: true,
        validThrough: null,
        sourceKind: 'attempt',
        sourceId: 'attempt',
        recordedBy: 'system',
        recordedAt: morning,
      }),
    )
}
const acts = async () => (await db().auditEntry.findMany({ orderBy: { at: 'asc' } })).map(({ act }) => act)

beforeAll(() => void catalogue(), 60_000)
beforeEach(async () => {
  await emptyDatabase()
  await makeStreet()
  mall = await makeUnit('临河商场', 'LHSC')
  school = await makeUnit('河西小学', 'HXXX')
  li = await makeEmployee(mall, '李主任', { phone: '13800005555' })
  await grant(li.accountId, mall)
})

describe('moving to another post', () => {
  const move = (postId: string, firstDay: string, position = 'welder', toUnitId = mall.id) =>
    movePost(acting(li.accountId), { unitId: mall.id, postId, toUnitId, position, firstDay })

  it('ends the old post the day before, and asks for the new one’s own training from its first day', async () => {
    const wang = await makeEmployee(mall, '王明', { from: '2026-01-05' })
    await pass(wang.personId, '2026-01-04')
    expect(clearance(wang.personId, wang.postId)).toEqual({ mayWork: true, because: [] })
    const moved = await move(wang.postId, '2026-03-15')
    if (moved.kind !== 'moved') throw new Error(moved.kind)
    expect(clearance(wang.personId, wang.postId, day('2026-03-14')).mayWork).toBe(true)
    expect(clearance(wang.personId, wang.postId, day('2026-03-15')).mayWork).toBe(false)
    expect(clearance(wang.personId, moved.postId, day('2026-03-15')).because).toContain('pre-job-welder')
    const posts = await db().post.findMany({ where: { personId: wang.personId }, orderBy: { from: 'asc' } })
    expect(posts.map(({ position, from, to }) => [position, from, to])).toEqual([
      ['employee', '2026-01-05', '2026-03-14'],
      ['welder', '2026-03-15', null],
    ])
    expect(await acts()).toEqual(['people.postMoved'])
  })

  it('goes to another unit of the same manager, and to no other', async () => {
    const wang = await makeEmployee(mall, '王明', { from: '2026-01-05' })
    await expect(move(wang.postId, '2026-03-15', 'employee', school.id)).rejects.toThrow(NotFound)
    await grant(li.accountId, school)
    expect(await move(wang.postId, '2026-03-15', 'employee', school.id)).toMatchObject({ kind: 'moved' })
    expect(await db().post.count({ where: { personId: wang.personId, unitId: school.id, to: null } })).toBe(1)
  })

  it.each([
    ['2026-01-05', 'welder', 'people:move.refusal.notLater'],
    ['2026-03-15', 'employee', 'people:move.refusal.samePosition'],
    ['2026-02-30', 'welder', 'people:error.start.notADay'],
  ])('on %s into %s is refused, and changes nothing', async (firstDay, position, reason) => {
    const wang = await makeEmployee(mall, '王明', { from: '2026-01-05' })
    expect(await move(wang.postId, firstDay, position)).toMatchObject({ reason })
    expect(await db().post.count({ where: { personId: wang.personId, to: null } })).toBe(1)
    expect(await acts()).toEqual([])
  })

  it('is not for posts of other units', async () => {
    const teacher = await makeEmployee(school, '周老师')
    await expect(move(teacher.postId, '2026-03-15')).rejects.toThrow(NotFound)
  })
})

describe('correcting a start date', () => {
  it('moves what rests on it at once, and keeps the old day in the log', async () => {
    const wang = await makeEmployee(mall, '王明', { from: '2026-01-05' })
    await pass(wang.personId, '2025-10-01')
    expect(clearance(wang.personId, wang.postId).mayWork).toBe(false)
    const correct = (firstDay: string, unit = mall) =>
      correctStart(acting(li.accountId), { unitId: unit.id, postId: wang.postId, firstDay })
    expect(await correct('2025-12-31')).toEqual({ kind: 'corrected' })
    expect(clearance(wang.personId, wang.postId).mayWork).toBe(true)
    expect(await correct('2025-12-31')).toEqual({ kind: 'corrected' })
    const [entry] = await db().auditEntry.findMany()
    expect(JSON.parse(entry?.detail ?? '')).toEqual({ from: '2025-12-31', fromBefore: '2026-01-05' })
    expect(await db().auditEntry.count()).toBe(1)
    await expect(correct('2025-12-31', school)).rejects.toThrow(NotFound)
    expect(await correct('1949-01-01')).toMatchObject({ reason: 'people:error.start.tooEarly', field: 'firstDay' })
  })

  it('cannot be later than the last day', async () => {
    const wang = await makeEmployee(mall, '王明', { from: '2026-01-05', to: '2026-03-31' })
    const asked = { unitId: mall.id, postId: wang.postId, firstDay: '2026-04-01' }
    expect(await correctStart(acting(li.accountId), asked)).toMatchObject({ reason: 'people:move.refusal.afterEnd', field: 'firstDay' })
  })
})

describe('ending a post', () => {
  it('lets go of what was asked from the day after, and keeps what was done', async () => {
    const wang = await makeEmployee(mall, '王明', { from: '2026-01-05' })
    await pass(wang.personId, '2026-01-04')
    await endPost(acting(li.accountId), { unitId: mall.id, postId: wang.postId, lastDay: '2026-03-31' })
    expect(clearance(wang.personId, wang.postId, day('2026-03-31')).mayWork).toBe(true)
    expect(clearance(wang.personId, wang.postId, day('2026-04-01')).mayWork).toBe(false)
    expect(await db().evidenceEntry.count({ where: { subjectId: wang.personId } })).toBe(2)
  })
})

describe('merging two records of one person', () => {
  const merge = (keptId: string, goneId: string, typed = '王明', by = li.accountId, unitId: string | null = mall.id) =>
    mergePeople(acting(by), { unitId, keptId, goneId, typed })

  it('lets what one record did count for the other, and changes nothing on record', async () => {
    const kept = await makeEmployee(mall, '王明', { from: '2026-01-05' })
    const gone = await makeEmployee(mall, '王明', {
      from: '2026-01-05',
      position: 'guard',
      phone: '13700000009',
      password: 'long-enough-1',
    })
    await pass(gone.personId, '2026-01-04')
    await pass(gone.personId, '2026-01-04', 'guard')
    expect(clearance(kept.personId, kept.postId).mayWork).toBe(false)
    const before = await db().evidenceEntry.findMany({ orderBy: { id: 'asc' } })
    expect(await merge(kept.personId, gone.personId)).toEqual({ kind: 'merged' })
    expect(clearance(kept.personId, kept.postId).mayWork).toBe(true)
    expect(clearance(kept.personId, gone.postId).mayWork).toBe(true)
    expect(clearance(gone.personId, gone.postId).mayWork).toBe(true)
    expect(await db().evidenceEntry.findMany({ orderBy: { id: 'asc' } })).toEqual(before)
    expect((await verifyEvidence()).firstBad).toBeNull()
    expect(await acts()).toEqual(['people.merged'])
  })

  it('shows one person with both posts, who signs in as before', async () => {
    const kept = await makeEmployee(mall, '王明')
    const gone = await makeEmployee(mall, '王明', { position: 'guard', phone: '13700000009', password: 'long-enough-1' })
    await merge(kept.personId, gone.personId)
    const scope = { everything: false, places: [], units: [mall.id] }
    expect((await findPersonAt(scope, mall.id, kept.personId))?.posts.map(({ position }) => position).sort()).toEqual(['employee', 'guard'])
    expect(await findPersonAt(scope, mall.id, gone.personId)).toBeNull()
    const account = await db().account.findUniqueOrThrow({ where: { id: kept.accountId } })
    expect([account.phone, account.passwordHash === null]).toEqual(['13700000009', false])
    expect(await db().account.findUniqueOrThrow({ where: { id: gone.accountId } })).toMatchObject({ phone: null, passwordHash: null })
    expect(await db().person.findUniqueOrThrow({ where: { id: kept.personId } })).toMatchObject({ phone: '13700000009' })
  })

  it('asks for the name again, and refuses a second time, rights and another unit’s people', async () => {
    const kept = await makeEmployee(mall, '王明')
    const gone = await makeEmployee(mall, '王明')
    expect(await merge(kept.personId, gone.personId, '王')).toMatchObject({ reason: 'people:merge.refusal.nameDiffers', field: 'typed' })
    expect(await merge(kept.personId, kept.personId)).toMatchObject({ reason: 'people:merge.refusal.same' })
    expect(await merge(kept.personId, li.personId)).toMatchObject({ reason: 'people:refusal.reach.grants' })
    const teacher = await makeEmployee(school, '王明')
    await expect(merge(kept.personId, teacher.personId)).rejects.toThrow(NotFound)
    await expect(merge(teacher.personId, kept.personId)).rejects.toThrow(NotFound)
    expect(await merge(kept.personId, gone.personId)).toEqual({ kind: 'merged' })
    await expect(merge(kept.personId, gone.personId)).rejects.toThrow(NotFound)
    await expect(merge(gone.personId, kept.personId)).rejects.toThrow(NotFound)
    expect(await db().person.count({ where: { mergedIntoId: { not: null } } })).toBe(1)
  })

  it('is the county administrator’s wherever the two work, and nobody else’s', async () => {
    const kept = await makeEmployee(mall, '王明')
    const gone = await makeEmployee(school, '王明')
    await expect(merge(kept.personId, gone.personId, '王明', li.accountId, null)).rejects.toThrow()
    const chief = await makeEmployee(school, '周队')
    await grant(chief.accountId, null)
    expect(await merge(kept.personId, gone.personId, '王明', chief.accountId, null)).toEqual({ kind: 'merged' })
    expect(await db().post.count({ where: { personId: kept.personId } })).toBe(2)
    expect(await merge(gone.personId, kept.personId, '王明', chief.accountId, null)).toMatchObject({
      reason: 'people:merge.refusal.merged',
    })
  })
})
