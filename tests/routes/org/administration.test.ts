import { beforeAll, describe, expect, it } from 'vitest'
import { catalogue } from '~/content/catalogue.server'
import { db } from '~/data/db.server'
import { transact } from '~/data/transact.server'
import { startSession } from '~/http/session.server'
import { action as setUp, loader as setUpPage } from '~/routes/accounts+/setup'
import { action as say } from '~/routes/notices+/suggest'
import { loader as audit } from '~/routes/org+/admin.audit._index'
import { loader as auditFile } from '~/routes/org+/admin.audit[.]csv'
import { loader as rights } from '~/routes/org+/admin.grants._index'
import { action as endRight, loader as right } from '~/routes/org+/admin.grants.$grantId'
import { action as giveRight, loader as newRight } from '~/routes/org+/admin.grants.new'
import { loader as people } from '~/routes/org+/admin.people._index'
import { loader as person, action as reset } from '~/routes/org+/admin.people.$personId'
import { action as placed, loader as places } from '~/routes/org+/admin.places'
import { action as handled, loader as suggestions } from '~/routes/org+/admin.suggestions'
import { loader as units } from '~/routes/org+/admin.units._index'
import { action as onUnit, loader as unitPage } from '~/routes/org+/admin.units.$unitId/route'
import { action as newUnit, loader as newUnitPage } from '~/routes/org+/admin.units.new'
import { makeAdministered } from '../../factories/administration'
import { grant, type MadePerson, makeEmployee, morning } from '../../factories/unit-people'

let world: Awaited<ReturnType<typeof makeAdministered>>
let manager: MadePerson

beforeAll(async () => {
  catalogue()
  world = await makeAdministered()
  manager = await makeEmployee(world.brigade, '李主任', { phone: '13800005555' })
  await grant(manager.accountId, world.brigade)
}, 60_000)

type Asked = { as: MadePerson | null; path: string; params?: Record<string, string>; form?: Record<string, string>; stale?: boolean }

async function asked({ as, path, params = {}, form, stale = false }: Asked) {
  const url = `http://127.0.0.1:3000${path}`
  const cookie = as === null ? '' : (await startSession(new Request(url), as.accountId, 'console', morning, !stale)).split(';')[0]
  const body = form && new URLSearchParams(form)
  const request = new Request(url, { headers: { Cookie: cookie ?? '' }, ...(body ? { method: 'POST', body } : {}) })
  return { request, params, context: { address: 'test', requestId: 't' } }
}

/** The status of what was answered or thrown; 200 for plain facts. */
async function statusOf(answer: Promise<unknown>): Promise<number> {
  const outcome: unknown = await answer.catch((fault: unknown) => fault)
  if (outcome instanceof Response) return outcome.status
  if (outcome instanceof Error) throw outcome
  const status: unknown = Object(Object(outcome).init).status
  return typeof status === 'number' ? status : 200
}
const placeOf = async (answer: Promise<unknown>) => {
  const outcome: unknown = await answer.catch((fault: unknown) => fault)
  return outcome instanceof Response ? outcome.headers.get('Location') : null
}

type Served = (args: Awaited<ReturnType<typeof asked>>) => Promise<unknown>
const served: [string, Served, string, Record<string, string>?][] = [
  ['places', places, '/admin/places'],
  ['units', units, '/admin/units?sort=-from&state=open'],
  ['a new unit', newUnitPage, '/admin/units/new'],
  ['people', people, '/admin/people?q=李'],
  ['rights', rights, '/admin/grants?state=any'],
  ['a new right', newRight, '/admin/grants/new'],
  ['the log', audit, '/admin/audit'],
  ['the log as a file', auditFile, '/admin/audit.csv'],
  ['suggestions', suggestions, '/admin/suggestions'],
]
const acted: [string, Served, string][] = [
  ['places', placed, '/admin/places'],
  ['a new unit', newUnit, '/admin/units/new'],
  ['a unit', onUnit, '/admin/units/u?do=close'],
  ['a new right', giveRight, '/admin/grants/new'],
  ['the end of a right', endRight, '/admin/grants/g'],
  ['a reset', reset, '/admin/people/p'],
  ['suggestions', handled, '/admin/suggestions'],
]

describe('administration is for administrators', () => {
  it.each(served)('%s', async (_what, loader, path) => {
    expect(await placeOf(loader(await asked({ as: null, path })))).toContain('/sign-in')
    expect(await statusOf(loader(await asked({ as: manager, path })))).toBe(403)
    expect(await statusOf(loader(await asked({ as: world.administrator, path })))).toBe(200)
  })
  it.each(acted)('changing %s', async (_what, action, path) => {
    const params = { unitId: world.brigade.id, grantId: 'g', personId: manager.personId }
    expect(await statusOf(action(await asked({ as: null, path, params, form: {} })))).toBe(302)
    expect(await statusOf(action(await asked({ as: manager, path, params, form: {} })))).toBe(403)
  })
  it.each([
    ['a unit', unitPage, { unitId: 'nowhere' }],
    ['a person', person, { personId: 'nobody' }],
    ['a right', right, { grantId: 'none' }],
  ] as [string, Served, Record<string, string>][])('%s that is not there is not found', async (_what, loader, params) => {
    expect(await statusOf(loader(await asked({ as: world.administrator, path: '/', params })))).toBe(404)
  })
})

describe('forms', () => {
  it('keep what was typed when something is wrong, boxes included', async () => {
    const form = { name: '河西幼儿园', placeId: 'street', sector: 'education', from: '1900-01-01', traits: 'kindergarten' }
    const answer = await newUnit(await asked({ as: world.administrator, path: '/admin/units/new', form }))
    expect(answer).toMatchObject({
      init: { status: 400 },
      data: { errors: { from: ['org:error.day.tooEarly'] }, values: { name: '河西幼儿园', traits: 'kindergarten' } },
    })
  })
  it('lead to what was made', async () => {
    const form = { name: '柳树社区', kind: 'community' }
    expect(await placeOf(placed(await asked({ as: world.administrator, path: '/admin/places?add=street', form })))).toBe(
      '/admin/places?done=placeAdded&add=street#place-street',
    )
  })
  it('show a slip once, and never without a password given in the last minutes', async () => {
    const params = { personId: manager.personId }
    const path = `/admin/people/${manager.personId}`
    expect(await placeOf(reset(await asked({ as: world.administrator, path, params, form: {}, stale: true })))).toContain(
      '/confirm-password',
    )
    const answer = await reset(await asked({ as: world.administrator, path, params, form: {} }))
    expect(answer).toMatchObject({ slip: { name: '李主任', login: '13800005555', code: expect.stringMatching(/^\w{4}-\w{4}-\w{4}$/) } })
  })
})

describe('the audit log', () => {
  it('reads as sentences in both languages, shows acts nobody has words for, and leaves as the file of what is filtered', async () => {
    await transact(async (tx) => {
      const entry = {
        at: morning,
        actor: world.administrator.accountId,
        targetKind: 'unit',
        targetId: world.brigade.id,
        unitId: world.brigade.id,
      }
      await tx.auditEntry.create({ data: { ...entry, id: 'a1', act: 'unknown.thingDone', detail: '{}' } })
      await tx.auditEntry.create({ data: { ...entry, id: 'a2', act: 'org.unitChanged', detail: '{"before":"=1+1","after":"+cmd"}' } })
    })
    const page = await audit(await asked({ as: world.administrator, path: `/admin/audit?unit=${world.brigade.id}` }))
    expect(page.rows.map(({ who, did, what, more }) => [who, did, what, more])).toEqual([
      ['周队', '改了单位资料', '临河县消防救援大队', ['原名 =1+1', '新名 +cmd']],
      ['周队', 'unknown.thingDone', '临河县消防救援大队', []],
    ])
    const path = '/admin/audit.csv?act=org.unitChanged'
    const file = await (await auditFile(await asked({ as: world.administrator, path }))).text()
    expect(file.split('\r\n').slice(1)).toEqual(['2026年3月10日 10:00,周队,改了单位资料,临河县消防救援大队,,原名 =1+1; 新名 +cmd', ''])
  })
  it('begins and ends its days in Shanghai', async () => {
    const dayOf = async (query: string) =>
      (await audit(await asked({ as: world.administrator, path: `/admin/audit?act=unknown.thingDone&${query}` }))).total
    expect(await dayOf('from=2026-03-10&to=2026-03-10')).toBe(1)
    await transact((tx) => tx.auditEntry.update({ where: { id: 'a1' }, data: { at: new Date('2026-03-09T16:00:00.000Z') } }))
    expect([await dayOf('from=2026-03-10'), await dayOf('to=2026-03-09')]).toEqual([1, 0])
    await transact((tx) => tx.auditEntry.update({ where: { id: 'a1' }, data: { at: new Date('2026-03-09T15:59:59.999Z') } }))
    expect([await dayOf('from=2026-03-10'), await dayOf('to=2026-03-09')]).toEqual([0, 1])
    expect(await dayOf('from=not-a-day&to=2026-02-31')).toBe(1)
  })
})

describe('without signing in', () => {
  it('anybody may suggest, and nobody may set up what is set up', async () => {
    expect(await placeOf(say(await asked({ as: null, path: '/suggest', form: { page: '/me', text: '字太小，看不清' } })))).toBe(
      '/suggest?sent=yes&page=%2Fme',
    )
    expect(await db().suggestion.count()).toBe(1)
    const form = { code: 'ABCDEFGHJKMN', name: '周', phone: '13800000009', password: '河边有三棵老槐树' }
    expect(await statusOf(setUpPage(await asked({ as: null, path: '/setup' })))).toBe(404)
    expect(await statusOf(setUp(await asked({ as: null, path: '/setup', form })))).toBe(404)
  })
})
