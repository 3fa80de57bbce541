import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { catalogue } from '~/content/catalogue.server'
import { allJobs } from '~/content/jobs.server'
import { db } from '~/data/db.server'
import { findCardById } from '~/data/duties/gate-cards.server'
import { mayWork } from '~/domain/duties/may-work'
import { indexFacts } from '~/domain/duties/standing'
import { alphabet } from '~/domain/shared/codes'
import { parseDay } from '~/domain/shared/day'
import { loader as gate } from '~/routes/duties+/G.$token'
import { loader as askAtGate } from '~/routes/duties+/gate._index'
import { loader as siteAnswer } from '~/routes/duties+/gate.answer'
import { loader as dayList } from '~/routes/duties+/gate.list._index'
import { loader as siteList } from '~/routes/duties+/gate.list[.]json'
import { loader as askedByName } from '~/routes/duties+/gate.posts.$postId'
import { loader as whoAsked } from '~/routes/duties+/me_.gate'
import { action as siteTokens, loader as unitGate } from '~/routes/duties+/units.$unitId.gate'
import { addLicence, switchOn } from '../../factories/held-licences'
import { emptyDatabase, setClock } from '../../factories/world'
import { addPerson, addPost, ask, buildStreet, grant, passPaper, statusOf, token } from './street-corner'

let now: Date
const welderCard = token('W')
const glance = async (card: string, job: string, personId: string | null = null) => {
  const args = await ask(`/G/${card}?job=${job}`, personId, now, { token: card })
  return (await gate(args)).data.answer
}
const inShort = (answer: Awaited<ReturnType<typeof glance>>) =>
  answer === null ? 'unknown' : [answer.verdict, answer.until, ...answer.because.map(({ id, why }) => `${id}: ${why}`)].join(' | ')

beforeAll(() => {
  catalogue()
})

beforeEach(async () => {
  await emptyDatabase()
  now = setClock('2026-03-10T02:00:00Z')
  await buildStreet()
  await switchOn('county', 'hotwork-certified', 'control-room-certified', 'control-room-linkage-certified')
  await addPerson('han', '韩铁生')
  await addPost({ id: 'welds', personId: 'han', unitId: 'hotel', position: 'welder', from: '2026-01-10', cardToken: welderCard })
  await passPaper('han', 'hotel', 'welder', '2026-01-09')
})

describe('a welder at the gate', () => {
  it('is sent away without a licence, and told so', async () => {
    expect(inShort(await glance(welderCard, 'post'))).toBe('missing |  | hotwork-certified: 没有登记这种证')
    expect(inShort(await glance(welderCard, 'hot-work-general'))).toBe('missing |  | hotwork-certified: 没有登记这种证')
  })

  it('may weld in general with the special licence and not at pressure vessels, until the day that is printed', async () => {
    await addLicence({
      id: 'l1',
      personId: 'han',
      kind: 'hot-work-special',
      topic: 'hot-work-special',
      validTo: '2026-03-10',
      checkedOn: '2026-02-01',
    })
    expect(inShort(await glance(welderCard, 'post'))).toBe('cleared | 2026-03-10')
    expect(inShort(await glance(welderCard, 'hot-work-general'))).toBe('cleared | 2026-03-10')
    expect(inShort(await glance(welderCard, 'hot-work-pressure'))).toBe('missing |  | hotwork-certified: 手里的证管不了这种活')
    now = setClock('2026-03-10T16:00:00Z')
    expect(inShort(await glance(welderCard, 'hot-work-general'))).toBe('missing |  | hotwork-certified: 证已过期')
  })

  it('hears that his licence was entered and not yet checked', async () => {
    await addLicence({ id: 'l1', personId: 'han', kind: 'hot-work-special', topic: 'hot-work-special', validTo: '2029-01-01' })
    expect(inShort(await glance(welderCard, 'post'))).toBe('missing |  | hotwork-certified: 证登记了，还没到官网核验')
  })
})

describe('an operator at the gate', () => {
  beforeEach(async () => {
    await addPerson('lin', '林小雨')
    await addPost({
      id: 'watches',
      personId: 'lin',
      unitId: 'hotel',
      position: 'control-room-operator',
      from: '2026-01-10',
      cardToken: token('V'),
    })
    await passPaper('lin', 'hotel', 'control-room-operator', '2026-01-09')
  })
  const checked = { personId: 'lin', kind: 'fire-facility-operator', checkedOn: '2026-02-01' }

  it('of level five watches a room without linkage only: the level is wrong, nothing has expired', async () => {
    await addLicence({ ...checked, id: 'l5', level: 5, direction: 'monitoring', topic: 'fire-facility-operator-5' })
    expect(inShort(await glance(token('V'), 'control-room'))).toBe('cleared | ')
    expect(inShort(await glance(token('V'), 'control-room-linkage'))).toBe(
      'missing |  | control-room-linkage-certified: 证的级别不够（不是过期）',
    )
  })

  it('of the maintenance direction watches nothing, whatever the level', async () => {
    await addLicence({ ...checked, id: 'm2', level: 2, direction: 'maintenance', topic: 'fire-facility-maintenance-2' })
    expect(inShort(await glance(token('V'), 'control-room'))).toBe('missing |  | control-room-certified: 证的方向不对')
    expect(inShort(await glance(token('V'), 'fire-maintenance'))).toContain('control-room-certified: 证的方向不对')
  })
})

describe('ten thousand guesses at a card', () => {
  it('open nothing: every answer is the same, and none is recorded', async () => {
    const answers = new Set<string>()
    for (let nth = 0; nth < 10_000; nth += 1) {
      const place = nth % 26
      const guess = welderCard.slice(0, place) + (alphabet[Math.floor(nth / 26) % 22] ?? '') + welderCard.slice(place + 1)
      const args = { request: new Request('http://127.0.0.1:3000/G/x'), params: { token: guess } }
      const address = `10.${Math.floor(nth / 60_000)}.${Math.floor(nth / 250)}.${nth % 250}`
      answers.add(JSON.stringify(await gate({ ...args, context: { address, requestId: 't' } })))
    }
    expect([...answers]).toHaveLength(1)
    expect([...answers][0]).toContain('"status":404')
    expect(await db().gateCheck.count()).toBe(0)
  }, 60_000)
})

describe('mayWork and the gate', () => {
  it('agree on every post and every day about the post, and the gate never allows more for a job', async () => {
    await addPerson('lin', '林小雨')
    await addPost({ id: 'watches', personId: 'lin', unitId: 'hotel', position: 'control-room-operator', from: '2026-02-10' })
    await passPaper('lin', 'hotel', 'control-room-operator', '2026-02-01')
    await addLicence({
      id: 'l4',
      personId: 'lin',
      kind: 'fire-facility-operator',
      level: 4,
      direction: 'monitoring',
      topic: 'fire-facility-operator-4',
      checkedOn: '2026-02-20',
    })
    const held = { personId: 'han', kind: 'hot-work-special', topic: 'hot-work-special' }
    await addLicence({ ...held, id: 'l1', validTo: '2026-02-28', checkedOn: '2026-01-20' })
    await addLicence({ ...held, id: 'l2', validTo: '2026-04-30', checkedOn: '2026-03-15' })
    const rules = [...catalogue().duties.values()].map(({ rule }) => rule)
    await grant('han', 'manager', { unitId: 'hotel' })
    for (const day of ['2026-01-09', '2026-01-20', '2026-02-28', '2026-03-01', '2026-03-14', '2026-03-15', '2026-04-30', '2026-05-01'])
      for (const postId of ['welds', 'watches']) {
        now = setClock(`${day}T02:00:00Z`)
        const on = parseDay(day)
        const found = findCardById(postId, rules)
        if (on === null || found === null) throw new Error('the story has this day and this post')
        const may = mayWork(indexFacts(found.facts), postId, on).mayWork
        for (const { id: job } of allJobs()) {
          const { answer } = await askedByName(await ask(`/gate/posts/${postId}?job=${job}`, 'han', now, { postId }))
          const says = answer.verdict === 'cleared' || answer.verdict === 'ahead'
          if (job === 'post') expect({ day, postId, says }).toEqual({ day, postId, says: may })
          else if (says) expect({ day, postId, job, may }).toEqual({ day, postId, job, may: true })
        }
      }
  })
})

describe('who keeps a gate', () => {
  const found = async (personId: string, text: string) =>
    (await askAtGate(await ask(`/gate?card=${encodeURIComponent(text)}`, personId, now))).found.map(({ name }) => name)

  beforeEach(async () => {
    await addPerson('bao', '保安老周')
    await addPost({ id: 'guards', personId: 'bao', unitId: 'hotel', position: 'security-guard', from: '2026-01-01' })
    await addPerson('mei', '梅员工')
    await addPost({ id: 'serves', personId: 'mei', unitId: 'hotel', position: 'employee', from: '2026-01-01' })
    await addPost({ id: 'elsewhere', personId: 'mei', unitId: 'clinic', position: 'employee', from: '2026-01-01' })
  })

  it('finds the people of her own unit by name, and nobody else does', async () => {
    expect(await found('bao', '铁生')).toEqual(['韩铁生'])
    expect(await found('mei', '铁生')).toEqual([])
    expect(await found('bao', '%')).toEqual([])
  })

  it('gets an answer about a post of her unit, and 404 about any other', async () => {
    const asked = (postId: string, personId: string) =>
      ask(`/gate/posts/${postId}`, personId, now, { postId }).then((args) => statusOf(askedByName(args)))
    expect(await asked('welds', 'bao')).toBe(200)
    expect(await asked('elsewhere', 'bao')).toBe(404)
    expect(await asked('welds', 'mei')).toBe(404)
    expect(await asked('nowhere', 'bao')).toBe(404)
  })

  it('is sent on from a pasted address to the card', async () => {
    const sent = await askAtGate(
      await ask(`/gate?card=${encodeURIComponent(`HTTP://127.0.0.1:3000/G/${welderCard}`)}&job=hot-work-general`, 'bao', now),
    ).catch((thrown: unknown) => thrown)
    expect(sent instanceof Response && sent.headers.get('Location')).toBe(`/G/${welderCard}?job=hot-work-general`)
  })

  it('keeps the day’s list with every job of every post, until midnight', async () => {
    const { lines, until } = await dayList(await ask('/gate/list', 'bao', now))
    expect(until).toBe('2026-03-10T16:00:00.000Z')
    const welds = lines.find(({ name }) => name === '韩铁生')
    expect(welds?.answers.map(({ job, verdict }) => `${job} ${verdict}`)).toEqual([
      'post missing',
      'hot-work-general missing',
      'hot-work-construction missing',
      'hot-work-pressure missing',
    ])
    expect(JSON.stringify(lines)).not.toContain(welderCard)
    expect(await statusOf(dayList(await ask('/gate/list?unit=clinic', 'bao', now)))).toBe(404)
    expect(await statusOf(dayList(await ask('/gate/list', 'mei', now)))).toBe(404)
  })

  it('leaves a record that the holder and the unit read, once a minute and never of herself', async () => {
    now = setClock('2026-03-10T03:00:00Z')
    await glance(welderCard, 'hot-work-general', 'bao')
    await glance(welderCard, 'hot-work-general', 'bao')
    await glance(welderCard, 'post')
    await glance(welderCard, 'post', 'han')
    const mine = await whoAsked(await ask('/me/gate', 'han', now))
    expect(mine.lines.map(({ asker, job, answer }) => `${asker} ${job} ${answer}`).sort()).toEqual([
      'null 这个岗位 missing',
      '保安老周 电焊、气焊、切割（一般场所） missing',
    ])
    expect((await whoAsked(await ask('/me/gate', 'bao', now))).lines).toEqual([])
    now = setClock('2026-03-10T03:01:00Z')
    await glance(welderCard, 'hot-work-general', 'bao')
    await grant('mei', 'manager', { unitId: 'hotel' })
    const { lines } = await unitGate(await ask('/units/hotel/gate', 'mei', now, { unitId: 'hotel' }))
    expect(lines.map(({ name, asker }) => `${name} ${asker}`).sort()).toEqual(['韩铁生 null', '韩铁生 保安老周', '韩铁生 保安老周'])
    expect(await statusOf(unitGate(await ask('/units/clinic/gate', 'mei', now, { unitId: 'clinic' })))).toBe(404)
  })
})

describe('a site’s own system', () => {
  const asSite = async (path: string, siteToken: string | null) => {
    const { request, ...args } = await ask(path, null, now)
    const headers = new Headers(request.headers)
    if (siteToken !== null) headers.set('Authorization', `Bearer ${siteToken}`)
    const door = path.startsWith('/gate/list') ? siteList : siteAnswer
    const response = await door({ ...args, request: new Request(request.url, { headers }) })
    return { status: response.status, text: await response.text() }
  }

  const madeToken = async () => {
    await addPerson('mei', '梅经理')
    await grant('mei', 'manager', { unitId: 'hotel' })
    const args = await ask('/units/hotel/gate', 'mei', now, { unitId: 'hotel' })
    const body = new URLSearchParams({ act: 'make', name: '西门闸机' })
    const answer = await siteTokens({
      ...args,
      request: new Request(args.request.url, { method: 'POST', body, headers: args.request.headers }),
    })
    const made = 'data' in answer && 'token' in answer.data ? answer.data.token : null
    if (made === null) throw new Error(JSON.stringify(answer))
    return made
  }

  it('asks with its token and is told, with a masked name; the holder sees which system asked', async () => {
    const site = await madeToken()
    const { status, text } = await asSite(`/gate/answer?card=${welderCard}&job=hot-work-general`, site)
    expect(status).toBe(200)
    expect(JSON.parse(text)).toEqual({
      may: false,
      state: 'missing',
      job: 'hot-work-general',
      name: '韩**',
      unit: '东街大酒店',
      position: '电焊工',
      on: '2026-03-10',
      until: null,
      because: [{ duty: 'hotwork-certified', title: '电焊、气焊人员持证上岗', licence: 'none' }],
    })
    expect((await whoAsked(await ask('/me/gate', 'han', now))).lines.map(({ asker, way }) => `${way} ${asker}`)).toEqual(['site 西门闸机'])
    const list = JSON.parse((await asSite('/gate/list.json', site)).text)
    expect(list).toMatchObject({ on: '2026-03-10', goodUntil: '2026-03-10T16:00:00.000Z' })
    expect(JSON.stringify(list)).not.toContain('铁生')
  })

  it('without a token, with a wrong or an ended one, hears nothing of anybody', async () => {
    const site = await madeToken()
    for (const wrong of [null, token('Z'), site.slice(1), `${site}X`]) {
      expect(await asSite(`/gate/answer?card=${welderCard}`, wrong)).toEqual({ status: 401, text: '{"error":"site-token"}' })
      expect((await asSite('/gate/list.json', wrong)).status).toBe(401)
    }
    const [{ id } = { id: '' }] = await db().gateToken.findMany()
    const args = await ask('/units/hotel/gate', 'mei', now, { unitId: 'hotel' })
    const end = new URLSearchParams({ act: 'end', id })
    await siteTokens({ ...args, request: new Request(args.request.url, { method: 'POST', body: end, headers: args.request.headers }) })
    expect((await asSite(`/gate/answer?card=${welderCard}`, site)).status).toBe(401)
  })

  it('gets the same bytes for every code that opens no card', async () => {
    const site = await madeToken()
    const unknown = await asSite(`/gate/answer?card=${token('Q')}`, site)
    expect(unknown).toEqual({ status: 404, text: '{"may":false,"state":"unknown"}' })
    for (const wrong of ['', 'A', '%00', `${welderCard}A`, "' OR 1=1", welderCard.slice(1)])
      expect(await asSite(`/gate/answer?card=${encodeURIComponent(wrong)}`, site)).toEqual(unknown)
    expect(await db().gateCheck.count()).toBe(0)
  })
})
