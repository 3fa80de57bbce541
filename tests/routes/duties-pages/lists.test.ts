import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { catalogue } from '~/content/catalogue.server'
import { loader as street } from '~/routes/duties+/street._index'
import { loader as streetUnit } from '~/routes/duties+/street.units.$unitId._index'
import { loader as chooseUnit } from '~/routes/duties+/unit'
import { loader as unit } from '~/routes/duties+/units.$unitId._index'
import { emptyDatabase, setClock } from '../../factories/world'
import { addJoin, addPerson, addPost, ask, buildStreet, grant, passPaper, statusOf } from './street-corner'

let now: Date
const seenUnit = async (unitId: string, personId: string, query = '') =>
  unit(await ask(`/units/${unitId}${query}`, personId, now, { unitId }))
const seenStreet = async (personId: string, query = '') => street(await ask(`/street${query}`, personId, now))
const seenStreetUnit = async (unitId: string, personId: string) =>
  streetUnit(await ask(`/street/units/${unitId}`, personId, now, { unitId }))

async function employ(id: string, name: string, unitId: string, from: string, passedOn: string | null): Promise<void> {
  await addPerson(id, name)
  await addPost({ id: `k-${id}`, personId: id, unitId, position: 'employee', from })
  if (passedOn !== null) await passPaper(id, unitId, 'employee', passedOn)
}

beforeAll(() => {
  catalogue()
})

beforeEach(async () => {
  await emptyDatabase()
  now = setClock('2026-03-10T02:00:00Z')
  await buildStreet()
  for (const id of ['admin', 'manager', 'east-supervisor', 'school-supervisor']) await addPerson(id, id)
  await grant('admin', 'administrator', {})
  await grant('manager', 'manager', { unitId: 'hotel' })
  await grant('east-supervisor', 'supervisor', { placeId: 'east' })
  await grant('school-supervisor', 'supervisor', { placeId: 'county', sectors: '["education"]' })
  await employ('new', '新来的', 'hotel', '2026-03-02', null)
  await employ('soon', '快来的', 'hotel', '2026-03-13', null)
  await employ('ready', '备好的', 'hotel', '2026-03-13', '2026-03-09')
  await employ('late', '逾期的', 'hotel', '2024-03-01', '2024-02-20')
  await employ('fine', '都好的', 'hotel', '2026-01-05', '2026-01-04')
  await employ('pupil', '学校的', 'school', '2026-03-02', null)
  await employ('outside', '外面的', 'clinic', '2026-03-02', null)
})

describe('the manager asks who may not work today', () => {
  it('puts each post in one group, so that the numbers add up', async () => {
    const { roll } = await seenUnit('hotel', 'manager')
    expect(roll.counts).toEqual({ blocked: 1, soon: 1, overdue: 1, cleared: 1, ready: 1 })
    expect([roll.inPost, roll.mayWork]).toEqual([3, 2])
    expect(roll.groups.flatMap(({ group, rows }) => rows.map((row) => [group, row.name]))).toEqual([
      ['blocked', '新来的'],
      ['soon', '快来的'],
      ['overdue', '逾期的'],
      ['cleared', '都好的'],
      ['ready', '备好的'],
    ])
  })

  it('opens the date until which somebody may work to all that is asked of her', async () => {
    const { roll } = await seenUnit('hotel', 'manager', '?why=k-fine&page=1')
    expect(roll.why).toBe('k-fine')
    const rows = roll.groups.flatMap((group) => group.rows)
    expect(rows.find(({ postId }) => postId === 'k-fine')?.lines.map(({ duty, standing }) => [duty, standing])).toEqual([
      ['pre-job-employee', 'met'],
      ['staff-training-half-year', 'met'],
    ])
    expect(rows.find(({ postId }) => postId === 'k-ready')?.lines).toEqual([])
    expect([roll.filter.search, (await seenUnit('hotel', 'manager', '?why=k-outside')).roll.why]).toEqual(['', null])
  })

  it('says why, since when, and in how many days somebody starts', async () => {
    const { roll } = await seenUnit('hotel', 'manager')
    const [blocked, soon] = roll.groups.map(({ rows }) => rows[0])
    expect(blocked?.lines).toMatchObject([
      { duty: 'pre-job-employee', since: '2026-03-02', why: { bindings: [{ unitName: '东街大酒店' }] } },
    ])
    expect(soon).toMatchObject({ startsIn: 3, lines: [{ startsOn: '2026-03-13' }] })
  })

  it('takes somebody off the list the moment the paper is passed', async () => {
    await passPaper('new', 'hotel', 'employee', '2026-03-10')
    expect((await seenUnit('hotel', 'manager')).roll.counts).toMatchObject({ blocked: 0, cleared: 2 })
  })

  it('counts join requests that wait, and finds people by name', async () => {
    await addPerson('joiner', '申请的')
    await addJoin('j1', 'joiner', 'hotel', 'employee', '2026-03-20')
    const { roll, joinsWaiting } = await seenUnit('hotel', 'manager', `?name=${encodeURIComponent('逾期')}`)
    expect(joinsWaiting).toBe(1)
    expect(roll).toMatchObject({ total: 1, counts: { blocked: 1 }, found: { blocked: 0, overdue: 1 } })
  })

  it('turns the pages of a long list without losing anybody', async () => {
    for (let nth = 0; nth < 57; nth += 1) await employ(`p${nth}`, `第${nth}人`, 'hotel', '2026-03-02', null)
    const pages = await Promise.all([1, 2, 9].map((page) => seenUnit('hotel', 'manager', `?page=${page}`)))
    const shown = pages.map(({ roll }) => roll.groups.flatMap(({ rows }) => rows.map((row) => row.postId)))
    expect(shown.map((ids) => ids.length)).toEqual([50, 12, 12])
    expect(new Set([...(shown[0] ?? []), ...(shown[1] ?? [])]).size).toBe(62)
  })

  it('does not find a unit that is not hers, nor one that is not there', async () => {
    expect(await statusOf(seenUnit('school', 'manager'))).toBe(404)
    expect(await statusOf(seenUnit('nowhere', 'manager'))).toBe(404)
    expect(await statusOf(seenUnit('hotel', 'fine'))).toBe(403)
    expect(await statusOf(seenUnit('school', 'admin'))).toBe(200)
  })

  it('is sent straight to her one unit', async () => {
    expect(await statusOf(ask('/unit', 'manager', now).then(chooseUnit))).toBe(302)
    await grant('manager', 'manager', { unitId: 'school' })
    expect((await chooseUnit(await ask('/unit', 'manager', now))).units.map(({ id }) => id)).toEqual(['school', 'hotel'])
  })
})

describe('the supervisor asks who may not work today', () => {
  it('sees the units of her street and nothing outside, in rows, counts, filters and search', async () => {
    const seen = await seenStreet('east-supervisor')
    expect(seen).toMatchObject({ units: 2, inPost: 4, blocked: 2, mayWork: 2, blockedUnits: 2, listed: 2 })
    expect(seen.rows.map(({ id, blocked, inPost }) => [id, blocked, inPost])).toEqual([
      ['school', 1, 1],
      ['hotel', 1, 3],
    ])
    expect(seen.places.map(({ value }) => value)).toEqual(['east', 'east-1'])
    expect(seen.sectors.map(({ value }) => value)).toEqual(['commerce', 'education'])
    expect(JSON.stringify(seen)).not.toContain('西街')
    expect(await seenStreet('east-supervisor', `?name=${encodeURIComponent('西街')}`)).toMatchObject({ units: 0, inPost: 0, rows: [] })
    expect((await seenStreet('east-supervisor', '?place=west')).filter.place).toBe('')
  })

  it('names who may not work, and why', async () => {
    const [school] = (await seenStreet('east-supervisor')).rows
    expect(school?.names).toMatchObject([{ name: '学校的', position: '员工', because: ['岗前消防安全培训'] }])
  })

  it('narrows by place, sector, kind and whether somebody may not work; totals follow', async () => {
    expect(await seenStreet('east-supervisor', '?place=east-1')).toMatchObject({ units: 1, inPost: 3, filter: { place: 'east-1' } })
    expect(await seenStreet('east-supervisor', '?sector=education')).toMatchObject({ units: 1, inPost: 1 })
    expect(await seenStreet('east-supervisor', '?trait=hotel')).toMatchObject({ units: 1, inPost: 3 })
    await passPaper('pupil', 'school', 'employee', '2026-03-10')
    expect(await seenStreet('east-supervisor', '?only=1')).toMatchObject({ units: 2, listed: 1, rows: [{ id: 'hotel' }] })
  })

  it('sees only her sector where the grant names one', async () => {
    expect((await seenStreet('school-supervisor')).rows.map(({ id }) => id)).toEqual(['school'])
    expect(await statusOf(seenStreetUnit('school', 'school-supervisor'))).toBe(200)
    expect(await statusOf(seenStreetUnit('hotel', 'school-supervisor'))).toBe(404)
    expect(await statusOf(seenStreetUnit('clinic', 'east-supervisor'))).toBe(404)
  })

  it('does not name another unit as the reason', async () => {
    await employ('both', '两处的', 'clinic', '2025-01-05', null)
    await addPost({ id: 'k-both-2', personId: 'both', unitId: 'school', position: 'employee', from: '2025-01-05' })
    const { roll } = await seenStreetUnit('school', 'east-supervisor')
    const lines = roll.groups.flatMap(({ rows }) => rows.flatMap((row) => row.lines))
    expect(lines.map((line) => line.duty)).toContain('staff-training-year')
    expect(JSON.stringify(roll)).not.toContain('西街')
  })

  it('is not for managers', async () => {
    expect(await statusOf(seenStreet('manager'))).toBe(403)
  })

  it('shows the administrator everything', async () => {
    expect(await seenStreet('admin')).toMatchObject({ units: 3, inPost: 5, blocked: 3 })
  })
})
