import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { catalogue } from '~/content/catalogue.server'
import { classAnywhere, recordClassStep } from '~/data/classes/classes.server'
import { invitationsOf } from '~/data/classes/invitations.server'
import { recordProgrammeStep } from '~/data/classes/programmes.server'
import { recordSittings } from '~/data/classes/sittings.server'
import { db } from '~/data/db.server'
import { transact } from '~/data/transact.server'
import { answerForm } from '~/domain/classes/answers'
import { type ClassRows, classForm, classRows } from '~/domain/classes/class-form'
import { NotFound } from '~/domain/shared/faults'
import { newId } from '~/gateways/secrets.server'
import { answerInvitation } from '~/usecases/classes/answer-invitation.server'
import { callOffClass } from '~/usecases/classes/call-off-class.server'
import { changeClass } from '~/usecases/classes/change-class.server'
import { inviteMembers } from '~/usecases/classes/invite-members.server'
import { planClass } from '~/usecases/classes/plan-class.server'
import { actsSoFar } from '../../factories/administration'
import { actingPerson } from '../../factories/held-drill'
import { bodyOf, madeClass, madeProgramme } from '../../factories/planned-class'
import { grant, type MadePerson, type MadeUnit, makeEmployee, makeStreet, makeUnit, morning } from '../../factories/unit-people'
import { emptyDatabase, setClock } from '../../factories/world'

let malls: MadeUnit[]
let bosses: MadePerson[]
let leader: MadePerson
let organiser: MadePerson
let programme = ''

beforeAll(() => void catalogue(), 60_000)
beforeEach(async () => {
  await emptyDatabase()
  setClock(morning.toISOString())
  await makeStreet()
  const office = await makeUnit('河西街道办', 'JDB')
  leader = await makeEmployee(office, '消安委')
  organiser = await makeEmployee(office, '小周', { phone: '13800000009' })
  await makeEmployee(office, '小吴')
  await transact((tx) =>
    tx.grant.create({
      data: {
        ...{ id: 'leads', accountId: leader.accountId, role: 'supervisor', placeId: 'street', sectors: '*' },
        ...{ from: '2020-01-01', grantedBy: 'system', createdAt: morning },
      },
    }),
  )
  malls = []
  bosses = []
  for (const nth of [1, 2, 3]) {
    const mall = await makeUnit(`商场${nth}`, `MALL${nth}`)
    malls.push(mall)
    bosses.push(await makeEmployee(mall, `责任人${nth}`, { position: 'responsible-person' }))
  }
  programme = await madeProgramme(
    'street',
    malls.map(({ id }, nth) => ({ id: `line-${nth + 1}`, subjectId: id, unitId: id })),
  )
})

const usual: ClassRows = {
  ...{ on0: '2026-03-20', from0: '09:00', to0: '11:30', on1: '2026-03-20', from1: '14:00', to1: '15:00' },
  ...{ room0: '主课堂', place0: '党校 301', seats0: '2', organiser0: '小周' },
}
const form = (title = '第一期') => classForm.parse({ title })
const plan = (more: ClassRows = {}, makesUp: string | null = null, who = leader, now = morning) =>
  planClass(actingPerson(who, now), { programmeId: programme, form: form(), rows: classRows.parse({ ...usual, ...more }), makesUp })
async function planned(...asked: Parameters<typeof plan>): Promise<string> {
  const outcome = await plan(...asked)
  if (outcome.kind === 'refused') throw new Error(outcome.reason)
  return outcome.id
}
const invite = (classId: string, members: string[] | null = null, who = leader) => inviteMembers(actingPerson(who), { classId, members })
const asked = (id: string) =>
  invitationsOf({ id })
    .map(({ memberId }) => memberId)
    .sort()
const change = (classId: string, more: ClassRows, now = morning, who = leader) =>
  changeClass(actingPerson(who, now), { classId, form: form('改过的第一期'), rows: classRows.parse({ ...usual, ...more }) })
const bossOf = (nth: number): MadePerson => {
  const found = bosses[nth - 1]
  if (found === undefined) throw new Error(`no boss ${nth}`)
  return found
}
async function comes(nth: number, classId: string): Promise<void> {
  const invitation = invitationsOf({ id: classId }).find(({ memberId }) => memberId === `line-${nth}`)
  const outcome = await answerInvitation(actingPerson(bossOf(nth)), {
    invitationId: invitation?.id ?? '',
    form: answerForm.parse({ kind: 'comes' }),
  })
  expect(outcome.kind).toBe('answered')
}

/** A class that was held and closed, in which these sat in all parts. */
async function heldFor(...there: number[]): Promise<string> {
  const id = await madeClass(programme, bodyOf({ title: '上一期' }))
  const closing = newId()
  await transact(async (tx) => {
    await recordClassStep(tx, { id: closing, classId: id, kind: 'closed', at: morning, by: 'system', once: 'closed-1' })
    await recordSittings(
      tx,
      there.flatMap((nth) =>
        ['morning', 'test'].map((part) => ({
          ...{
            id: newId(),
            programmeId: programme,
            classId: id,
            closingId: closing,
            part,
            asDeputy: 0,
            on: '2026-03-05',
            state: 'present' as const,
          },
          ...{ personId: bossOf(nth).personId, unitId: malls[nth - 1]?.id ?? '', counts: 1 },
        })),
      ),
    )
  })
  return id
}

describe('planning a class', () => {
  it('is for whoever supervises the place; nobody else finds the programme', async () => {
    const id = await planned()
    expect((await classAnywhere(id))?.body.classrooms).toMatchObject([
      { name: '主课堂', organiser: { id: organiser.personId, name: '小周' } },
    ])
    expect(await actsSoFar()).toEqual(['classroom.classPlanned'])
    await grant(bossOf(1).accountId, malls[0] ?? null)
    await expect(plan({}, null, bossOf(1))).rejects.toBeInstanceOf(NotFound)
  })

  it('refuses what lies in the past and whoever is not of the place, and writes nothing', async () => {
    expect(await plan({ on0: '2026-03-09' })).toMatchObject({ reason: 'classroom:refusal.past' })
    expect(await plan({ organiser0: '小郑' })).toMatchObject({ reason: 'classroom:refusal.organiser.unknown' })
    expect(await plan({ organiser0: '13800000009' })).toMatchObject({ kind: 'planned' })
    expect(await plan({ organiser0: '责任人1（商场1）' })).toMatchObject({ kind: 'planned' })
    expect(await db().trainingClass.count()).toBe(2)
  })
})

describe('asking the list', () => {
  it('asks all who are neither covered nor excused nor gone, once', async () => {
    await heldFor(1)
    const id = await planned()
    expect(await invite(id)).toEqual({ kind: 'invited', count: 2 })
    expect(asked(id)).toEqual(['line-2', 'line-3'])
    expect(await invite(id)).toMatchObject({ reason: 'classroom:refusal.nobodyLeft' })
    expect(await db().classInvitation.count()).toBe(2)
  })

  it('does not ask to two classes, but whom the leader chooses by name', async () => {
    const first = await planned()
    const other = await planned({ on0: '2026-03-27', on1: '2026-03-27' })
    expect(await invite(first, ['line-1', 'line-2'])).toEqual({ kind: 'invited', count: 2 })
    expect(await invite(other)).toEqual({ kind: 'invited', count: 1 })
    expect(asked(other)).toEqual(['line-3'])
    expect(await invite(other, ['line-1', 'line-of-another'])).toEqual({ kind: 'invited', count: 1 })
    expect(await invite(other, [])).toMatchObject({ reason: 'classroom:refusal.nobodyChosen' })
  })

  it('waits until the list is frozen, passes over the excused, and is for the leader alone', async () => {
    const open = await madeProgramme('street', [{ id: 'open', subjectId: malls[0]?.id ?? '', unitId: malls[0]?.id ?? '' }], {
      isFrozen: false,
    })
    const early = await madeClass(open, bodyOf())
    expect(await invite(early)).toMatchObject({ reason: 'classroom:refusal.notFrozen' })
    const id = await planned()
    await transact((tx) =>
      recordProgrammeStep(tx, {
        id: 'excuse',
        programmeId: programme,
        kind: 'excused',
        at: morning,
        by: 'system',
        detail: { member: 'line-2', why: '装修停业' },
      }),
    )
    await expect(invite(id, null, organiser)).rejects.toBeInstanceOf(NotFound)
    await expect(invite(id, null, bossOf(1))).rejects.toBeInstanceOf(NotFound)
    expect(await invite(id)).toEqual({ kind: 'invited', count: 2 })
    expect(asked(id)).toEqual(['line-1', 'line-3'])
  })
})

describe('a make-up class', () => {
  it('is planned like the one before and asks everybody who is missing at once', async () => {
    const missed = await heldFor(1, 3)
    expect(await plan({}, missed)).toMatchObject({ kind: 'planned', invited: 1 })
    const [made] = await db().trainingClass.findMany({ where: { makesUp: missed } })
    expect(asked(made?.id ?? '')).toEqual(['line-2'])
    await expect(plan({}, 'no-class')).rejects.toBeInstanceOf(NotFound)
    const foreign = await madeClass(await madeProgramme('county', []), bodyOf())
    await expect(plan({}, foreign)).rejects.toBeInstanceOf(NotFound)
  })

  it('does not ask again whoever is asked to a class that is still to come', async () => {
    const missed = await heldFor(1)
    await planned({}, missed)
    expect(await plan({ on0: '2026-03-28', on1: '2026-03-28' }, missed)).toMatchObject({ invited: 0 })
  })
})

describe('changing a class', () => {
  it('keeps what it was before, and everybody’s seat', async () => {
    const id = await planned()
    await invite(id)
    for (const nth of [1, 2, 3]) await comes(nth, id)
    const room = (await classAnywhere(id))?.body.classrooms[0]?.id ?? ''
    expect(await change(id, { roomid0: room, seats0: '1' })).toMatchObject({ reason: 'classroom:refusal.fewerSeats', field: 'seats0' })
    expect(await change(id, { seats0: '5' })).toMatchObject({ reason: 'classroom:refusal.roomTaken' })
    expect(await change(id, { roomid0: room, seats0: '3', on0: '2026-03-21' })).toEqual({ kind: 'changed' })
    expect(await classAnywhere(id)).toMatchObject({ revision: 2, body: { title: '改过的第一期', classrooms: [{ id: room, seats: 3 }] } })
    expect(await db().classRevision.count({ where: { classId: id } })).toBe(2)
  })

  it('stops when the class is closed or called off, and is for the leader alone', async () => {
    const id = await planned()
    await expect(change(id, {}, morning, organiser)).rejects.toBeInstanceOf(NotFound)
    const off = (who = leader, now = morning) => callOffClass(actingPerson(who, now), { classId: id, reason: '场地停电' })
    await expect(off(organiser)).rejects.toBeInstanceOf(NotFound)
    expect(await off(leader, new Date('2026-03-20T15:00:00+08:00'))).toMatchObject({ reason: 'classroom:refusal.heldAlready' })
    expect(await off()).toEqual({ kind: 'called-off' })
    expect(await off()).toMatchObject({ reason: 'classroom:refusal.calledOff' })
    expect(await change(id, {})).toMatchObject({ reason: 'classroom:refusal.closed' })
    expect(await invite(id)).toMatchObject({ reason: 'classroom:refusal.closed' })
    expect((await classAnywhere(id))?.steps).toMatchObject([{ kind: 'called-off', detail: { reason: '场地停电' } }])
    expect((await actsSoFar()).sort()).toEqual(['classroom.classCalledOff', 'classroom.classPlanned'])
  })

  it('keeps an organiser who has left his post since', async () => {
    const id = await planned()
    const room = (await classAnywhere(id))?.body.classrooms[0]?.id ?? ''
    await transact((tx) => tx.post.updateMany({ where: { personId: organiser.personId }, data: { to: '2026-03-01' } }))
    expect(await change(id, { roomid0: room })).toEqual({ kind: 'changed' })
    expect(await change(id, { roomid0: room, organiser0: '小吴' })).toEqual({ kind: 'changed' })
    expect(await change(id, { roomid0: room })).toMatchObject({ reason: 'classroom:refusal.organiser.unknown' })
  })
})
