import Database from 'better-sqlite3'
import { beforeEach, describe, expect, it } from 'vitest'
import { catalogue } from '~/content/catalogue.server'
import { db } from '~/data/db.server'
import { transact } from '~/data/transact.server'
import { settings } from '~/env.server'
import { newId } from '~/gateways/secrets.server'
import { confirmSheet } from '~/usecases/imports/confirm-sheet.server'
import { dropSheet } from '~/usecases/imports/drop-sheet.server'
import { repairLine } from '~/usecases/imports/repair-line.server'
import { makeAdministered } from '../../factories/administration'
import { broughtSheet, faultsOf, idNumber, resultsOf, sheetOf, tableOf } from '../../factories/rosters'
import { acting, grant, type MadePerson, type MadeUnit, makeEmployee, makeUnit, morning } from '../../factories/unit-people'

let hotel: MadeUnit
let manager: MadePerson
let clerk: MadePerson
const heads = ['员工姓名', '联系电话', '身份证号码', '工种', '入职日期']

beforeEach(async () => {
  catalogue()
  const { brigade } = await makeAdministered()
  hotel = await makeUnit('临江酒店', 'JIUD')
  manager = await makeEmployee(hotel, '李经理', { phone: '13800005555', position: 'fire-manager' })
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

const asManager = () => acting(manager.accountId)
const bring = (rows: string[][], who = asManager(), unitId: string | null = hotel.id) =>
  broughtSheet(who, { unitId, bytes: tableOf([['临江酒店消防人员名册'], heads, ...rows]) })

const postsAt = async (unit: MadeUnit) =>
  (
    await db().post.findMany({
      where: { unitId: unit.id },
      include: { person: { include: { account: true } } },
      orderBy: { createdAt: 'asc' },
    })
  ).map(({ person, position, from }) => [person.name, person.phone, person.account?.phone ?? null, position, from])

const roster = [
  ['王敏', '138 0000 0011', idNumber(1), '保安', '2025/3/1'],
  ['赵四', '１３９００００００２２', '', '电焊工', '2025年3月2日'],
  ['孙五', '', '', '员工', '45717'],
]

describe('a manager brings the roster of last year', () => {
  it('sees what each row would do, and nothing is in the register before it is confirmed', async () => {
    const id = await bring(roster)
    expect(resultsOf(id)).toEqual([
      ['王敏', 'new'],
      ['赵四', 'new'],
      ['孙五', 'new'],
    ])
    expect(await db().person.count()).toBe(3)
    expect(await confirmSheet(asManager(), id)).toEqual({ kind: 'written', counts: { people: 3, posts: 3, changed: 0, units: 0 } })
    const posts = await postsAt(hotel)
    expect(posts.slice(1).sort()).toEqual([
      ['孙五', null, null, 'employee', '2025-03-01'],
      ['王敏', '13800000011', '13800000011', 'security-guard', '2025-03-01'],
      ['赵四', '13900000022', '13900000022', 'welder', '2025-03-02'],
    ])
  })

  it('confirms twice and writes once; the same sheet again changes nothing', async () => {
    const id = await bring(roster)
    const [one, other] = await Promise.all([confirmSheet(asManager(), id), confirmSheet(asManager(), id)])
    expect(one).toEqual(other)
    expect(await db().post.count({ where: { unitId: hotel.id } })).toBe(4)
    const again = await bring(roster)
    expect(resultsOf(again).map(([, kind]) => kind)).toEqual(['same', 'same', 'same'])
    expect(await confirmSheet(asManager(), again)).toMatchObject({ kind: 'refused', reason: 'imports:refusal.nothing' })
    expect(await db().auditEntry.count({ where: { act: 'imports.sheetWritten' } })).toBe(1)
  })

  it('is told the cell of each fault, puts it right in place, and the row is judged again', async () => {
    const id = await bring([
      ['王敏', '1380000000', '330106199001010011', '保安', '2025/3/1'],
      ['赵四', '', '', '厨神', '去年'],
      ['', '13900000002', '3.3E+17', '', ''],
    ])
    expect(faultsOf(id)).toEqual([
      '3 phone people:error.phone',
      '3 idNumber people:error.idNumber',
      '4 position positionUnknown',
      '4 from notADay',
      '5 name people:error.nameMissing',
      '5 idNumber idNumberLost',
    ])
    const cells = { name: '赵四', phone: '', idNumber: '', position: 'welder', from: '2025-03-01', unit: '', staffNumber: '' }
    expect(await repairLine(asManager(), { id, line: 4, cells })).toEqual({ kind: 'repaired', result: { kind: 'new', known: false } })
    expect(await confirmSheet(asManager(), id)).toMatchObject({ kind: 'written', counts: { people: 1, posts: 1 } })
    expect(await repairLine(asManager(), { id, line: 4, cells })).toMatchObject({ kind: 'refused', reason: 'imports:refusal.written' })
  })

  it('is asked about a namesake, and answers', async () => {
    await makeEmployee(hotel, '王敏', { phone: '13800000009' })
    const id = await bring([['王敏', '13800000021', '', '员工', '2025-03-01']])
    expect(resultsOf(id)).toEqual([['王敏', 'asks']])
    expect(await repairLine(asManager(), { id, line: 3, answer: 'other' })).toMatchObject({ result: { kind: 'new' } })
    expect(await confirmSheet(asManager(), id)).toMatchObject({ kind: 'written', counts: { people: 1 } })
  })

  it('puts a telephone number right, and with it the login', async () => {
    const wang = await makeEmployee(hotel, '王敏', { phone: '13800000009' })
    const id = await bring([['王敏', '13800000021', '', '', '']])
    await repairLine(asManager(), { id, line: 3, answer: `is:${wang.personId}` })
    expect(await confirmSheet(asManager(), id)).toMatchObject({ counts: { people: 0, posts: 0, changed: 1 } })
    expect(await db().account.findUnique({ where: { id: wang.accountId } })).toMatchObject({ phone: '13800000021' })
  })

  it('writes nothing where the register has changed since, and shows what moved', async () => {
    const id = await bring(roster)
    await makeEmployee(hotel, '另一人', { phone: '13900000022' })
    expect(await confirmSheet(asManager(), id)).toEqual({ kind: 'moved', count: 1 })
    expect(await db().person.count()).toBe(4)
    expect(faultsOf(id)).toEqual(['4 phone phoneInUnit'])
    expect(await confirmSheet(asManager(), id)).toMatchObject({ kind: 'written', counts: { people: 2, posts: 2 } })
  })

  it('leaves nothing half-done where the writing breaks off', async () => {
    const id = await bring(roster)
    const raw = new Database(settings().databaseFile)
    raw.exec(
      `CREATE TRIGGER "breaks" BEFORE INSERT ON "AuditEntry" WHEN NEW."act" = 'imports.sheetWritten' BEGIN SELECT RAISE(ABORT, 'broken off'); END`,
    )
    await expect(confirmSheet(asManager(), id)).rejects.toThrow()
    raw.exec('DROP TRIGGER "breaks"')
    raw.close()
    expect(await db().person.count()).toBe(3)
    expect(await db().post.count({ where: { unitId: hotel.id } })).toBe(1)
    expect(await confirmSheet(asManager(), id)).toMatchObject({ kind: 'written', counts: { people: 3 } })
  })
})

describe('what a sheet says is nobody else’s', () => {
  it('is sealed as it lies, and forgotten when it is put aside', async () => {
    const id = await bring(roster)
    const raw = new Database(settings().databaseFile, { readonly: true })
    const kept = JSON.stringify(raw.prepare('SELECT * FROM "RosterLine"').all())
    raw.close()
    for (const secret of ['王敏', '13800000011', idNumber(1), idNumber(1).slice(0, 14)]) expect(kept).not.toContain(secret)
    await dropSheet(asManager(), id)
    expect(await db().rosterLine.count()).toBe(0)
    expect(await confirmSheet(asManager(), id)).toMatchObject({ reason: 'imports:refusal.dropped' })
  })
  it('is forgotten after its days, and what was written stays', async () => {
    await confirmSheet(asManager(), await bring(roster))
    const later = acting(manager.accountId, new Date(morning.getTime() + 31 * 86_400_000))
    await broughtSheet(later, {
      unitId: hotel.id,
      bytes: tableOf([
        ['姓名', '岗位'],
        ['李经理', '消防安全管理人'],
      ]),
    })
    expect(await db().rosterLine.count()).toBe(1)
    expect(await db().post.count({ where: { unitId: hotel.id } })).toBe(4)
  })
  it('is not found by others, nor by himself once he manages the unit no more', async () => {
    const id = await bring(roster)
    await expect(confirmSheet(acting(clerk.accountId), id)).rejects.toThrow()
    await transact((tx) => tx.grant.updateMany({ where: { accountId: manager.accountId }, data: { to: '2026-03-09' } }))
    await expect(confirmSheet(asManager(), id)).rejects.toThrow()
    expect(await db().person.count()).toBe(3)
  })
})

describe('a clerk of the street brings one sheet for many units', () => {
  const many = [...heads, '单位名称']
  const bringMany = (rows: string[][]) => broughtSheet(acting(clerk.accountId), { bytes: tableOf([many, ...rows]) })

  it('each row goes to its unit; units that are not his street’s are unknown', async () => {
    const id = await bringMany([
      ['王敏', '13800000021', '', '员工', '2025-03-01', '临江 酒店'],
      ['赵四', '', '', '员工', '2025-03-01', '别处的单位'],
      ['孙五', '', '', '员工', '2025-03-01', ''],
    ])
    expect(faultsOf(id)).toEqual(['3 unit unitUnknown', '4 unit unitMissing'])
    expect(await confirmSheet(acting(clerk.accountId), id)).toMatchObject({ counts: { people: 1, posts: 1 } })
    expect((await postsAt(hotel)).map(([name]) => name)).toContain('王敏')
  })
  it('but he corrects nobody’s name or login: that is the manager’s', async () => {
    await makeEmployee(hotel, '王敏', { phone: '13800000021' })
    const staff = await db().account.findFirst({ where: { phone: '13800000021' } })
    const rows = [['王敏敏', '13800000002', '', '', '', '临江酒店', staff?.staffNumber ?? '']]
    const id = await broughtSheet(acting(clerk.accountId), { bytes: tableOf([[...many, '工号'], ...rows]) })
    expect(faultsOf(id)).toEqual(['2 name outOfReach', '2 phone outOfReach'])
  })
  it('says why a sheet cannot be read', async () => {
    const id = await broughtSheet(acting(clerk.accountId), { bytes: Buffer.from('PK\u0003\u0004') })
    expect(await sheetOf(acting(clerk.accountId), id)).toMatchObject({ fault: 'damaged' })
  })
})
