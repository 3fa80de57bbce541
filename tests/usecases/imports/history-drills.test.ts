import { beforeEach, describe, expect, it } from 'vitest'
import { catalogue } from '~/content/catalogue.server'
import { db } from '~/data/db.server'
import { walkChains } from '~/data/duties/chain-walk.server'
import { findLines } from '~/data/imports/roster-imports.server'
import { transact } from '~/data/transact.server'
import { civilDay } from '~/domain/shared/civil-day'
import { formatDay } from '~/domain/shared/day'
import { Forbidden, NotFound } from '~/domain/shared/faults'
import { bringSheet } from '~/usecases/imports/bring-sheet.server'
import { confirmSheet } from '~/usecases/imports/confirm-sheet.server'
import { supervise } from '../../factories/held-class'
import { broughtSheet, faultsOf, tableOf } from '../../factories/rosters'
import { acting, grant, type MadePerson, type MadeUnit, makeEmployee, makeStreet, makeUnit } from '../../factories/unit-people'
import { emptyDatabase, setClock } from '../../factories/world'

let hotel: MadeUnit
let school: MadeUnit
let boss: MadePerson
let maid: MadePerson
const heads = ['演练时间', '演练类型', '演练地点', '起火部位', '总指挥', '参加人员', '来客人数', '备注']

beforeEach(async () => {
  catalogue()
  await emptyDatabase()
  setClock('2026-03-10T02:00:00.000Z')
  await makeStreet()
  hotel = await makeUnit('河西大酒店', 'HXDJ')
  school = await makeUnit('河西小学', 'XUEX')
  boss = await makeEmployee(hotel, '老板娘', { position: 'fire-manager' })
  maid = await makeEmployee(hotel, '服务员')
  await grant(boss.accountId, hotel)
})

const asBoss = () => acting(boss.accountId)
const bring = (rows: string[][]) => broughtSheet(asBoss(), { kind: 'drills', unitId: hotel.id, bytes: tableOf([heads, ...rows]) })
const kindsOf = (id: string) => findLines(id).map(({ result }) => result)
const spring = ['2025年3月5日 14:30', '疏散演练', '大楼', '后厨', '老板娘', '老板娘、服务员', '12', '一切正常']
const autumn = ['2025-10-09 9:05', '灭火演练', '停车场', '配电间', '老板娘', '服务员\n路人甲', '', '']

describe('a manager brings the drills of last year', () => {
  it('has each signed as entered afterwards, saying from which row of which file, and it is evidence of its day', async () => {
    const id = await bring([spring, autumn])
    expect(faultsOf(id)).toEqual([])
    expect(await confirmSheet(asBoss(), id)).toMatchObject({ kind: 'written', counts: { drills: 2 } })
    const drills = await db().drill.findMany({ include: { revisions: true } })
    expect(drills.map(({ way, unitId }) => [way, unitId])).toEqual([
      ['paper', hotel.id],
      ['paper', hotel.id],
    ])
    expect(drills.map(({ revisions }) => revisions[0]?.body).join()).toContain('一切正常（据表格“名册.csv”第2行录入）')
    const evidence = await db().evidenceEntry.findMany({ orderBy: { seq: 'asc' } })
    const said = evidence.map(({ subjectId, topic, on, sourceKind }) => [subjectId, topic, on, sourceKind])
    expect(said).toHaveLength(5)
    expect(said).toEqual(
      expect.arrayContaining([
        [hotel.id, 'evacuation', '2025-03-05', 'drill'],
        [boss.personId, 'evacuation', '2025-03-05', 'drill'],
        [maid.personId, 'evacuation', '2025-03-05', 'drill'],
        [hotel.id, 'fire', '2025-10-09', 'drill'],
        [maid.personId, 'fire', '2025-10-09', 'drill'],
      ]),
    )
    expect(await db().auditEntry.count({ where: { act: 'imports.sheetWritten' } })).toBe(1)
    expect(await walkChains()).toMatchObject({ firstBad: null })
  })

  it('changes nothing when she hands the same sheet in again', async () => {
    await confirmSheet(asBoss(), await bring([spring, autumn]))
    const again = await bring([spring, autumn])
    expect(kindsOf(again)).toEqual(['same', 'same'])
    expect(await confirmSheet(asBoss(), again)).toMatchObject({ kind: 'refused', reason: 'imports:refusal.nothing' })
    expect(await db().drill.count()).toBe(2)
    expect(await db().evidenceEntry.count()).toBe(5)
  })

  it('is refused what the form refuses, at its cell', async () => {
    const id = await bring([
      spring.with(1, '大扫除'),
      spring.with(0, '2025-03-05'),
      spring.with(4, '别的人'),
      spring.with(5, ''),
      spring.with(0, '2019-03-05 9:00'),
      spring.with(0, '2026-03-11 9:00'),
      spring,
      spring,
    ])
    expect(faultsOf(id)).toEqual([
      '2 kind drillUnknown',
      '3 startsAt drillrecord:refusal.noTime',
      '4 commander drillrecord:refusal.noCommander',
      '5 names drillrecord:refusal.nobody',
      '6 on drillrecord:refusal.beforeUnit',
      '7 on drillrecord:refusal.future',
      '9 on drillTwice',
    ])
  })

  it('cannot bring any for a unit that is not hers', async () => {
    await expect(bringSheet(asBoss(), { kind: 'drills', unitId: school.id, fileName: 'a' })).rejects.toThrow(NotFound)
  })
})

describe('a street’s clerk brings the drills of its units', () => {
  let clerk: MadePerson
  const asClerk = () => acting(clerk.accountId)
  const columns = ['单位名称', ...heads]
  const bringAll = (rows: string[][]) => broughtSheet(asClerk(), { kind: 'drills', bytes: tableOf([columns, ...rows]) })
  const ofHotel = (row: string[]) => [hotel.name, ...row]

  beforeEach(async () => {
    clerk = await makeEmployee(school, '陈干事')
    await supervise(clerk, 'street')
  })

  it('each signed by the clerk, as entered afterwards, and evidence of the unit and of whoever took part', async () => {
    const id = await bringAll([ofHotel(spring), ofHotel(autumn)])
    expect(faultsOf(id)).toEqual([])
    expect(await confirmSheet(asClerk(), id)).toMatchObject({ kind: 'written', counts: { drills: 2 } })
    const drills = await db().drill.findMany({ include: { steps: true } })
    expect(drills.map(({ way, unitId, createdBy }) => [way, unitId, createdBy])).toEqual([
      ['paper', hotel.id, clerk.accountId],
      ['paper', hotel.id, clerk.accountId],
    ])
    expect(drills.flatMap(({ steps }) => steps.filter(({ kind }) => kind === 'signed').map(({ personId }) => personId))).toEqual([
      clerk.personId,
      clerk.personId,
    ])
    expect(await db().evidenceEntry.count({ where: { subjectId: hotel.id, sourceKind: 'drill' } })).toBe(2)
    expect(kindsOf(await bringAll([ofHotel(spring), ofHotel(autumn)]))).toEqual(['same', 'same'])
  })

  it('but none since the unit is in the register: its manager signs those', async () => {
    const [since] = await db().unit.findMany({ where: { id: hotel.id }, select: { createdAt: true } })
    const first = formatDay(civilDay(since?.createdAt ?? new Date()))
    setClock('2026-12-10T02:00:00.000Z')
    expect(faultsOf(await bringAll([ofHotel(spring.with(0, `${first} 8:00`)), ofHotel(spring)]))).toEqual(['2 on drillSinceRegistered'])
    expect(kindsOf(await bring([spring.with(0, `${first} 8:00`)]))).toEqual(['new'])
  })

  it('and none for a unit that another office supervises', async () => {
    await transact((tx) => tx.grant.updateMany({ where: { accountId: clerk.accountId }, data: { sectors: '["culture"]' } }))
    expect(faultsOf(await bringAll([ofHotel(spring)]))).toEqual(['2 unit unitUnknown'])
  })

  it('nor of any when the office of the clerk has ended before the sheet is confirmed', async () => {
    const id = await bringAll([ofHotel(spring)])
    await transact((tx) => tx.grant.updateMany({ where: { accountId: clerk.accountId }, data: { to: '2026-03-09' } }))
    await expect(confirmSheet(asClerk(), id)).rejects.toThrow(Forbidden)
    expect(await db().drill.count()).toBe(0)
  })
})
