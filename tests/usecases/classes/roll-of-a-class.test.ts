import { beforeEach, describe, expect, it } from 'vitest'
import { recordClassStep } from '~/data/classes/classes.server'
import { recordSeatEnd, seatsOf } from '~/data/classes/seats.server'
import { findCall } from '~/data/rollcall/calls.server'
import { entriesAfter } from '~/data/rollcall/entries.server'
import { transact } from '~/data/transact.server'
import { partSubject } from '~/domain/classes/class-body'
import type { Said } from '~/domain/rollcall/event'
import { NotFound } from '~/domain/shared/faults'
import { newId } from '~/gateways/secrets.server'
import { addAtDoor } from '~/usecases/classes/add-at-door.server'
import { getHeldPart } from '~/usecases/classes/held-part.server'
import { openPartCall } from '~/usecases/classes/open-part-call.server'
import { recordPartEntries } from '~/usecases/classes/record-part-entries.server'
import { seatAtArrival } from '~/usecases/classes/seat-at-arrival.server'
import { showPartCode } from '~/usecases/classes/show-part-code.server'
import { claimArrival } from '~/usecases/rollcall/claim-arrival.server'
import { receiveArrival } from '~/usecases/rollcall/receive-arrival.server'
import { showCode } from '~/usecases/rollcall/show-code.server'
import { asking, at, makeClass, makeProgramme, seat, supervise } from '../../factories/held-class'
import { makeDrill, shownAt } from '../../factories/roll-call'
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
  setClock(at('08:30').toISOString())
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
  await seat(held, wang, hospital)
})

const open = (key = 'morning', who = organiser, now = at('08:30')) => openPartCall(asking(who, now), { classId: held, key })
async function callOf(key = 'morning') {
  const call = await findCall('class', partSubject(held, key))
  if (call === null) throw new Error('no call')
  return call
}
async function station(key = 'morning', who = organiser): Promise<string> {
  const shown = await showPartCode(asking(who, at('08:30')), held, key)
  if (shown.kind !== 'station') throw new Error(shown.reason)
  return shown.code
}
let phones = 0
async function checkIn(who: MadePerson, code: string, now: Date) {
  const found = await receiveArrival(shownAt(code, now), null, now)
  if (found.kind !== 'held') return found
  phones += 1
  const actor = { accountId: who.accountId, personId: who.personId, name: '某人' }
  await seatAtArrival({ now, actor }, found.token)
  return claimArrival({ now, actor, browser: `PHONE${phones}` }, found.token)
}
const said = async (key = 'morning') => entriesAfter((await callOf(key)).id, 0).entries.map((entry) => entry.said)
const entry = (by: MadePerson, what: Said, now: Date) => ({
  ...{ id: newId(), device: `phone-${by.staffNumber}`, nth: 0, clock: now.getTime(), offset: 0, heard: null, by: by.personId, said: what },
})
const send = (who: MadePerson, what: Said, now = at('08:50'), key = 'morning') =>
  recordPartEntries(asking(who, now), { classId: held, key, sentAt: now.getTime(), entries: [entry(who, what, now)] })

describe('the roll of a part of a class', () => {
  it('is drawn from the seats, with leaders to decide and local organisers to call', async () => {
    await seat(held, li, clinic, { classroom: 'branch' })
    expect(await open()).toEqual({ kind: 'opened', expected: 2 })
    const { expected, roles, unitId } = await callOf()
    expect(expected).toMatchObject([
      { id: wang.personId, name: '王院长', department: '河西医院', zone: '主课堂' },
      { id: li.personId, name: '李所长', department: '河西诊所', zone: '分课堂' },
    ])
    expect(roles).toEqual({ commanders: [leader.personId], marshals: [organiser.personId, other.personId] })
    expect(unitId).toBe('county')
  })

  it('is drawn anew when seats change, under the same call', async () => {
    await open()
    const first = (await callOf()).id
    const taken = seatsOf({ id: held })[0]?.id ?? ''
    await transact((tx) => recordSeatEnd(tx, { seatId: taken, at: at('08:40'), by: 'system', why: 'declined' }))
    await seat(held, li, clinic)
    await open('morning', leader, at('08:45'))
    const call = await callOf()
    expect(call.expected.map(({ id }) => id)).toEqual([li.personId])
    expect(call.id).toBe(first)
  })

  it('takes in whoever is on the list and never answered, while a seat is free in the room of the code', async () => {
    await open()
    await open('afternoon', leader, at('08:40'))
    expect(await checkIn(li, await station(), at('08:45'))).toEqual({ kind: 'checked-in', told: 'counted' })
    expect(seatsOf({ id: held }).at(-1)).toMatchObject({
      person: li.personId,
      unit: clinic.id,
      classroom: 'main',
      way: 'door',
      asDeputy: false,
    })
    expect((await callOf('afternoon')).expected.map(({ id }) => id)).toContain(li.personId)
    const before = seatsOf({ id: held }).length
    expect(await checkIn(deputy, await station(), at('08:46'))).toEqual({ kind: 'checked-in', told: 'stranger' })
    expect(seatsOf({ id: held })).toHaveLength(before)
  })

  it('leaves whoever finds no free seat to the organiser, and writes nothing of it', async () => {
    held = await makeClass(programme, leader, { main: organiser, branch: other }, { seats: 1 })
    await seat(held, wang, hospital)
    const full = seatsOf({ id: held }).length
    await open()
    expect(await checkIn(li, await station(), at('08:45'))).toEqual({ kind: 'checked-in', told: 'stranger' })
    expect(seatsOf({ id: held })).toHaveLength(full)
    expect((await callOf()).expected.map(({ id }) => id)).not.toContain(li.personId)
  })

  it('is for nobody else', async () => {
    const stranger = await makeEmployee(clinic, '隔壁的人')
    const sectors = await makeEmployee(clinic, '行业监督员')
    await supervise(sectors, 'county', '["medical"]')
    for (const who of [stranger, sectors, wang]) {
      await expect(open('morning', who)).rejects.toBeInstanceOf(NotFound)
      await expect(showPartCode(asking(who, at('08:30')), held, 'morning')).rejects.toBeInstanceOf(NotFound)
      await expect(send(who, { kind: 'note', text: '在吗', zone: '' })).rejects.toBeInstanceOf(NotFound)
    }
    expect(() => getHeldPart(asking(leader, at('08:30')), held, 'evening')).toThrow(NotFound)
  })

  it('takes who left early, and nothing about somebody who is not on the list', async () => {
    await open()
    expect(await send(organiser, { kind: 'left', who: wang.personId, zone: '主课堂' })).toMatchObject({ refused: [] })
    expect(await send(organiser, { kind: 'left', who: li.personId, zone: '主课堂' })).toMatchObject({ refused: [{ fault: 'who' }] })
  })

  it('names whoever came to lead it after the list was drawn, with the first entry', async () => {
    await open()
    const newcomer = await makeEmployee(clinic, '新教务长')
    await supervise(newcomer, 'county')
    await send(newcomer, { kind: 'seen', who: wang.personId, way: 'tick', zone: '' })
    expect((await callOf()).roles.commanders).toEqual([leader.personId, newcomer.personId])
  })

  it('takes nothing once the class is called off', async () => {
    await open()
    await transact((tx) => recordClassStep(tx, { id: newId(), classId: held, kind: 'called-off', at: at('08:40'), by: 'system' }))
    expect(await open()).toMatchObject({ reason: 'classcall:refusal.closed' })
    expect(await send(organiser, { kind: 'seen', who: wang.personId, way: 'tick', zone: '' })).toMatchObject({ kind: 'refused' })
    expect(await showPartCode(asking(organiser, at('08:50')), held, 'morning')).toMatchObject({ reason: 'classcall:refusal.closed' })
  })
})

describe('the code on the screen of a classroom', () => {
  it('checks in whoever has a seat, at the instant of the scan, in the classroom of that screen', async () => {
    await open()
    const code = await station()
    expect(await station('morning', leader)).not.toBe(code)
    expect(await checkIn(wang, code, at('08:55'))).toEqual({ kind: 'checked-in', told: 'counted' })
    expect(await said()).toEqual([{ kind: 'seen', who: wang.personId, way: 'code', zone: '主课堂' }])
  })

  it('counts for its own part alone', async () => {
    await open('morning')
    await open('afternoon')
    await checkIn(wang, await station('afternoon'), at('08:55'))
    expect([await said('morning'), (await said('afternoon')).length]).toEqual([[], 1])
  })

  it('is not the code of a drill', async () => {
    await open()
    const drill = await makeDrill(hospital, { chief: wang, marshals: { 三层: deputy }, expected: [wang] }, at('08:30'))
    const shown = await showCode(asking(deputy, at('08:30')), drill.id)
    await checkIn(wang, shown.kind === 'station' ? shown.code : '', at('08:55'))
    expect(await said()).toEqual([])
    expect(entriesAfter(drill.callId, 0).entries).toHaveLength(1)
  })

  it('is taken until the end of the part, on its own day', async () => {
    await open()
    const code = await station()
    expect(await checkIn(wang, code, at('11:31'))).toEqual({ kind: 'over', of: 'class' })
    expect(await checkIn(wang, code, at('08:55', '2026-03-09'))).toEqual({ kind: 'over', of: 'class' })
    expect(await checkIn(wang, code, at('11:30'))).toMatchObject({ kind: 'checked-in' })
  })

  it('leaves somebody without a seat to the leader; once he has one he scans again and counts', async () => {
    await open()
    const code = await station()
    expect(await checkIn(deputy, code, at('08:55'))).toEqual({ kind: 'checked-in', told: 'stranger' })
    const wish = { classId: held, key: 'morning', unitId: hospital.id, personId: deputy.personId, classroomId: 'main' }
    await addAtDoor(asking(organiser, at('08:56')), wish)
    expect(await checkIn(deputy, code, at('08:57'))).toEqual({ kind: 'checked-in', told: 'counted' })
  })
})

describe('somebody at the door', () => {
  const admit = (who: MadePerson, unit: MadeUnit, more: { room?: string; by?: MadePerson; to?: string } = {}) =>
    addAtDoor(asking(more.by ?? organiser, at('08:50')), {
      ...{ classId: more.to ?? held, key: 'morning', unitId: unit.id, personId: who.personId, classroomId: more.room ?? 'main' },
    })

  it('is let in for his unit, as deputy where he does not answer for it, and stands on every list that is open', async () => {
    await open('morning')
    await open('afternoon')
    expect(await admit(li, clinic)).toEqual({ kind: 'admitted', asDeputy: false })
    expect(await admit(deputy, hospital)).toEqual({ kind: 'admitted', asDeputy: true })
    for (const key of ['morning', 'afternoon'])
      expect((await callOf(key)).expected.map(({ id }) => id)).toEqual([wang.personId, li.personId, deputy.personId])
    expect(await findCall('class', partSubject(held, 'test'))).toBeNull()
  })

  it('gets a seat beyond the last one, and his place on the waiting list ends', async () => {
    const full = await makeClass(programme, leader, { main: organiser, branch: other }, { seats: 1, on: '2026-03-11' })
    await seat(full, wang, hospital)
    await seat(full, li, clinic)
    expect(await admit(li, clinic, { to: full })).toMatchObject({ kind: 'admitted' })
    expect(seatsOf({ id: full }).map(({ person, way, isEnded }) => [person, way, isEnded])).toEqual([
      [wang.personId, 'invited', false],
      [li.personId, 'invited', true],
      [li.personId, 'door', false],
    ])
  })

  it('is refused where he sits there already, is expected elsewhere, or may not come as a deputy', async () => {
    expect(await admit(wang, hospital)).toMatchObject({ reason: 'classcall:refusal.seatedHere' })
    const same = await makeClass(programme, leader, { main: organiser, branch: other })
    expect(await admit(wang, hospital, { to: same })).toMatchObject({ reason: 'classcall:refusal.elsewhere' })
    const strict = await makeProgramme(leader, [hospital], { deputies: false })
    const own = await makeClass(strict, leader, { main: organiser, branch: other }, { on: '2026-03-12' })
    expect(await admit(deputy, hospital, { to: own })).toMatchObject({ reason: 'classcall:refusal.noDeputies' })
    expect(seatsOf({ id: own })).toEqual([])
  })

  it('is let in by an organiser to his own classroom only, and never of a unit that is not on the list', async () => {
    await expect(admit(li, clinic, { room: 'branch' })).rejects.toBeInstanceOf(NotFound)
    expect(await admit(li, clinic, { room: 'branch', by: leader })).toMatchObject({ kind: 'admitted' })
    const shop = await makeUnit('路边小店', 'LBXD')
    const keeper = await makeEmployee(shop, '店主', { position: 'responsible-person' })
    await expect(admit(keeper, shop, { by: leader })).rejects.toBeInstanceOf(NotFound)
    expect(await admit(keeper, hospital, { by: leader })).toMatchObject({ reason: 'classcall:refusal.noPerson' })
  })
})
