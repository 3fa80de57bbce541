import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { catalogue } from '~/content/catalogue.server'
import { recordClassStep } from '~/data/classes/classes.server'
import { recordInvitations } from '~/data/classes/invitations.server'
import { recordMembers } from '~/data/classes/programmes.server'
import { seatsOf } from '~/data/classes/seats.server'
import { db } from '~/data/db.server'
import { transact } from '~/data/transact.server'
import { answerForm } from '~/domain/classes/answers'
import type { ClassBody } from '~/domain/classes/class-body'
import { NotFound } from '~/domain/shared/faults'
import { answerInvitation } from '~/usecases/classes/answer-invitation.server'
import { actsSoFar } from '../../factories/administration'
import { actingPerson } from '../../factories/held-drill'
import { bodyOf, madeClass, madeProgramme, roomOf } from '../../factories/planned-class'
import { grant, type MadePerson, type MadeUnit, makeEmployee, makeStreet, makeUnit, morning } from '../../factories/unit-people'
import { emptyDatabase, setClock } from '../../factories/world'

let mall: MadeUnit
let plaza: MadeUnit
let boss: MadePerson
let second: MadePerson
let clerk: MadePerson
let plazaBoss: MadePerson
let manager: MadePerson
let stranger: MadePerson
let programme = ''
let course = ''

const lines = () => [
  { id: 'mall', subjectId: mall.id, unitId: mall.id },
  { id: 'plaza', subjectId: plaza.id, unitId: plaza.id },
]
const rooms = (seats = 1): Partial<ClassBody> => ({ classrooms: [roomOf('main', seats), roomOf('east', 5)] })

beforeAll(() => void catalogue(), 60_000)
beforeEach(async () => {
  await emptyDatabase()
  setClock(morning.toISOString())
  await makeStreet()
  mall = await makeUnit('临河商场', 'LHSC')
  plaza = await makeUnit('临河广场', 'LHGC')
  boss = await makeEmployee(mall, '老板', { position: 'responsible-person' })
  second = await makeEmployee(mall, '副总', { position: 'responsible-person' })
  clerk = await makeEmployee(mall, '文员')
  manager = await makeEmployee(mall, '管理员')
  plazaBoss = await makeEmployee(plaza, '广场老板', { position: 'responsible-person' })
  stranger = await makeEmployee(plaza, '外人')
  await grant(manager.accountId, mall)
  programme = await madeProgramme('street', lines())
  course = await madeClass(programme, bodyOf(rooms()), ['mall', 'plaza'])
})

const answer = (who: MadePerson, form: Record<string, string>, line = 'mall', now = morning) =>
  answerInvitation(actingPerson(who, now), { invitationId: `asked-${line}`, form: answerForm.parse({ classroom: 'main', ...form }) })
const reason = async (...asked: Parameters<typeof answer>) => {
  const outcome = await answer(...asked)
  return outcome.kind === 'refused' ? outcome.reason.replace('classroom:refusal.', '') : outcome.place
}
const held = (id = course) => seatsOf({ id }).map(({ person, isEnded, asDeputy }) => [person, isEnded ? 'ended' : 'holds', asDeputy])
const seated = { kind: 'seated' }

/** The boss of the mall answers for the plaza too. */
const answersForBoth = () =>
  transact((tx) =>
    tx.post.create({
      data: {
        ...{ id: 'both', personId: boss.personId, unitId: plaza.id, position: 'responsible-person', from: '2024-01-01' },
        ...{ cardToken: 'T-both', createdAt: morning },
      },
    }),
  )

describe('answering an invitation', () => {
  it('is for the manager, for whoever is responsible, and for nobody else', async () => {
    expect(await reason(manager, { kind: 'comes', person: boss.personId })).toEqual(seated)
    expect(await reason(second, { kind: 'declined', why: '出差' })).toBeNull()
    for (const other of [clerk, plazaBoss, stranger])
      await expect(answer(other, { kind: 'comes', person: boss.personId })).rejects.toBeInstanceOf(NotFound)
    expect(await actsSoFar()).toEqual(['classroom.invitationAnswered', 'classroom.invitationAnswered'])
  })

  it('names one of those who are responsible, and no clerk; the only one need not be named', async () => {
    expect(await reason(manager, { kind: 'comes' })).toBe('notThem')
    expect(await reason(manager, { kind: 'comes', person: clerk.personId })).toBe('notThem')
    expect(await reason(manager, { kind: 'comes', person: plazaBoss.personId })).toBe('notThem')
    expect(await reason(plazaBoss, { kind: 'comes' }, 'plaza')).toEqual(seated)
    expect(held()).toEqual([[plazaBoss.personId, 'holds', false]])
  })

  it('may send a deputy of the unit, where the programme lets one come', async () => {
    expect(await reason(boss, { kind: 'deputy', deputy: plazaBoss.personId })).toBe('notThem')
    expect(await reason(boss, { kind: 'deputy', deputy: second.personId })).toBe('notThem')
    expect(await reason(boss, { kind: 'deputy', deputy: clerk.personId })).toEqual(seated)
    expect(held()).toEqual([[clerk.personId, 'holds', true]])
    const strict = await madeProgramme('street', [{ ...lines()[0], id: 'strict', subjectId: mall.id, unitId: mall.id }], {
      deputies: false,
    })
    await madeClass(
      strict,
      bodyOf({ parts: [{ key: 'test', name: '测试', kind: 'test', on: '2026-04-01', from: '09:00', to: '10:00' }] }),
      ['strict'],
    )
    expect(await reason(boss, { kind: 'deputy', deputy: clerk.personId }, 'strict')).toBe('noDeputies')
  })

  it('says why nobody can come', async () => {
    expect(await reason(boss, { kind: 'declined', why: ' ' })).toBe('noWhy')
    expect(await reason(boss, { kind: 'declined', why: '住院' })).toBeNull()
    expect(held()).toEqual([])
  })

  it('puts a changed mind at the end of the queue, and whoever waited moves up', async () => {
    expect(await reason(boss, { kind: 'comes', person: boss.personId })).toEqual(seated)
    expect(await reason(plazaBoss, { kind: 'comes' }, 'plaza')).toEqual({ kind: 'waiting', nth: 1 })
    expect(await reason(boss, { kind: 'comes', person: boss.personId })).toEqual(seated)
    expect(await reason(boss, { kind: 'comes', person: second.personId })).toEqual({ kind: 'waiting', nth: 1 })
    expect(await reason(plazaBoss, { kind: 'comes' }, 'plaza')).toEqual(seated)
    expect(held()).toEqual([
      [boss.personId, 'ended', false],
      [plazaBoss.personId, 'holds', false],
      [second.personId, 'holds', false],
    ])
    expect(await reason(boss, { kind: 'declined', why: '不去了' })).toBeNull()
    expect(held().filter(([, state]) => state === 'holds')).toEqual([[plazaBoss.personId, 'holds', false]])
    expect(await db().classAnswer.count({ where: { invitationId: 'asked-mall' } })).toBe(4)
  })

  it('changes the classroom by giving up the seat in the other', async () => {
    await answer(boss, { kind: 'comes', person: boss.personId })
    expect(await reason(boss, { kind: 'comes', person: boss.personId, classroom: 'east' })).toEqual(seated)
    expect(held().map(([, state]) => state)).toEqual(['ended', 'holds'])
    expect(await reason(boss, { kind: 'comes', person: boss.personId, classroom: 'moon' })).toBe('noClassroom')
  })

  it('gives one seat to whoever answers for two units, and each unit its answer', async () => {
    await answersForBoth()
    const third = await makeUnit('临河书店', 'LHSD')
    const keeper = await makeEmployee(third, '店主', { position: 'responsible-person' })
    await transact(async (tx) => {
      const line = {
        id: 'shop',
        programmeId: programme,
        subjectKind: 'unit',
        subjectId: third.id,
        unitId: third.id,
        way: 'joined',
      } as const
      const why = { sector: 'commerce', traits: [], positions: [], words: '新开业' }
      await recordMembers(tx, [{ ...line, from: '2026-03-01', why, addedAt: morning, addedBy: 'system' }])
      await recordInvitations(tx, [{ id: 'asked-shop', classId: course, memberId: 'shop', at: morning, by: 'system' }])
    })
    expect(await reason(boss, { kind: 'comes', person: boss.personId })).toEqual(seated)
    expect(await reason(keeper, { kind: 'comes' }, 'shop')).toEqual({ kind: 'waiting', nth: 1 })
    expect(await reason(boss, { kind: 'comes', person: boss.personId }, 'plaza')).toEqual(seated)
    expect(held().filter(([, state]) => state === 'holds')).toHaveLength(3)
    expect(await reason(boss, { kind: 'comes', person: boss.personId }, 'plaza')).toEqual(seated)
    expect(held()).toHaveLength(3)
    expect(await reason(boss, { kind: 'declined', why: '商场改派' })).toBeNull()
    expect(await reason(keeper, { kind: 'comes' }, 'shop')).toEqual(seated)
    expect(await reason(boss, { kind: 'comes', person: boss.personId }, 'plaza')).toEqual({ kind: 'waiting', nth: 1 })
  })

  it('lets one come for his own unit and as deputy of another', async () => {
    await transact((tx) =>
      tx.post.create({
        data: {
          ...{ id: 'helps', personId: boss.personId, unitId: plaza.id, position: 'employee', from: '2024-01-01' },
          ...{ cardToken: 'T-helps', createdAt: morning },
        },
      }),
    )
    expect(await reason(boss, { kind: 'comes', person: boss.personId })).toEqual(seated)
    expect(await reason(plazaBoss, { kind: 'deputy', deputy: boss.personId }, 'plaza')).toEqual(seated)
    expect(held()).toEqual([
      [boss.personId, 'holds', false],
      [boss.personId, 'holds', true],
    ])
  })

  it('lets nobody sit in two classrooms at once, also where he answers for two units or has two records', async () => {
    await answersForBoth()
    const twin = await makeEmployee(plaza, '老板（另一份登记）', { position: 'responsible-person' })
    expect(await reason(boss, { kind: 'comes', person: boss.personId })).toEqual(seated)
    expect(await reason(boss, { kind: 'comes', person: boss.personId, classroom: 'east' }, 'plaza')).toBe('sitsElsewhere')
    expect(await reason(twin, { kind: 'comes', person: twin.personId, classroom: 'east' }, 'plaza')).toEqual(seated)
    await answer(twin, { kind: 'declined', why: '改由老板' }, 'plaza')
    await transact((tx) => tx.person.update({ where: { id: twin.personId }, data: { mergedIntoId: boss.personId } }))
    expect(await reason(boss, { kind: 'comes', person: boss.personId, classroom: 'east' }, 'plaza')).toBe('sitsElsewhere')
    expect(held().filter(([, state]) => state === 'holds')).toEqual([[boss.personId, 'holds', false]])
    expect(await db().classAnswer.count({ where: { invitationId: 'asked-plaza' } })).toBe(2)
  })

  it('refuses a seat at a time at which he sits in another class, unless that is called off', async () => {
    const part = (on: string, from: string, to: string) => ({ key: 'morning', name: '上午', kind: 'lesson' as const, on, from, to })
    const other = await madeProgramme('street', [{ id: 'again', subjectId: mall.id, unitId: mall.id }])
    const late = await madeClass(other, bodyOf({ title: '另一期', parts: [part('2026-03-20', '11:00', '12:00')] }), ['again'])
    expect(await reason(boss, { kind: 'comes', person: boss.personId }, 'again')).toEqual(seated)
    const outcome = await answer(boss, { kind: 'comes', person: boss.personId })
    expect(outcome).toMatchObject({ reason: 'classroom:refusal.clash', values: { name: '老板', title: '另一期' } })
    expect(await reason(boss, { kind: 'comes', person: second.personId })).toEqual(seated)
    await transact((tx) => recordClassStep(tx, { id: 'off', classId: late, kind: 'called-off', at: morning, by: 'system' }))
    expect(await reason(boss, { kind: 'comes', person: boss.personId })).toEqual(seated)
  })

  it('takes classes that follow each other on one day', async () => {
    const parts = [{ key: 'morning', name: '晚上', kind: 'lesson' as const, on: '2026-03-20', from: '15:00', to: '17:00' }]
    const other = await madeProgramme('street', [{ id: 'evening', subjectId: mall.id, unitId: mall.id }])
    await madeClass(other, bodyOf({ parts }), ['evening'])
    expect(await reason(boss, { kind: 'comes', person: boss.personId }, 'evening')).toEqual(seated)
    expect(await reason(boss, { kind: 'comes', person: boss.personId })).toEqual(seated)
  })

  it('ends when the class begins, is called off, or the unit leaves the list; nothing is half-written', async () => {
    const begins = new Date('2026-03-20T09:00:00+08:00')
    const before = new Date(begins.getTime() - 1000)
    expect(await reason(boss, { kind: 'comes', person: boss.personId }, 'mall', before)).toEqual(seated)
    expect(await reason(boss, { kind: 'declined', why: '堵车' }, 'mall', begins)).toBe('begun')
    expect(held()).toEqual([[boss.personId, 'holds', false]])
    const end = { memberId: 'plaza', on: '2026-03-09', why: 'closed', reason: '停业', at: morning, by: 'system' }
    await transact((tx) => tx.programmeMemberEnd.create({ data: end }))
    expect(await reason(plazaBoss, { kind: 'comes' }, 'plaza')).toBe('hasLeft')
    await transact((tx) => recordClassStep(tx, { id: 'off', classId: course, kind: 'called-off', at: morning, by: 'system' }))
    expect(await reason(boss, { kind: 'declined', why: '不去' })).toBe('closed')
    expect(await db().classAnswer.count()).toBe(1)
    expect(await actsSoFar()).toHaveLength(1)
  })

  it('is for the person himself, or his unit’s manager, where people are on the list', async () => {
    const own = await madeProgramme('street', [{ id: 'clerk', subjectKind: 'person', subjectId: clerk.personId, unitId: mall.id }], {
      ...{ binds: 'person', audience: { sectors: [], traits: [], positions: ['employee'] } },
    })
    await madeClass(own, bodyOf(rooms()), ['clerk'])
    expect(await reason(clerk, { kind: 'comes' }, 'clerk')).toEqual(seated)
    expect(await reason(manager, { kind: 'declined', why: '值班' }, 'clerk')).toBeNull()
    expect(await reason(clerk, { kind: 'deputy', deputy: boss.personId }, 'clerk')).toBe('noDeputies')
    for (const other of [boss, stranger]) await expect(answer(other, { kind: 'comes' }, 'clerk')).rejects.toBeInstanceOf(NotFound)
  })
})
