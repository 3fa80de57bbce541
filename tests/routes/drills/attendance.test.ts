import type { LoaderFunctionArgs } from '@remix-run/node'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { catalogue } from '~/content/catalogue.server'
import { db } from '~/data/db.server'
import { transact } from '~/data/transact.server'
import { attendanceSheets } from '~/routes/drills+/attendance-sheets.server'
import { loader as streetLoader } from '~/routes/drills+/street.drills._index'
import { loader as streetFile } from '~/routes/drills+/street.drills[.]xlsx'
import { loader as unitLoader } from '~/routes/drills+/units.$unitId.drills.attendance._index'
import { loader as unitFile } from '~/routes/drills+/units.$unitId.drills.attendance[.]xlsx'
import { reopenDrill } from '~/usecases/drills/reopen-drill.server'
import { signDrill } from '~/usecases/drills/sign-drill.server'
import { actingPerson, listed, planned } from '../../factories/held-drill'
import { stepTo } from '../../factories/roll-call'
import type { MadePerson } from '../../factories/unit-people'
import { emptyDatabase, setClock } from '../../factories/world'
import { addPerson, addPost, ask, buildStreet, grant, holdDrill, statusOf, switchOn } from '../duties-pages/street-corner'

let now: Date
const hotel = { id: 'hotel', name: '东街大酒店', shortCode: 'HOTEL', code: '' }
const made = (id: string): MadePerson => ({ personId: id, accountId: `account-${id}`, staffNumber: `S-${id}`, postId: `post-${id}` })
const everybody = ['chief', 'maid', 'cook', 'gone']

beforeAll(() => void catalogue(), 60_000)
beforeEach(async () => {
  await emptyDatabase()
  now = setClock('2026-03-10T02:00:00Z')
  await buildStreet()
  for (const [id, name] of Object.entries({
    ...{ manager: '店长', chief: '保安队长', maid: '服务员', cook: '厨师', gone: '老员工', new: '新员工', other: '外人' },
    ...{ supervisor: '东街监督员', west: '西街监督员', teacher: '教育监督员' },
  }))
    await addPerson(id, name)
  await grant('manager', 'manager', { unitId: 'hotel' })
  await grant('other', 'manager', { unitId: 'clinic' })
  await grant('supervisor', 'supervisor', { placeId: 'east' })
  await grant('west', 'supervisor', { placeId: 'west' })
  await grant('teacher', 'supervisor', { placeId: 'county', sectors: '["education"]' })
  for (const id of everybody)
    await addPost({
      ...{ id: `post-${id}`, personId: id, unitId: 'hotel', position: 'employee', from: '2024-01-01' },
      ...(id === 'gone' ? { to: '2026-03-31' } : {}),
    })
})

/** A drill of today that is over and signed; these were seen. */
async function held(there: string[], expected = everybody) {
  const drill = await planned(
    hotel,
    made('chief'),
    expected.map((id) => listed(made(id), id)),
  )
  await drill.mark('alarm', 0)
  for (const id of there) await drill.seen(made(id))
  await drill.mark('all-clear', 600)
  await signDrill(actingPerson(made('chief'), now), drill.id)
  return drill
}

const plan = (on: string, more = {}, expected = everybody) =>
  planned(
    hotel,
    made('chief'),
    expected.map((id) => listed(made(id), id)),
    { on, title: '秋季演练', ...more },
  )

const unitPage = async (personId: string, query = '') =>
  (await unitLoader(await ask(`/units/hotel/drills/attendance${query}`, personId, now, { unitId: 'hotel' }))).page
const streetPage = async (personId: string, query = '') => (await streetLoader(await ask(`/street/drills${query}`, personId, now))).page
const shown = (page: Awaited<ReturnType<typeof unitPage>>) => page.rows.map(({ id, share }) => [id, share])

describe('the attendance of a unit', () => {
  it('names first who was at none, with the next drill at which he is expected', async () => {
    await held(['chief', 'maid'])
    now = setClock('2026-06-01T02:00:00Z')
    await addPost({ id: 'post-new', personId: 'new', unitId: 'hotel', position: 'employee', from: '2026-05-01' })
    await plan('2026-09-10', {}, ['cook'])
    const page = await unitPage('manager')
    expect(shown(page)).toEqual([
      ['cook', 'none'],
      ['new', 'none'],
      ['chief', 'all'],
      ['maid', 'all'],
      ['gone', 'none'],
    ])
    const of = (id: string) => page.rows.find((row) => row.id === id)
    expect(of('cook')).toMatchObject({ turns: [{ kind: 'missing' }], next: { kind: 'known', on: '2026-09-10' } })
    expect(of('new')).toMatchObject({ since: '2026-05-01', turns: [{ kind: 'before' }], next: null })
    expect(of('gone')).toMatchObject({ left: '2026-03-31', isHere: false, next: null })
    expect(page.here).toEqual({ none: 2, some: 0, all: 2 })
    expect(page.gone).toEqual({ none: 1, some: 0, all: 0 })
    expect(page.drills).toMatchObject([{ on: '2026-03-10', expected: 4, there: 2, way: 'planned' }])
    const [row] = (await streetPage('supervisor', '?name=大酒店')).rows
    expect(row).toMatchObject({ people: 4, there: 2 })
    expect(row?.people).toBe(page.here.none + page.here.some + page.here.all)
    await transact((tx) => tx.post.update({ where: { id: 'post-maid' }, data: { to: '2026-05-31' } }))
    expect((await streetPage('supervisor', '?name=大酒店')).rows[0]).toMatchObject({ people: 3, there: 1 })
  })

  it('holds as many there as there is evidence in force, also after a correction', async () => {
    const drill = await held(['chief', 'maid', 'cook'])
    await reopenDrill(actingPerson(made('chief'), now), { drillId: drill.id, reason: '点错了人' })
    await drill.say({ kind: 'undo', of: (await db().rollEvent.findFirstOrThrow({ where: { said: { contains: '"cook"' } } })).id }, 700)
    expect((await unitPage('manager')).drills[0]).toMatchObject({ expected: 4, there: 3 })
    await signDrill(actingPerson(made('chief'), now), drill.id)
    const page = await unitPage('manager')
    const revoked = await db().evidenceEntry.findMany({ where: { entry: 'revocation' }, select: { revokes: true } })
    const inForce = await db().evidenceEntry.count({
      where: { entry: 'evidence', kind: 'drill', subjectKind: 'person', id: { notIn: revoked.flatMap(({ revokes }) => revokes ?? []) } },
    })
    expect(page.rows.reduce((sum, { there }) => sum + there, 0)).toBe(inForce)
    expect(page.drills[0]).toMatchObject({ expected: 4, there: 2 })
    expect(page.rows.find(({ id }) => id === 'cook')).toMatchObject({ share: 'none', turns: [{ kind: 'missing' }] })
  })

  it('takes joined records for one person', async () => {
    await held(['maid'])
    await transact(async (tx) => {
      await tx.post.updateMany({ where: { personId: 'maid' }, data: { personId: 'cook' } })
      await tx.person.update({ where: { id: 'maid' }, data: { mergedIntoId: 'cook' } })
    })
    const page = await unitPage('manager')
    expect(page.rows.map(({ id }) => id).sort()).toEqual(['chief', 'cook', 'gone'])
    expect(page.rows.find(({ id }) => id === 'cook')).toMatchObject({ share: 'all', there: 1 })
    expect((await streetPage('supervisor')).rows.find(({ id }) => id === 'hotel')).toMatchObject({ people: 3, there: 1 })
  })

  it('narrows by share and name, and sorts, as the address says', async () => {
    await held(['maid'])
    expect(shown(await unitPage('manager', '?share=all'))).toEqual([['maid', 'all']])
    expect(shown(await unitPage('manager', '?name=厨'))).toEqual([['cook', 'none']])
    expect(shown(await unitPage('manager', '?sort=there'))[0]).toEqual(['maid', 'all'])
    expect((await unitPage('manager', '?year=2025')).drills).toEqual([])
    expect((await unitPage('manager', '?year=2031')).year).toBe(2026)
  })

  it('gives a workbook of exactly what is shown', async () => {
    await held(['maid'])
    await holdDrill('hotel', '2026-01-20')
    const page = await unitPage('manager', '?share=none&sort=name')
    expect(page.drills.map(({ way, expected }) => [way, expected])).toEqual([
      ['evidence', 0],
      ['planned', 4],
    ])
    const [people, drills] = attendanceSheets(page, 'zh').sheets
    expect(people?.heads).toContain('2026-03-10 疏散演练')
    expect(people?.heads.join(' ')).not.toContain('2026-01-20')
    expect(people?.rows.map(([name, share, ...more]) => [name, share, more[4]])).toEqual(
      page.rows.map(({ name }) => [name, '没有参加记录', '没到']),
    )
    expect(drills?.rows.map(([on]) => on)).toEqual(['2026-01-20', '2026-03-10'])
  })

  it('lets nobody learn the day of an unannounced drill who may not know it', async () => {
    await plan('2026-09-10', { unannounced: true, title: '夜间抽查' })
    expect((await unitPage('manager')).next).toMatchObject({ kind: 'known', on: '2026-09-10' })
    for (const page of [await unitPage('supervisor'), await streetPage('supervisor')]) {
      expect(JSON.stringify(page)).not.toMatch(/2026-09-10|夜间抽查/)
      expect(JSON.stringify(page)).toContain('"kind":"hidden"')
    }
    const [row] = (await streetPage('supervisor', '?name=大酒店')).rows
    expect(row?.months.filter(({ planned: isPlanned }) => isPlanned)).toEqual([])
    await grant('chief', 'supervisor', { placeId: 'east' })
    expect((await streetPage('chief', '?name=大酒店')).rows[0]?.next).toMatchObject({ kind: 'known', on: '2026-09-10' })
  })
})

describe('the drills of a street', () => {
  it('show months, last and next drill, standing and people of each unit, in order of place and name', async () => {
    await switchOn('key-drill')
    await holdDrill('school', '2026-01-20')
    await held(['chief', 'maid'])
    await plan('2026-09-10')
    const page = await streetPage('supervisor')
    expect(page.rows.map(({ id }) => id)).toEqual(['school', 'hotel'])
    const [school, inn] = page.rows
    expect(school?.months.map(({ kind }) => kind).slice(0, 4)).toEqual(['held', 'gap', 'now', 'ahead'])
    expect(school).toMatchObject({ last: '2026-01-20', next: null, standing: 'met', people: 0 })
    expect(inn?.months.filter(({ planned: isPlanned }) => isPlanned)).toHaveLength(1)
    expect(inn).toMatchObject({ held: 1, last: '2026-03-10', next: { on: '2026-09-10' }, people: 4, there: 2, standing: 'none' })
    expect(Object.values(page.standings).reduce((sum, count) => sum + count, 0)).toBe(page.units)
    expect(page).toMatchObject({ units: 2, held: 2, withDrill: 2, people: 4, there: 2 })
    expect((await streetPage('supervisor', '?standing=met')).rows.map(({ id }) => id)).toEqual(['school'])
    expect((await streetPage('supervisor', '?place=east-1')).rows.map(({ id }) => id)).toEqual(['hotel'])
    expect((await streetPage('supervisor', '?year=2025')).rows[0]).toMatchObject({ held: 0, last: null })
  })

  it('forget a drill that has begun or was called off among what is planned', async () => {
    const drill = await plan('2026-03-10')
    expect((await streetPage('supervisor', '?name=大酒店')).rows[0]?.next).toMatchObject({ on: '2026-03-10' })
    await drill.mark('alarm', 0)
    expect((await streetPage('supervisor', '?name=大酒店')).rows[0]?.next).toBeNull()
    const other = await plan('2026-03-20')
    await stepTo({ id: other.id, callId: '' }, 'called-off', made('chief'), now)
    expect((await streetPage('supervisor', '?name=大酒店')).rows[0]?.next).toBeNull()
  })

  it('stop at the scope of whoever asks', async () => {
    expect((await streetPage('teacher')).rows.map(({ id }) => id)).toEqual(['school'])
    expect((await streetPage('teacher')).options.sectors).toHaveLength(1)
    expect((await streetPage('west')).rows.map(({ id }) => id)).toEqual(['clinic'])
    const status = async (handler: (args: LoaderFunctionArgs) => unknown, path: string, personId: string | null) =>
      statusOf(ask(path, personId, now, { unitId: 'hotel' }).then((args) => Promise.resolve(handler(args))))
    for (const [handler, path] of [
      [unitLoader, '/units/hotel/drills/attendance'],
      [unitFile, '/units/hotel/drills/attendance.xlsx'],
    ] as const) {
      for (const id of ['manager', 'supervisor']) expect(await status(handler, path, id)).toBe(200)
      for (const id of ['other', 'west', 'teacher', 'maid']) expect(await status(handler, path, id)).toBe(404)
      expect(await status(handler, path, null)).toBe(302)
    }
    expect(await status(unitLoader, '/units/hotel/drills/attendance?share=none&sort=since&page=9', 'manager')).toBe(200)
    for (const [handler, path] of [
      [streetLoader, '/street/drills'],
      [streetFile, '/street/drills.xlsx'],
    ] as const) {
      expect(await status(handler, path, 'supervisor')).toBe(200)
      expect(await status(handler, path, 'manager')).toBe(403)
      expect(await status(handler, path, null)).toBe(302)
    }
    expect(await status(streetLoader, '/street/drills?place=west', 'supervisor')).toBe(404)
  })
})
