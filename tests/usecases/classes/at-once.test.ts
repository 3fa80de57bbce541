import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { catalogue } from '~/content/catalogue.server'
import { classAnywhere } from '~/data/classes/classes.server'
import { invitationsOf } from '~/data/classes/invitations.server'
import { membersOf } from '~/data/classes/programmes.server'
import { seatsOf } from '~/data/classes/seats.server'
import { db } from '~/data/db.server'
import { transact } from '~/data/transact.server'
import { answerForm } from '~/domain/classes/answers'
import { classForm, classRows } from '~/domain/classes/class-form'
import { answerInvitation } from '~/usecases/classes/answer-invitation.server'
import { callOffClass } from '~/usecases/classes/call-off-class.server'
import { changeClass } from '~/usecases/classes/change-class.server'
import { takeOff } from '~/usecases/classes/change-list.server'
import { closeClass } from '~/usecases/classes/close-class.server'
import { enterSheet } from '~/usecases/classes/enter-sheet.server'
import { freezeList } from '~/usecases/classes/freeze-list.server'
import { importRoster } from '~/usecases/classes/import-roster.server'
import { inviteMembers } from '~/usecases/classes/invite-members.server'
import { reopenClass } from '~/usecases/classes/reopen-class.server'
import { asking, at, makeClass, makeProgramme, seat, supervise } from '../../factories/held-class'
import { type MadePerson, type MadeUnit, makeEmployee, makeStreet, makeUnit } from '../../factories/unit-people'
import { emptyDatabase, setClock } from '../../factories/world'

const names = ['医院', '诊所', '药店', '卫生站']
let units: MadeUnit[]
let bosses: MadePerson[]
let clerks: MadePerson[]
let organisers: MadePerson[]
let programme: string
let held: string
const before = at('09:00', '2026-03-05')
const evening = at('18:00')

beforeAll(() => void catalogue(), 60_000)
beforeEach(async () => {
  await emptyDatabase()
  setClock(evening.toISOString())
  await makeStreet()
  const school = await makeUnit('区委党校', 'DX')
  clerks = [await makeEmployee(school, '教务长'), await makeEmployee(school, '副教务长')]
  organisers = [await makeEmployee(school, '主课堂老师'), await makeEmployee(school, '分课堂老师')]
  for (const clerk of clerks) await supervise(clerk, 'county')
  units = []
  bosses = []
  for (const [nth, name] of names.entries()) {
    const unit = await makeUnit(name, `U${nth}`)
    units.push(unit)
    bosses.push(await makeEmployee(unit, `${name}负责人`, { position: 'responsible-person' }))
  }
  programme = await makeProgramme(nthOf(clerks, 0), units)
  held = await makeClass(programme, nthOf(clerks, 0), { main: nthOf(organisers, 0), branch: nthOf(organisers, 1) }, { seats: 4 })
})

function nthOf<T>(all: readonly T[], nth: number): T {
  const found = all[nth]
  if (found === undefined) throw new Error(`no ${nth}th`)
  return found
}
const kinds = (outcomes: readonly { kind: string }[]) => outcomes.map(({ kind }) => kind).sort()
const stepsOf = async () => (await classAnywhere(held))?.steps.map(({ kind }) => kind)
const acts = async (act: string) => db().auditEntry.count({ where: { act } })

describe('two clerks at the same instant', () => {
  const close = (clerk: MadePerson) => closeClass(asking(clerk, evening), held)
  const reopen = (clerk: MadePerson) => reopenClass(asking(clerk, evening), { classId: held, reason: '登记错了一个人' })
  const sheet = (clerk: MadePerson, key: string) =>
    enterSheet(asking(clerk, evening), { classId: held, key, room: 'main', states: new Map(), rest: 'present' })

  it('enter one sheet once, close once, open again once; each once in the log', async () => {
    await seat(held, nthOf(bosses, 0), nthOf(units, 0))
    for (const key of ['morning', 'afternoon', 'test'])
      expect(kinds(await Promise.all(clerks.map((clerk) => sheet(clerk, key))))).toEqual(['entered', 'refused'])
    expect(kinds(await Promise.all(clerks.map(close)))).toEqual(['closed', 'refused'])
    expect(kinds(await Promise.all(clerks.map(reopen)))).toEqual(['refused', 'reopened'])
    await Promise.all([close(nthOf(clerks, 0)), reopen(nthOf(clerks, 1)), close(nthOf(clerks, 1))])
    const steps = (await stepsOf()) ?? []
    expect(steps.every((kind, nth) => kind === (nth % 2 === 0 ? 'closed' : 'reopened'))).toBe(true)
    expect(await acts('classcall.classClosed')).toBe(steps.filter((kind) => kind === 'closed').length)
    expect(await acts('classcall.classReopened')).toBe(steps.filter((kind) => kind === 'reopened').length)
    expect(await acts('classcall.sheetEntered')).toBe(3)
  })

  it.each([1, 2, 3])('freeze a list while it is changed: every unit on it has the trait, and none beside it (%i)', async () => {
    const added = await makeUnit('新开的诊所', 'NEW')
    const line = membersOf({ id: programme })[0]?.id ?? ''
    const drop = { memberId: line, on: '2026-03-05', why: '', reason: '重复登记' }
    const rows = [{ line: 2, name: added.name, code: '', person: '', phone: '', reason: '' }]
    await Promise.all([
      takeOff(asking(nthOf(clerks, 0), before), programme, drop),
      freezeList(asking(nthOf(clerks, 1), before), programme),
      importRoster(asking(nthOf(clerks, 0), before), { programmeId: programme, rows, confirm: true }),
      freezeList(asking(nthOf(clerks, 0), before), programme),
    ])
    const on = membersOf({ id: programme }).flatMap(({ unitId, end }) => (end === null ? [unitId] : []))
    const traits = await db().unitTrait.findMany({ where: { trait: { startsWith: 'programme-' }, to: null } })
    expect(traits.map(({ unitId }) => unitId).sort()).toEqual(on.sort())
    expect(await acts('classes.listFrozen')).toBe(1)
  })
})

describe('a class that changes while it is answered', () => {
  const form = { ...{ on0: '2026-03-10', from0: '09:00', to0: '11:30', on1: '2026-03-10', from1: '14:00', to1: '16:30' } }
  const rows = (seats: number) =>
    classRows.parse({
      ...{ ...form, on2: '2026-03-10', from2: '16:30', to2: '17:30' },
      ...{ roomid0: 'main', room0: '主课堂', place0: '二楼', seats0: String(seats), organiser0: '主课堂老师' },
    })
  const comes = (nth: number) =>
    answerInvitation(asking(nthOf(bosses, nth), before), {
      invitationId: invitationsOf({ id: held })[nth]?.id ?? '',
      form: answerForm.parse({ kind: 'comes', classroom: 'main' }),
    })

  beforeEach(async () => {
    await freezeList(asking(nthOf(clerks, 0), before), programme)
    await inviteMembers(asking(nthOf(clerks, 0), before), { classId: held, members: null })
    for (const [nth, boss] of bosses.entries())
      await transact((tx) =>
        tx.post.updateMany({ where: { personId: boss.personId }, data: { unitId: invitationsOf({ id: held })[nth]?.unitId ?? '' } }),
      )
  })

  it('never has fewer seats than are taken', async () => {
    await comes(0)
    await comes(1)
    const shrink = changeClass(asking(nthOf(clerks, 0), before), {
      classId: held,
      form: classForm.parse({ title: '第一期' }),
      rows: rows(2),
    })
    const outcomes = await Promise.all([comes(2), shrink, comes(3)])
    const room = (await classAnywhere(held))?.body.classrooms[0]
    const seated = seatsOf({ id: held }).filter(({ isEnded }) => !isEnded).length
    expect(seated).toBe(4)
    expect(room?.seats).toBe(nthOf(outcomes, 1).kind === 'changed' ? 2 : 4)
    const told = outcomes.flatMap((outcome) => ('place' in outcome ? [outcome.place?.kind] : []))
    expect(told.filter((kind) => kind === 'seated')).toHaveLength(room?.seats === 2 ? 0 : 2)
  })

  it('that is called off takes no answer after it, and keeps those before it', async () => {
    const off = callOffClass(asking(nthOf(clerks, 0), before), { classId: held, reason: '台风停课一天' })
    const outcomes = await Promise.all([comes(0), comes(1), off, comes(2), comes(3)])
    const answered = outcomes.filter(({ kind }) => kind === 'answered').length
    expect(seatsOf({ id: held })).toHaveLength(answered)
    expect(await db().classAnswer.count()).toBe(answered)
    expect(await acts('classroom.invitationAnswered')).toBe(answered)
    expect(await comes(0)).toMatchObject({ reason: 'classroom:refusal.closed' })
  })
})
