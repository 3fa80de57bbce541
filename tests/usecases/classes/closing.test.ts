import { beforeEach, describe, expect, it } from 'vitest'
import { responsibleInside } from '~/data/classes/class-proof.server'
import { classAnywhere } from '~/data/classes/classes.server'
import { sittingsOf } from '~/data/classes/sittings.server'
import { db } from '~/data/db.server'
import { findCall } from '~/data/rollcall/calls.server'
import { transact } from '~/data/transact.server'
import { coverageOfUnit } from '~/domain/classes/coverage'
import type { Said } from '~/domain/rollcall/event'
import { NotFound } from '~/domain/shared/faults'
import { newId } from '~/gateways/secrets.server'
import { addAtDoor } from '~/usecases/classes/add-at-door.server'
import { closeClass } from '~/usecases/classes/close-class.server'
import { enterSheet } from '~/usecases/classes/enter-sheet.server'
import { openPartCall } from '~/usecases/classes/open-part-call.server'
import { recordPartEntries } from '~/usecases/classes/record-part-entries.server'
import { reopenClass } from '~/usecases/classes/reopen-class.server'
import { actsSoFar } from '../../factories/administration'
import { asking, at, makeClass, makeProgramme, seat, supervise } from '../../factories/held-class'
import { type MadePerson, type MadeUnit, makeEmployee, makeStreet, makeUnit } from '../../factories/unit-people'
import { emptyDatabase, setClock } from '../../factories/world'

let hospital: MadeUnit
let clinic: MadeUnit
let leader: MadePerson
let organiser: MadePerson
let other: MadePerson
let wang: MadePerson
let li: MadePerson
let deputy: MadePerson
let programme: string
let held: string

beforeEach(async () => {
  await emptyDatabase()
  setClock(at('18:00').toISOString())
  await makeStreet()
  const school = await makeUnit('区委党校', 'DX')
  hospital = await makeUnit('河西医院', 'HXYY')
  clinic = await makeUnit('河西诊所', 'HXZS')
  leader = await makeEmployee(school, '教务长')
  organiser = await makeEmployee(school, '主课堂老师')
  other = await makeEmployee(school, '分课堂老师')
  await supervise(leader, 'county')
  wang = await makeEmployee(hospital, '王院长', { position: 'responsible-person' })
  deputy = await makeEmployee(hospital, '钱科长')
  li = await makeEmployee(clinic, '李所长', { position: 'responsible-person' })
  programme = await makeProgramme(leader, [hospital, clinic])
  held = await makeClass(programme, leader, { main: organiser, branch: other })
})

const evening = at('18:00')
const close = (of = held, who = leader, now = evening) => closeClass(asking(who, now), of)
const reopen = (reason = '李所长的测试登记错了', of = held) => reopenClass(asking(leader, evening), { classId: of, reason })
const sheet = (
  key: string,
  states: Record<string, string>,
  more: { rest?: string; of?: string; who?: MadePerson; now?: Date; room?: string } = {},
) =>
  enterSheet(asking(more.who ?? leader, more.now ?? evening), {
    ...{ classId: more.of ?? held, key, room: more.room ?? 'main', states: new Map(Object.entries(states)), rest: more.rest ?? '' },
  })
/** Everybody in the main classroom attended all of it and passed. */
async function allThere(of = held, now = evening): Promise<void> {
  for (const key of ['morning', 'afternoon', 'test']) await sheet(key, {}, { rest: 'present', of, now })
}
let made = 0
async function enter(key: string, who: MadePerson, said: Said, when: Date): Promise<void> {
  made += 1
  const entry = {
    id: newId(),
    device: `phone-${made}-of-hall`,
    nth: 0,
    clock: when.getTime(),
    offset: 0,
    heard: null,
    by: who.personId,
    said,
  }
  await recordPartEntries(asking(who, when), { classId: held, key, sentAt: when.getTime(), entries: [entry] })
}
const tick = (key: string, whom: MadePerson, when: Date) =>
  enter(key, organiser, { kind: 'seen', who: whom.personId, way: 'tick', zone: '主课堂' }, when)
const open = (key: string) => openPartCall(asking(leader, at('08:30')), { classId: held, key })

async function onFile(): Promise<string[]> {
  const entries = await db().evidenceEntry.findMany({ orderBy: [{ chain: 'asc' }, { seq: 'asc' }] })
  const gone = new Set(entries.map(({ revokes }) => revokes))
  return entries
    .filter((entry) => entry.entry === 'evidence' && !gone.has(entry.id))
    .map(
      ({ subjectKind, subjectId, topic, on, kind, chain }) =>
        `${kind} ${topic} ${subjectKind} ${nameOf(subjectId)} ${on} at ${nameOf(chain)}`,
    )
    .sort()
}
function nameOf(id: string | null): string {
  const known: Record<string, string> = {
    [hospital.id]: '医院',
    [clinic.id]: '诊所',
    [wang.personId]: '王',
    [li.personId]: '李',
    [deputy.personId]: '钱',
  }
  return known[id ?? ''] ?? ''
}
const piece = (subject: string, unit: string, on = '2026-03-10') => `class party-school-2026 ${subject} ${on} at ${unit}`
const states = () => sittingsOf({ id: programme }).map(({ person, part, state }) => `${nameOf(person)} ${part} ${state}`)

/** Answers for another unit too. */
const holdsAlso = (who: MadePerson, unit: MadeUnit) =>
  transact((tx) =>
    tx.post.create({
      data: {
        ...{ id: `also-${unit.id}`, personId: who.personId, unitId: unit.id, position: 'responsible-person', from: '2024-01-01' },
        ...{ cardToken: `T-also-${unit.id}`, createdAt: evening },
      },
    }),
  )

describe('closing a class', () => {
  it('puts on file how everybody attended, by what the roll says: on time, late, gone early, never there', async () => {
    for (const [who, unit] of [
      [wang, hospital],
      [deputy, hospital],
      [li, clinic],
    ] as const)
      await seat(held, who, unit)
    for (const key of ['morning', 'afternoon']) await open(key)
    await tick('morning', wang, at('09:10'))
    await tick('morning', li, at('09:11'))
    await tick('afternoon', wang, at('14:00'))
    await tick('afternoon', li, at('14:00'))
    await enter('afternoon', organiser, { kind: 'left', who: li.personId, zone: '' }, at('16:00'))
    await sheet('test', { [wang.personId]: 'present', [li.personId]: 'failed', [deputy.personId]: 'absent' })
    expect(await close()).toEqual({ kind: 'closed', version: 1, written: 2, revoked: 0 })
    expect(states()).toEqual([
      ...['王 morning present', '钱 morning absent', '李 morning late'],
      ...['王 afternoon present', '钱 afternoon absent', '李 afternoon early'],
      ...['王 test present', '钱 test absent', '李 test failed'],
    ])
    expect(await onFile()).toEqual([piece('person 王', '医院'), piece('unit 医院', '医院')])
    expect((await actsSoFar()).filter((act) => act === 'classcall.classClosed')).toHaveLength(1)
  })

  it('covers exactly the units that the rule of coverage says are covered', async () => {
    await seat(held, wang, hospital)
    await seat(held, li, clinic)
    await allThere()
    await sheet('test', { [li.personId]: 'failed' })
    await close()
    const sittings = sittingsOf({ id: programme })
    const rule = { parts: ['morning', 'afternoon', 'test'], deputies: true }
    const covered = await Promise.all(
      [hospital, clinic].map(async ({ id }) => {
        const responsible = await transact((tx) => responsibleInside(tx, [id], ['responsible-person']))
        const own = sittings.filter(({ unit }) => unit === id)
        const [first] = own
        return first === undefined ? null : coverageOfUnit(rule, own, responsible, first.on).kind
      }),
    )
    expect(covered).toEqual(['covered', 'missing'])
    expect((await onFile()).filter((one) => one.includes('unit'))).toEqual([piece('unit 医院', '医院')])
  })

  it('lets a deputy cover his unit where the programme allows it, and proves his own training either way', async () => {
    await seat(held, deputy, hospital, { asDeputy: true })
    await allThere()
    await close()
    expect(await onFile()).toEqual([piece('person 钱', '医院'), piece('unit 医院', '医院')])
    const strict = await makeProgramme(leader, [hospital], { deputies: false, topic: 'strict-2026' })
    const own = await makeClass(strict, leader, { main: organiser, branch: other })
    await seat(own, deputy, hospital, { asDeputy: true })
    await allThere(own)
    await close(own)
    expect((await onFile()).filter((one) => one.includes('strict'))).toEqual(['class strict-2026 person 钱 2026-03-10 at 医院'])
  })

  it('counts whoever was let in at the door', async () => {
    await seat(held, wang, hospital)
    await open('morning')
    const wish = { classId: held, key: 'morning', unitId: clinic.id, personId: li.personId, classroomId: 'main' }
    await addAtDoor(asking(organiser, at('08:50')), wish)
    await tick('morning', li, at('08:51'))
    await sheet('afternoon', {}, { rest: 'present' })
    await sheet('test', {}, { rest: 'present' })
    await close()
    expect(await onFile()).toEqual([piece('person 李', '诊所'), piece('unit 诊所', '诊所')])
  })

  it('covers both units of one who answers for two, who sat once and is counted once', async () => {
    await holdsAlso(wang, clinic)
    await seat(held, wang, hospital)
    await seat(held, wang, clinic)
    await seat(held, li, clinic)
    await open('morning')
    const call = await findCall('class', `${held}.morning`)
    expect(call?.expected.map(({ id, department }) => [nameOf(id), department])).toEqual([
      ['王', '河西医院、河西诊所'],
      ['李', '河西诊所'],
    ])
    await tick('morning', wang, at('09:00'))
    await tick('morning', li, at('09:00'))
    for (const key of ['afternoon', 'test']) await sheet(key, {}, { rest: 'present' })
    await sheet('test', { [li.personId]: 'failed' })
    expect(await close()).toEqual({ kind: 'closed', version: 1, written: 3, revoked: 0 })
    const [his, ...theirs] = await onFile()
    expect(his).toMatch(/ person 王 2026-03-10 /)
    expect(theirs).toEqual([piece('unit 医院', '医院'), piece('unit 诊所', '诊所')])
    expect((await classAnywhere(held))?.steps.at(-1)?.detail).toMatchObject({ people: 2, units: 2, complete: 1, deputies: 0 })
  })

  it('brings somebody who is let in at the door elsewhere there for all his units', async () => {
    await holdsAlso(wang, clinic)
    await seat(held, wang, hospital)
    await open('morning')
    const wish = { classId: held, key: 'morning', unitId: clinic.id, personId: wang.personId, classroomId: 'branch' }
    expect(await addAtDoor(asking(other, at('08:50')), wish)).toEqual({ kind: 'admitted', asDeputy: false })
    const call = await findCall('class', `${held}.morning`)
    expect(call?.expected.map(({ department, zone }) => [department, zone])).toEqual([['河西医院、河西诊所', '分课堂']])
    for (const key of ['morning', 'afternoon', 'test']) await sheet(key, {}, { rest: 'present', room: 'branch' })
    await close()
    expect((await onFile()).filter((one) => one.includes('unit'))).toEqual([piece('unit 医院', '医院'), piece('unit 诊所', '诊所')])
  })

  it('adds up the parts of several classes for one person, to the day of the last he needed', async () => {
    await seat(held, wang, hospital)
    await sheet('morning', {}, { rest: 'present' })
    await sheet('afternoon', {}, { rest: 'absent' })
    await sheet('test', {}, { rest: 'present' })
    await close()
    expect(await onFile()).toEqual([])
    const again = await makeClass(programme, leader, { main: organiser, branch: other }, { on: '2026-03-17' })
    await seat(again, wang, hospital)
    const later = at('18:00', '2026-03-17')
    for (const key of ['morning', 'test']) await sheet(key, {}, { rest: 'absent', of: again, now: later })
    await sheet('afternoon', {}, { rest: 'present', of: again, now: later })
    await close(again, leader, later)
    expect(await onFile()).toEqual([piece('person 王', '医院', '2026-03-17'), piece('unit 医院', '医院', '2026-03-17')])
  })

  it('knows one person under two records as one', async () => {
    await seat(held, wang, hospital)
    const again = await makeEmployee(hospital, '王院长', { position: 'responsible-person', from: '2026-03-12' })
    await sheet('morning', {}, { rest: 'present' })
    for (const key of ['afternoon', 'test']) await sheet(key, {}, { rest: 'absent' })
    await close()
    const later = at('18:00', '2026-03-17')
    const second = await makeClass(programme, leader, { main: organiser, branch: other }, { on: '2026-03-17' })
    await seat(second, again, hospital)
    await sheet('morning', {}, { rest: 'absent', of: second, now: later })
    for (const key of ['afternoon', 'test']) await sheet(key, {}, { rest: 'present', of: second, now: later })
    await transact((tx) => tx.person.update({ where: { id: again.personId }, data: { mergedIntoId: wang.personId } }))
    await close(second, leader, later)
    expect(await onFile()).toEqual([piece('person 王', '医院', '2026-03-17'), piece('unit 医院', '医院', '2026-03-17')])
  })

  it('is refused before it is over, with a doubt undecided, with a part nobody knows of, or a result missing', async () => {
    expect(await close()).toMatchObject({ reason: 'classcall:refusal.nobody' })
    await seat(held, wang, hospital)
    expect(await close(held, leader, at('17:29'))).toMatchObject({ reason: 'classcall:refusal.notOver' })
    expect(await close()).toMatchObject({ reason: 'classcall:refusal.nothing', values: { part: '上午', count: 1 } })
    await allThere()
    await open('morning')
    await enter('morning', organiser, { kind: 'walk-in', name: '王院长', zone: '' }, at('08:50'))
    expect(await close()).toMatchObject({ reason: 'classcall:refusal.undecided', values: { part: '上午', count: 1 } })
    const second = await makeClass(programme, leader, { main: organiser, branch: other })
    await seat(second, wang, hospital)
    await seat(second, li, clinic)
    await allThere(second)
    await sheet('test', { [li.personId]: 'roll' }, { of: second })
    expect(await close(second)).toMatchObject({ kind: 'closed' })
    expect(await db().classStep.count({ where: { classId: held } })).toBe(0)
  })

  it('asks for the result of whoever was seen at the test', async () => {
    await seat(held, wang, hospital)
    await seat(held, li, clinic)
    for (const key of ['morning', 'afternoon']) await sheet(key, {}, { rest: 'present' })
    await open('test')
    await tick('test', li, at('16:30'))
    await sheet('test', { [wang.personId]: 'present' })
    expect(await close()).toMatchObject({ reason: 'classcall:refusal.result', values: { part: '随堂测试', count: 1 } })
  })

  it('writes once when it is pressed twice at the same instant', async () => {
    await seat(held, wang, hospital)
    await allThere()
    const outcomes = await Promise.all([close(), close(), close()])
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['closed', 'refused', 'refused'])
    expect(await onFile()).toHaveLength(2)
    expect(await db().classSitting.count()).toBe(3)
  })

  it('is for whoever leads it: an organiser and a stranger find nothing to close', async () => {
    await seat(held, wang, hospital)
    await allThere()
    for (const who of [organiser, wang]) await expect(close(held, who)).rejects.toBeInstanceOf(NotFound)
    await expect(reopenClass(asking(organiser, evening), { classId: held, reason: '写错了名字' })).rejects.toBeInstanceOf(NotFound)
  })
})

describe('opening a class again', () => {
  beforeEach(async () => {
    await seat(held, wang, hospital)
    await seat(held, li, clinic)
    await allThere()
    await close()
  })

  it('keeps what was recorded until it is closed anew, then takes back exactly what no longer holds', async () => {
    const before = await db().evidenceEntry.findMany({ where: { entry: 'evidence', unitId: hospital.id } })
    await reopen()
    expect(await onFile()).toHaveLength(4)
    expect(states()).toContain('李 test present')
    await sheet('test', { [li.personId]: 'failed' })
    expect(await close()).toEqual({ kind: 'closed', version: 2, written: 0, revoked: 2 })
    expect(await onFile()).toEqual([piece('person 王', '医院'), piece('unit 医院', '医院')])
    expect(await db().evidenceEntry.findMany({ where: { unitId: hospital.id } })).toEqual(before)
    expect(states().filter((one) => one.startsWith('李'))).toEqual(['李 morning present', '李 afternoon present', '李 test failed'])
  })

  it('can be closed anew with what was taken back before', async () => {
    await reopen()
    await sheet('test', { [li.personId]: 'failed' })
    await close()
    await reopen()
    await sheet('test', { [li.personId]: 'present' })
    expect(await close()).toEqual({ kind: 'closed', version: 3, written: 2, revoked: 0 })
    expect(await onFile()).toHaveLength(4)
  })

  it('leaves the proof of somebody alone whose record was joined with another meanwhile', async () => {
    const kept = await makeEmployee(hospital, '王院长')
    await transact((tx) => tx.person.update({ where: { id: wang.personId }, data: { mergedIntoId: kept.personId } }))
    await reopen()
    expect(await close()).toEqual({ kind: 'closed', version: 2, written: 0, revoked: 0 })
    expect(await onFile()).toHaveLength(4)
  })

  it('takes back what only a part of another class completed', async () => {
    const again = await makeClass(programme, leader, { main: organiser, branch: other }, { on: '2026-03-17' })
    const later = at('18:00', '2026-03-17')
    await reopen()
    await sheet('afternoon', { [li.personId]: 'absent' })
    await close()
    await seat(again, li, clinic)
    for (const key of ['morning', 'test']) await sheet(key, {}, { rest: 'absent', of: again, now: later })
    await sheet('afternoon', {}, { rest: 'present', of: again, now: later })
    await close(again, leader, later)
    expect(await onFile()).toContain(piece('unit 诊所', '诊所', '2026-03-17'))
    await reopen('上午李所长没有来')
    await sheet('morning', { [li.personId]: 'absent' })
    await close(held, leader, later)
    expect(await onFile()).toEqual([piece('person 王', '医院'), piece('unit 医院', '医院')])
  })

  it('is refused for a class that is not closed, and a closed one takes no sheet', async () => {
    expect(await sheet('test', { [li.personId]: 'failed' })).toMatchObject({ reason: 'classcall:refusal.closed' })
    await reopen()
    expect(await reopen()).toMatchObject({ reason: 'classcall:refusal.notClosed' })
    expect((await classAnywhere(held))?.steps.at(-1)).toMatchObject({ kind: 'reopened', detail: { reason: '李所长的测试登记错了' } })
  })
})

describe('the sheet', () => {
  beforeEach(async () => void (await seat(held, wang, hospital)))

  it('is written by whoever leads and by the organiser of the classroom, after the part began', async () => {
    expect(await sheet('morning', { [wang.personId]: 'late' }, { who: organiser })).toEqual({ kind: 'entered', people: 1 })
    await expect(sheet('morning', { [wang.personId]: 'late' }, { who: other })).rejects.toBeInstanceOf(NotFound)
    await expect(sheet('morning', { [wang.personId]: 'late' }, { who: wang })).rejects.toBeInstanceOf(NotFound)
    expect(await sheet('test', {}, { rest: 'present', now: at('16:29') })).toMatchObject({ reason: 'classcall:refusal.notBegun' })
  })

  it('takes no word that the part does not know, writes nothing twice, and passes over strangers', async () => {
    expect(await sheet('test', { [wang.personId]: 'late' })).toMatchObject({ reason: 'classcall:refusal.state' })
    expect(await sheet('morning', { [li.personId]: 'present' })).toMatchObject({ reason: 'classcall:refusal.nothingWritten' })
    await sheet('morning', { [wang.personId]: 'present' })
    expect(await sheet('morning', { [wang.personId]: 'present' })).toMatchObject({ reason: 'classcall:refusal.nothingWritten' })
    expect(await db().classMark.count()).toBe(1)
  })
})
