import exceljs from 'exceljs'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { catalogue } from '~/content/catalogue.server'
import { transact } from '~/data/transact.server'
import { loader as coveragePage } from '~/routes/duties+/street.coverage._index'
import { loader as coverageFile } from '~/routes/duties+/street.coverage[.]xlsx'
import type { CoverageFigures } from '~/ui/duties/coverage'
import { emptyDatabase, setClock } from '../../factories/world'
import { addPerson, addPost, ask, buildStreet, grant, passPaper, statusOf } from './street-corner'

let now: Date
const seen = async (personId: string | null, query = '') => coveragePage(await ask(`/street/coverage${query}`, personId, now))
const names = async (personId: string, query: string) => ((await seen(personId, query)).names?.rows ?? []).map(({ name }) => name)
const sheets = async (personId: string, query = '') => {
  const file = await coverageFile(await ask(`/street/coverage.xlsx${query}`, personId, now))
  const book = new exceljs.Workbook()
  await book.xlsx.load(await file.arrayBuffer())
  return book.worksheets.map((sheet) => ({
    name: sheet.name,
    rows: sheet.getSheetValues().flatMap((row) => (Array.isArray(row) ? [row.slice(1)] : [])),
  }))
}
const adds = ({ bound, met, due, overdue, waived, idle }: CoverageFigures) => met + due + overdue + waived + idle === bound

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
  await employ('late', '逾期的', 'hotel', '2024-03-01', '2024-02-20')
  await employ('fine', '都好的', 'hotel', '2026-01-05', '2026-01-04')
  await employ('pupil', '学校的', 'school', '2026-03-02', null)
  await employ('outside', '外面的', 'clinic', '2026-03-02', null)
})

describe('the supervisor asks who is not covered', () => {
  it('adds up: standings to those asked for, requirements and places to the total, every figure to its rows', async () => {
    const page = await seen('east-supervisor')
    expect(page.units).toBe(2)
    expect(page.total.figures.overdue).toBeGreaterThan(0)
    for (const rows of [page.duties, page.places]) {
      expect(rows.every(({ figures }) => adds(figures))).toBe(true)
      for (const kind of ['bound', 'met', 'due', 'overdue', 'waived', 'idle'] as const)
        expect(rows.reduce((sum, { figures }) => sum + figures[kind], 0)).toBe(page.total.figures[kind])
    }
    for (const row of [...page.duties, ...page.places, page.total])
      for (const kind of ['bound', 'met', 'due', 'overdue', 'waived', 'idle'] as const)
        expect((await seen('east-supervisor', `?${row.search}&standing=${kind}`)).names?.total).toBe(row.figures[kind])
  })

  it('says how many people and units, each once, and names them: overdue first, then due', async () => {
    const page = await seen('east-supervisor', '?standing=open')
    expect(page.open.people).toBe(3)
    expect(page.overdue.people).toBe(3)
    const standings = page.names?.rows.map(({ standing }) => standing) ?? []
    expect(standings).toEqual([...standings].sort().reverse())
    expect(page.names?.rows.find(({ name }) => name === '逾期的')).toMatchObject({
      unit: '东街大酒店',
      position: '员工',
      standing: 'overdue',
    })
    expect(page.names?.rows.map(({ name }) => name)).not.toContain('都好的')
  })

  it('shows nothing of another street: in rows, figures, filters, search or the file', async () => {
    const everything = [
      await seen('east-supervisor'),
      await seen('east-supervisor', '?standing=bound'),
      await seen('east-supervisor', '?unit=clinic&standing=bound'),
      await seen('east-supervisor', '?trait=clinic'),
      await sheets('east-supervisor'),
      await sheets('east-supervisor', '?standing=bound'),
    ]
    for (const shown of everything) expect(JSON.stringify(shown)).not.toMatch(/西街|外面的|诊所/)
    const page = await seen('east-supervisor', '?standing=bound')
    expect(page.options.places.map(({ value }) => value)).toEqual(['east', 'east-1'])
    expect(page.options.sectors.map(({ value }) => value).sort()).toEqual(['commerce', 'education'])
    expect(await seen('east-supervisor', '?unit=clinic&standing=bound')).toMatchObject({ units: 0, about: [], names: { total: 0 } })
    expect(await statusOf(seen('east-supervisor', '?place=west'))).toBe(404)
    expect(await statusOf(seen('east-supervisor', '?place=county'))).toBe(404)
    expect(await statusOf(seen('east-supervisor', '?place=nowhere'))).toBe(404)
    const east = (await seen('admin', '?place=east')).total.figures
    expect(page.total.figures).toEqual(east)
    expect((await seen('admin')).total.figures.bound).toBeGreaterThan(east.bound)
  })

  it('keeps a department to its sector', async () => {
    const page = await seen('school-supervisor', '?standing=bound')
    expect(new Set(page.names?.rows.map(({ unit }) => unit))).toEqual(new Set(['东街小学']))
    expect(page.options.places.map(({ value }) => value)).toEqual(['county', 'east'])
    expect(page.options.positions.map(({ value }) => value)).toEqual(['employee'])
  })

  it('narrows by place, sector, kind, position and requirement', async () => {
    expect(new Set(await names('east-supervisor', '?place=east-1&standing=open'))).toEqual(new Set(['逾期的', '新来的']))
    expect(new Set(await names('east-supervisor', '?place=east&direct=1&standing=open'))).toContain('学校的')
    expect(await seen('east-supervisor', '?sector=education')).toMatchObject({ units: 1, placesAre: 'units' })
    expect(await seen('east-supervisor', '?trait=hotel')).toMatchObject({ units: 1 })
    expect((await seen('east-supervisor', '?position=welder')).total.figures.bound).toBe(0)
    expect(await names('east-supervisor', '?duty=pre-job&standing=open')).toEqual(['学校的', '新来的'])
  })

  it('lists the communities by the place tree, and unit by unit in the last of them', async () => {
    const page = await seen('east-supervisor')
    expect(page.places.map(({ name }) => name)).toEqual(['东街', '东一社区'])
    const last = await seen('east-supervisor', '?place=east-1')
    expect([last.placesAre, last.places.map(({ name }) => name)]).toEqual(['units', ['东街大酒店']])
    expect((await seen('admin')).places.map(({ name }) => name)).toEqual(['东街', '西街'])
  })

  it('answers for a day to come, if nothing happens, and for a day gone by', async () => {
    const staff = '?duty=staff-training-half-year&standing='
    expect(await names('east-supervisor', `${staff}overdue`)).toEqual(['逾期的'])
    expect(await names('east-supervisor', `${staff}met`)).toEqual(['都好的'])
    expect(await names('east-supervisor', `${staff}overdue&on=2026-12-31`)).toEqual(['新来的', '逾期的'])
    expect(await names('east-supervisor', `${staff}due&on=2026-12-31`)).toEqual(['都好的'])
    expect(await names('east-supervisor', `${staff}bound&on=2025-01-01`)).toEqual(['逾期的'])
    expect(await seen('east-supervisor', '?on=2019-12-31')).toMatchObject({ units: 0, on: '2019-12-31', yearEnd: '2026-12-31' })
    expect(await seen('east-supervisor', '?on=2026-02-30')).toMatchObject({ on: '2026-03-10' })
  })

  it('heeds a waiver, on its days', async () => {
    await transact((tx) =>
      tx.waiver.create({
        data: {
          id: 'w1',
          dutyId: 'staff-training-half-year',
          subjectId: 'late',
          unitId: 'hotel',
          from: '2026-03-01',
          through: '2026-03-31',
          reason: '产假',
          grantedBy: 'system',
          grantedAt: now,
        },
      }),
    )
    expect(await names('east-supervisor', '?duty=staff-training-half-year&standing=waived')).toEqual(['逾期的'])
    expect(await names('east-supervisor', '?duty=staff-training-half-year&standing=overdue&on=2026-04-01')).toEqual(['逾期的'])
  })

  it('opens one row to its reason, and only where that row is in sight', async () => {
    const list = await seen('east-supervisor', '?duty=staff-training-half-year&standing=open')
    expect(list.names?.why).toBe(null)
    const [row] = list.names?.rows ?? []
    const opened = await seen('east-supervisor', `?duty=staff-training-half-year&standing=open&why=${row?.key}`)
    expect(opened.names?.why).toMatchObject({ key: row?.key, line: { duty: row?.dutyId, standing: row?.standing, due: row?.due } })
    expect(opened.names?.why?.line.why.bindings).toMatchObject([{ unitName: '东街大酒店' }])
    expect(opened.filter.search).not.toContain('why')
    const everywhere = await seen('admin', '?standing=open')
    const outside = everywhere.names?.rows.find(({ name }) => name === '外面的')
    expect((await seen('admin', `?standing=open&why=${outside?.key}`)).names?.why).not.toBe(null)
    expect((await seen('east-supervisor', `?standing=open&why=${outside?.key}`)).names?.why).toBe(null)
    expect((await seen('east-supervisor', '?standing=open&why=%3Cscript%3E')).names?.why).toBe(null)
  })

  it('opens every row to the standing that the row shows, on any day', async () => {
    for (const day of ['2026-03-10', '2026-12-31']) {
      const { names } = await seen('admin', `?standing=bound&on=${day}`)
      expect(names?.rows.length).toBeGreaterThan(4)
      for (const row of names?.rows ?? []) {
        const line = (await seen('admin', `?standing=bound&on=${day}&why=${encodeURIComponent(row.key)}`)).names?.why?.line
        expect(line).toMatchObject({ duty: row.dutyId, standing: row.standing, through: row.through, since: row.since })
      }
    }
  })

  it('says of training missed before work that it keeps from work, as everywhere', async () => {
    const gate = await seen('east-supervisor', '?duty=pre-job&standing=open')
    expect(gate.total.missed).toBe('barred')
    expect(gate.names?.rows.map(({ bars, due, since }) => [bars, due, since])).toEqual([
      [true, null, '2026-03-02'],
      [true, null, '2026-03-02'],
    ])
    const page = await seen('east-supervisor')
    expect(page.total.missed).toBe('either')
    expect(page.duties.map(({ key, missed }) => [key, missed])).toContainEqual(['pre-job', 'barred'])
    const [answer, list] = await sheets('east-supervisor', '?duty=pre-job&standing=overdue')
    expect(JSON.stringify(answer?.rows)).toContain('不得上岗')
    expect(list?.rows.slice(1).map((row) => row[5])).toEqual(['不得上岗', '不得上岗'])
    const [, figures] = await sheets('east-supervisor', '?duty=pre-job')
    expect(figures?.rows[0]).toContain('不得上岗')
  })

  it('turns the pages of a long list without losing anybody; the file holds all of it', async () => {
    for (let nth = 0; nth < 57; nth += 1) await employ(`p${nth}`, `第${nth}人`, 'hotel', '2026-03-02', null)
    const query = '?duty=pre-job&standing=overdue'
    const pages = await Promise.all([1, 2, 9].map((page) => seen('east-supervisor', `${query}&page=${page}`)))
    expect(pages.map((page) => page.names?.rows.length)).toEqual([50, 9, 9])
    expect(new Set(pages.flatMap((page) => page.names?.rows.map(({ key }) => key) ?? [])).size).toBe(59)
    const [, listed] = await sheets('east-supervisor', query)
    expect(listed?.rows).toHaveLength(60)
  })

  it('exports the tables that it shows, total included', async () => {
    const page = await seen('east-supervisor')
    const [answer, duties, places] = await sheets('east-supervisor')
    const { bound, overdue, due, met, waived, idle } = page.total.figures
    expect(answer?.rows[0]?.[0]).toContain(`${page.open.people} 人`)
    expect(duties?.rows.at(-1)).toEqual(['合计', bound, overdue, due, met, waived, idle])
    expect(duties?.rows.slice(1, -1).map(([name]) => name)).toEqual(page.duties.map(({ name }) => name))
    expect(places?.rows.map(([name]) => name)).toEqual(['街道、社区', '东街（直属）', '东一社区', '合计'])
  })

  it('is for supervisors', async () => {
    expect(await statusOf(seen('manager'))).toBe(403)
    expect(await statusOf(seen('fine'))).toBe(403)
    expect(await statusOf(seen(null))).toBe(302)
    expect(await statusOf(sheets('manager'))).toBe(403)
    expect(await statusOf(seen('admin'))).toBe(200)
  })
})
