import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { catalogue } from '~/content/catalogue.server'
import { classAnywhere, recordClassRevision } from '~/data/classes/classes.server'
import { programmeCoverage } from '~/data/classes/coverage-facts.server'
import { invitationsOf } from '~/data/classes/invitations.server'
import { membersOf, programmeAnywhere } from '~/data/classes/programmes.server'
import { db } from '~/data/db.server'
import { transact } from '~/data/transact.server'
import { parseDay } from '~/domain/shared/day'
import { putOn, takeOff } from '~/usecases/classes/change-list.server'
import { endExcuse, excuseMember } from '~/usecases/classes/excuse-member.server'
import { freezeList } from '~/usecases/classes/freeze-list.server'
import { inviteMembers } from '~/usecases/classes/invite-members.server'
import { openPartCall } from '~/usecases/classes/open-part-call.server'
import { showPartCode } from '~/usecases/classes/show-part-code.server'
import { receiveArrival } from '~/usecases/rollcall/receive-arrival.server'
import { asking, at, makeClass, makeProgramme, supervise } from '../../factories/held-class'
import { shownAt } from '../../factories/roll-call'
import { type MadePerson, type MadeUnit, makeEmployee, makeStreet, makeUnit } from '../../factories/unit-people'
import { emptyDatabase, setClock } from '../../factories/world'

let hospital: MadeUnit
let clinic: MadeUnit
let leader: MadePerson
let organiser: MadePerson
let other: MadePerson
let programme: string
let held: string
const early = at('08:30', '2026-03-05')

beforeAll(() => void catalogue(), 60_000)
beforeEach(async () => {
  await emptyDatabase()
  setClock(at('08:30').toISOString())
  await makeStreet()
  const school = await makeUnit('区委党校', 'DX')
  hospital = await makeUnit('河西医院', 'HXYY')
  clinic = await makeUnit('河西诊所', 'HXZS')
  leader = await makeEmployee(school, '教务长')
  organiser = await makeEmployee(school, '主课堂老师')
  other = await makeEmployee(school, '分课堂老师')
  await supervise(leader, 'county')
  await makeEmployee(hospital, '王院长', { position: 'responsible-person' })
  await makeEmployee(clinic, '李所长', { position: 'responsible-person' })
  programme = await makeProgramme(leader, [hospital, clinic])
  held = await makeClass(programme, leader, { main: organiser, branch: other })
})

const lineOf = (unit: MadeUnit): string =>
  membersOf({ id: programme }).find(({ unitId, end }) => unitId === unit.id && end === null)?.id ?? ''
const freeze = () => freezeList(asking(leader, early), programme)

describe('an excuse that was taken back', () => {
  it('leaves the unit missing, and it is asked to come again', async () => {
    await freeze()
    const memberId = lineOf(clinic)
    const wish = { programmeId: programme, memberId, why: '装修停业', until: '' }
    expect(await excuseMember(asking(leader, early), wish)).toEqual({ kind: 'excused' })
    const invite = () => inviteMembers(asking(leader, early), { classId: held, members: null })
    expect(await invite()).toEqual({ kind: 'invited', count: 1 })
    expect(await endExcuse(asking(leader, early), { programmeId: programme, memberId, why: '提前开业' })).toEqual({ kind: 'excused' })
    expect(await invite()).toEqual({ kind: 'invited', count: 1 })
    expect(invitationsOf({ id: held }).map((one) => one.memberId)).toContain(memberId)
  })
})

describe('a frozen list', () => {
  const off = (memberId: string, on: string, now = at('09:00')) =>
    takeOff(asking(leader, now), programme, { memberId, on, why: 'other', reason: '停业' })
  const on = (unit: MadeUnit, day: string, now = at('09:00')) =>
    putOn(asking(leader, now), programme, { unitId: unit.id, personId: '', on: day, reason: '重新开业' })
  const traits = () =>
    db().unitTrait.findMany({ where: { unitId: clinic.id, trait: { startsWith: 'programme-' } }, orderBy: { from: 'asc' } })

  it('takes no unit on for days on which it stands there already', async () => {
    await freeze()
    expect(await off(lineOf(clinic), '2026-03-08')).toEqual({ kind: 'changed' })
    expect(await on(clinic, '2026-03-05')).toMatchObject({ reason: 'classes:refusal.onAlready' })
    expect(await on(clinic, '2026-03-08')).toEqual({ kind: 'changed' })
    expect((await traits()).map(({ to }) => to)).toEqual(['2026-03-07', null])
  })

  it('lets a unit go that came back the same day: the duty asks nothing of it any more', async () => {
    await freeze()
    await off(lineOf(clinic), '2026-03-10')
    expect(await on(clinic, '2026-03-10')).toEqual({ kind: 'changed' })
    expect(await off(lineOf(clinic), '2026-03-10')).toEqual({ kind: 'changed' })
    expect((await traits()).filter(({ to }) => to === null)).toEqual([])
    const facts = await programmeAnywhere(programme)
    const today = parseDay('2026-03-10')
    if (facts === null || today === null) throw new Error('a programme and a day')
    const lines = programmeCoverage({ everything: true, places: [], units: [] }, facts, today)
    expect(lines.filter(({ unit, state }) => unit.id === clinic.id && state !== 'left')).toEqual([])
  })
})

describe('the code of a classroom', () => {
  const open = () => openPartCall(asking(organiser, at('08:30')), { classId: held, key: 'morning' })
  async function codeOf(who: MadePerson): Promise<string> {
    const shown = await showPartCode(asking(who, at('08:30')), held, 'morning')
    if (shown.kind !== 'station') throw new Error(shown.reason)
    return shown.code
  }
  const arrives = async (code: string, now: Date) => (await receiveArrival(shownAt(code, now), null, now)).kind

  it('is good no more once somebody else organises the classroom', async () => {
    await open()
    const [code, others, leaders] = [await codeOf(organiser), await codeOf(other), await codeOf(leader)]
    expect(await arrives(code, at('08:50'))).toBe('held')
    const facts = await classAnywhere(held)
    if (facts === null) throw new Error('no class')
    const classrooms = facts.body.classrooms.map((room) =>
      room.id === 'main' ? { ...room, organiser: { id: 'newcomer', name: '新来的' } } : room,
    )
    const changed = { id: 'changed', classId: held, body: { ...facts.body, classrooms }, at: at('08:51'), by: 'system' }
    await transact((tx) => recordClassRevision(tx, changed))
    expect(await arrives(code, at('08:55'))).toBe('unreadable')
    expect(await arrives(others, at('08:55'))).toBe('held')
    expect(await arrives(leaders, at('08:55'))).toBe('held')
  })

  it('of a leader is good no more once his right has ended', async () => {
    await open()
    const code = await codeOf(leader)
    expect(await arrives(code, at('08:50'))).toBe('held')
    await transact((tx) => tx.grant.updateMany({ where: { accountId: leader.accountId }, data: { to: '2026-03-09' } }))
    expect(await arrives(code, at('08:55'))).toBe('unreadable')
  })
})
