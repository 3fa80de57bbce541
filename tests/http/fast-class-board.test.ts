import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { findCall } from '~/data/rollcall/calls.server'
import { entriesAfter } from '~/data/rollcall/entries.server'
import { partSubject } from '~/domain/classes/class-body'
import { fastLesson } from '~/fast-lessons.server'
import { newId } from '~/gateways/secrets.server'
import { answerFast } from '~/http/fast.server'
import { startSession } from '~/http/session.server'
import { openPartCall } from '~/usecases/classes/open-part-call.server'
import { fastPage } from '../../app/fast-pages.server'
import { fastPost } from '../../app/fast-posts.server'
import { asking, at, makeClass, makeProgramme, seat, supervise } from '../factories/held-class'
import { type MadePerson, makeEmployee, makeStreet, makeUnit } from '../factories/unit-people'
import { emptyDatabase, setClock } from '../factories/world'

const now = at('08:30')
let server: Server
let url = ''
let held = ''
let organiser: MadePerson
let wang: MadePerson

/** 299 says that the framework was left to answer. */
beforeAll(async () => {
  server = createServer((request, response) =>
    answerFast(request, response, fastLesson, request.method === 'POST' ? fastPost : fastPage, () => response.writeHead(299).end()),
  )
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  await emptyDatabase()
  setClock(now.toISOString())
  await makeStreet()
  const hospital = await makeUnit('河西医院', 'HXYY')
  organiser = await makeEmployee(hospital, '主课堂老师')
  wang = await makeEmployee(hospital, '王院长', { position: 'responsible-person' })
  await supervise(organiser, 'county')
  held = await makeClass(await makeProgramme(organiser, [hospital]), organiser, { main: organiser, branch: wang })
  await seat(held, wang, hospital)
  await openPartCall(asking(organiser, now), { classId: held, key: 'morning' })
})
afterAll(() => server.close())

const session = async (of: MadePerson) => (await startSession(new Request(url), of.accountId, 'learner', now, true)).split(';')[0] ?? ''
const address = (key = 'morning') => `${url}/classes/${held}/parts/${key}/entries`
const seen = () => ({
  ...{ id: newId(), device: 'phone-of-organiser', nth: 0, clock: now.getTime(), offset: 0, heard: null, by: organiser.personId },
  said: { kind: 'seen', who: wang.personId, way: 'tick', zone: '主课堂' },
})
const body = (entries: unknown[]) => JSON.stringify({ sentAt: now.getTime(), after: 0, entries })
const send = (cookie: string, text: string, more: Record<string, string> = {}, key = 'morning') =>
  fetch(address(key), { method: 'POST', headers: { 'content-type': 'application/json', origin: url, cookie, ...more }, body: text })

it('a classroom’s board goes round the router, and enters once what it sends twice', async () => {
  const [made, cookie] = [seen(), await session(organiser)]
  for (const _ of [1, 2]) {
    const answer = await send(cookie, body([made]))
    expect([answer.status, answer.headers.get('Cache-Control')]).toEqual([200, 'no-store'])
    expect(await answer.json()).toMatchObject({ refused: [], entries: [{ id: made.id }] })
  }
  const call = await findCall('class', partSubject(held, 'morning'))
  const known = entriesAfter(call?.id ?? '', 0).entries
  expect(known.map(({ id }) => id)).toEqual([made.id])
  const asked = await fetch(`${address()}?after=0&wait=1`, { headers: { cookie } })
  expect((await asked.json()).entries).toMatchObject(known)
  expect((await send(cookie, '{')).status).toBe(400)
})

it('leaves strangers, the signed out, other sites, forms and parts that nobody opened to the framework', async () => {
  const [own, strange] = [await session(organiser), await session(await makeEmployee(await makeUnit('小店', 'XD'), '外人'))]
  for (const cookie of [strange, '']) {
    expect((await fetch(`${address()}?after=0`, { headers: { cookie }, redirect: 'manual' })).status).toBe(299)
    expect((await send(cookie, body([seen()]))).status).toBe(299)
  }
  expect((await fetch(`${address('test')}?after=0`, { headers: { cookie: own } })).status).toBe(299)
  expect((await send(own, body([seen()]), {}, 'nothing')).status).toBe(299)
  expect((await send(own, body([seen()]), { origin: 'http://evil.example' })).status).toBe(299)
  expect((await send(own, body([seen()]), { 'content-type': 'text/plain' })).status).toBe(299)
})
