import type { LoaderFunctionArgs } from '@remix-run/node'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { catalogue } from '~/content/catalogue.server'
import { db } from '~/data/db.server'
import { transact } from '~/data/transact.server'
import { loader as listLoader } from '~/routes/classes+/street.classes.$programmeId.coverage._index'
import { action as excuse, loader as lineLoader } from '~/routes/classes+/street.classes.$programmeId.coverage.$memberId'
import { loader as listSheet } from '~/routes/classes+/street.classes.$programmeId.coverage[.]xlsx'
import { loader as yearsLoader } from '~/routes/classes+/street.classes.coverage._index'
import { loader as yearsSheet } from '~/routes/classes+/street.classes.coverage[.]xlsx'
import { addMember, addProgramme, closeClass, satAll, takeOff } from '../../factories/class-lists'
import { cellsOf } from '../../factories/workbooks'
import { emptyDatabase, setClock } from '../../factories/world'
import { addPerson, addPost, ask, buildStreet, grant, statusOf } from '../duties-pages/street-corner'

let now: Date
const p26 = { programmeId: 'p26' }
const list = async (who: string | null, query = '') => listLoader(await ask(`/street/classes/p26/coverage${query}`, who, now, p26))
const years = async (who: string, query = '') => yearsLoader(await ask(`/street/classes/coverage${query}`, who, now))
const line = async (who: string, memberId: string) =>
  lineLoader(await ask(`/street/classes/p26/coverage/${memberId}`, who, now, { ...p26, memberId }))
const statesOf = ({ groups }: Awaited<ReturnType<typeof list>>) =>
  Object.fromEntries(groups.flatMap(({ rows, state }) => rows.map(({ name }) => [name, state])))

async function sheets(loader: (args: LoaderFunctionArgs) => Promise<Response>, path: string, who: string, params = {}) {
  const answer = await loader(await ask(path, who, now, params))
  return cellsOf(Buffer.from(await answer.arrayBuffer()))
}

async function send(who: string, memberId: string, fields: Record<string, string>): Promise<unknown> {
  const asked = await ask(`/street/classes/p26/coverage/${memberId}`, who, now, { ...p26, memberId })
  const headers = { Cookie: asked.request.headers.get('Cookie') ?? '' }
  const request = new Request(asked.request.url, { method: 'POST', headers, body: new URLSearchParams(fields) })
  const answer = await excuse({ ...asked, request })
  return answer instanceof Response ? answer.headers.get('Location') : answer
}

const addUnit = (id: string, name: string, placeId: string, sector: string) =>
  transact((tx) => tx.unit.create({ data: { id, name, placeId, sector, shortCode: id.toUpperCase(), from: '2020-01-01', createdAt: now } }))

beforeAll(() => void catalogue(), 60_000)
beforeEach(async () => {
  await emptyDatabase()
  now = setClock('2026-11-10T02:00:00Z')
  await buildStreet()
  await addUnit('mall', '=东街广场', 'east-1', 'commerce')
  const people = {
    boss: '店长',
    vice: '副店长',
    head: '校长',
    guard: '保安',
    east: '东街监督',
    schools: '教育监督',
    west: '西街监督',
    county: '县监督',
  }
  for (const [id, name] of Object.entries(people)) await addPerson(id, name)
  await addPost({ id: 'k-boss', personId: 'boss', unitId: 'hotel', position: 'responsible-person', from: '2024-01-01', to: '2026-06-30' })
  await addPost({ id: 'k-vice', personId: 'vice', unitId: 'hotel', position: 'responsible-person', from: '2026-07-01' })
  await addPost({ id: 'k-head', personId: 'head', unitId: 'school', position: 'responsible-person', from: '2024-01-01' })
  await grant('east', 'supervisor', { placeId: 'east' })
  await grant('schools', 'supervisor', { placeId: 'county', sectors: '["education"]' })
  await grant('west', 'supervisor', { placeId: 'west' })
  await grant('county', 'supervisor', { placeId: 'county' })
  await addProgramme({ id: 'p26', placeId: 'east' })
  for (const [unit, sector] of [
    ['hotel', 'commerce'],
    ['school', 'education'],
    ['mall', 'commerce'],
  ] as const)
    await addMember('p26', unit, sector)
  await closeClass('p26', 'c1', '2026-04-10', [
    ...satAll('boss', 'hotel'),
    { person: 'head', unit: 'school', part: 'morning' },
    ...satAll('guard', 'mall', true),
  ])
})

describe('who of a list is covered', () => {
  it('is answered by name and with dates: the new responsible person, the deputy, and what the school still lacks', async () => {
    const page = await list('east')
    expect(statesOf(page)).toEqual({ 东街大酒店: 'successor', 东街小学: 'missing', '=东街广场': 'deputy' })
    expect(page.figures).toMatchObject({ listed: 3, covered: 2, deputy: 1, successor: 1, missing: 1, excused: 0, gone: 0, left: 0 })
    const rows = page.groups.flatMap(({ rows: own }) => own)
    expect(rows.find(({ name }) => name === '东街大酒店')?.covered).toEqual({
      ...{ name: '店长', on: '2026-04-10', isDeputy: false },
      successor: { name: '副店长', since: '2026-07-01' },
    })
    expect(rows.find(({ name }) => name === '东街小学')).toMatchObject({ has: ['上午'], inCharge: ['校长'], asked: null })
    expect(page).toMatchObject({ leads: true, makeUp: 'c1' })
  })

  it('is told as it was known on an earlier day', async () => {
    const page = await list('east', '?on=2026-04-09')
    expect(page.figures).toMatchObject({ listed: 3, covered: 0, missing: 3 })
    expect((await list('east', '?on=2026-05-01')).figures).toMatchObject({ covered: 2, successor: 0 })
  })

  it('shows a supervisor of some sectors his own units alone, and whoever has none there does not find it', async () => {
    const page = await list('schools')
    expect(statesOf(page)).toEqual({ 东街小学: 'missing' })
    expect(page).toMatchObject({ leads: false, makeUp: null, figures: { listed: 1 }, isPart: true })
    expect(await statusOf(list('west'))).toBe(404)
    expect(await statusOf(list('head'))).toBe(403)
    expect(await statusOf(line('schools', 'p26-school'))).toBe(200)
    expect(await statusOf(line('schools', 'p26-hotel'))).toBe(404)
    const [names] = [...(await sheets(listSheet, '/street/classes/p26/coverage.xlsx', 'schools', p26)).values()]
    expect(names?.slice(1).map(([name]) => name)).toEqual(['东街小学'])
  })

  it('does not count a unit that has closed, and says that it is to be taken off', async () => {
    await transact((tx) => tx.unit.update({ where: { id: 'hotel' }, data: { to: '2026-10-31', endReason: 'closed' } }))
    const page = await list('east')
    expect(page.figures).toMatchObject({ listed: 3, covered: 1, gone: 1 })
    expect(page.groups.find(({ state }) => state === 'gone')?.rows[0]?.closed).toEqual({ on: '2026-10-31', into: null })
    await takeOff('p26-hotel', '2026-11-01', 'closed', '酒店停业')
    const after = await list('east')
    expect(after.figures).toMatchObject({ listed: 2, covered: 1, gone: 0, left: 1 })
    expect(after.groups.find(({ state }) => state === 'left')?.rows[0]?.left).toMatchObject({
      why: 'closed',
      reason: '酒店停业',
      by: '东街监督',
    })
  })

  it('filters by what a figure counts, by name and by sector', async () => {
    expect(statesOf(await list('east', '?state=covered'))).toEqual({ 东街大酒店: 'successor', '=东街广场': 'deputy' })
    expect(statesOf(await list('east', `?name=${encodeURIComponent('小学')}`))).toEqual({ 东街小学: 'missing' })
    expect(statesOf(await list('east', '?sector=education'))).toEqual({ 东街小学: 'missing' })
  })

  it('goes into a sheet whose names stay text', async () => {
    const [names] = [...(await sheets(listSheet, '/street/classes/p26/coverage.xlsx', 'east', p26)).values()]
    expect(names?.map(([name]) => name).sort()).toEqual(['=东街广场', '东街大酒店', '东街小学', '名称'])
  })
})

describe('an excuse', () => {
  const why = { intent: 'excuse', why: '学校正在搬迁，明年补', until: '2026-12-31' }

  it('is given with a reason, named apart and is no coverage; full coverage is said only when nobody is missing', async () => {
    expect(await send('east', 'p26-school', why)).toBe('/street/classes/p26/coverage/p26-school')
    const page = await list('east')
    expect(page.figures).toMatchObject({ listed: 3, covered: 2, excused: 1, missing: 0 })
    const row = page.groups.find(({ state }) => state === 'excused')?.rows[0]
    expect(row?.excuse).toEqual({ why: '学校正在搬迁，明年补', until: '2026-12-31', on: '2026-11-10', by: '东街监督' })
    expect((await db().auditEntry.findMany()).map(({ act }) => act)).toContain('classcover.memberExcused')
    now = setClock('2027-01-01T02:00:00Z')
    expect((await list('east')).figures).toMatchObject({ excused: 0, missing: 1 })
  })

  it('can be taken back, and what was said stays', async () => {
    await send('east', 'p26-school', why)
    await send('east', 'p26-school', { intent: 'end', why: '搬迁推迟了' })
    expect((await list('east')).figures).toMatchObject({ excused: 0, missing: 1 })
    expect((await line('east', 'p26-school')).said.map(({ ends }) => ends)).toEqual([false, true])
  })

  it('is refused without a reason, for a past day, for who has come, for a closed unit and by who does not run the programme', async () => {
    const reasonOf = async (who: string, memberId: string, fields: Record<string, string>): Promise<unknown> =>
      send(who, memberId, fields).then(
        (answer) => JSON.stringify(answer).match(/classcover:refusal[.a-zA-Z]+/)?.[0],
        (fault) => (fault instanceof Response ? fault.status : fault),
      )
    expect(await reasonOf('east', 'p26-school', { ...why, why: '忙' })).toBe('classcover:refusal.why')
    expect(await reasonOf('east', 'p26-school', { ...why, until: '2026-11-09' })).toBe('classcover:refusal.untilPast')
    expect(await reasonOf('east', 'p26-hotel', why)).toBe('classcover:refusal.excuse.successor')
    expect(await reasonOf('east', 'p26-nobody', why)).toBe(404)
    expect(await reasonOf('schools', 'p26-school', why)).toBe(404)
    await transact((tx) => tx.unit.update({ where: { id: 'school' }, data: { to: '2026-10-31' } }))
    expect(await reasonOf('east', 'p26-school', why)).toBe('classcover:refusal.excuse.gone')
    expect(await db().programmeStep.count({ where: { kind: 'excused' } })).toBe(0)
  })
})

describe('coverage by year', () => {
  beforeEach(async () => {
    await addProgramme({ id: 'p25', placeId: 'county', year: 2025 })
    await addMember('p25', 'clinic', 'medical', '2025-01-01')
    await addMember('p25', 'school', 'education', '2025-01-01')
    await closeClass('p25', 'c0', '2025-05-10', satAll('head', 'school'))
  })

  it('stands side by side by sector and street, each figure with its names behind it', async () => {
    const page = await years('county')
    expect(page.years).toEqual([2025, 2026])
    const cells = page.sectors.map(({ sector, streets }) => [
      sector.id,
      streets.map(({ street, cells: own }) => [street.name, own.map((cell) => cell?.covered ?? null)]),
    ])
    expect(cells).toEqual([
      ['medical', [['西街', [0, null]]]],
      ['commerce', [['东街', [null, 2]]]],
      ['education', [['东街', [1, 0]]]],
    ])
    expect(page.all).toMatchObject({ listed: 5, covered: 3, missing: 2 })
    const { names } = await years('county', '?year=2026&state=covered&sector=commerce&street=east')
    expect(names?.total).toBe(2)
    expect(names?.groups.flatMap(({ rows }) => rows.map(({ name }) => name)).sort()).toEqual(['=东街广场', '东街大酒店'])
  })

  it('shows each supervisor what is his', async () => {
    expect((await years('west')).sectors.map(({ sector }) => sector.id)).toEqual(['medical'])
    expect((await years('schools')).all).toMatchObject({ listed: 2, covered: 1 })
    expect(await statusOf(years('west', '?year=2026&street=east'))).toBe(404)
  })

  it('goes to the superior office as one line for each sector, street and year, and by name', async () => {
    const [figures, names] = [...(await sheets(yearsSheet, '/street/classes/coverage.xlsx', 'county')).values()]
    expect(figures?.[0]?.slice(0, 5)).toEqual(['行业', '街道', '年份', '在名单上', '已覆盖'])
    expect(figures?.slice(1).map((row) => row.slice(0, 5))).toEqual([
      ['医疗卫生', '西街', '2025', '1', '0'],
      ['商务商贸', '东街', '2026', '2', '2'],
      ['教育', '东街', '2025', '1', '1'],
      ['教育', '东街', '2026', '1', '0'],
    ])
    expect(names).toHaveLength(6)
  })
})
