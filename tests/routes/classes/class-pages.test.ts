import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { catalogue } from '~/content/catalogue.server'
import { seatsOf } from '~/data/classes/seats.server'
import { findCall } from '~/data/rollcall/calls.server'
import { entriesAfter } from '~/data/rollcall/entries.server'
import { partSubject } from '~/domain/classes/class-body'
import { newId } from '~/gateways/secrets.server'
import { startSession } from '~/http/session.server'
import { loader as close, action as closing } from '~/routes/classes+/classes.$id.close'
import { action as entering, loader as paper } from '~/routes/classes+/classes.$id.paper'
import { loader as board, action as opening } from '~/routes/classes+/classes.$id.parts.$key._index'
import { loader as code } from '~/routes/classes+/classes.$id.parts.$key.code'
import { action as admitting, loader as door } from '~/routes/classes+/classes.$id.parts.$key.door'
import { action as sent, loader as told } from '~/routes/classes+/classes.$id.parts.$key.entries'
import { loader as record } from '~/routes/classes+/classes.$id.record'
import { loader as book } from '~/routes/classes+/classes.$id.record[.]xlsx'
import { at, makeClass, makeProgramme, seat, supervise } from '../../factories/held-class'
import { type MadePerson, type MadeUnit, makeEmployee, makeStreet, makeUnit, morning } from '../../factories/unit-people'
import { emptyDatabase, setClock } from '../../factories/world'

let hospital: MadeUnit
let clinic: MadeUnit
let leader: MadePerson
let organiser: MadePerson
let other: MadePerson
let wang: MadePerson
let li: MadePerson
let streetOnly: MadePerson
let held: string

beforeAll(() => void catalogue(), 60_000)
beforeEach(async () => {
  await emptyDatabase()
  setClock(at('10:00').toISOString())
  await makeStreet()
  const school = await makeUnit('区委党校', 'DX')
  hospital = await makeUnit('河西医院', 'HXYY')
  clinic = await makeUnit('河西诊所', 'HXZS')
  leader = await makeEmployee(school, '教务长')
  organiser = await makeEmployee(school, '主课堂老师')
  other = await makeEmployee(school, '分课堂老师')
  streetOnly = await makeEmployee(school, '街道监督员')
  await supervise(leader, 'county')
  await supervise(streetOnly, 'street')
  wang = await makeEmployee(hospital, '王院长', { position: 'responsible-person' })
  li = await makeEmployee(clinic, '李所长', { position: 'responsible-person' })
  const programme = await makeProgramme(leader, [hospital, clinic])
  held = await makeClass(programme, leader, { main: organiser, branch: other })
  await seat(held, wang, hospital)
})

async function args(who: MadePerson | null, path: string, init: RequestInit = {}, key = 'morning') {
  const set = who && (await startSession(new Request('http://127.0.0.1:3000/'), who.accountId, 'learner', morning, true))
  const request = new Request(`http://127.0.0.1:3000${path}`, { ...init, headers: { ...init.headers, Cookie: set?.split(';')[0] ?? '' } })
  return { request, params: { id: held, key }, context: { address: '127.0.0.1', requestId: 't' } }
}
const form = (fields: Record<string, string>): RequestInit => ({ method: 'POST', body: new URLSearchParams(fields) })
const json = (entries: unknown[]): RequestInit => ({
  method: 'POST',
  body: JSON.stringify({ sentAt: at('10:00').getTime(), after: 0, entries }),
  headers: { 'Content-Type': 'application/json' },
})
const refused = z.object({ data: z.object({ errors: z.record(z.string(), z.array(z.string())) }) })
async function answer(work: Promise<unknown>): Promise<{ status: number; to: string | null; errors: string[] }> {
  const found = await work.catch((thrown: unknown) => thrown)
  if (found instanceof Response) return { status: found.status, to: found.headers.get('Location'), errors: [] }
  if (found instanceof Error) throw found
  const said = refused.safeParse(found)
  return { status: said.success ? 400 : 200, to: null, errors: said.success ? Object.values(said.data.data.errors).flat() : [] }
}
const opened = async (key = 'morning') =>
  answer(Promise.resolve(opening(await args(leader, `/classes/${held}/parts/${key}`, form({ intent: 'open' }), key))))
const call = async (key = 'morning') => findCall('class', partSubject(held, key))
const seen = (by: MadePerson, who: MadePerson) => ({
  ...{ id: newId(), device: 'phone-of-hall', nth: 0, clock: at('10:00').getTime(), offset: 0, heard: null, by: by.personId },
  said: { kind: 'seen', who: who.personId, way: 'tick', zone: '主课堂' },
})

describe('the pages of a class that is held', () => {
  it.each([
    ['whoever leads it', () => leader, 200, 200],
    ['the organiser of a classroom', () => organiser, 200, 404],
    ['somebody who only has a seat', () => wang, 404, 404],
    ['a supervisor of one street of the county', () => streetOnly, 404, 404],
    ['nobody who is signed in', () => null, 302, 302],
  ])('are for %s', async (_who, who, shared, leads) => {
    await opened()
    const ask = async (path = '') => args(who(), `/classes/${held}${path}`)
    const status = async (work: Promise<unknown>) => (await answer(work)).status
    expect(await status(Promise.resolve(board(await ask())))).toBe(shared)
    expect(await status(Promise.resolve(code(await ask())))).toBe(shared)
    expect(await status(Promise.resolve(told(await ask('/entries'))))).toBe(shared)
    expect(await status(Promise.resolve(sent(await args(who(), '/entries', json([])))))).toBe(shared)
    expect(await status(Promise.resolve(door(await ask())))).toBe(shared)
    expect(await status(Promise.resolve(paper(await ask())))).toBe(shared)
    expect(await status(Promise.resolve(record(await ask())))).toBe(shared)
    expect(await status(Promise.resolve(close(await ask())))).toBe(leads)
    const posts = [
      () => args(who(), '/', form({ seen: wang.personId })),
      () => args(who(), '/', form({ unitId: hospital.id, personId: wang.personId, classroomId: 'main' })),
      () => args(who(), '/', form({ part: 'morning', room: 'main', [`p-${wang.personId}`]: 'present' })),
    ]
    const [ticks, admits, enters] = await Promise.all(posts.map((post) => post()))
    if (ticks === undefined || admits === undefined || enters === undefined) throw new Error('three posts')
    const done = shared === 200 ? [302, 303, 400] : [shared]
    expect(done).toContain(await status(Promise.resolve(opening(ticks))))
    expect(done).toContain(await status(Promise.resolve(admitting(admits))))
    expect(done).toContain(await status(Promise.resolve(entering(enters))))
    const closes = await status(Promise.resolve(closing(await args(who(), '/', form({ intent: 'close' })))))
    expect(closes).toBe(leads === 200 ? 400 : leads)
  })

  it('say with one button that the roll was not opened, and keep the board once it was', async () => {
    const first = await board(await args(organiser, '/'))
    expect(first.page).toMatchObject({ facts: null, title: '第一期', rooms: ['主课堂'] })
    expect((await answer(Promise.resolve(code(await args(organiser, '/'))))).status).toBe(404)
    expect(await opened()).toMatchObject({ status: 303, to: `/classes/${held}/parts/morning?done=opened` })
    const { page } = await board(await args(organiser, '/'))
    expect(page.facts).toMatchObject({
      ...{ of: 'class', drill: `${held}.morning`, isCommander: false, isOpen: true, me: organiser.personId },
      ...{ zones: ['主课堂', '分课堂'], myZones: ['主课堂'], entries: `/classes/${held}/parts/morning/entries` },
    })
    const ofLeader = (await board(await args(leader, '/'))).page.facts
    expect(ofLeader).toMatchObject({ isCommander: true, carry: page.facts?.carry })
    expect(ofLeader?.lock).not.toBe(page.facts?.lock)
    expect(Object.values(page.facts?.cards ?? {})).toEqual([wang.personId])
  })

  it('take what phones ticked, tell other boards, and tick without script', async () => {
    await opened()
    const answered = await sent(await args(organiser, '/entries', json([seen(organiser, wang)])))
    expect(await answered.json()).toMatchObject({ entries: [{ said: { kind: 'seen', who: wang.personId } }], refused: [] })
    expect(await (await told(await args(leader, '/entries?after=0'))).json()).toMatchObject({ entries: [{ by: organiser.personId }] })
    await answer(Promise.resolve(opening(await args(leader, '/', form({ seen: wang.personId })))))
    expect(entriesAfter((await call())?.id ?? '', 0).entries.map(({ by }) => by)).toEqual([organiser.personId, leader.personId])
  })

  it('let somebody in at the door by unit and name', async () => {
    await opened()
    const page = await door(await args(organiser, `/door?unit=${clinic.id}`))
    expect(page).toMatchObject({ unit: { name: '河西诊所' }, rooms: [{ value: 'main' }] })
    expect(page.people.map(({ value }) => value)).toEqual([li.personId])
    expect((await door(await args(organiser, '/door?unit=nothing'))).unit).toBeNull()
    const wish = { unitId: clinic.id, personId: li.personId, classroomId: 'main' }
    const empty = await answer(Promise.resolve(admitting(await args(organiser, '/door', form({ ...wish, personId: '' })))))
    expect(empty).toMatchObject({ status: 400, errors: ['classcall:refusal.noPerson'] })
    const done = await answer(Promise.resolve(admitting(await args(organiser, '/door', form(wish)))))
    expect(done).toMatchObject({ status: 303, to: `/classes/${held}/parts/morning?done=added` })
    expect(seatsOf({ id: held }).map(({ person, way }) => [person, way])).toEqual([
      [wang.personId, 'invited'],
      [li.personId, 'door'],
    ])
  })
})

describe('from the sheet to the record', () => {
  const enter = async (part: string, more: Record<string, string>, who = leader) =>
    answer(Promise.resolve(entering(await args(who, '/paper', form({ part, room: 'main', ...more })))))
  const press = async (fields: Record<string, string>) => answer(Promise.resolve(closing(await args(leader, '/close', form(fields)))))

  it('enters the sheet, closes, shows and prints the record, and opens it again with a reason', async () => {
    await seat(held, li, clinic)
    setClock(at('18:00').toISOString())
    expect((await close(await args(leader, '/close'))).hindered).toContain('上午')
    await enter('morning', { [`p-${li.personId}`]: 'late', rest: 'present' })
    await enter('afternoon', { rest: 'present' })
    expect((await enter('test', { rest: 'present' })).to).toBe(`/classes/${held}/paper?part=test&room=main&saved=2`)
    const { page } = await paper(await args(leader, '/paper?part=morning'))
    expect(page.people.map(({ name, state, says }) => [name, state, says])).toEqual([
      ['王院长', 'present', 'mark'],
      ['李所长', 'late', 'mark'],
    ])
    const before = await close(await args(leader, '/close'))
    expect(before).toMatchObject({ hindered: null, counts: { people: 2, units: 2, complete: 1, deputies: 0 } })
    expect((await answer(Promise.resolve(book(await args(leader, '/record.xlsx'))))).status).toBe(404)
    expect(await press({ intent: 'close' })).toMatchObject({ status: 303, to: `/classes/${held}/record?done=closed` })
    expect(await press({ intent: 'close' })).toMatchObject({ status: 400, errors: ['classcall:refusal.closedAlready'] })
    const whole = (await record(await args(leader, '/record'))).page
    expect(whole).toMatchObject({ closing: { version: 1, signer: '教务长' }, reopened: null, counts: { complete: 1 } })
    expect(whole.rows.map(({ name, whole: all }) => [name, all])).toEqual([
      ['王院长', true],
      ['李所长', false],
    ])
    expect(whole.evidence.map(({ kind, name }) => [kind, name])).toEqual([
      ['person', '王院长'],
      ['unit', '河西医院'],
    ])
    const file = await book(await args(leader, '/record.xlsx'))
    expect([file.status, file.headers.get('Content-Type')]).toEqual([200, expect.stringContaining('spreadsheetml')])
    await file.body?.cancel()
    expect(await press({ intent: 'reopen', reason: '错' })).toMatchObject({ status: 400, errors: ['classcall:refusal.reason'] })
    expect(await press({ intent: 'reopen', reason: '李所长没有迟到' })).toMatchObject({ status: 303 })
    expect((await record(await args(leader, '/record'))).page).toMatchObject({ reopened: '李所长没有迟到', closing: { version: 1 } })
  })

  it('shows an organiser his own classroom and no evidence', async () => {
    await seat(held, li, clinic, { classroom: 'branch' })
    setClock(at('18:00').toISOString())
    for (const part of ['morning', 'afternoon', 'test']) for (const room of ['main', 'branch']) await enter(part, { room, rest: 'present' })
    await press({ intent: 'close' })
    const { page } = await record(await args(other, '/record'))
    expect([page.rows.map(({ name }) => name), page.evidence]).toEqual([['李所长'], []])
    expect((await answer(Promise.resolve(paper(await args(other, '/paper?room=main'))))).status).toBe(404)
  })
})
