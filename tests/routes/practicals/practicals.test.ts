import type { LoaderFunctionArgs } from '@remix-run/node'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { catalogue } from '~/content/catalogue.server'
import { db } from '~/data/db.server'
import { turnsOf } from '~/data/practicals/turns.server'
import { transact } from '~/data/transact.server'
import { newId } from '~/gateways/secrets.server'
import { loader as minePaths } from '~/routes/practicals+/me_.paths'
import { loader as mine } from '~/routes/practicals+/practicals._index'
import { loader as one, action as onOne } from '~/routes/practicals+/practicals.$id._index'
import { loader as printed } from '~/routes/practicals+/practicals.$id.print'
import { action as sheets } from '~/routes/practicals+/practicals.$id.sheets'
import { loader as streetPaths } from '~/routes/practicals+/street.paths'
import { loader as unitPaths } from '~/routes/practicals+/units.$unitId.paths._index'
import { loader as unitPathsFile } from '~/routes/practicals+/units.$unitId.paths[.]xlsx'
import { loader as ofUnit } from '~/routes/practicals+/units.$unitId.practicals._index'
import { loader as fresh, action as setUp } from '~/routes/practicals+/units.$unitId.practicals.new'
import { emptyDatabase, setClock } from '../../factories/world'
import { addJoin, addPerson, addPost, ask, buildStreet, grant, passPaper, statusOf } from '../duties-pages/street-corner'

let now: Date
type Params = Record<string, string>
type Handler = (args: LoaderFunctionArgs) => unknown

const get = (path: string, personId: string | null, params: Params = {}) => ask(path, personId, now, params)
const status = (handler: Handler, path: string, personId: string | null, params: Params = {}) =>
  statusOf(get(path, personId, params).then((args) => Promise.resolve(handler(args))))

async function post(
  path: string,
  personId: string | null,
  fields: Record<string, string>,
  params: Params,
  accept = '',
): Promise<LoaderFunctionArgs> {
  const asked = await ask(path, personId, now, params)
  const headers = { Cookie: asked.request.headers.get('Cookie') ?? '', Accept: accept }
  return { ...asked, request: new Request(asked.request.url, { method: 'POST', headers, body: new URLSearchParams(fields) }) }
}
/** Where an action leads; what it says is wrong; its JSON; or the status that it throws. */
async function outcomeOf(handler: Handler, args: LoaderFunctionArgs): Promise<unknown> {
  try {
    const answer = await handler(args)
    if (answer instanceof Response) return answer.headers.get('Location') ?? (await answer.json())
    return typeof answer === 'object' && answer !== null && 'data' in answer ? answer.data : answer
  } catch (fault) {
    if (fault instanceof Response) return fault.status
    throw fault
  }
}

const hotel = { unitId: 'hotel' }
const begin = async (checklist: string, first: string, second = ''): Promise<string> => {
  const to = await outcomeOf(
    setUp,
    await post('/units/hotel/practicals/new', 'manager', { personId: 'new', checklist, first, second }, hotel),
  )
  return /\/practicals\/([^?]+)/.exec(String(to))?.[1] ?? `nothing: ${JSON.stringify(to)}`
}
const marks = (checklist: string, said = 'done') =>
  Object.fromEntries((catalogue().practicals.get(checklist)?.steps ?? []).map(({ id }) => [`mark-${id}`, said]))
const sheet = (observer: string, round = 1) => ({ sheet: newId(now), observer, round: String(round) })

beforeAll(() => void catalogue(), 60_000)
beforeEach(async () => {
  await emptyDatabase()
  now = setClock('2026-03-10T02:00:00Z')
  await buildStreet()
  for (const [id, name] of Object.entries({
    manager: '店长',
    head: '站长',
    new: '新队员',
    welder: '焊工',
    other: '外人',
    supervisor: '东街监督员',
    west: '西街监督员',
  }))
    await addPerson(id, name)
  await grant('manager', 'manager', { unitId: 'hotel' })
  await grant('supervisor', 'supervisor', { placeId: 'east' })
  await grant('west', 'supervisor', { placeId: 'west' })
  await grant('other', 'manager', { unitId: 'clinic' })
  const hold = (personId: string, position: string, unitId = 'hotel') =>
    addPost({ id: `k-${personId}`, personId, unitId, position, from: '2026-03-01' })
  await hold('manager', 'fire-manager')
  await hold('head', 'micro-station-head')
  await hold('new', 'micro-station-member')
  await hold('welder', 'welder')
  await hold('other', 'employee', 'clinic')
})

describe('practicals of a unit', () => {
  it('are for its manager alone', async () => {
    for (const [handler, path] of [
      [ofUnit, '/units/hotel/practicals'],
      [fresh, '/units/hotel/practicals/new'],
      [unitPaths, '/units/hotel/paths'],
      [unitPathsFile, '/units/hotel/paths.xlsx'],
    ] as const) {
      expect(await status(handler, path, 'manager', hotel)).toBe(200)
      expect(await status(handler, path, null, hotel)).toBe(302)
      expect(await status(handler, path, 'head', hotel)).toBe(403)
      expect(await status(handler, path, 'supervisor', hotel)).toBe(403)
      expect(await status(handler, path, 'other', hotel)).toBe(404)
    }
    expect(
      await outcomeOf(
        setUp,
        await post('/units/hotel/practicals/new', 'other', { personId: 'new', checklist: 'mask', first: 'head' }, hotel),
      ),
    ).toBe(404)
  })

  it('show who lacks what, and offer as observers only who may observe', async () => {
    const page = (await ofUnit(await get('/units/hotel/practicals', 'manager', hotel))).page
    expect(page.lacking.map(({ id, checklists }) => [id, checklists.map((one) => one.id)])).toEqual(
      expect.arrayContaining([
        ['new', ['extinguisher', 'hose-reel', 'mask']],
        ['welder', ['hot-work']],
      ]),
    )
    const id = await begin('mask', 'head')
    const again = (await ofUnit(await get('/units/hotel/practicals', 'manager', hotel))).page
    expect(again.lacking.find((one) => one.id === 'new')?.checklists.map(({ open }) => open)).toEqual([null, null, id])
    const offered = await fresh(await get('/units/hotel/practicals/new?person=new&checklist=extinguisher', 'manager', hotel))
    expect(offered.observers.map(({ value }) => value).sort()).toEqual(['head', 'manager'])
  })
})

describe('one assessment', () => {
  it('is there for its observers, its person and whoever sees the unit, and for nobody else', async () => {
    const id = await begin('extinguisher', 'head')
    for (const handler of [one, printed]) {
      for (const who of ['head', 'new', 'manager', 'supervisor']) expect(await status(handler, `/practicals/${id}`, who, { id })).toBe(200)
      for (const who of ['welder', 'other', 'west']) expect(await status(handler, `/practicals/${id}`, who, { id })).toBe(404)
      expect(await status(handler, `/practicals/${id}`, null, { id })).toBe(302)
    }
    expect((await mine(await get('/practicals', 'head'))).mine.map((line) => line.id)).toEqual([id])
    expect((await mine(await get('/practicals', 'new'))).others.map((line) => line.id)).toEqual([id])
    expect((await mine(await get('/practicals', 'welder'))).others).toEqual([])
  })

  it('gives the sheet to its observer alone, and shows nobody what the other marked before both have', async () => {
    const id = await begin('hose-reel', 'head', 'manager')
    const pageOf = async (who: string) => (await one(await get(`/practicals/${id}`, who, { id }))).assessment
    expect((await pageOf('new')).mine).toBeNull()
    expect((await pageOf('head')).mine).toMatchObject({ observer: 'head' })
    expect(['head', 'manager', 'new', 'welder'].map((who) => turnsOf([who]))).toEqual([
      { all: 1, waiting: 1 },
      { all: 1, waiting: 1 },
      { all: 1, waiting: 0 },
      { all: 0, waiting: 0 },
    ])
    await outcomeOf(
      sheets,
      await post(`/practicals/${id}/sheets`, 'head', { ...sheet('head'), ...marks('hose-reel') }, { id }, 'application/json'),
    )
    expect(['head', 'manager'].map((who) => turnsOf([who]).waiting)).toEqual([0, 1])
    expect(await pageOf('manager')).toMatchObject({ rounds: [], mine: { observer: 'manager' } })
    expect(await pageOf('head')).toMatchObject({ rounds: [], mine: null })
  })

  it('takes the plain form, keeps what was marked where a step is missing, and leads to the result', async () => {
    const id = await begin('extinguisher', 'head')
    const some = { ...sheet('head'), 'mark-report': 'done', 'note-report': '先喊了' }
    expect(await outcomeOf(onOne, await post(`/practicals/${id}`, 'head', some, { id }))).toMatchObject({
      errors: { '': ['practicals:refusal.incomplete'] },
      values: { 'mark-report': 'done', 'note-report': '先喊了' },
    })
    expect(await outcomeOf(onOne, await post(`/practicals/${id}`, 'head', { ...sheet('head'), ...marks('extinguisher') }, { id }))).toBe(
      `/practicals/${id}?done=passed`,
    )
    expect((await one(await get(`/practicals/${id}`, 'new', { id }))).assessment).toMatchObject({
      state: 'passed',
      on: '2026-03-10',
      canEnd: false,
    })
    expect((await one(await get(`/practicals/${id}`, 'manager', { id }))).assessment.canEnd).toBe(true)
    expect((await one(await get(`/practicals/${id}`, 'supervisor', { id }))).assessment.canEnd).toBe(false)
  })

  it('answers the phone in JSON, the same again when it sends again, and says why not', async () => {
    const id = await begin('extinguisher', 'head')
    const sent = {
      ...sheet('head'),
      ...marks('extinguisher'),
      finishedAt: '2026-03-10T02:00:00.000Z',
      startedAt: '2026-03-10T01:59:00.000Z',
    }
    const send = async (who: string, fields: Record<string, string>) =>
      outcomeOf(sheets, await post(`/practicals/${id}/sheets`, who, fields, { id }, 'application/json'))
    expect(await send('new', sent)).toBe(404)
    expect(await send('head', { ...sent, observer: 'manager' })).toMatchObject({ kind: 'refused', stays: true })
    expect(await send('head', { ...sent, sheet: 'x' })).toMatchObject({ kind: 'refused', stays: false })
    expect(await send('head', { ...sent, 'mark-dance': 'done' })).toMatchObject({ words: expect.stringContaining('没有的步骤') })
    expect(await send('head', { ...sent, 'at-aim': '2026-03-10T03:00:00.000Z' })).toMatchObject({
      words: expect.stringContaining('对不上'),
    })
    expect(await send('head', { ...sent, startedAt: '2026-03-10T02:00:01.000Z' })).toMatchObject({ kind: 'refused', stays: false })
    expect(await send('head', { ...sent, 'mark-report': 'absent' })).toMatchObject({ words: expect.stringContaining('必须做') })
    for (const round of ['0', '-1', '2', 'x', '1e9']) expect(await send('head', { ...sent, round })).toMatchObject({ kind: 'refused' })
    expect(await db().practicalSheet.count()).toBe(0)
    expect(await send('head', { ...sent, 'mark-aim': 'perhaps' })).toMatchObject({ kind: 'refused', words: expect.stringContaining('1') })
    expect(await send('head', sent)).toEqual({ kind: 'handed-in', said: 'passed' })
    expect(await send('head', sent)).toEqual({ kind: 'handed-in', said: 'before' })
    expect(await db().evidenceEntry.count()).toBe(1)
    expect(await db().practicalSheet.findFirstOrThrow()).toMatchObject({ way: 'phone', receivedBy: 'account-head' })
  })

  it('gives only its observer the key to what his phone keeps, the same each time, and lets him end it as manager', async () => {
    const id = await begin('hose-reel', 'head', 'manager')
    const mineOf = async (who: string) => (await one(await get(`/practicals/${id}`, who, { id }))).assessment
    const lock = (await mineOf('head')).mine?.lock
    expect(lock).toMatch(/^[A-Za-z0-9+/]{43}=$/)
    expect((await mineOf('head')).mine?.lock).toBe(lock)
    expect((await mineOf('manager')).mine?.lock).not.toBe(lock)
    expect((await mineOf('manager')).canEnd).toBe(true)
    for (const who of ['new', 'supervisor']) expect(JSON.stringify(await mineOf(who))).not.toContain(lock)
    expect((await mine(await get('/practicals', 'head'))).sheets).toMatchObject([{ id, observer: 'head', lock }])
    expect((await mine(await get('/practicals', 'new'))).sheets).toEqual([])
  })

  it('says that records were joined, and asks nobody for a sheet that cannot be taken', async () => {
    const id = await begin('hose-reel', 'head', 'manager')
    await transact((tx) => tx.person.update({ where: { id: 'head' }, data: { mergedIntoId: 'manager' } }))
    expect((await one(await get(`/practicals/${id}`, 'manager', { id }))).assessment).toMatchObject({
      joined: 'samePerson',
      mine: null,
      canEnd: true,
    })
  })

  it('is ended by the manager with a reason, and by nobody else', async () => {
    const id = await begin('extinguisher', 'head')
    const end = async (who: string, reason: string) => outcomeOf(onOne, await post(`/practicals/${id}`, who, { reason }, { id }))
    expect(await end('head', '我要取消它')).toBe(404)
    expect(await end('supervisor', '我要取消它')).toBe(404)
    expect(await end('manager', '')).toMatchObject({ errors: { reason: ['practicals:error.reason'] } })
    expect(await end('manager', '今天下雨了')).toBe(`/practicals/${id}?done=called-off`)
  })
})

describe('paths', () => {
  it('tell me where I stand and what is next', async () => {
    const before = (await minePaths(await get('/me/paths', 'new'))).paths
    expect(before).toMatchObject([
      { done: 1, next: { id: 'pre-job', acts: 'person', href: '/courses/pre-job' }, since: '2026-03-01', mayWork: false },
    ])
    await passPaper('new', 'hotel', 'micro-station-member', '2026-03-05')
    const after = (await minePaths(await get('/me/paths', 'new'))).paths
    expect(after).toMatchObject([
      { done: 3, next: { id: 'extinguisher', acts: 'observer', href: null }, since: '2026-03-05', mayWork: true },
    ])
    expect((await minePaths(await get('/me/paths', 'manager'))).paths).toEqual([])
  })

  it('begin with being confirmed for who has only scanned the code', async () => {
    await addPerson('scanned', '刚扫码')
    await addJoin('j', 'scanned', 'hotel', 'welder', '2026-03-12')
    const [path] = (await minePaths(await get('/me/paths', 'scanned'))).paths
    expect(path).toMatchObject({ done: 0, next: { id: 'assigned', acts: 'manager' }, mayWork: false })
  })

  it('tell the manager who waits for whom, with the way to do it; filters hold', async () => {
    await passPaper('new', 'hotel', 'micro-station-member', '2026-03-05')
    const at = async (query = '') => (await unitPaths(await get(`/units/hotel/paths${query}`, 'manager', hotel))).page
    const page = await at()
    expect(page).toMatchObject({ all: 3, open: 3 })
    expect(page.rows.find(({ person }) => person.id === 'new')?.next).toMatchObject({
      acts: 'observer',
      href: '/units/hotel/practicals/new?person=new&checklist=extinguisher',
    })
    expect((await at('?acts=observer')).rows.map(({ person }) => person.id)).toEqual(['new'])
    expect((await at('?path=welder')).rows.map(({ person }) => person.id)).toEqual(['welder'])
    expect((await at('?state=complete')).rows).toEqual([])
  })

  it('count a practical the moment it is passed', async () => {
    await passPaper('new', 'hotel', 'micro-station-member', '2026-03-05')
    const id = await begin('extinguisher', 'head')
    await outcomeOf(onOne, await post(`/practicals/${id}`, 'head', { ...sheet('head'), ...marks('extinguisher') }, { id }))
    expect((await minePaths(await get('/me/paths', 'new'))).paths).toMatchObject([{ next: { id: 'hose-reel' } }])
  })

  it('end on the roster: by a shift of this post, kept, and counted; not by one from before it or taken off', async () => {
    await addPerson('operator', '值班员')
    await addPost({ id: 'k-operator', personId: 'operator', unitId: 'hotel', position: 'control-room-operator', from: '2026-03-05' })
    const at = { createdAt: now, createdBy: 'account-manager' }
    const seat = async (id: string, from: string, counts = true) => {
      await transact((tx) =>
        tx.watchShift.create({ data: { id, roomId: 'room', from: new Date(from), to: new Date(from), way: 'two', ...at } }),
      )
      await transact((tx) =>
        tx.watchSeat.create({ data: { id, shiftId: id, personId: 'operator', counts, addedAt: now, addedBy: 'account-manager' } }),
      )
    }
    await transact((tx) =>
      tx.controlRoom.create({
        data: { id: 'room', unitId: 'hotel', name: '一号消控室', jurisdiction: 'national', from: '2026-01-01', ...at },
      }),
    )
    const rostered = async () =>
      (await minePaths(await get('/me/paths', 'operator'))).paths[0]?.steps.find(({ id }) => id === 'rostered')?.on ?? null
    await seat('before', '2026-03-04T15:59:59Z')
    await seat('learning', '2026-03-06T00:00:00Z', false)
    expect(await rostered()).toBeNull()
    await seat('first', '2026-03-04T16:00:00Z')
    expect(await rostered()).toBe('2026-03-05')
    await transact((tx) => tx.watchSeatRemoval.create({ data: { seatId: 'first', at: now, by: 'account-manager' } }))
    expect(await rostered()).toBeNull()
  })

  it('show the street its own units only, and the figures add up', async () => {
    expect(await status(streetPaths, '/street/paths', 'manager')).toBe(403)
    expect(await status(streetPaths, '/street/paths', null)).toBe(302)
    const east = await streetPaths(await get('/street/paths', 'supervisor'))
    expect(east.units.map(({ id }) => id)).toEqual(['hotel'])
    expect(east.total).toMatchObject({ all: 3, complete: 0 })
    expect(east.total.person + east.total.manager + east.total.observer + east.total.complete).toBe(east.total.all)
    expect((await streetPaths(await get('/street/paths', 'west'))).units).toEqual([])
    const chosen = async (who: string, query: string) => (await streetPaths(await get(`/street/paths${query}`, who))).chosen
    expect((await chosen('supervisor', '?unit=hotel'))?.rows.length).toBe(east.units[0]?.all)
    expect((await chosen('supervisor', '?unit=hotel&path=welder'))?.rows.map(({ person, steps }) => [person.id, steps[0]?.href])).toEqual([
      ['welder', null],
    ])
    expect(await chosen('west', '?unit=hotel')).toBeNull()
  })
})
