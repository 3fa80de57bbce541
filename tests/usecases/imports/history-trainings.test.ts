import { beforeEach, describe, expect, it } from 'vitest'
import { catalogue } from '~/content/catalogue.server'
import { db } from '~/data/db.server'
import { enteredAfterwards } from '~/data/drills/entered-afterwards.server'
import { findLines } from '~/data/imports/roster-imports.server'
import { transact } from '~/data/transact.server'
import { Forbidden } from '~/domain/shared/faults'
import { newId } from '~/gateways/secrets.server'
import { bringSheet } from '~/usecases/imports/bring-sheet.server'
import { confirmSheet } from '~/usecases/imports/confirm-sheet.server'
import { takeBackTrainings } from '~/usecases/imports/take-back-trainings.server'
import { makeAdministered } from '../../factories/administration'
import { broughtSheet, faultsOf, tableOf } from '../../factories/rosters'
import { acting, grant, type MadePerson, type MadeUnit, makeEmployee, makeUnit, morning } from '../../factories/unit-people'

let hotel: MadeUnit
let clerk: MadePerson
let manager: MadePerson
let maid: MadePerson
const heads = ['单位名称', '姓名', '培训内容', '培训日期', '主办单位', '是否合格']

beforeEach(async () => {
  catalogue()
  const { brigade } = await makeAdministered()
  hotel = await makeUnit('临江酒店', 'JIUD')
  manager = await makeEmployee(hotel, '李经理', { position: 'fire-manager' })
  maid = await makeEmployee(hotel, '王敏')
  await grant(manager.accountId, hotel)
  clerk = await makeEmployee(brigade, '陈干事', { phone: '13800006666' })
  await transact((tx) =>
    tx.grant.create({
      data: {
        ...{ id: newId(morning), accountId: clerk.accountId, role: 'supervisor', placeId: 'street', sectors: '*' },
        ...{ from: '2020-01-01', grantedBy: 'system', createdAt: morning },
      },
    }),
  )
})

const asClerk = () => acting(clerk.accountId)
const bring = (rows: string[][]) => broughtSheet(asClerk(), { kind: 'trainings', bytes: tableOf([heads, ...rows]) })
const kindsOf = (id: string) => findLines(id).map(({ result }) => result)
const hers = ['临江酒店', '王敏', '消防安全定期培训', '2025.6.1', '河西街道', '合格']
const units = ['临江酒店', '', '党校集中培训2025（重点文物建筑和博物馆）', '2025-05-20', '市委党校', '通过']
const pieces = () => db().evidenceEntry.findMany({ where: { entry: 'evidence' }, orderBy: { seq: 'asc' } })

describe('a street’s clerk brings the trainings of last year', () => {
  it('makes each evidence of the person or the unit, from the sheet, marked as entered afterwards', async () => {
    const id = await bring([hers, units])
    expect(faultsOf(id)).toEqual([])
    expect(await confirmSheet(asClerk(), id)).toMatchObject({ kind: 'written', counts: { trainings: 2 } })
    const written = await pieces()
    expect(
      written.map(({ kind, topic, subjectId, on, sourceKind, sourceId }) => [kind, topic, subjectId, on, sourceKind, sourceId]),
    ).toEqual([
      ['class', 'refresher', maid.personId, '2025-06-01', 'import', id],
      ['class', 'party-school-2025', hotel.id, '2025-05-20', 'import', id],
    ])
    expect(enteredAfterwards(written).size).toBe(2)
    expect(
      (await db().broughtTraining.findMany({ orderBy: { line: 'asc' } })).map(({ line, organiser, by }) => [line, organiser, by]),
    ).toEqual([
      [2, '河西街道', clerk.accountId],
      [3, '市委党校', clerk.accountId],
    ])
  })

  it('changes nothing when the same sheet comes again', async () => {
    await confirmSheet(asClerk(), await bring([hers, units]))
    const again = await bring([units, hers])
    expect(kindsOf(again)).toEqual(['same', 'same'])
    expect(await confirmSheet(asClerk(), again)).toMatchObject({ kind: 'refused', reason: 'imports:refusal.nothing' })
    expect(await pieces()).toHaveLength(2)
  })

  it('takes back what a sheet brought, once and with a reason, and may bring the sheet put right', async () => {
    const id = await bring([hers])
    expect(await takeBackTrainings(asClerk(), { id, reason: '日期写错了' })).toMatchObject({ kind: 'refused' })
    await confirmSheet(asClerk(), id)
    expect(await takeBackTrainings(asClerk(), { id, reason: '错' })).toMatchObject({ kind: 'refused', field: 'reason' })
    expect(await takeBackTrainings(asClerk(), { id, reason: '日期写错了' })).toEqual({ kind: 'takenBack', count: 1 })
    expect(await takeBackTrainings(asClerk(), { id, reason: '日期写错了' })).toMatchObject({ kind: 'refused' })
    expect(await db().evidenceEntry.count({ where: { entry: 'revocation' } })).toBe(1)
    expect(kindsOf(await bring([hers]))).toEqual(['new'])
  })

  it('is refused what is no class, not passed, of somebody else’s unit, or held since the unit is here', async () => {
    const id = await bring([
      hers.with(2, '岗前消防安全培训'),
      hers.with(2, '灭火器操作'),
      hers.with(5, '不合格'),
      hers.with(5, ''),
      hers.with(4, ''),
      hers.with(3, '2026-03-10'),
      hers.with(3, '2026-03-11'),
      hers.with(1, '没有这人'),
      hers.with(0, '别处的单位'),
      hers,
      hers,
    ])
    expect(faultsOf(id)).toEqual([
      '2 topic topicUnknown',
      '3 topic topicUnknown',
      '4 result notPassed',
      '5 result resultMissing',
      '6 organiser organiserMissing',
      '7 on sinceRegistered',
      '8 on dayAhead',
      '9 name personUnknown',
      '10 unit unitUnknown',
      '12 topic trainingTwice',
    ])
  })

  it('is not for who manages a unit: no form of his writes that a class was held', async () => {
    await expect(bringSheet(acting(manager.accountId), { kind: 'trainings', unitId: hotel.id, fileName: 'a' })).rejects.toThrow(Forbidden)
  })
})
