import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { entriesAfter } from '~/data/rollcall/entries.server'
import { fastLesson } from '~/fast-lessons.server'
import { newId } from '~/gateways/secrets.server'
import { answerFast } from '~/http/fast.server'
import { startSession } from '~/http/session.server'
import { showCode } from '~/usecases/rollcall/show-code.server'
import { fastPage } from '../../app/fast-pages.server'
import { fastPost } from '../../app/fast-posts.server'
import { type MadeDrill, makeDrill, shownAt } from '../factories/roll-call'
import { acting, type MadePerson, makeEmployee, makeStreet, makeUnit, morning } from '../factories/unit-people'
import { emptyDatabase, setClock } from '../factories/world'

let server: Server
let url = ''
let drill: MadeDrill
let zhao: MadePerson
let wang: MadePerson
let station = ''

/** 299 says that the framework was left to answer. */
beforeAll(async () => {
  server = createServer((request, response) =>
    answerFast(request, response, fastLesson, request.method === 'POST' ? fastPost : fastPage, () => response.writeHead(299).end()),
  )
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  await emptyDatabase()
  setClock(morning.toISOString())
  await makeStreet()
  const hotel = await makeUnit('河西大酒店', 'HXDJ')
  wang = await makeEmployee(hotel, '三层长')
  zhao = await makeEmployee(hotel, '赵<b>四')
  drill = await makeDrill(hotel, { chief: wang, marshals: { 三层: wang }, expected: [zhao] }, morning)
  const { now, today, actor } = acting(wang.accountId)
  const shown = await showCode({ now, today, actor: { ...actor, personId: wang.personId } }, drill.id)
  station = shown.kind === 'station' ? shown.code : ''
})
afterAll(() => server.close())

const ask = (path: string, cookies: readonly string[] = [], init: RequestInit = {}) =>
  fetch(url + path, { redirect: 'manual', ...init, headers: { origin: url, cookie: cookies.join('; ') } })
const cookiesOf = (response: Response) => response.headers.getSetCookie().map((line) => line.split(';')[0] ?? '')

describe('a check-in that goes round the router', () => {
  it('is scanned, shown and pressed, with both cookies, and enters once', async () => {
    const sent = await ask(`/k/${shownAt(station, morning).toLowerCase()}`)
    expect(sent.status).toBe(302)
    expect(sent.headers.get('Location')).toBe('/K/arrival')
    expect(sent.headers.get('Cache-Control')).toBe('private, no-store')
    const held = cookiesOf(sent)
    expect(held.map((cookie) => cookie.split('=')[0])).toEqual(['mingbai_arrival', 'mingbai_browser'])
    const stranger = await (await ask('/K/arrival', held)).text()
    expect(stranger).toContain('/sign-in?next=%2FK%2Farrival')
    expect(stranger).not.toContain('河西大酒店')

    const session = (await startSession(new Request(url), zhao.accountId, 'learner', morning, true)).split(';')[0] ?? ''
    const page = await (await ask('/K/arrival', [...held, session])).text()
    expect(page).toContain('赵&lt;b&gt;四')
    expect(page).toContain('<meta name="robots" content="noindex, nofollow"/>')
    expect(page).not.toMatch(/<b>|[\uE000-\uE00F]/)
    expect(entriesAfter(drill.callId, 0).entries).toEqual([])
    const press = () => ask('/K/arrival', [...held, session], { method: 'POST', body: new URLSearchParams({ check: 'in' }) })
    for (const { status, headers } of [await press(), await press()]) expect([status, headers.get('Location')]).toEqual([302, '/K/arrival'])
    expect(entriesAfter(drill.callId, 0).entries).toHaveLength(1)
    expect(await (await ask('/K/arrival', [...held, session])).text()).toContain('已签到')
  })

  it('says the same bytes of an unknown and of an old code, and that nothing is there', async () => {
    const old = await ask(`/K/${shownAt(station, new Date(morning.getTime() - 60_000))}`)
    const unknown = await ask('/K/22222222')
    expect([old.status, unknown.status]).toEqual([404, 404])
    expect(await old.text()).toBe(await unknown.text())
    expect(old.headers.getSetCookie()).toEqual([])
  })

  it('leaves to the framework what is no code, and a post from another site', async () => {
    expect((await ask('/K/%E4%B8%AD%E6%96%87')).status).toBe(299)
    const foreign = { method: 'POST', body: new URLSearchParams({ check: 'in' }), headers: { origin: 'http://evil.example' } }
    expect((await fetch(`${url}/K/arrival`, { redirect: 'manual', ...foreign })).status).toBe(299)
  })
})

describe('a board that goes round the router', () => {
  const entry = () => ({
    ...{ id: newId(), device: 'phone-of-wang', nth: 0, clock: morning.getTime(), offset: 0, heard: null, by: wang.personId },
    said: { kind: 'note', text: '三层<没人>', zone: '' },
  })
  const body = (entries: unknown[]) => JSON.stringify({ sentAt: morning.getTime(), after: 0, entries })
  const sheet = { 'content-type': 'application/json' }
  const session = async (of: MadePerson) =>
    (await startSession(new Request(url), of.accountId, 'learner', morning, true)).split(';')[0] ?? ''
  const address = () => `${url}/drills/${drill.id}/entries`

  it('sends what it has and is told what is new, each entry as it was made', async () => {
    const made = entry()
    const headers = { ...sheet, origin: url, cookie: await session(wang) }
    for (const again of [1, 2]) {
      const answer = await fetch(address(), { method: 'POST', headers, body: body([made, { id: `bad-${again}` }]) })
      expect([answer.status, answer.headers.get('Cache-Control')]).toEqual([200, 'no-store'])
      const { refused, entries } = await answer.json()
      expect(refused).toEqual([{ id: `bad-${again}`, fault: 'unreadable' }])
      expect(entries.filter(({ id }: { id: string }) => id === made.id)).toMatchObject([made])
    }
    const asked = await fetch(`${address()}?after=0&wait=1`, { headers: { cookie: headers.cookie } })
    expect((await asked.json()).entries).toMatchObject(entriesAfter(drill.callId, 0).entries)
    expect((await fetch(address(), { method: 'POST', headers, body: '{' })).status).toBe(400)
  })

  it('leaves strangers, the signed out, other sites and forms to the framework', async () => {
    const cookie = await session(zhao)
    expect((await fetch(`${address()}?after=0`, { headers: { cookie }, redirect: 'manual' })).status).toBe(299)
    expect((await fetch(`${address()}?after=0`, { redirect: 'manual' })).status).toBe(299)
    const own = await session(wang)
    const foreign = { ...sheet, cookie: own, origin: 'http://evil.example' }
    expect((await fetch(address(), { method: 'POST', headers: foreign, body: body([]) })).status).toBe(299)
    const form = { cookie: own, origin: url, 'content-type': 'text/plain' }
    expect((await fetch(address(), { method: 'POST', headers: form, body: body([]) })).status).toBe(299)
  })
})
