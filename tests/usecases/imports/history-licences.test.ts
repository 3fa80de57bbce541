import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { catalogue } from '~/content/catalogue.server'
import { db } from '~/data/db.server'
import { confirmSheet } from '~/usecases/imports/confirm-sheet.server'
import { type LicenceWorld, makeLicenceWorld, welderCard } from '../../factories/licence-world'
import { broughtSheet, faultsOf, resultsOf, tableOf } from '../../factories/rosters'
import { acting, makeEmployee } from '../../factories/unit-people'

let world: LicenceWorld
const heads = ['持证人', '联系电话', '证书名称', '证书编号', '准操项目', '等级', '职业方向', '初领日期', '有效期至', '发证机关']

beforeEach(async () => {
  catalogue()
  world = await makeLicenceWorld()
})

const asManager = () => acting(world.manager.accountId)
const bring = (rows: string[][]) =>
  broughtSheet(asManager(), { kind: 'licences', unitId: world.hotel.id, bytes: tableOf([['持证人员台账'], heads, ...rows]) })
const welder = [
  '王强',
  '',
  '焊接与热切割操作证',
  'T350504199001011234',
  '熔化焊接与热切割作业',
  '',
  '',
  '2020年6月15日',
  '2026/6/14',
  '福建省应急管理厅',
]
const operator = ['陈敏', '', '消防设施操作员证', '2135003003400123', '', '四级/中级工', '监控', '44336', '', '福建省消防职业技能鉴定站']
const held = () => db().licence.findMany({ orderBy: { personId: 'asc' }, include: { checks: true } })

describe('a manager brings the licences of his people', () => {
  it('holds them as printed, and none of them counts before somebody has found it', async () => {
    const id = await bring([welder, operator])
    expect(faultsOf(id)).toEqual([])
    expect(resultsOf(id).map(([, kind]) => kind)).toEqual(['new', 'new'])
    expect(await held()).toEqual([])
    expect(await confirmSheet(asManager(), id)).toMatchObject({ kind: 'written', counts: { licences: 2, people: 0 } })
    const kept = await held()
    expect(
      kept.map(({ personId, kind, level, direction, validTo, checks }) => ({ personId, kind, level, direction, validTo, checks })),
    ).toEqual(
      expect.arrayContaining([
        {
          ...{ personId: world.welder.personId, kind: 'hot-work-special', level: null, direction: null, validTo: '2026-06-14' },
          checks: [],
        },
        {
          ...{ personId: world.operator.personId, kind: 'fire-facility-operator', level: 4, direction: 'monitoring' },
          validTo: null,
          checks: [],
        },
      ]),
    )
    expect(await db().evidenceEntry.count()).toBe(0)
  })

  it('changes nothing when he hands the same sheet in again', async () => {
    await confirmSheet(asManager(), await bring([welder, operator]))
    const again = await bring([operator, welder])
    expect(resultsOf(again).map(([, kind]) => kind)).toEqual(['same', 'same'])
    expect(await confirmSheet(asManager(), again)).toMatchObject({ kind: 'refused', reason: 'imports:refusal.nothing' })
    expect(await held()).toHaveLength(2)
  })

  it('is refused what the form refuses, at its cell', async () => {
    const [name = '', phone = '', kind = '', number = '', ...rest] = welder
    const id = await bring([
      ['没有这人', phone, kind, number, ...rest],
      [name, phone, '厨师证', number, ...rest],
      [name, phone, kind, '', ...rest],
      [name, phone, kind, number, '', '', '', '2020-06-15', '2019-06-14', ''],
      ['孙亮', phone, kind, 'T350504199001014321', ...rest],
    ])
    expect(faultsOf(id)).toEqual([
      '3 name personUnknown',
      '4 kind licences:bulk.noKind',
      '5 number missing',
      '6 item missing',
      '6 validTo endBeforeBegin',
      '7 name personUnknown',
    ])
    expect(await confirmSheet(asManager(), id)).toMatchObject({ kind: 'refused' })
  })

  it('is told of a card that is held with other days, of one of somebody else, and of two that stand beside each other', async () => {
    await confirmSheet(asManager(), await bring([welder]))
    const later = welder.with(8, '2029-06-14')
    const id = await bring([later, ['陈敏', ...welder.slice(1)], operator, operator.with(3, '2135003003400999')])
    expect(faultsOf(id)).toEqual(['3 number licenceDiffers', '4 number licences:refusal.somebodyElse', '6 number licenceBeside'])
    expect(welderCard.number).toBe(welder[3])
  })

  it('asks which of two of one name is meant', async () => {
    await makeEmployee(world.hotel, '王强', { position: 'welder', phone: '13800005009' })
    expect(resultsOf(await bring([welder]))).toEqual([['王强', 'asks']])
    expect(resultsOf(await bring([welder.with(1, '13800005009')]))).toEqual([['王强', 'new']])
  })
})

describe('any sheet of licences, any number of times', () => {
  it('writes each card once', async () => {
    const card = fc.record({ who: fc.constantFrom('王强', '陈敏', '李主任'), nth: fc.integer({ min: 0, max: 4 }) })
    await fc.assert(
      fc.asyncProperty(fc.array(card, { minLength: 1, maxLength: 6 }), fc.integer({ min: 1, max: 3 }), async (cards, times) => {
        world = await makeLicenceWorld()
        const rows = cards.map(({ who, nth }) => [
          who,
          '',
          '焊接与热切割操作证',
          `T35050419900101${1000 + nth}`,
          `项目${nth}`,
          '',
          '',
          '',
          '2027-06-14',
          '',
        ])
        let first: number | null = null
        for (let time = 0; time < times; time += 1) {
          const id = await bring(rows)
          await confirmSheet(asManager(), id)
          const count = await db().licence.count()
          first ??= count
          expect(count).toBe(first)
        }
        expect(first).toBe(new Set(cards.map(({ nth }) => nth)).size)
      }),
      { numRuns: Number(process.env.HISTORY_RUNS ?? 5) },
    )
  })
})
