import type { LoaderFunctionArgs } from '@remix-run/node'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { catalogue } from '~/content/catalogue.server'
import { db } from '~/data/db.server'
import { transact } from '~/data/transact.server'
import { loader as mine, action as sendMine } from '~/routes/duties+/me_.villages'
import { loader as matrix } from '~/routes/duties+/street.responsibility._index'
import { loader as department, action as settle } from '~/routes/duties+/street.responsibility.departments.$departmentId'
import { loader as mingbai } from '~/routes/duties+/street.responsibility.mingbai'
import { loader as planPage, action as takePlan } from '~/routes/duties+/street.responsibility.plan'
import { loader as posts } from '~/routes/duties+/street.responsibility.posts'
import { loader as slices } from '~/routes/duties+/street.responsibility.slices._index'
import { action as onVillage, loader as village } from '~/routes/duties+/street.responsibility.slices.$placeId'
import { action as give, loader as newSlices } from '~/routes/duties+/street.responsibility.slices.new'
import { action as nameByStreet, loader as streetUnit } from '~/routes/duties+/street.units.$unitId.mingbai'
import { action as nameByManager, loader as ownUnit } from '~/routes/duties+/units.$unitId.mingbai'
import { emptyDatabase, setClock } from '../../factories/world'
import { addPerson, addPost, ask, buildStreet, grant, passPaper, statusOf } from './street-corner'

let now: Date
type Params = Record<string, string>
type Handler = (args: LoaderFunctionArgs) => unknown

const root = '/street/responsibility'
async function post(path: string, personId: string, fields: [string, string][], params: Params = {}): Promise<LoaderFunctionArgs> {
  const asked = await ask(path, personId, now, params)
  const headers = { Cookie: asked.request.headers.get('Cookie') ?? '' }
  return { ...asked, request: new Request(asked.request.url, { method: 'POST', headers, body: new URLSearchParams(fields) }) }
}
/** Where an action leads; what it says is wrong; or the status that it throws. */
async function outcomeOf(handler: Handler, args: LoaderFunctionArgs): Promise<unknown> {
  try {
    const answer = await handler(args)
    if (answer instanceof Response) return answer.headers.get('Location')
    return typeof answer === 'object' && answer !== null && 'data' in answer ? answer.data : answer
  } catch (fault) {
    if (fault instanceof Response) return fault.status
    throw fault
  }
}
const status = (handler: Handler, path: string, personId: string | null, params: Params = {}) =>
  statusOf(ask(path, personId, now, params).then((args) => Promise.resolve(handler(args))))

const tasks = async (personId: string, query = '') => matrix(await ask(`${root}${query}`, personId, now))
const gaps = async (personId: string, query = '') => (await tasks(personId, query)).gaps.map(({ kind, name, unit }) => [kind, unit ?? name])
const takeUp = (personId: string, place: string, document: string) =>
  post(`${root}/plan?place=${place}`, personId, [
    ['document', document],
    ['from', '2026-01-01'],
  ]).then((args) => outcomeOf(takePlan, args))
const assign = (personId: string, place: string, departmentId: string, unitId: string, postId = '') =>
  post(
    `${root}/departments/${departmentId}?place=${place}`,
    personId,
    [
      ['unitId', unitId],
      ['postId', postId],
      ['from', '2026-03-01'],
    ],
    { departmentId },
  ).then((args) => outcomeOf(settle, args))

beforeAll(() => void catalogue(), 60_000)

beforeEach(async () => {
  await emptyDatabase()
  now = setClock('2026-03-10T02:00:00Z')
  await buildStreet()
  await transact(async (tx) => {
    const createdAt = now
    const place = (id: string, kind: string, name: string, parentId: string, path: string) =>
      tx.place.create({ data: { id, kind, name, parentId, path, createdAt } })
    await place('east-1-g1', 'grid', '东一第1网格', 'east-1', '/county/east/east-1/east-1-g1/')
    await place('west-1', 'community', '西一社区', 'west', '/county/west/west-1/')
    const unit = (id: string, name: string, placeId: string, sector: string, trait: string) =>
      tx.unit.create({
        data: {
          id,
          name,
          placeId,
          sector,
          shortCode: id.toUpperCase(),
          from: '2020-01-01',
          createdAt,
          traits: { create: [{ id: `${id}-${trait}`, trait, from: '2020-01-01' }] },
        },
      })
    await unit('office', '东街办事处', 'east', 'grassroots', 'street-office')
    await unit('committee', '东一居委会', 'east-1', 'grassroots', 'community')
    await unit('station', '东街消防站', 'east', 'grassroots', 'fire-station')
    await unit('bureau', '县教育局', 'county', 'government', 'department')
    await unit('far-committee', '西一居委会', 'west-1', 'grassroots', 'community')
  })
  for (const [id, name] of Object.entries({
    admin: '管理员',
    manager: '店长',
    supervisor: '东街监督员',
    schools: '教育监督员',
    guide: '小包',
    other: '外人',
    head: '主任',
  }))
    await addPerson(id, name)
  await grant('admin', 'administrator', {})
  await grant('manager', 'manager', { unitId: 'school' })
  await grant('supervisor', 'supervisor', { placeId: 'east' })
  await grant('schools', 'supervisor', { placeId: 'county', sectors: '["education"]' })
  const hold = (personId: string, unitId: string, position: string) =>
    addPost({ id: `k-${personId}`, personId, unitId, position, from: '2025-01-01' })
  await hold('guide', 'station', 'government-brigade')
  await hold('manager', 'school', 'fire-manager')
  await hold('head', 'committee', 'village-committee')
  await hold('other', 'clinic', 'employee')
})

describe('who trains whom', () => {
  it('asks first for a plan, then shows its gaps by name, and each once with the tasks that it leaves open', async () => {
    expect(await tasks('supervisor')).toMatchObject({ plans: [], gaps: [], frame: { place: { id: 'east' }, isWhole: true } })
    expect(await takeUp('supervisor', 'east', 'shuangyang-2024')).toBe(`${root}?place=east&done=planAdopted`)
    const page = await tasks('supervisor')
    expect(page.plans.map(({ document }) => document)).toEqual(['shuangyang-2024'])
    const members = page.gaps.find(({ name }) => name === '街道安委会有关成员单位')
    expect(members).toMatchObject({ kind: 'unassigned', href: `${root}/departments/shuangyang-members?place=east` })
    expect(members?.tasks.length).toBeGreaterThan(1)
    expect(page.gaps.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['unnamed', 'unassigned', 'dutyOff', 'noAudience']))
    expect(page.gaps.find(({ kind }) => kind === 'dutyOff')?.href).toMatch(/^\/duties\//)
    expect((await tasks('admin', '?place=east')).gaps.find(({ kind }) => kind === 'dutyOff')?.href).toMatch(/^\/admin\/duties\//)
  })

  it('closes a gap with a unit that has somebody in charge, and opens it again when he leaves or the unit closes', async () => {
    await takeUp('supervisor', 'east', 'shuangyang-2024')
    const office = async () => (await gaps('supervisor')).filter(([, name]) => name === '街道安办' || name === '东街办事处')
    expect(await office()).toEqual([['unassigned', '街道安办']])
    expect(await assign('supervisor', 'east', 'shuangyang-safety-office', 'office')).toBe(`${root}?place=east&done=taskAssigned`)
    expect(await office()).toEqual([['nobodyInCharge', '东街办事处']])
    await addPost({ id: 'k-lead', personId: 'head', unitId: 'office', position: 'street-leader', from: '2026-02-01' })
    expect(await office()).toEqual([])
    await transact((tx) => tx.unit.update({ where: { id: 'office' }, data: { to: '2026-03-05' } }))
    expect(await office()).toEqual([['closed', '东街办事处']])
  })

  it('shows the person to ask, and the gap from the day after he left', async () => {
    await takeUp('supervisor', 'east', 'shuangyang-2024')
    await assign('supervisor', 'east', 'shuangyang-safety-office', 'committee', 'k-head')
    const bearer = async (query = '') =>
      (await tasks('supervisor', query)).plans[0]?.tasks.find(({ id }) => id === 'shuangyang-street-staff')
    expect((await bearer())?.bearers).toMatchObject([{ name: '街道安办', units: [{ name: '东一居委会', contact: '主任' }] }])
    await transact((tx) => tx.post.update({ where: { id: 'k-head' }, data: { to: '2026-03-09' } }))
    expect((await bearer('?on=2026-03-09'))?.gaps).not.toContain('nobodyInCharge')
    expect((await bearer())?.gaps).toContain('nobodyInCharge')
  })

  it('lets a place put a unit in where the plan names nobody', async () => {
    await takeUp('supervisor', 'east', 'shuangyang-2024')
    const unnamed = async () => (await tasks('supervisor')).gaps.filter(({ kind }) => kind === 'unnamed')
    expect(await unnamed()).toHaveLength(1)
    await assign('supervisor', 'east', 'shuangyang-households', 'committee')
    expect(await unnamed()).toEqual([])
  })

  it('keeps history: an ended assignment stays, with who ended it, and ends only once', async () => {
    await takeUp('supervisor', 'east', 'shuangyang-2024')
    await assign('supervisor', 'east', 'shuangyang-safety-office', 'office')
    const row = await db().taskAssignment.findFirstOrThrow()
    const address = `${root}/departments/shuangyang-safety-office?place=east&end=${row.id}`
    const params = { departmentId: 'shuangyang-safety-office' }
    const end = async (lastDay: string, who = 'supervisor') => outcomeOf(settle, await post(address, who, [['lastDay', lastDay]], params))
    expect(await end('2026-02-28')).toMatchObject({ errors: { lastDay: ['duties:responsibility.refusal.beforeFirst'] } })
    expect(await end('2026-03-11')).toMatchObject({ errors: { lastDay: ['duties:responsibility.refusal.ahead'] } })
    expect(await end('2026-03-09')).toBe(`${root}?place=east&done=taskEnded`)
    expect(await end('2026-03-09')).toMatchObject({ errors: { lastDay: ['duties:responsibility.refusal.ended'] } })
    const page = await department(await ask(`${root}/departments/shuangyang-safety-office?place=east`, 'supervisor', now, params))
    expect(page.given).toMatchObject([{ what: '东街办事处', to: '2026-03-09', by: '东街监督员', endedBy: '东街监督员', isOver: true }])
    expect((await db().auditEntry.findMany()).map(({ act }) => act)).toEqual(
      expect.arrayContaining(['duties.planAdopted', 'duties.taskAssigned', 'duties.taskEnded']),
    )
  })

  it('lets a street see that its county has settled it, and not with whom', async () => {
    await takeUp('admin', 'county', 'hangzhou-2015')
    await assign('admin', 'county', 'hangzhou-education', 'bureau')
    const page = await tasks('supervisor')
    const task = page.plans[0]?.tasks.find(({ id }) => id === 'hangzhou-education-schools')
    expect(task?.bearers).toMatchObject([{ settledBy: '青禾县', units: [] }])
    expect(JSON.stringify(page)).not.toContain('县教育局')
  })

  it('is nobody else’s: out of scope is not found, a department of some sectors reads and does not write', async () => {
    await takeUp('admin', 'county', 'hangzhou-2015')
    expect((await tasks('schools')).plans[0]?.tasks.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['hangzhou-education-schools', 'hangzhou-publicity-everybody']),
    )
    expect((await tasks('schools')).plans[0]?.tasks.map(({ id }) => id)).not.toContain('hangzhou-civil-affairs-care')
    expect(await takeUp('schools', 'county', 'otog-2022')).toBe(404)
    expect(await takeUp('supervisor', 'west', 'otog-2022')).toBe(404)
    expect(await takeUp('supervisor', 'county', 'otog-2022')).toBe(404)
    expect(await assign('supervisor', 'east', 'hangzhou-education', 'bureau')).toBe(404)
    expect(await assign('supervisor', 'east', 'hangzhou-towns', 'office')).toBe(404)
    for (const place of ['west', 'county', 'nowhere']) expect(await status(matrix, `${root}?place=${place}`, 'supervisor')).toBe(404)
    expect(await status(planPage, `${root}/plan?place=county`, 'schools')).toBe(404)
    expect(await db().taskAssignment.count()).toBe(0)
  })
})

describe('明白人', () => {
  const list = async (personId: string, query = '') => mingbai(await ask(`${root}/mingbai${query}`, personId, now))
  const naming = (postId: string): [string, string][] => [
    ['postId', postId],
    ['from', '2026-03-01'],
  ]

  it('lists those without one first, and says how the named is trained and until when', async () => {
    expect(await list('supervisor')).toMatchObject({ units: 2, without: 2 })
    await passPaper('manager', 'school', 'fire-manager', '2024-12-20')
    expect(await outcomeOf(nameByManager, await post('/units/school/mingbai', 'manager', naming('k-manager'), { unitId: 'school' }))).toBe(
      '/units/school/mingbai?done=mingbaiNamed',
    )
    const page = await list('supervisor')
    expect(page.without).toBe(1)
    expect(page.rows.map(({ name }) => name)).toEqual(['东一居委会', '东街小学'])
    const [named] = page.rows[1]?.named ?? []
    expect(named).toMatchObject({ name: '店长', isLeft: false, training: { on: '2024-12-20' } })
    expect(named?.lines.length).toBeGreaterThan(0)
  })

  it('counts nobody once the post is over', async () => {
    await outcomeOf(nameByStreet, await post('/street/units/committee/mingbai', 'supervisor', naming('k-head'), { unitId: 'committee' }))
    expect(await list('supervisor')).toMatchObject({ without: 1 })
    await transact((tx) => tx.post.update({ where: { id: 'k-head' }, data: { to: '2026-03-09' } }))
    const page = await list('supervisor')
    expect(page.without).toBe(2)
    expect(page.rows.find(({ id }) => id === 'committee')?.named).toMatchObject([{ isLeft: true, training: null }])
  })

  it('is named from the unit’s own posts, on days that they are held, once', async () => {
    const name = async (fields: [string, string][]) =>
      outcomeOf(nameByStreet, await post('/street/units/committee/mingbai', 'supervisor', fields, { unitId: 'committee' }))
    const noPost = { errors: { postId: ['duties:responsibility.refusal.noPostThen'] } }
    expect(await name(naming('k-manager'))).toMatchObject(noPost)
    expect(
      await name([
        ['postId', 'k-head'],
        ['from', '2024-12-31'],
      ]),
    ).toMatchObject(noPost)
    expect(await name(naming('k-head'))).toBe('/street/units/committee/mingbai?done=mingbaiNamed')
    expect(await name(naming('k-head'))).toMatchObject({ errors: { postId: ['duties:responsibility.refusal.mingbaiAlready'] } })
    const row = await db().namedMingbai.findFirstOrThrow()
    const end = await post(`/street/units/committee/mingbai?end=${row.id}`, 'supervisor', [['lastDay', '2026-03-09']], {
      unitId: 'committee',
    })
    expect(await outcomeOf(nameByStreet, end)).toBe('/street/units/committee/mingbai?done=mingbaiEnded')
    const page = await streetUnit(await ask('/street/units/committee/mingbai', 'supervisor', now, { unitId: 'committee' }))
    expect(page).toMatchObject({ named: [], given: [{ what: '主任', to: '2026-03-09', isOver: true }] })
  })

  it('stays within scope: by place, by sector, by unit', async () => {
    expect((await list('schools')).rows.map(({ id }) => id)).toEqual(['school'])
    expect(JSON.stringify(await list('supervisor'))).not.toMatch(/西一|西街|县教育局/)
    expect(await status(streetUnit, '/street/units/clinic/mingbai', 'supervisor', { unitId: 'clinic' })).toBe(404)
    expect(await status(ownUnit, '/units/committee/mingbai', 'manager', { unitId: 'committee' })).toBe(404)
    const far = await post('/street/units/clinic/mingbai', 'supervisor', naming('k-other'), { unitId: 'clinic' })
    expect(await outcomeOf(nameByStreet, far)).toBe(404)
    const notHis = await post('/units/committee/mingbai', 'manager', naming('k-head'), { unitId: 'committee' })
    expect(await outcomeOf(nameByManager, notHis)).toBe(404)
    expect(await db().namedMingbai.count()).toBe(0)
  })
})

describe('grids and full-time staff', () => {
  const page = async (personId: string, query = '') => posts(await ask(`${root}/posts${query}`, personId, now))
  const open = async (query = '') =>
    (await page('supervisor', query)).sections.map(({ kind, open: lines }) => [kind, lines.map(({ name }) => name)])

  it('names a grid without a worker, a street and a community without full-time staff or building heads, on any day', async () => {
    const nobody = [
      ['grid', ['东一第1网格']],
      ['street', ['东街办事处']],
      ['community', ['东一居委会']],
      ['building', ['东一居委会']],
    ]
    expect(await open()).toEqual(nobody)
    for (const [id, unitId, position] of [
      ['k1', 'office', 'street-fire-staff'],
      ['k2', 'committee', 'community-fire-staff'],
      ['k3', 'committee', 'grid-worker'],
      ['k4', 'committee', 'building-head'],
    ] as const)
      await addPost({ id, personId: 'head', unitId, position, from: '2026-03-10' })
    expect(await open()).toEqual([
      ['grid', ['东一第1网格']],
      ['street', []],
      ['community', []],
      ['building', []],
    ])
    expect((await page('supervisor')).sections[0]?.open).toMatchObject([{ where: '东一社区', above: 1 }])
    expect(await open('?on=2026-03-09')).toEqual(nobody)
  })

  it('does not call missing what a department of some sectors cannot see', async () => {
    expect(await page('schools')).toMatchObject({ sections: [], frame: { isWhole: false } })
  })
})

describe('villages and their guides', () => {
  const list = async (personId: string, query = '') => slices(await ask(`${root}/slices${query}`, personId, now))
  const giveTo = async (personId: string, places: string[], postId = 'k-guide') =>
    outcomeOf(
      give,
      await post(`${root}/slices/new?place=east`, personId, [
        ['postId', postId],
        ['from', '2026-03-01'],
        ...places.map((id): [string, string] => ['placeIds', id]),
      ]),
    )
  const tip = (places: string[], on = '2026-03-05'): [string, string][] => [
    ['on', on],
    ['title', '清明防火'],
    ...places.map((id): [string, string] => ['placeIds', id]),
  ]

  it('are given by the street; those without a guide come first, and a guide who left is none', async () => {
    expect(await list('supervisor')).toMatchObject({ villages: 1, without: 1, untold: 1 })
    expect(await giveTo('supervisor', ['east-1'])).toBe(`${root}/slices?place=east&done=slicesAssigned`)
    expect(await giveTo('supervisor', ['east-1'])).toMatchObject({ errors: { placeIds: ['duties:responsibility.refusal.sliceAlready'] } })
    expect((await list('supervisor')).rows).toMatchObject([{ id: 'east-1', guides: [{ name: '小包', unit: '东街消防站', isLeft: false }] }])
    await transact((tx) => tx.post.update({ where: { id: 'k-guide' }, data: { to: '2026-03-09' } }))
    expect(await list('supervisor')).toMatchObject({ without: 1, rows: [{ guides: [{ isLeft: true }] }] })
    expect((await list('supervisor', '?on=2026-03-09')).without).toBe(0)
  })

  it('are told something by their guide, who sees his own and only those', async () => {
    await giveTo('supervisor', ['east-1'])
    expect((await mine(await ask('/me/villages', 'guide', now))).villages).toMatchObject([{ id: 'east-1', tip: null }])
    const send = async (personId: string, fields: [string, string][]) => outcomeOf(sendMine, await post('/me/villages', personId, fields))
    expect(await send('guide', tip(['east-1']))).toBe('/me/villages?done=tipSent')
    expect((await list('supervisor')).rows[0]?.tip).toEqual({ title: '清明防火', on: '2026-03-05', daysAgo: 5 })
    expect((await list('supervisor', '?on=2026-03-04')).rows[0]?.tip).toBeNull()
    expect(await send('guide', tip(['east-1', 'west-1']))).toBe(404)
    expect(await send('other', tip(['east-1']))).toBe(404)
    expect(await send('guide', tip([]))).toMatchObject({ errors: { placeIds: ['duties:responsibility.refusal.noVillage'] } })
    expect(await send('guide', tip(['east-1'], '2026-03-11'))).toMatchObject({
      errors: { on: ['duties:responsibility.refusal.tip.ahead'] },
    })
    expect(await send('guide', tip(['east-1'], '2025-03-09'))).toMatchObject({
      errors: { on: ['duties:responsibility.refusal.tip.tooEarly'] },
    })
    expect((await mine(await ask('/me/villages', 'other', now))).villages).toEqual([])
    expect(await db().tipSent.count()).toBe(1)
  })

  it('can be taken back with history, after which the guide may not write to them', async () => {
    await giveTo('supervisor', ['east-1'])
    const row = await db().sliceAssignment.findFirstOrThrow()
    const address = `${root}/slices/east-1?end=${row.id}`
    const end = await post(address, 'supervisor', [['lastDay', '2026-03-09']], { placeId: 'east-1' })
    expect(await outcomeOf(onVillage, end)).toBe(`${root}/slices/east-1?done=sliceEnded`)
    expect(await outcomeOf(sendMine, await post('/me/villages', 'guide', tip(['east-1'])))).toBe(404)
    const page = await village(await ask(`${root}/slices/east-1`, 'supervisor', now, { placeId: 'east-1' }))
    expect(page).toMatchObject({ guides: 0, given: [{ what: '小包', endedBy: '东街监督员', isOver: true }] })
    const byStreet = await post(`${root}/slices/east-1`, 'supervisor', tip([]), { placeId: 'east-1' })
    expect(await outcomeOf(onVillage, byStreet)).toBe(`${root}/slices/east-1?done=tipSent`)
  })

  it('are given to members of a brigade only, and only where the whole place is one’s own', async () => {
    expect(await giveTo('supervisor', ['east-1'], 'k-head')).toMatchObject({
      errors: { postId: ['duties:responsibility.refusal.noGuide'] },
    })
    expect(await giveTo('supervisor', ['west-1'])).toBe(404)
    expect(await giveTo('supervisor', ['east'])).toBe(404)
    expect(await giveTo('schools', ['east-1'])).toBe(404)
    expect((await newSlices(await ask(`${root}/slices/new`, 'supervisor', now))).villages.map(({ value }) => value)).toEqual(['east-1'])
    expect(await status(village, `${root}/slices/west-1`, 'supervisor', { placeId: 'west-1' })).toBe(404)
    expect(await status(village, `${root}/slices/east-1`, 'schools', { placeId: 'east-1' })).toBe(404)
    expect(await status(newSlices, `${root}/slices/new`, 'schools')).toBe(404)
    expect(await db().sliceAssignment.count()).toBe(0)
  })
})

describe('the pages about responsibility', () => {
  it('are for supervisors; a guide’s own page for whoever is signed in', async () => {
    for (const page of [matrix, mingbai, posts, slices, planPage, newSlices] satisfies Handler[]) {
      expect(await status(page, root, null)).toBe(302)
      expect(await status(page, root, 'manager')).toBe(403)
      expect(await status(page, root, 'admin')).toBe(200)
    }
    expect(await status(streetUnit, '/street/units/school/mingbai', 'manager', { unitId: 'school' })).toBe(403)
    expect(await status(ownUnit, '/units/school/mingbai', 'guide', { unitId: 'school' })).toBe(403)
    expect(await status(mine, '/me/villages', null)).toBe(302)
    expect(await status(mine, '/me/villages', 'manager')).toBe(200)
  })
})
