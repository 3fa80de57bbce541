import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { catalogue } from '~/content/catalogue.server'
import { db } from '~/data/db.server'
import { loader as mine } from '~/routes/classes+/me_.classes'
import { loader as coverage } from '~/routes/classes+/street.classes.$programmeId.coverage._index'
import { action, loader } from '~/routes/classes+/street.classes.$programmeId.make-up'
import { loader as planning } from '~/routes/classes+/street.classes.$programmeId.new-class'
import { actsSoFar } from '../../factories/administration'
import { bodyOf, madeClass, madeProgramme, roomOf } from '../../factories/planned-class'
import { emptyDatabase, setClock } from '../../factories/world'
import { addPerson, addPost, ask, buildStreet, grant, passPaper, statusOf, switchOn } from '../duties-pages/street-corner'

const duty = 'unit-staff-training-annual'
let now: Date
let programmeId = ''
let ahead = ''
let requests = 0

const address = (query = '', id = programmeId) => `/street/classes/${id}/make-up${query}`
const look = async (who: string, query = '', id = programmeId) => {
  requests += 1
  return loader(await ask(address(query, id), who, now, { programmeId: id }))
}
async function press(who: string, fields: Record<string, string>, id = programmeId): Promise<unknown> {
  requests += 1
  const asked = await ask(address('', id), who, now, { programmeId: id })
  const headers = { Cookie: asked.request.headers.get('Cookie') ?? '' }
  const answer = await action({
    ...asked,
    request: new Request(asked.request.url, { method: 'POST', headers, body: new URLSearchParams(fields) }),
  })
  return answer instanceof Response ? answer.headers.get('Location') : answer
}
const asked = async (classId = ahead) =>
  (await db().classInvitation.findMany({ where: { classId }, orderBy: { memberId: 'asc' } })).map(({ memberId }) => memberId)
const refused = (reason: string) => ({ data: { errors: { '': [reason] } } })

beforeAll(() => void catalogue(), 60_000)
beforeEach(async () => {
  await emptyDatabase()
  now = setClock('2026-03-10T02:00:00Z')
  requests = 0
  await buildStreet()
  for (const [person, name] of Object.entries({
    ...{ maid: '服务员', cook: '厨师', clerk: '前台', boss: '酒店责任人' },
    ...{ east: '东街监督', shops: '商业监督', west: '西街监督' },
  }))
    await addPerson(person, name)
  for (const person of ['maid', 'cook', 'clerk'])
    await addPost({ id: `post-${person}`, personId: person, unitId: 'hotel', position: 'employee', from: '2024-01-01' })
  await addPost({ id: 'post-boss', personId: 'boss', unitId: 'hotel', position: 'responsible-person', from: '2024-01-01' })
  await grant('east', 'supervisor', { placeId: 'east' })
  await grant('shops', 'supervisor', { placeId: 'east', sectors: '["commerce"]' })
  await grant('west', 'supervisor', { placeId: 'west' })
  await switchOn(duty)
  programmeId = await madeProgramme(
    'east',
    ['maid', 'cook', 'clerk'].map((id) => ({ id, subjectKind: 'person' as const, subjectId: id, unitId: 'hotel' })),
    { binds: 'person', audience: { sectors: [], traits: [], positions: ['employee'] }, duty, topic: 'refresher', deputies: false },
  )
  ahead = await madeClass(programmeId, bodyOf({ title: '补课班', classrooms: [roomOf('main', 5)] }))
})

describe('making up for a class', () => {
  it('takes two clicks for one who missed it: his line, and the class to come', async () => {
    const list = await coverage(await ask(`/street/classes/${programmeId}/coverage`, 'east', now, { programmeId }))
    expect(list.groups[0]?.rows.map(({ name, holds }) => [name, holds])).toContainEqual(['服务员', null])
    const { page } = await look('east', '?member=maid')
    expect(page).toMatchObject({ one: { id: 'maid', name: '服务员' }, total: 1, classes: [{ id: ahead, title: '补课班', count: 1 }] })
    expect(await press('east', { intent: 'invite', classId: ahead, member: 'maid' })).toBe(`/classes/${ahead}?done=invited`)
    expect(requests).toBe(2)
    expect(await asked()).toEqual(['maid'])
  })

  it('takes two clicks for all of them, and asks nobody again who has what the duty asks for', async () => {
    await passPaper('cook', 'hotel', 'employee', '2026-02-02')
    const { page } = await look('east')
    expect(page).toMatchObject({ total: 2, haveAll: 1, classes: [{ count: 2 }] })
    expect(page.have).toMatchObject([{ name: '厨师', holds: { on: '2026-02-02' } }])
    expect(page.rows.map(({ name }) => name).sort()).toEqual(['前台', '服务员'].sort())
    expect(await press('east', { intent: 'invite', classId: ahead })).toBe(`/classes/${ahead}?done=invited`)
    expect(requests).toBe(2)
    expect(await asked()).toEqual(['clerk', 'maid'])
    expect(await press('east', { intent: 'invite', classId: ahead, member: 'cook' })).toMatchObject(refused('classroom:refusal.nobodyLeft'))
  })

  it('counts what was done last year for last year alone', async () => {
    await passPaper('cook', 'hotel', 'employee', '2025-12-31')
    expect((await look('east')).page).toMatchObject({ total: 3, haveAll: 0 })
  })

  it('asks nobody to two classes at once', async () => {
    const other = await madeClass(programmeId, bodyOf({ title: '另一期' }), ['maid'])
    const { page } = await look('east', '?member=maid')
    expect(page.classes.map(({ title, count }) => [title, count])).toEqual(
      expect.arrayContaining([
        ['补课班', 0],
        ['另一期', 0],
      ]),
    )
    expect(await press('east', { intent: 'invite', classId: ahead, member: 'maid' })).toMatchObject(refused('classroom:refusal.nobodyLeft'))
    expect(await asked()).toEqual([])
    expect(await asked(other)).toEqual(['maid'])
  })

  it('opens a make-up class with those on it who are missing still', async () => {
    await passPaper('cook', 'hotel', 'employee', '2026-02-02')
    const held = await madeClass(programmeId, bodyOf({ title: '第一期' }))
    now = setClock('2026-03-25T02:00:00Z')
    expect((await look('east')).page).toMatchObject({ classes: [] })
    const query = `?makesUp=${held}`
    const form = await planning(await ask(`/street/classes/${programmeId}/new-class${query}`, 'east', now, { programmeId }))
    expect(form.makesUp).toMatchObject({ id: held, missing: 2 })
  })
})

describe('another way that the duty accepts', () => {
  it('is shown with its course and told in two clicks; whoever was told finds it among his classes until he has it', async () => {
    const { page } = await look('east', '?member=maid')
    const basics = page.routes.find(({ topic }) => topic === 'basics')
    expect(basics).toMatchObject({ kind: 'course', count: 1, course: expect.stringMatching(/^[a-z-]+$/) })
    const wish = { intent: 'route', kind: 'course', topic: 'basics', member: 'maid' }
    expect(await press('east', wish)).toBe(address('?member=maid&routed=1'))
    expect(requests).toBe(2)
    expect(await actsSoFar()).toEqual(['classcover.routeAssigned'])
    expect(await press('east', wish)).toMatchObject(refused('classcover:refusal.nobodyToRoute'))
    const own = async (who: string) => (await mine(await ask('/me/classes', who, now))).routes
    expect(await own('maid')).toMatchObject([{ course: basics?.course, done: null }])
    expect(await own('clerk')).toEqual([])
    await passPaper('maid', 'hotel', 'employee', '2026-03-09')
    expect(await own('maid')).toMatchObject([{ done: '2026-03-09' }])
    expect((await look('east', '?member=maid')).page).toMatchObject({ total: 0, have: [{ name: '服务员' }] })
  })

  it('is not there where the duty accepts the class alone', async () => {
    const id = await madeProgramme('east', [{ id: 'hotel', subjectId: 'hotel', unitId: 'hotel' }])
    expect((await look('east', '', id)).page).toMatchObject({ total: 1, routes: [] })
    expect(await press('east', { intent: 'route', kind: 'course', topic: 'basics' }, id)).toMatchObject(
      refused('classcover:refusal.noRoute'),
    )
  })
})

it('is for whoever supervises all of the place, and for classes and lines of the programme alone', async () => {
  for (const who of ['shops', 'west', 'boss', 'maid']) {
    expect(await statusOf(look(who))).toBeGreaterThanOrEqual(400)
    expect(await statusOf(press(who, { intent: 'invite', classId: ahead }))).toBeGreaterThanOrEqual(400)
    expect(await statusOf(press(who, { intent: 'route', kind: 'course', topic: 'basics' }))).toBeGreaterThanOrEqual(400)
  }
  const other = await madeProgramme('east', [{ id: 'school', subjectId: 'school', unitId: 'school' }])
  const foreign = await madeClass(other, bodyOf())
  expect(await statusOf(press('east', { intent: 'invite', classId: foreign }))).toBe(404)
  expect(await statusOf(look('east', '?member=school'))).toBe(404)
  expect(await db().classInvitation.count()).toBe(0)
  expect(await actsSoFar()).toEqual([])
})
