import { beforeEach, describe, expect, it } from 'vitest'
import { catalogue } from '~/content/catalogue.server'
import { db } from '~/data/db.server'
import { transact } from '~/data/transact.server'
import type { Acting } from '~/domain/accounts/acting'
import { Forbidden } from '~/domain/shared/faults'
import { newId } from '~/gateways/secrets.server'
import { bringSheet } from '~/usecases/imports/bring-sheet.server'
import { confirmSheet } from '~/usecases/imports/confirm-sheet.server'
import { repairLine } from '~/usecases/imports/repair-line.server'
import { makeAdministered } from '../../factories/administration'
import { broughtSheet, faultsOf, resultsOf, tableOf } from '../../factories/rosters'
import { acting, grant, type MadePerson, makeEmployee, makeUnit, morning } from '../../factories/unit-people'

let clerk: MadePerson
let asClerk: () => Acting
const heads = ['企业名称', '所属街道', '行业类别', '场所类型', '责任人姓名', '责任人电话']

beforeEach(async () => {
  catalogue()
  const { brigade } = await makeAdministered()
  clerk = await makeEmployee(brigade, '陈干事', { phone: '13800006666' })
  await transact(async (tx) => {
    const place = { kind: 'community', name: '花园社区', parentId: 'street', path: '/county/street/garden/', createdAt: morning }
    await tx.place.create({ data: { id: 'garden', ...place } })
    const other = { kind: 'street', name: '东门街道', parentId: 'county', path: '/county/east/', createdAt: morning }
    await tx.place.create({ data: { id: 'east', ...other } })
    const right = {
      accountId: clerk.accountId,
      role: 'supervisor',
      placeId: 'street',
      from: '2020-01-01',
      grantedBy: 'system',
      createdAt: morning,
    }
    await tx.grant.create({ data: { id: newId(morning), sectors: '["commerce","industry"]', ...right } })
  })
  asClerk = () => acting(clerk.accountId)
})

const bring = (rows: string[][]) => broughtSheet(asClerk(), { kind: 'units', bytes: tableOf([heads, ...rows]) })

describe('a clerk brings the units of her street', () => {
  it('with their traits, codes and responsible persons; the same sheet again changes nothing', async () => {
    const rows = [
      ['江滨宾馆', '花园社区', '商务商贸', '旅馆、公众聚集场所', '钱老板', '13700000001'],
      ['江滨酒楼', '河西街道', '商务商贸', '餐饮场所', '钱老板', '137 0000 0001'],
      ['西门五金厂', '河西街道', '工业', '', '', ''],
    ]
    const id = await bring(rows)
    expect(resultsOf(id).map(([, kind]) => kind)).toEqual(['new', 'new', 'new'])
    expect(await confirmSheet(asClerk(), id)).toEqual({ kind: 'written', counts: { people: 1, posts: 2, changed: 0, units: 3 } })
    const inn = await db().unit.findFirst({
      where: { name: '江滨宾馆' },
      include: { traits: true, joinCodes: true, posts: { include: { person: true } } },
    })
    expect(inn).toMatchObject({ placeId: 'garden', sector: 'commerce', from: '2026-03-10' })
    expect(inn?.traits.map(({ trait }) => trait).sort()).toEqual(['hotel', 'public-assembly'])
    expect(inn?.joinCodes).toHaveLength(1)
    expect(inn?.posts).toMatchObject([{ position: 'responsible-person', from: '2026-03-10', person: { name: '钱老板' } }])
    expect(resultsOf(await bring(rows)).map(([, kind]) => kind)).toEqual(['same', 'same', 'same'])
  })

  it('is refused what is not hers, unknown or twice, each with its cell', async () => {
    const id = await bring([
      ['东门超市', '东门街道', '商务商贸', '', '', ''],
      ['河西小学', '河西街道', '教育', '', '', ''],
      ['某店', '南门街道', '商贸', '宾馆、飞船', '', '13700000001'],
      ['甲厂', '河西街道', '工业', '', '', ''],
      ['甲 厂', '河西街道', '工业', '', '', ''],
    ])
    expect(faultsOf(id)).toEqual([
      '2 place placeOutOfReach',
      '3 place placeOutOfReach',
      '4 place placeUnknown',
      '4 sector sectorUnknown',
      '4 traits traitUnknown',
      '4 responsible phoneOfNobody',
      '6 name unitTwice',
    ])
  })

  it('is asked about a unit of that name near by, and answers', async () => {
    await makeUnit('江滨宾馆', 'JIBG')
    const id = await bring([['江滨宾馆', '花园社区', '商务商贸', '宾馆', '', '']])
    expect(resultsOf(id)).toEqual([['江滨宾馆', 'asks']])
    const unit = await db().unit.findFirst({ where: { name: '江滨宾馆' } })
    expect(await repairLine(asClerk(), { id, line: 2, answer: `is:${unit?.id}` })).toMatchObject({
      result: { kind: 'changed', changes: [{ field: 'traits', before: null, after: 'hotel' }] },
    })
    expect(await confirmSheet(asClerk(), id)).toMatchObject({ counts: { units: 0, changed: 1 } })
    expect(await db().unit.count({ where: { name: '江滨宾馆' } })).toBe(1)
  })

  it('changes no sector and replaces no responsible person', async () => {
    const unit = await makeUnit('江滨宾馆', 'JIBG')
    await makeEmployee(unit, '钱老板', { position: 'responsible-person' })
    const id = await bring([['江滨宾馆', '河西街道', '商务商贸', '', '周老板', '']])
    expect(faultsOf(id)).toEqual(['2 responsible responsibleDiffers'])
    expect(faultsOf(await bring([['江滨宾馆', '河西街道', '工业', '', '', '']]))).toEqual(['2 sector sectorDiffers'])
  })

  it('is not open to managers', async () => {
    const unit = await makeUnit('江滨宾馆', 'JIBG')
    const manager = await makeEmployee(unit, '李经理')
    await grant(manager.accountId, unit)
    await expect(bringSheet(acting(manager.accountId), { kind: 'units', unitId: null, fileName: 'a' })).rejects.toThrow(Forbidden)
  })
})
