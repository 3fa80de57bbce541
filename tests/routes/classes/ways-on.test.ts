import type { LoaderFunctionArgs } from '@remix-run/node'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { recordClassStep } from '~/data/classes/classes.server'
import { recordInvitations } from '~/data/classes/invitations.server'
import { recordMembers } from '~/data/classes/programmes.server'
import { recordSittings } from '~/data/classes/sittings.server'
import { testOfPart } from '~/data/classes/tests.server'
import { transact } from '~/data/transact.server'
import { loader as classPage } from '~/routes/classes+/classes.$id._index'
import { loader as closePage } from '~/routes/classes+/classes.$id.close'
import { action as give } from '~/routes/classes+/classes.$id.feedback._index'
import { action as run } from '~/routes/classes+/classes.$id.tests.$key._index'
import { loader as invitation } from '~/routes/classes+/invitations.$id._index'
import { loader as mine } from '~/routes/classes+/me_.classes'
import { startClassPaper } from '~/usecases/classes/start-class-paper.server'
import { useFixtureContent } from '../../exams-fixtures/content'
import { buildClass, seat, stepClass, testTime } from '../../factories/class-with-test'
import { actingPerson } from '../../factories/held-drill'
import { emptyDatabase, setClock } from '../../factories/world'
import { addPost, ask } from '../duties-pages/street-corner'

let now = testTime
const at = (instant: string) => {
  now = setClock(instant)
}
const get = async <Page>(
  loader: (args: LoaderFunctionArgs) => Promise<Page>,
  who: string,
  params: Record<string, string> = { id: 'class' },
) => loader(await ask('/', who, now, params))
const post = async (action: (args: LoaderFunctionArgs) => unknown, who: string, fields: Record<string, string>, key = 'test') => {
  const asked = await ask('/', who, now, { id: 'class', key })
  const headers = { Cookie: asked.request.headers.get('Cookie') ?? '' }
  return action({ ...asked, request: new Request(asked.request.url, { method: 'POST', headers, body: new URLSearchParams(fields) }) })
}
const open = () => post(run, 'lead', { intent: 'open' })
const collect = () => post(run, 'lead', { intent: 'close', sure: 'yes' })

beforeAll(useFixtureContent)
beforeEach(async () => {
  await emptyDatabase()
  at(testTime.toISOString())
  await buildClass()
})

describe('the page of a class', () => {
  const ways = async (who: string) => {
    const { page } = await get(classPage, who)
    return { test: page.parts.map(({ test }) => test), summary: page.hasFeedback }
  }

  it('leads whoever runs the test to it by what is next about it', async () => {
    expect((await ways('lead')).test).toEqual([null, 'choose'])
    expect((await ways('main-org')).test).toEqual([null, 'choose'])
    expect((await ways('branch-org')).test).toEqual([null, 'see'])
    await post(run, 'lead', { intent: 'choose', topics: 'pre-job/doors', questions: '5', pass: '60', minutes: '10', tries: '1' })
    expect((await ways('lead')).test).toEqual([null, 'open'])
    await open()
    for (const who of ['lead', 'branch-org']) expect((await ways(who)).test).toEqual([null, 'running'])
    await collect()
    expect((await ways('lead')).test).toEqual([null, 'done'])
    await stepClass('closed', now)
    for (const who of ['lead', 'branch-org']) expect((await ways(who)).test).toEqual([null, 'done'])
  })

  it('leads to no test that nobody can open any more', async () => {
    await stepClass('called-off', now)
    expect(await ways('lead')).toEqual({ test: [null, null], summary: false })
    at('2026-11-24T10:00:00Z')
    await stepClass('reopened', now)
    await stepClass('closed', now)
    expect((await ways('lead')).test).toEqual([null, null])
  })

  it('leads its leader to what was said about it once it has begun', async () => {
    at('2026-11-24T00:59:59Z')
    expect((await ways('lead')).summary).toBe(false)
    at('2026-11-24T01:00:00Z')
    expect((await ways('lead')).summary).toBe(true)
    expect((await ways('main-org')).summary).toBe(false)
  })
})

describe('those who come', () => {
  const none: unknown[] = []
  const line = (more: { test: boolean; feedback: boolean }) => [{ id: 'class', title: '2026年党校集中培训（商业综合体）', ...more }]
  const own = async (who: string) => (await get(mine, who)).now
  const asked = async (who: string) => (await get(invitation, who, { id: 'asked' })).page.now

  beforeEach(async () => {
    await seat('li')
    await addPost({ id: 'post-li', personId: 'li', unitId: 'hotel', position: 'responsible-person', from: '2024-01-01' })
    await addPost({ id: 'post-zhao', personId: 'zhao', unitId: 'hotel', position: 'responsible-person', from: '2024-01-01' })
    const why = { sector: '', traits: [], positions: [], words: '' }
    await transact(async (tx) => {
      const line = { programmeId: 'school', subjectKind: 'unit' as const, subjectId: 'hotel', unitId: 'hotel', way: 'drawn' as const }
      await recordMembers(tx, [{ id: 'hotel', ...line, why, from: '2026-01-01', addedAt: now, addedBy: 'system' }])
      await recordInvitations(tx, [{ id: 'asked', classId: 'class', memberId: 'hotel', at: now, by: 'system' }])
    })
  })

  it('find the test while it is open, and only they', async () => {
    expect(await own('li')).toEqual(line({ test: false, feedback: true }))
    await open()
    for (const found of [await own('li'), await asked('li')]) expect(found).toEqual(line({ test: true, feedback: true }))
    for (const found of [await own('zhao'), await asked('zhao'), await own('wu')]) expect(found).toEqual(none)
    await collect()
    expect(await own('li')).toEqual(line({ test: false, feedback: true }))
  })

  it('find it also where they were let in at the door, and not while they wait for a seat', async () => {
    await seat('wu', 'main', 'door')
    for (const who of ['main-org', 'branch-org', 'zhao']) await seat(who, 'main')
    await open()
    expect(await own('wu')).toEqual(line({ test: true, feedback: true }))
    expect(await own('zhao')).toEqual(none)
  })

  it('are asked what they think from the beginning to two weeks after, once', async () => {
    at('2026-11-24T00:59:59Z')
    expect(await own('li')).toEqual(none)
    at('2026-11-24T01:00:00Z')
    expect(await asked('li')).toEqual(line({ test: false, feedback: true }))
    at('2026-12-08T16:00:00Z')
    expect(await own('li')).toEqual(none)
    at('2026-12-08T15:59:59Z')
    await post(give, 'li', { pace: 'right' })
    expect(await own('li')).toEqual(none)
  })

  it('find no test of a class that was closed, and nothing of one that was called off', async () => {
    await open()
    await transact(async (tx) => {
      await recordClassStep(tx, { id: 'closing', classId: 'class', kind: 'closed', at: now, by: 'system' })
      const of = { programmeId: 'school', classId: 'class', closingId: 'closing', unitId: 'hotel', part: 'morning', on: '2026-11-24' }
      await recordSittings(tx, [{ ...of, id: 'sat', personId: 'li', asDeputy: 0, state: 'present', counts: 1 }])
    })
    expect(await own('li')).toEqual(line({ test: false, feedback: true }))
    await stepClass('called-off', now)
    expect(await asked('li')).toEqual(none)
  })
})

describe('closing a class', () => {
  it('says whose papers are still open, and how to have them judged', async () => {
    await seat('li')
    await seat('wu')
    await open()
    const papers = async () => (await get(closePage, 'lead')).openPapers
    expect(await papers()).toEqual([])
    const code = (await testOfPart('class', 'test'))?.code ?? ''
    for (const who of ['li', 'wu'])
      await startClassPaper(actingPerson({ personId: who, accountId: `account-${who}`, staffNumber: '', postId: '' }, now), code)
    at('2026-11-24T08:40:00Z')
    expect(await papers()).toEqual([{ key: 'test', name: '随堂测试', count: 2 }])
    await collect()
    expect(await papers()).toEqual([])
  })
})
