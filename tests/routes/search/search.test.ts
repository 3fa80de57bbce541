import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { catalogue } from '~/content/catalogue.server'
import { transact } from '~/data/transact.server'
import { loader } from '~/routes/search+/search'
import type { SearchKind } from '~/ui/search/search-page'
import { bodyOf, madeClass, madeProgramme } from '../../factories/planned-class'
import { emptyDatabase, setClock } from '../../factories/world'
import { addJoin, addPerson, addPost, ask, buildStreet, grant } from '../duties-pages/street-corner'

let now: Date
let programme = ''
const drillBody = (title: string, unannounced: boolean) => ({
  ...{ template: 'office', scenario: 'kitchen', title, kind: 'evacuation', unannounced, target: '全员', story: '', on: '2026-03-20' },
  ...{ startsAt: '10:00', place: '大堂', notice: '', zones: [{ name: '一层', marshals: [] }], assembly: ['广场'] },
  ...{
    commander: { id: 'boss', name: '王老板' },
    groups: { attack: [], contact: [], evacuation: [], care: [] },
    partners: '',
    volunteers: '',
  },
})

async function addDrill(id: string, unitId: string, title: string, unannounced = false): Promise<void> {
  const by = 'system'
  await transact(async (tx) => {
    await tx.drill.create({ data: { id, unitId, way: 'planned', createdAt: now, createdBy: by } })
    await tx.drillRevision.create({
      data: {
        id: `${id}-1`,
        drillId: id,
        nth: 1,
        body: JSON.stringify({ ...drillBody(title, unannounced), on: '2026-03-19' }),
        at: now,
        by,
      },
    })
    await tx.drillRevision.create({
      data: { id: `${id}-2`, drillId: id, nth: 2, body: JSON.stringify(drillBody(title, unannounced)), at: now, by },
    })
  })
}

const look = async (who: string | null, query: Record<string, string>) =>
  loader(await ask(`/search?${new URLSearchParams(query)}`, who, now, {}))
/** What was found, kind by kind, as title → address. */
async function found(who: string | null, q: string): Promise<Partial<Record<SearchKind, Record<string, string | null>>>> {
  const { shelves } = await look(who, { q })
  return Object.fromEntries(
    shelves
      .filter(({ total }) => total > 0)
      .map(({ kind, hits }) => [kind, Object.fromEntries(hits.map(({ title, href }) => [title, href]))]),
  )
}

beforeAll(() => void catalogue(), 60_000)
beforeEach(async () => {
  await emptyDatabase()
  now = setClock('2026-03-10T02:00:00Z')
  await buildStreet()
  for (const [id, name] of Object.entries({
    ...{ boss: '王老板', maid: '单小霞', guard: '单晓夏', nurse: '单小霞', late: '沈小侠', waits: '尚小溪' },
    ...{ root: '县管理员', east: '东街监督', shops: '商业监督', runs: '酒店管理人' },
  }))
    await addPerson(id, name)
  await addPost({ id: 'p1', personId: 'maid', unitId: 'hotel', position: 'employee', from: '2024-01-01' })
  await addPost({ id: 'p2', personId: 'guard', unitId: 'school', position: 'employee', from: '2024-01-01' })
  await addPost({ id: 'p3', personId: 'nurse', unitId: 'clinic', position: 'employee', from: '2024-01-01' })
  await addPost({ id: 'p4', personId: 'late', unitId: 'hotel', position: 'employee', from: '2024-01-01', to: '2025-12-31' })
  await addJoin('j1', 'waits', 'hotel', 'employee', '2026-03-12')
  await grant('root', 'administrator', {})
  await grant('east', 'supervisor', { placeId: 'east' })
  await grant('shops', 'supervisor', { placeId: 'east', sectors: '["commerce"]' })
  await grant('runs', 'manager', { unitId: 'hotel' })
  await addDrill('d1', 'hotel', '春季疏散演练')
  await addDrill('d2', 'hotel', '后厨不通知演练', true)
  await addDrill('d3', 'clinic', '诊所疏散演练')
  programme = await madeProgramme('east', [{ id: 'm1', subjectId: 'hotel', unitId: 'hotel' }])
  await madeClass(programme, bodyOf({ title: '春季党校班' }))
})

describe('one box', () => {
  it('finds people by the first letters of any reading of their names, and leads to the page that the reader may open', async () => {
    expect(await found('runs', 'sxx')).toEqual({
      people: { 单小霞: '/units/hotel/people/maid', 沈小侠: '/units/hotel/people/late', 尚小溪: '/units/hotel/joins' },
    })
    expect((await found('east', 'sxx')).people).toEqual({
      单小霞: '/street/units/hotel/people/maid',
      单晓夏: '/street/units/school/people/guard',
      沈小侠: '/street/units/hotel/people/late',
      尚小溪: null,
    })
    expect((await look('root', { q: 'dxx', kind: 'people' })).shelves[0]?.total).toBe(3)
  })
  it('shows nobody and nothing outside the scope, not even in a count', async () => {
    expect((await found('shops', 'sxx')).people).not.toHaveProperty('单晓夏')
    expect(await found('runs', '西街诊所')).toEqual({})
    expect(await found('east', '西街诊所')).toEqual({})
    expect((await found('root', 'xjzs')).units).toEqual({ 西街诊所: '/admin/units/clinic' })
    for (const who of ['runs', 'east', 'shops']) expect((await look(who, { q: '西街', kind: 'units' })).shelves[0]?.total).toBe(0)
  })
  it('finds a person by the whole phone number or staff number only', async () => {
    expect((await found('runs', 's-maid')).people).toEqual({ 单小霞: '/units/hotel/people/maid' })
    expect((await found('runs', 's-mai')).people).toBeUndefined()
    expect((await found('runs', 's-nurse')).people).toBeUndefined()
  })
  it('finds units, places, drills and classes for who supervises them', async () => {
    expect(await found('east', '东街')).toMatchObject({
      units: { 东街大酒店: '/street/units/hotel', 东街小学: '/street/units/school' },
      places: { 东街: '/street?place=east' },
    })
    expect((await found('east', 'dysq')).places).toEqual({ 东一社区: '/street?place=east-1' })
    expect((await found('east', '春季')).drills).toEqual({ 春季疏散演练: '/drills/d1' })
    expect(Object.keys((await found('east', '春季 党校')).classes ?? {})).toEqual(['春季党校班'])
    expect((await found('runs', '大酒店 疏散')).drills).toEqual({ 春季疏散演练: '/drills/d1' })
    expect((await look('east', { q: '春季疏散' })).shelves.find(({ kind }) => kind === 'drills')?.hits[0]?.note).toContain('3月20日')
  })
  it('keeps an unannounced drill from whoever does not manage the unit', async () => {
    expect((await found('runs', '不通知')).drills).toEqual({ 后厨不通知演练: '/drills/d2' })
    expect((await found('east', '不通知')).drills).toBeUndefined()
  })
  it('finds courses, lessons and duties for everybody, and nothing else for who holds no grant', async () => {
    for (const who of [null, 'maid']) {
      const { mayLookFor, shelves } = await look(who, { q: '疏散' })
      expect(mayLookFor).toEqual(who === null ? ['courses', 'duties'] : ['classes', 'courses', 'duties'])
      expect(shelves.find(({ kind }) => kind === 'courses')?.total).toBeGreaterThan(0)
      expect(shelves.find(({ kind }) => kind === 'duties')?.total).toBeGreaterThan(0)
    }
    expect((await look('maid', { q: 'sxx', kind: 'people' })).shelves.flatMap(({ kind }) => kind)).not.toContain('people')
  })
  it('answers an empty box and senseless words with an empty page', async () => {
    for (const q of ['', '   ', '·', '%', '_', '\u0000', '<script>', "' OR 1=1 --", '(?:'.repeat(60), '🜁🜂'])
      for (const who of [null, 'runs', 'root']) {
        const { shelves } = await look(who, { q, kind: 'nothing', page: '-1' })
        expect(shelves.filter(({ kind }) => kind !== 'duties').every(({ total }) => total === 0)).toBe(true)
      }
  })
})
