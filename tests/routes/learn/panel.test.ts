import { beforeEach, describe, expect, it } from 'vitest'
import { db } from '~/data/db.server'
import { loader as coursePage } from '~/routes/learn+/courses.$course._index/route'
import { loader as list } from '~/routes/learn+/panel._index'
import { action as begin, loader as scenario } from '~/routes/learn+/panel.$scenario._index'
import { action as act, loader as run } from '~/routes/learn+/panel.$scenario.$run._index/route'
import { emptyDatabase, setClock } from '../../factories/world'
import { call, oneHotel, type Reader, reader, statusOf } from './reader'

const start = new Date('2026-03-22T02:00:00Z')
const secondsIn = (seconds: number) => setClock(new Date(start.getTime() + seconds * 1000).toISOString())
let wang: Reader
let li: Reader

const send = (fields: Record<string, string>) => ({ method: 'POST', body: new URLSearchParams(fields) })
async function begins(who: Reader, mode = 'alone', id = 'smoke-712'): Promise<string> {
  const answer = await begin(call(who, `/panel/${id}`, { scenario: id }, send({ mode }))).catch((thrown: unknown) => thrown)
  if (!(answer instanceof Response)) throw new Error('no run began')
  return String(answer.headers.get('Location')).split('/').at(-1) ?? ''
}
const at = (id: string, name = 'smoke-712') => [`/panel/${name}/${id}`, { scenario: name, run: id }] as const
const acts = (who: Reader | null, id: string, key: string, name?: string) =>
  act(call(who, ...at(id, name), send({ act: key }))).catch((thrown: unknown) => thrown)
const sees = (who: Reader | null, id: string, name?: string) => run(call(who, ...at(id, name)))
async function seesLive(who: Reader, id: string) {
  const page = await sees(who, id)
  if (page.kind !== 'live') throw new Error('the run is over')
  return page
}

beforeEach(async () => {
  await emptyDatabase()
  setClock(start.toISOString())
  await oneHotel()
  wang = await reader('wang')
  li = await reader('li')
})

describe('who may practise', () => {
  it('sends who is not signed in to sign in, from every page and act', async () => {
    const id = await begins(wang)
    for (const work of [
      list(call(null, '/panel', {})),
      scenario(call(null, '/panel/smoke-712', { scenario: 'smoke-712' })),
      begin(call(null, '/panel/smoke-712', { scenario: 'smoke-712' }, send({ mode: 'alone' }))),
      sees(null, id),
      acts(null, id, 'desk/mute'),
    ])
      expect(await statusOf(Promise.resolve(work))).toBe(302)
    expect(await db().panelRun.count()).toBe(1)
  })

  it('finds nobody else’s run: to see, to act, to end, and under another exercise', async () => {
    const id = await begins(wang)
    expect(await statusOf(sees(li, id))).toBe(404)
    for (const key of ['desk/mute', 'finish']) expect(await statusOf(Promise.resolve(acts(li, id, key)))).toBe(404)
    expect(await statusOf(sees(wang, id, 'steam-301'))).toBe(404)
    expect(await statusOf(scenario(call(wang, '/panel/none', { scenario: 'none' })))).toBe(404)
    expect((await scenario(call(li, '/panel/smoke-712', { scenario: 'smoke-712' }))).runs).toEqual([])
    expect(await db().panelRun.findUniqueOrThrow({ where: { id } })).toMatchObject({ acts: '[]', endedAt: null })
  })
})

describe('a run by plain forms', () => {
  it('keeps each act at the server’s second, with who did it', async () => {
    const id = await begins(wang)
    secondsIn(5)
    expect((await seesLive(wang, id)).lamps).toMatchObject({ fire: true, start: false, automatic: true })
    expect((await seesLive(wang, id)).screen[0]?.point.place).toBeNull()
    await acts(wang, id, 'desk/read')
    expect((await seesLive(wang, id)).screen[0]?.point).toMatchObject({ loop: '02', address: '037', place: '七层 712客房' })
    secondsIn(9)
    await acts(wang, id, 'desk/send:zone')
    secondsIn(44)
    expect((await seesLive(wang, id)).heard[0]).toMatchObject({ from: 'partner', time: '16:00:44' })
    const { acts: kept } = await db().panelRun.findUniqueOrThrow({ where: { id } })
    expect(JSON.parse(kept)).toEqual([
      { at: 5, by: 'desk', act: 'read' },
      { at: 9, by: 'desk', act: 'send:zone' },
    ])
  })

  it('says why an act cannot be done, and keeps nothing of it', async () => {
    const id = await begins(wang)
    for (const key of ['desk/look', 'field/call-119', 'desk/nothing', 'desk/shield:none', '', 'desk/open-shutter'])
      expect(await acts(wang, id, key)).toMatchObject({ init: { status: 400 } })
    expect(await db().panelRun.findUniqueOrThrow({ where: { id } })).toMatchObject({ acts: '[]' })
  })

  it('lets two people act on one screen, each recorded', async () => {
    const id = await begins(wang, 'two')
    secondsIn(5)
    await acts(wang, id, 'desk/send:zone')
    secondsIn(45)
    for (const key of ['field/look', 'field/tell']) await acts(wang, id, key)
    const page = await seesLive(wang, id)
    expect(page.acts.map(({ by, verb }) => `${by} ${verb}`)).toEqual(['field tell', 'field look', 'desk send'])
    expect(page.mode).toBe('two')
  })

  it('asks alone or two, and begins nothing without an answer', async () => {
    const answer = await begin(call(wang, '/panel/smoke-712', { scenario: 'smoke-712' }, send({})))
    expect(answer).toMatchObject({ init: { status: 400 }, data: { errors: { mode: ['panel:error.mode'] } } })
    expect(await db().panelRun.count()).toBe(0)
  })
})

describe('looking back', () => {
  it('shows the acts beside the required order, with source, and takes no more acts', async () => {
    const id = await begins(wang)
    secondsIn(10)
    await acts(wang, id, 'desk/reset')
    secondsIn(20)
    await acts(wang, id, 'finish')
    secondsIn(400)
    const page = await sees(wang, id)
    if (page.kind !== 'over') throw new Error('the run is not over')
    expect(page.steps.find((step) => step.id === 'call')).toMatchObject({ kind: 'missing', source: { mark: 'V1r' } })
    expect(page.steps.find((step) => step.id === 'automatic')).toMatchObject({ kind: 'held' })
    expect(page.wrongs.map((wrong) => wrong.id)).toEqual(['reset-burning'])
    expect(page.timeline.some((row) => row.kind === 'act' && row.verb === 'reset' && row.time === '16:00:10')).toBe(true)
    expect(await acts(wang, id, 'desk/call-119')).toMatchObject({ init: { status: 400 } })
  })

  it('comes by itself when the time is up, and nothing of it is evidence', async () => {
    const id = await begins(wang)
    secondsIn(479)
    expect((await sees(wang, id)).kind).toBe('live')
    secondsIn(480)
    expect((await sees(wang, id)).kind).toBe('over')
    expect(await db().evidenceEntry.count()).toBe(0)
  })
})

describe('the way here', () => {
  it('is a link on the course of the control room, and on no other course', async () => {
    const course = (id: string) => coursePage(call(wang, `/courses/${id}`, { course: id }))
    expect((await course('control-room-operator')).practices).toEqual([{ kind: 'panel', href: '/panel', count: 9 }])
    expect((await course('pre-job')).practices).toEqual([])
    const page = await list(call(wang, '/panel', {}))
    expect(page.course?.href).toBe('/courses/control-room-operator')
    expect(page.scenarios).toHaveLength(9)
    expect((await list(call(wang, '/panel', {}, { language: 'en' }))).scenarios[0]?.title).toBe('Room 712')
  })
})
