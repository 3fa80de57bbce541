import { beforeEach, describe, expect, it } from 'vitest'
import { findLicenceRules } from '~/data/credentials/licence-rules.server'
import { db } from '~/data/db.server'
import { licenceState } from '~/domain/credentials/licence'
import { readRows } from '~/domain/credentials/licence-rows'
import { civilDay } from '~/domain/shared/civil-day'
import { addDays } from '~/domain/shared/day'
import { type CheckWish, checkLicence } from '~/usecases/credentials/check-licence.server'
import { confirmCheck } from '~/usecases/credentials/confirm-check.server'
import { correctLicence } from '~/usecases/credentials/correct-licence.server'
import { enterLicence } from '~/usecases/credentials/enter-licence.server'
import { enterLicences } from '~/usecases/credentials/enter-licences.server'
import { addLicenceRule, endLicenceRule } from '~/usecases/credentials/set-licence-rule.server'
import { restoreLicence, withdrawLicence } from '~/usecases/credentials/withdraw-licence.server'
import { actsSoFar } from '../../factories/administration'
import {
  enterOwn,
  type LicenceWorld,
  licenceEvidence,
  licencesOf,
  makeLicenceWorld,
  operatorCard,
  tick,
  welderCard,
} from '../../factories/licence-world'
import { acting, grant, type MadePerson, morning } from '../../factories/unit-people'

let world: LicenceWorld
const today = civilDay(morning)

beforeEach(async () => {
  world = await makeLicenceWorld()
})

const check = (by: MadePerson, licenceId: string, more: Partial<CheckWish> = {}, at = tick()) =>
  checkLicence(acting(by.accountId, at), {
    licenceId,
    act: 'manage',
    how: 'page',
    page: 'cx.mem.gov.cn',
    result: 'matches',
    note: '',
    nextDue: addDays(today, 60),
    ...more,
  })
const stateOf = (person: MadePerson, on = today) => licencesOf(person).map((licence) => licenceState(licence, on))
const rule = async (kind: 'two-persons' | 'old-card') => {
  await grant(world.supervisor.accountId, null)
  const outcome = await addLicenceRule(acting(world.supervisor.accountId), {
    placeId: 'street',
    kind,
    from: '2026-03-10',
    reason: '县里要求',
  })
  expect(outcome).toEqual({ kind: 'added' })
}
const enterFor = (by: MadePerson, unitId: string, person: MadePerson, typed = welderCard) =>
  enterLicence(acting(by.accountId), {
    at: { unitId, personId: person.personId },
    kind: 'hot-work-special',
    typed,
    photo: null,
    replaces: null,
  })

describe('a welder enters his licence', () => {
  it('and it counts for nothing until somebody has looked at the official page', async () => {
    await enterOwn(world.welder, 'hot-work-special', welderCard)
    expect(stateOf(world.welder)).toEqual(['unverified'])
    expect(await licenceEvidence(world.welder)).toEqual([])
    expect(await actsSoFar()).toEqual(['licences.entered'])
  })
  it('and its number is nowhere to be read in the database', async () => {
    await enterOwn(world.welder, 'hot-work-special', welderCard)
    const kept = JSON.stringify([await db().licence.findMany(), await db().auditEntry.findMany()])
    expect(kept).not.toContain('350504199001011234')
  })
  it('and is told why a skill certificate is none', async () => {
    const wish = {
      at: null,
      kind: 'skill-level',
      typed: { number: '12345678', printedName: '王强', level: '3' },
      photo: null,
      replaces: null,
    }
    expect(await enterLicence(acting(world.welder.accountId), wish)).toMatchObject({ reason: 'licences:refusal.authorisesNothing' })
  })
  it('never twice, and not one that somebody else holds', async () => {
    await enterOwn(world.welder, 'hot-work-special', welderCard)
    const again = { at: null, kind: 'hot-work-special', photo: null, replaces: null }
    expect(
      await enterLicence(acting(world.welder.accountId), { ...again, typed: { ...welderCard, number: 't35050419900101 1234' } }),
    ).toMatchObject({
      reason: 'licences:refusal.same',
    })
    expect(
      await enterLicence(acting(world.otherWelder.accountId), { ...again, typed: { ...welderCard, printedName: '孙亮' } }),
    ).toMatchObject({
      reason: 'licences:refusal.somebodyElse',
    })
    expect(await db().licence.count()).toBe(1)
  })
  it('not beside one for the same work whose days overlap, by himself, by his manager or in a list', async () => {
    await enterOwn(world.welder, 'hot-work-special', welderCard)
    const second = { ...welderCard, number: 'T350504199001019999', validFrom: '2026-01-01', validTo: '2032-01-01' }
    const own = { at: null, kind: 'hot-work-special', photo: null, replaces: null }
    const refused = { kind: 'refused', reason: 'licences:refusal.overlaps', field: 'number' }
    expect(await enterLicence(acting(world.welder.accountId), { ...own, typed: second })).toEqual(refused)
    expect(await enterFor(world.manager, world.hotel.id, world.welder, second)).toEqual(refused)
    const read = readRows('王强\t焊接与热切割操作证\tT350504199001019999\t熔化焊接与热切割作业\t\t\t\t2026-01-01\t2032-01-01')
    const list = { unitId: world.hotel.id, rows: 'rows' in read ? read.rows : [], confirm: true }
    expect(await enterLicences(acting(world.manager.accountId), list)).toMatchObject({
      kind: 'shown',
      rows: [{ faults: [{ key: 'licences:refusal.overlaps' }] }],
    })
    expect(await db().licence.count()).toBe(1)
    expect(await actsSoFar()).toEqual(['licences.entered'])
  })
  it('but one for other work stands beside it, with the same number, too', async () => {
    await enterOwn(world.welder, 'hot-work-special', welderCard)
    await enterOwn(world.welder, 'hot-work-special', { ...welderCard, item: '压力焊作业' })
    const operator = { ...operatorCard, number: '2135003003400999' }
    await enterOwn(world.operator, 'fire-facility-operator', operatorCard)
    await enterOwn(world.operator, 'fire-facility-operator', { ...operator, direction: 'maintenance' })
    await enterOwn(world.operator, 'fire-facility-operator', { ...operator, number: '2135003003400888', level: '5' })
    expect([stateOf(world.welder).length, stateOf(world.operator).length]).toEqual([2, 3])
  })
  it('with the same number on two kinds of card, as the state prints it', async () => {
    await enterOwn(world.welder, 'hot-work-special', welderCard)
    await enterOwn(world.welder, 'electrician', { ...welderCard, item: '低压电工作业' })
    expect(stateOf(world.welder)).toEqual(['unverified', 'unverified'])
  })
  it('and a picture that is none takes the whole entry with it', async () => {
    const photo = new TextEncoder().encode('<!doctype html><script>alert(1)</script>')
    const wish = { at: null, kind: 'hot-work-special', typed: welderCard, photo, replaces: null }
    expect(await enterLicence(acting(world.welder.accountId), wish)).toMatchObject({ kind: 'refused', field: 'photo' })
    expect(await db().licence.count()).toBe(0)
  })
  it('and may put it right until it was checked', async () => {
    const id = await enterOwn(world.welder, 'hot-work-special', welderCard)
    const correction = { licenceId: id, act: 'own' as const, photo: null }
    const outcome = await correctLicence(acting(world.welder.accountId), { ...correction, typed: { ...welderCard, validTo: '2026-06-15' } })
    expect(outcome).toEqual({ kind: 'corrected' })
    await check(world.manager, id)
    expect(await correctLicence(acting(world.welder.accountId), { ...correction, typed: welderCard })).toMatchObject({
      reason: 'licences:refusal.checkedAlready',
    })
  })
  it('and a renewed one takes the place of the old one, whose evidence stays until its day', async () => {
    const id = await enterOwn(world.welder, 'hot-work-special', welderCard)
    await check(world.manager, id)
    await enterOwn(world.welder, 'hot-work-special', { ...welderCard, validFrom: '2026-03-09', validTo: '2032-03-08' }, { replaces: id })
    expect(stateOf(world.welder)).toEqual(['superseded', 'unverified'])
    expect(await licenceEvidence(world.welder)).toEqual(['hot-work-special 2026-03-10 2026-06-14'])
  })
})

describe('a manager', () => {
  it('enters for his own people and finds nobody else', async () => {
    expect(await enterFor(world.manager, world.hotel.id, world.welder)).toMatchObject({ kind: 'entered' })
    await expect(enterFor(world.stranger, world.hotel.id, world.welder)).rejects.toThrow('not found')
    await expect(enterFor(world.manager, world.hotel.id, world.otherWelder)).rejects.toThrow('not found')
  })
  it('does not put somebody else’s card under a person', async () => {
    expect(await enterFor(world.manager, world.hotel.id, world.welder, { ...welderCard, printedName: '王刚' })).toEqual({
      kind: 'unreadable',
      faults: [{ field: 'printedName', why: 'otherName' }],
    })
  })
})

describe('a licence is checked', () => {
  it('and then it is evidence, to the earlier of the days that are printed', async () => {
    const id = await enterOwn(world.welder, 'hot-work-special', { ...welderCard, validTo: '2029-06-14', reviewDue: '2026-06-01' })
    expect(await check(world.manager, id)).toEqual({ kind: 'checked', waits: false })
    expect(await licenceEvidence(world.welder)).toEqual(['hot-work-special 2026-03-10 2026-06-01'])
    expect(stateOf(world.welder)).toEqual(['valid'])
    expect(await actsSoFar()).toEqual(['licences.entered', 'licences.checked'])
  })
  it('with the topic of its direction and level, and without an end where none is printed', async () => {
    const id = await enterOwn(world.operator, 'fire-facility-operator', operatorCard)
    await check(world.manager, id, { page: 'zscx.osta.org.cn' })
    expect(await licenceEvidence(world.operator)).toEqual(['fire-facility-operator-4 2026-03-10 open'])
  })
  it.each(['differs', 'not-found'] as const)('and where it %s, what was found before is taken back', async (result) => {
    const id = await enterOwn(world.welder, 'hot-work-special', welderCard)
    await check(world.manager, id)
    await check(world.deputy, id, { result })
    expect(await licenceEvidence(world.welder)).toEqual(['hot-work-special 2026-03-10 2026-06-14', `revoked 2026-03-10 licence-${result}`])
    expect(stateOf(world.welder)).toEqual(['false'])
  })
  it('never by its holder, though he manages the unit', async () => {
    const id = await enterOwn(world.manager, 'fire-engineer', {
      number: '12345678',
      printedName: '李主任',
      item: '一级',
      firstIssuedOn: '2020-01-01',
    })
    expect(await check(world.manager, id, { page: 'www.cpta.com.cn' })).toMatchObject({ reason: 'licences:refusal.own' })
    expect(await check(world.deputy, id, { page: 'www.cpta.com.cn' })).toMatchObject({ kind: 'checked' })
  })
  it('by the street as well, and by nobody from elsewhere', async () => {
    const id = await enterOwn(world.welder, 'hot-work-special', welderCard)
    await expect(check(world.stranger, id)).rejects.toThrow('not found')
    await expect(check(world.supervisor, id)).rejects.toThrow('not found')
    expect(await check(world.supervisor, id, { act: 'supervise' })).toMatchObject({ kind: 'checked' })
  })
  it.each<[string, Partial<CheckWish>, string]>([
    ['on a page that is not the official one', { page: 'cx.mem.gov.cn.evil.com' }, 'pageMissing'],
    ['with a next look that is past', { nextDue: today }, 'nextPast'],
    ['with a next look in ten years', { nextDue: addDays(today, 3650) }, 'nextTooLate'],
  ])('not %s', async (_what, more, reason) => {
    const id = await enterOwn(world.welder, 'hot-work-special', welderCard)
    expect(await check(world.manager, id, more)).toMatchObject({ reason: `licences:refusal.${reason}` })
    expect(await db().licenceCheck.count()).toBe(0)
  })
  it('and an old card counts only where the place accepts it', async () => {
    const id = await enterOwn(world.operator, 'fire-keeper', { ...operatorCard, direction: '' })
    await check(world.manager, id, { page: 'zscx.osta.org.cn' })
    expect(await licenceEvidence(world.operator)).toEqual([])
    await rule('old-card')
    await check(world.manager, id, { page: 'zscx.osta.org.cn' })
    expect(await licenceEvidence(world.operator)).toEqual(['fire-facility-operator-4 2026-03-10 open'])
  })
})

describe('where the place asks for two persons', () => {
  const confirm = (by: MadePerson, licenceId: string, checkId: string, agrees = true) =>
    confirmCheck(acting(by.accountId), { licenceId, act: 'manage', checkId, agrees, note: '' })
  const waiting = async () => {
    await rule('two-persons')
    const id = await enterOwn(world.welder, 'hot-work-special', welderCard)
    expect(await check(world.manager, id)).toEqual({ kind: 'checked', waits: true })
    return { id, checkId: (await db().licenceCheck.findFirstOrThrow()).id }
  }

  it('a check waits for the second, and only then is evidence', async () => {
    const { id, checkId } = await waiting()
    expect(stateOf(world.welder)).toEqual(['waiting'])
    expect(await licenceEvidence(world.welder)).toEqual([])
    expect(await confirm(world.deputy, id, checkId)).toEqual({ kind: 'confirmed' })
    expect(await licenceEvidence(world.welder)).toEqual(['hot-work-special 2026-03-10 2026-06-14'])
    expect(stateOf(world.welder)).toEqual(['valid'])
  })
  it('the first is never the second, and the holder is neither', async () => {
    const { id, checkId } = await waiting()
    expect(await confirm(world.manager, id, checkId)).toMatchObject({ reason: 'licences:refusal.samePerson' })
    await grant(world.welder.accountId, world.hotel)
    expect(await confirm(world.welder, id, checkId)).toMatchObject({ reason: 'licences:refusal.own' })
    expect(await check(world.deputy, id)).toMatchObject({ reason: 'licences:refusal.waiting' })
  })
  it('a second who does not agree leaves it unchecked, and it is checked anew', async () => {
    const { id, checkId } = await waiting()
    await confirm(world.deputy, id, checkId, false)
    expect(await licenceEvidence(world.welder)).toEqual([])
    expect(stateOf(world.welder)).toEqual(['unverified'])
    expect(await check(world.deputy, id)).toEqual({ kind: 'checked', waits: true })
  })
  it('the second word is given once, also when two give it at once', async () => {
    const { id, checkId } = await waiting()
    const confirmed = await Promise.all([world.deputy, world.deputy].map((by) => confirm(by, id, checkId)))
    expect(confirmed.map(({ kind }) => kind).sort()).toEqual(['confirmed', 'refused'])
    expect(await licenceEvidence(world.welder)).toHaveLength(1)
  })
  it('until the rule ends', async () => {
    await rule('two-persons')
    const [kept] = findLicenceRules()
    await endLicenceRule(acting(world.supervisor.accountId), kept?.id ?? '')
    const id = await enterOwn(world.welder, 'hot-work-special', welderCard)
    expect(await check(world.manager, id, {}, new Date('2026-03-11T02:00:00Z'))).toEqual({ kind: 'checked', waits: false })
  })
})

describe('a licence is withdrawn', () => {
  it('with its evidence, and both come back when it is undone on the same day', async () => {
    const id = await enterOwn(world.welder, 'hot-work-special', welderCard)
    await check(world.manager, id)
    const mine = { licenceId: id, act: 'own' as const }
    expect(await withdrawLicence(acting(world.welder.accountId, tick()), { ...mine, reason: '填错了' })).toEqual({ kind: 'withdrawn' })
    expect(stateOf(world.welder)).toEqual(['withdrawn'])
    expect(await restoreLicence(acting(world.welder.accountId, tick()), mine)).toEqual({ kind: 'restored' })
    expect(stateOf(world.welder)).toEqual(['valid'])
    expect(await licenceEvidence(world.welder)).toEqual([
      'hot-work-special 2026-03-10 2026-06-14',
      'revoked 2026-03-10 licence-withdrawn',
      'hot-work-special 2026-03-10 2026-06-14',
    ])
  })
  it('and not restored on another day, or when its number has been entered again', async () => {
    const id = await enterOwn(world.welder, 'hot-work-special', welderCard)
    const mine = { licenceId: id, act: 'own' as const }
    await withdrawLicence(acting(world.welder.accountId, tick()), { ...mine, reason: '填错了' })
    const tomorrow = acting(world.welder.accountId, new Date('2026-03-11T02:00:00Z'))
    expect(await restoreLicence(tomorrow, mine)).toMatchObject({ reason: 'licences:refusal.undoOver' })
    await enterOwn(world.welder, 'hot-work-special', welderCard)
    expect(await restoreLicence(acting(world.welder.accountId, tick()), mine)).toMatchObject({ reason: 'licences:refusal.same' })
  })
})

describe('a list is entered for a unit', () => {
  const rows = (text: string) => {
    const read = readRows(text)
    return 'rows' in read ? read.rows : []
  }
  const enter = (text: string, confirm: boolean) =>
    enterLicences(acting(world.manager.accountId), { unitId: world.hotel.id, rows: rows(text), confirm })
  const good = [
    '姓名\t证件\t编号\t等级\t方向\t准操项目\t发证日期\t有效期止',
    '王强\t焊接与热切割操作证\tT350504199001011234\t\t\t熔化焊接与热切割作业\t2020.6.15\t2026年6月14日',
    '陈敏\t消防设施操作员\t2135003003400123\t四级/中级工\t监控操作\t\t2021/5/20\t',
  ].join('\n')

  it('after it was shown, row by row, as it would be written', async () => {
    expect(await enter(good, false)).toMatchObject({ kind: 'shown', rows: [{ faults: [] }, { faults: [] }] })
    expect(await db().licence.count()).toBe(0)
    expect(await enter(good, true)).toEqual({ kind: 'entered', count: 2 })
    expect(licencesOf(world.operator)).toMatchObject([{ level: 4, direction: 'monitoring' }])
  })
  it('or not at all: one bad row keeps every row out', async () => {
    const bad = `${good}\n外人\t焊接与热切割操作证\tT350504199001019999\t\t\t焊接\t2020-01-01\t2027-01-01\n王强\t焊接与热切割操作证\tT350504199001011234\t\t\t焊接\t2020-01-01\t2027-02-30\n陈敏\t技能证\t1234\n`
    const outcome = await enter(bad, true)
    expect(outcome).toMatchObject({ kind: 'shown', rows: [{}, {}, { line: 4 }, { line: 5 }, { line: 6 }] })
    expect(outcome.kind === 'shown' && outcome.rows.map(({ faults }) => faults.map(({ key }) => key))).toEqual([
      [],
      [],
      ['licences:bulk.nobody'],
      ['licences:fault.noSuchDay'],
      ['licences:bulk.noKind'],
    ])
    expect(await db().licence.count()).toBe(0)
  })
  it('and a row that an earlier row rules out is found before anything is kept', async () => {
    const twice = `${good}\n陈敏\t焊接与热切割操作证\tT350504199001011234\t\t\t焊接\t2020-01-01\t2027-01-01`
    const outcome = await enter(twice, true)
    expect(outcome.kind === 'shown' && outcome.rows.map(({ faults }) => faults.map(({ key }) => key))).toEqual([
      [],
      [],
      ['licences:refusal.somebodyElse'],
    ])
    expect(await db().licence.count()).toBe(0)
  })
})
