import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { catalogue } from '~/content/catalogue.server'
import { db } from '~/data/db.server'
import { loader as bases } from '~/routes/classes+/street.bases._index'
import { action as addBase, loader as newBase } from '~/routes/classes+/street.bases.new'
import { loader as contests } from '~/routes/classes+/street.contests._index'
import { action as changeContest, loader as oneContest } from '~/routes/classes+/street.contests.$entryId'
import { action as addContest } from '~/routes/classes+/street.contests.new'
import { loader as contestBook } from '~/routes/classes+/street.contests[.]xlsx'
import { action as addProvider } from '~/routes/classes+/street.providers.new'
import { loader as talent } from '~/routes/classes+/street.talent._index'
import { action as addTalent } from '~/routes/classes+/street.talent.new'
import { loader as talentBook } from '~/routes/classes+/street.talent[.]xlsx'
import { loader as trainers } from '~/routes/classes+/street.trainers._index'
import { action as addTrainer, loader as newTrainer } from '~/routes/classes+/street.trainers.new'
import { cellsOf } from '../../factories/workbooks'
import { emptyDatabase, setClock } from '../../factories/world'
import { addPerson, ask, buildStreet, grant, statusOf } from '../duties-pages/street-corner'

let now: Date
beforeAll(() => void catalogue(), 60_000)
beforeEach(async () => {
  await emptyDatabase()
  now = setClock('2026-03-10T03:00:00Z')
  await buildStreet()
  const people = { east: '东街监督员', county: '县里的', schools: '教育局的', nobody: '员工' }
  for (const [id, name] of Object.entries(people)) await addPerson(id, name)
  await grant('east', 'supervisor', { placeId: 'east' })
  await grant('county', 'supervisor', { placeId: 'county' })
  await grant('schools', 'supervisor', { placeId: 'county', sectors: '["education"]' })
})

type Fields = Record<string, string>
type Args = Awaited<ReturnType<typeof ask>>
async function say(act: (args: Args) => Promise<unknown>, who: string, fields: Fields, params: Fields = {}): Promise<string> {
  const asked = await ask('/street', who, now, params)
  const headers = { Cookie: asked.request.headers.get('Cookie') ?? '', 'Content-Type': 'application/x-www-form-urlencoded' }
  const request = new Request(asked.request.url, { method: 'POST', headers, body: new URLSearchParams(fields).toString() })
  const answer = await act({ ...asked, request })
  if (answer instanceof Response) return answer.headers.get('Location') ?? ''
  return JSON.stringify(typeof answer === 'object' && answer !== null && 'data' in answer ? answer.data : answer)
}
const errorsIn = (answer: string): unknown => JSON.parse(answer).errors
const base = {
  name: '东街消防科普馆',
  kind: 'base',
  address: '东街1号',
  offers: '烟道逃生',
  open: '周六',
  contact: '街道消防站',
  from: '2026-01-05',
}
const contest = {
  name: '微站比武',
  on: '2026-02-01',
  kind: 'team',
  level: 'street',
  organiser: '东街街道办事处',
  results: '第一名，东一社区队\n第二名，酒店队，东街大酒店',
}
const person = { year: '2026', name: '李雷', unit: '东一社区', field: '灭火救援', why: '通过街道考核' }

describe('the register of training bases', () => {
  const seen = async (who: string, query = '') => (await bases(await ask(`/street/bases${query}`, who, now))).page

  it('says of each county and street whether it has one; what is there counts', async () => {
    expect((await seen('county')).bases.map(({ name, count }) => [name, count])).toEqual([
      ['青禾县', 0],
      ['东街', 0],
      ['西街', 0],
    ])
    expect(await say(addBase, 'east', { ...base, placeId: 'east-1' })).toBe('/street/bases?done=added')
    const page = await seen('county')
    expect(page.bases.map(({ count }) => count)).toEqual([0, 1, 0])
    expect(page.rows).toMatchObject([{ place: '东一社区', cells: { name: '东街消防科普馆', kind: 'base' }, end: null }])
    expect((await seen('east')).bases.map(({ name }) => name)).toEqual(['东街'])
  })

  it('is for supervisors of a whole place: others have an empty one, or none', async () => {
    await say(addBase, 'east', { ...base, placeId: 'east' })
    expect(await statusOf(seen('nobody'))).toBe(403)
    expect(await seen('schools')).toMatchObject({ rows: [], places: [], bases: [] })
    expect(await statusOf(seen('east', '?place=west'))).toBe(404)
    expect(await statusOf(say(addBase, 'east', { ...base, placeId: 'west' }))).toBe(404)
    expect(await statusOf(say(addBase, 'nobody', { ...base, placeId: 'east' }))).toBe(403)
  })

  it('keeps what was typed and says by each field what is wrong', async () => {
    const answer = await say(addBase, 'east', { ...base, placeId: 'east', kind: 'castle', address: ' ', from: '2026-02-30' })
    expect(errorsIn(answer)).toEqual({
      kind: ['training:error.missing'],
      address: ['training:error.missing'],
      from: ['training:error.day'],
    })
    expect(JSON.parse(answer).values).toMatchObject({ name: '东街消防科普馆', open: '周六' })
    expect(errorsIn(await say(addBase, 'county', base))).toEqual({ placeId: ['training:refusal.noPlace'] })
    expect(await db().trainingEntry.count()).toBe(0)
  })

  it('has the place ready where there is a choice of one, or where one came from it', async () => {
    const placeIn = async (who: string, query = '') => (await newBase(await ask(`/street/bases/new${query}`, who, now))).place
    expect(await placeIn('county')).toBe('')
    expect(await placeIn('county', '?place=west')).toBe('west')
    expect(await placeIn('east', '?place=west')).toBe('')
  })
})

describe('the register of contests', () => {
  const seen = async (who: string, query = '') => (await contests(await ask(`/street/contests${query}`, who, now))).page

  it('lists results as announced, and its sheets hold exactly what the page shows', async () => {
    await say(addContest, 'east', { ...contest, placeId: 'east' })
    await say(addContest, 'county', {
      ...contest,
      name: '全市技能大赛',
      on: '2025-11-09',
      kind: 'occupational',
      level: 'city',
      results: '',
      placeId: 'county',
    })
    expect((await seen('county')).rows.map(({ cells, results }) => [cells.name, results.length])).toEqual([
      ['微站比武', 2],
      ['全市技能大赛', 0],
    ])
    expect((await seen('east')).rows.map(({ cells }) => cells.name)).toEqual(['微站比武'])
    expect((await seen('county', '?year=2025')).rows.map(({ cells }) => cells.name)).toEqual(['全市技能大赛'])
    const book = await contestBook(await ask('/street/contests.xlsx?q=微站', 'county', now))
    const sheets = await cellsOf(Buffer.from(await book.arrayBuffer()))
    expect(
      sheets
        .get('技能竞赛')
        ?.slice(1)
        .map((row) => row.slice(0, 6)),
    ).toEqual([['东街', '微站比武', '2026-02-01', '消防队伍业务技能比武', '街道（乡镇）级', '东街街道办事处']])
    expect(sheets.get('结果')?.slice(1)).toEqual([
      ['2026-02-01', '微站比武', '街道（乡镇）级', '第一名', '东一社区队'],
      ['2026-02-01', '微站比武', '街道（乡镇）级', '第二名', '酒店队', '东街大酒店'],
    ])
  })

  it('is changed and taken out on the page of the entry, which is not there for others', async () => {
    await say(addContest, 'east', { ...contest, placeId: 'east' })
    const entryId = (await db().trainingEntry.findFirstOrThrow()).id
    const shown = async (who: string) => (await oneContest(await ask('/street/contests/x', who, now, { entryId }))).entry
    expect(await shown('county')).toMatchObject({ revision: 1, place: '东街', values: { organiser: '东街街道办事处' } })
    expect(await statusOf(shown('schools'))).toBe(404)
    const changed = { ...contest, act: 'change', seen: '1' }
    expect(errorsIn(await say(changeContest, 'east', { ...changed, results: '第一名' }, { entryId }))).toEqual({
      results: ['training:error.results'],
    })
    expect(await say(changeContest, 'east', { ...changed, results: '第一名，东一社区队' }, { entryId })).toBe(
      '/street/contests?done=changed',
    )
    expect(errorsIn(await say(changeContest, 'east', changed, { entryId }))).toEqual({ '': ['training:refusal.changedMeanwhile'] })
    const end = { act: 'end', lastDay: '2026-03-10', reason: '' }
    const refused = await say(changeContest, 'east', end, { entryId })
    expect(JSON.parse(refused)).toMatchObject({ errors: { reason: ['training:error.missing'] }, values: { act: 'end' } })
    expect(await statusOf(say(changeContest, 'schools', { ...end, reason: '重复' }, { entryId }))).toBe(404)
    expect(await say(changeContest, 'east', { ...end, reason: '重复' }, { entryId })).toBe('/street/contests?done=ended')
    expect((await seen('east')).rows).toEqual([])
    expect((await seen('east', '?state=all')).rows).toMatchObject([{ end: { lastDay: '2026-03-10', reason: '重复' } }])
  })
})

describe('the year’s talent list', () => {
  it('is listed by year, found by words, and exported', async () => {
    await say(addTalent, 'east', { ...person, placeId: 'east' })
    await say(addTalent, 'east', { ...person, year: '2025', name: '韩梅', placeId: 'east' })
    expect(errorsIn(await say(addTalent, 'east', { ...person, year: '2027', placeId: 'east' }))).toEqual({
      year: ['training:refusal.yearAhead'],
    })
    const names = async (query: string) =>
      (await talent(await ask(`/street/talent${query}`, 'county', now))).page.rows.map(({ cells }) => cells.name)
    expect(await names('')).toEqual(['李雷', '韩梅'])
    expect(await names('?year=2025')).toEqual(['韩梅'])
    expect(await names('?q=李')).toEqual(['李雷'])
    expect(await names('?place=west')).toEqual([])
    const book = await talentBook(await ask('/street/talent.xlsx?year=2026', 'county', now))
    const rows = (await cellsOf(Buffer.from(await book.arrayBuffer()))).get('技能人才') ?? []
    expect(rows.slice(1).map((row) => row.slice(0, 6))).toEqual([['东街', '2026', '李雷', '东一社区', '灭火救援', '通过街道考核']])
  })
})

describe('the register of trainers', () => {
  it('shows from which provider somebody comes, by its name', async () => {
    const provider = { name: '安训学校', kind: 'school', teaches: '消控室操作', contact: '城南路2号', from: '2025-06-01', placeId: 'east' }
    expect(await say(addProvider, 'east', provider)).toBe('/street/providers?done=added')
    const { providers } = await newTrainer(await ask('/street/trainers/new', 'east', now))
    expect(providers.map(({ label }) => label)).toEqual(['安训学校'])
    const trainer = {
      name: '王老师',
      teaches: '微站操法',
      office: '外聘',
      from: '2026-01-05',
      placeId: 'east',
      provider: providers[0]?.value ?? '',
    }
    expect(await say(addTrainer, 'east', trainer)).toBe('/street/trainers?done=added')
    const { page } = await trainers(await ask('/street/trainers?q=安训', 'east', now))
    expect(page.rows).toMatchObject([{ cells: { name: '王老师', provider: '安训学校' } }])
  })
})
