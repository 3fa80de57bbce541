import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { catalogue } from '~/content/catalogue.server'
import { transact } from '~/data/transact.server'
import { loader as supervised } from '~/routes/duties+/street.units.$unitId.year'
import { loader as managed } from '~/routes/duties+/units.$unitId.year'
import { emptyDatabase, setClock } from '../../factories/world'
import { addPerson, addPost, ask, buildStreet, grant, holdDrill, passPaper, statusOf, switchOn } from './street-corner'

const now = new Date('2026-08-10T02:00:00Z')

const yearOf = async (unitId: string, query = '') =>
  (await managed(await ask(`/units/${unitId}/year${query}`, 'boss', now, { unitId }))).year
type Year = Awaited<ReturnType<typeof yearOf>>
const own = (year: Year) => year.months.flatMap((month) => month.own.map(({ kind, day, duty }) => [month.month, kind, day, duty]))
const people = (year: Year) =>
  year.months.flatMap((month) => month.people.map(({ kind, thing, names }) => [month.month, thing, kind, ...names.map(({ name }) => name)]))

beforeAll(() => void catalogue(), 60_000)
beforeEach(async () => {
  await emptyDatabase()
  setClock(now.toISOString())
  await buildStreet()
  for (const [id, name] of [
    ['boss', '赵经理'],
    ['chen', '陈一'],
    ['ding', '丁二'],
    ['lead', '孙主任'],
  ] as const)
    await addPerson(id, name)
  await addPost({ id: 'k-chen', personId: 'chen', unitId: 'hotel', position: 'employee', from: '2026-01-05' })
  await addPost({ id: 'k-ding', personId: 'ding', unitId: 'hotel', position: 'employee', from: '2026-09-01' })
  await grant('boss', 'manager', { unitId: 'hotel' })
  await grant('boss', 'manager', { unitId: 'school' })
  await grant('lead', 'supervisor', { placeId: 'east' })
  await passPaper('chen', 'hotel', 'employee', '2026-01-04')
})

describe('the year of a unit', () => {
  it('says what comes in which month, and how many people by when', async () => {
    const year = await yearOf('hotel')
    expect(year.year).toBe(2026)
    expect(people(year)).toEqual([
      [1, 'pre-job', 'done', '陈一'],
      [1, 'staff-training', 'done', '陈一'],
      [9, 'pre-job', 'open', '丁二'],
      [12, 'staff-training', 'open', '陈一', '丁二'],
    ])
    expect(year.next).toEqual({ day: '2026-09-01', own: 0, people: 1 })
    expect(year.people.map(({ thing, cells }) => [thing, cells[11]?.map(({ kind, count, last }) => [kind, count, last])])).toEqual([
      ['pre-job', []],
      ['staff-training', [['open', 2, '2026-12-31']]],
    ])
  })

  it('shows the drills that were held, those that were missed, and why each date stands there', async () => {
    await switchOn('key-drill')
    await transact((tx) => tx.unitTrait.create({ data: { id: 'hotel-key', unitId: 'hotel', trait: 'key-unit', from: '2020-01-01' } }))
    expect(own(await yearOf('hotel'))).toEqual([
      [6, 'missed', '2026-06-30', 'key-drill'],
      [12, 'open', '2026-12-31', 'key-drill'],
    ])
    await holdDrill('hotel', '2026-07-20')
    const year = await yearOf('hotel')
    expect(own(year)).toEqual([
      [6, 'late', '2026-06-30', 'key-drill'],
      [7, 'done', '2026-07-20', 'key-drill'],
    ])
    const [held] = year.months[6]?.own ?? []
    expect(held?.why).toMatchObject({ evidence: { on: '2026-07-20' }, unitTraits: [{ name: '消防安全重点单位' }] })
    expect(held?.why.sources[0]?.quote).toBeTruthy()
    expect((await yearOf('hotel', '?year=2027')).months.map((month) => month.own.length)).toEqual([0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1])
  })

  it('carries what was missed into the next year, and lists waivers with their reason', async () => {
    setClock('2027-02-01T02:00:00Z')
    await transact((tx) =>
      tx.waiver.create({
        data: {
          id: 'w',
          dutyId: 'staff-training-half-year',
          subjectId: 'chen',
          unitId: 'hotel',
          from: '2027-02-05',
          through: '2027-03-05',
          reason: '产假',
          grantedBy: 'system',
          grantedAt: now,
        },
      }),
    )
    const later = new Date('2027-02-01T02:00:00Z')
    const { year } = await managed(await ask('/units/hotel/year', 'boss', later, { unitId: 'hotel' }))
    expect(year.carried.people.map(({ kind, thing, last, names }) => [kind, thing, last, names.length])).toContainEqual([
      'missed',
      'staff-training',
      '2026-12-31',
      2,
    ])
    expect(year.behind.people).toBe(2)
    expect(year.months[1]?.waivers.map(({ name, reason }) => [name, reason])).toEqual([['陈一', '产假']])
  })

  it('reminds a school of what the catalogue has for its months, and a hotel of nothing of it', async () => {
    const reminded = (year: Year) => year.months.map((month) => month.reminders.length)
    expect(reminded(await yearOf('hotel')).every((count) => count === 0)).toBe(true)
    const school = await yearOf('school')
    expect(school.months[8]?.reminders.map(({ from, to }) => [from, to])).toContainEqual(['2026-09-01', '2026-09-15'])
    expect(school.months[2]?.reminders.length).toBeGreaterThan(0)
  })

  it.each([
    ['', 2026],
    ['?year=2025', 2025],
    ['?year=2030', 2026],
    ['?year=1', 2026],
    ['?year=2026.5', 2026],
    ['?year=%3Cscript%3E', 2026],
  ])('asked with "%s" is %s', async (query, year) => {
    expect((await yearOf('hotel', query)).year).toBe(year)
  })

  it('is not there for others: another unit’s manager, another street’s supervisor, nobody unsigned', async () => {
    expect(await statusOf(managed(await ask('/units/clinic/year', 'boss', now, { unitId: 'clinic' })))).toBe(404)
    expect(await statusOf(supervised(await ask('/street/units/clinic/year', 'lead', now, { unitId: 'clinic' })))).toBe(404)
    expect(await statusOf(supervised(await ask('/street/units/hotel/year', 'boss', now, { unitId: 'hotel' })))).toBe(403)
    expect(await statusOf(managed(await ask('/units/hotel/year', 'lead', now, { unitId: 'hotel' })))).toBe(403)
    expect(await statusOf(managed(await ask('/units/hotel/year', null, now, { unitId: 'hotel' })))).toBe(302)
    const { year } = await supervised(await ask('/street/units/hotel/year', 'lead', now, { unitId: 'hotel' }))
    expect(year.unit.name).toBe('东街大酒店')
  })
})
