import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { catalogue } from '~/content/catalogue.server'
import { transact } from '~/data/transact.server'
import { loader as supervised } from '~/routes/duties+/street.units.$unitId.duties'
import { loader as managed } from '~/routes/duties+/units.$unitId.duties'
import { emptyDatabase, setClock } from '../../factories/world'
import { addPerson, addPost, ask, buildStreet, grant, holdDrill, passPaper, statusOf, switchOn } from './street-corner'

const now = new Date('2026-03-10T02:00:00Z')

const hotel = async (query = '') => (await managed(await ask(`/units/hotel/duties${query}`, 'boss', now, { unitId: 'hotel' }))).console

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
  await addPost({ id: 'k-ding', personId: 'ding', unitId: 'hotel', position: 'welder', from: '2026-01-05' })
  await grant('boss', 'manager', { unitId: 'hotel' })
  await grant('lead', 'supervisor', { placeId: 'east' })
  await passPaper('chen', 'hotel', 'employee', '2026-01-04')
})

describe('what a unit owes', () => {
  it('says what its people still have to do, thing by thing, and the sums add up', async () => {
    const { things, rows, behind, people } = await hotel()
    expect(things.map(({ id, title }) => [id, title])).toEqual([
      ['pre-job', '岗前消防安全培训'],
      ['staff-training', '员工消防安全培训（每半年）'],
    ])
    for (const { counts } of things) expect(counts.bound).toBe(counts.met + counts.due + counts.overdue + counts.waived + counts.idle)
    expect(rows.map(({ name, cells }) => [name, ...cells.map((cell) => cell?.standing)])).toEqual([
      ['丁二', 'overdue', 'due'],
      ['陈一', 'met', 'met'],
    ])
    expect([people, behind]).toEqual([2, 1])
  })

  it('shows one thing under the shortest interval, however many clauses ask for it', async () => {
    await switchOn('unit-staff-training-annual')
    const { things, rows } = await hotel()
    expect(things.map(({ title }) => title)).toEqual(['岗前消防安全培训', '员工消防安全培训（每半年）'])
    expect(rows.find(({ name }) => name === '丁二')?.cells[1]).toMatchObject({ standing: 'due', day: '2026-06-30' })
  })

  it('keeps every clause that asks the same beside the one that leads', async () => {
    await switchOn('unit-drill-annual')
    await switchOn('key-drill')
    await transact((tx) => tx.unitTrait.create({ data: { id: 'hotel-key', unitId: 'hotel', trait: 'key-unit', from: '2020-01-01' } }))
    const { own } = await hotel()
    expect(own.map(({ duty, due, why }) => [duty, due, why.also.map((other) => other.duty), why.unitTraits])).toEqual([
      ['key-drill', '2026-06-30', ['unit-drill-annual'], [{ name: '消防安全重点单位', from: '2020-01-01' }]],
    ])
  })

  it('names the unit’s own duties once a place has switched them on, and the drill that meets one', async () => {
    expect((await hotel()).own).toEqual([])
    await switchOn('unit-drill-annual')
    expect((await hotel()).own.map(({ duty, standing, due }) => [duty, standing, due])).toEqual([
      ['unit-drill-annual', 'due', '2026-12-31'],
    ])
    await holdDrill('hotel', '2026-03-01')
    const [drill] = (await hotel()).own
    expect(drill).toMatchObject({ standing: 'met', through: '2026-12-31' })
    expect(drill?.why.evidence).toMatchObject({ on: '2026-03-01' })
  })

  it('finds people by name, position, thing and standing', async () => {
    expect((await hotel('?name=陈')).rows.map(({ name }) => name)).toEqual(['陈一'])
    expect((await hotel('?position=welder')).rows.map(({ name }) => name)).toEqual(['丁二'])
    expect((await hotel('?thing=pre-job&standing=overdue')).rows.map(({ name }) => name)).toEqual(['丁二'])
    expect((await hotel('?thing=staff-training&standing=overdue')).rows).toEqual([])
    expect((await hotel('?thing=%3Cscript%3E&standing=x')).found).toBe(2)
  })

  it('opens one cell to its reason, beside every clause that asks the same', async () => {
    await switchOn('unit-staff-training-annual')
    expect((await hotel()).why).toBe(null)
    const { why, rows, filter } = await hotel('?why=ding+staff-training')
    const cell = rows.find(({ personId }) => personId === 'ding')?.cells[1]
    expect(why).toMatchObject({ personId: 'ding', thing: 'staff-training', line: { standing: cell?.standing, due: cell?.day } })
    expect(why?.line.why.also.map(({ duty }) => duty)).toEqual(['unit-staff-training-annual'])
    expect(why?.line.why.bindings).toMatchObject([{ position: '电焊工', from: '2026-01-05' }])
    expect(filter.search).toBe('')
    for (const unknown of ['boss+staff-training', 'ding+x', 'ding', '%3Cscript%3E']) expect((await hotel(`?why=${unknown}`)).why).toBe(null)
  })

  it('is not there for others: another unit’s manager, another street’s supervisor', async () => {
    expect(await statusOf(managed(await ask('/units/clinic/duties', 'boss', now, { unitId: 'clinic' })))).toBe(404)
    expect(await statusOf(supervised(await ask('/street/units/clinic/duties', 'lead', now, { unitId: 'clinic' })))).toBe(404)
    expect(await statusOf(supervised(await ask('/street/units/hotel/duties', 'boss', now, { unitId: 'hotel' })))).toBe(403)
    const { console } = await supervised(await ask('/street/units/hotel/duties', 'lead', now, { unitId: 'hotel' }))
    expect(console.rows.map(({ name }) => name)).toEqual(['丁二', '陈一'])
  })
})
