import { beforeAll, describe, expect, it } from 'vitest'
import { db } from '~/data/db.server'
import { transact } from '~/data/transact.server'
import { certificateNumber, numberBodyLength } from '~/domain/credentials/number'
import type { SameAs } from '~/domain/org/joining'
import { civilDay } from '~/domain/shared/civil-day'
import { type Day, parseDay } from '~/domain/shared/day'
import { NotFound } from '~/domain/shared/faults'
import { isRefused } from '~/domain/shared/refusal'
import { newCode } from '~/gateways/secrets.server'
import { readSession, startSession } from '~/http/session.server'
import { confirmJoin } from '~/usecases/org/confirm-join.server'
import { declineJoin, reopenJoin } from '~/usecases/org/decline-join.server'
import { type Joiner, requestJoin } from '~/usecases/org/request-join.server'
import { acting, grant, type MadePerson, type MadeUnit, makeEmployee, makeStreet, makeUnit, morning } from '../../factories/unit-people'
import { emptyDatabase } from '../../factories/world'

let mall: MadeUnit
let school: MadeUnit
let li: MadePerson
let head: MadePerson

const day = (text: string): Day => {
  const read = parseDay(text)
  if (read === null) throw new Error(`${text} is no day`)
  return read
}
let phones = 0
const newcomer = (wish: Partial<Joiner> = {}): Joiner => {
  phones += 1
  const phone = `139${String(phones).padStart(8, '0')}`
  return { name: `新人${phones}`, phone, position: 'employee', from: day('2026-03-12'), once: newCode(26), ...wish }
}
type Known = { personId: string; accountId: string; name: string } | null
const ask = async (joiner: Joiner, actor: Known = null, unit = mall) => {
  const outcome = await requestJoin({ code: unit.code, joiner, actor, address: '10.0.0.1', now: morning, today: civilDay(morning) })
  if (isRefused(outcome)) throw new Error(outcome.reason)
  return outcome
}
const passes = {
  gives: () => [
    { kind: 'course', topic: 'pre-job-{position}' },
    { kind: 'course', topic: 'basics' },
  ],
  makeNumber: (year: number) => certificateNumber(year, newCode(numberBodyLength)),
}
const confirm = (joinId: string, same: SameAs = null, more: { position?: string; by?: MadePerson; unit?: MadeUnit } = {}) =>
  confirmJoin(acting((more.by ?? li).accountId), {
    unitId: (more.unit ?? mall).id,
    joinId,
    position: more.position ?? null,
    same,
    passes,
  })
const confirmed = async (...asked: Parameters<typeof confirm>) => {
  const outcome = await confirm(...asked)
  if (isRefused(outcome)) throw new Error(outcome.reason)
  return outcome
}
const personOf = async (joinId: string) => {
  const { person } = await db().joinRequest.findUniqueOrThrow({
    where: { id: joinId },
    include: { person: { include: { account: true } } },
  })
  if (!person.account) throw new Error('every joiner has an account')
  return { personId: person.id, accountId: person.account.id, name: person.name, account: person.account }
}
const pass = (personId: string, id: string, position = 'employee') =>
  transact((tx) =>
    tx.attempt.create({
      data: {
        id,
        personId,
        course: 'pre-job',
        position,
        unitId: mall.id,
        startedAt: morning,
        deadlineAt: morning,
        closedAt: new Date('2026-03-08T02:00:00Z'),
        closedBy: 'person',
        score: 95,
        passed: true,
      },
    }),
  )

beforeAll(async () => {
  await emptyDatabase()
  await makeStreet()
  mall = await makeUnit('临河商场', 'LHSC')
  school = await makeUnit('河西小学', 'HXXX')
  li = await makeEmployee(mall, '李主任', { phone: '13800005555' })
  head = await makeEmployee(school, '陈校长', { phone: '13800006666' })
  await grant(li.accountId, mall)
  await grant(head.accountId, school)
})

describe('asking to join', () => {
  it('makes a provisional person with a staff number, without phone or password on the account', async () => {
    const joiner = newcomer()
    const { joinId } = await ask(joiner)
    const { account } = await personOf(joinId)
    expect(account).toMatchObject({ phone: null, passwordHash: null })
    expect(account.staffNumber).toMatch(/^LHSC-\d{4}$/)
  })

  it('does the same for a phone that is known', async () => {
    const known = await ask(newcomer({ phone: '13800005555' }))
    const unknown = await ask(newcomer())
    expect(Object.keys(known)).toEqual(Object.keys(unknown))
    expect((await personOf(known.joinId)).account).toMatchObject({ phone: null, passwordHash: null })
    expect((await personOf(known.joinId)).personId).not.toBe(li.personId)
  })

  it('twenty times with the same page asks once', async () => {
    const joiner = newcomer()
    const answers = await Promise.all(Array.from({ length: 20 }, () => ask(joiner)))
    expect(new Set(answers.map((answer) => answer.joinId)).size).toBe(1)
    expect(new Set(answers.map((answer) => answer.accountId)).size).toBe(1)
    expect(await db().joinRequest.count({ where: { phone: joiner.phone } })).toBe(1)
  })

  it('with the id of a request instead of its page opens nothing', async () => {
    const { joinId, accountId } = await ask(newcomer())
    const other = await ask(newcomer({ once: joinId }))
    expect(other.accountId).not.toBe(accountId)
  })

  it('again while signed in changes nothing; with another answer it takes the place of the first', async () => {
    const joiner = newcomer()
    const { joinId } = await ask(joiner)
    const actor = await personOf(joinId)
    expect(await ask({ ...joiner, once: newCode(26) }, actor)).toEqual({ kind: 'requested', joinId, accountId: null })
    const changed = await ask({ ...joiner, once: newCode(26), position: 'welder' }, actor)
    expect(changed.joinId).not.toBe(joinId)
    const waiting = await db().joinRequest.findMany({ where: { personId: actor.personId, decidedAt: null } })
    expect(waiting.map((join) => join.position)).toEqual(['welder'])
  })

  it('at another unit while signed in is asked by the same person', async () => {
    const { joinId } = await ask(newcomer(), { ...li, name: '李主任' }, school)
    expect((await personOf(joinId)).personId).toBe(li.personId)
    const outcome = await confirmed(joinId, null, { by: head, unit: school })
    expect(outcome).toMatchObject({ personId: li.personId, merged: false })
    expect(await db().post.count({ where: { personId: li.personId } })).toBe(2)
  })

  it('with a renewed or expired code is refused', async () => {
    const asked = { joiner: newcomer(), actor: null, address: '10.0.0.1', now: morning, today: civilDay(morning) }
    expect(await requestJoin({ ...asked, code: 'ABCD2345' })).toMatchObject({ reason: 'people:refusal.code' })
    expect(await requestJoin({ ...asked, code: null })).toMatchObject({ reason: 'people:refusal.code' })
    const gym = await makeUnit('河西体育馆', 'HXTY')
    const setEnd = (expiresOn: string) => transact((tx) => tx.joinCode.updateMany({ where: { unitId: gym.id }, data: { expiresOn } }))
    await setEnd('2026-03-09')
    expect(await requestJoin({ ...asked, code: gym.code })).toMatchObject({ reason: 'people:refusal.code' })
    await setEnd('2026-03-10')
    expect(await requestJoin({ ...asked, code: gym.code })).toMatchObject({ kind: 'requested' })
  })
})

describe('confirming', () => {
  it('makes the post, and the phone becomes a login name where it is free', async () => {
    const joiner = newcomer()
    const { joinId } = await ask(joiner)
    const { personId, postId, merged } = await confirmed(joinId)
    const post = await db().post.findUniqueOrThrow({ where: { id: postId } })
    expect(post).toMatchObject({ personId, unitId: mall.id, position: 'employee', from: '2026-03-12', to: null })
    expect(post.cardToken).toHaveLength(26)
    expect(merged).toBe(false)
    expect((await personOf(joinId)).account.phone).toBe(joiner.phone)
    expect(await db().auditEntry.count({ where: { act: 'people.joinConfirmed', targetId: personId } })).toBe(1)
  })

  it('by twenty at once makes one post', async () => {
    const { joinId } = await ask(newcomer())
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => confirmed(joinId)))
    expect(new Set(outcomes.map((outcome) => outcome.postId)).size).toBe(1)
    const { personId } = await personOf(joinId)
    expect(await db().post.count({ where: { personId } })).toBe(1)
    expect(await db().auditEntry.count({ where: { act: 'people.joinConfirmed', targetId: personId } })).toBe(1)
  })

  it('writes what was passed while waiting, dated when it was passed', async () => {
    const { joinId } = await ask(newcomer())
    const { personId } = await personOf(joinId)
    await pass(personId, 'attempt-waiting')
    const outcome = await confirmed(joinId)
    expect(outcome.passes).toBe(1)
    const evidence = await db().evidenceEntry.findMany({ where: { subjectId: personId }, orderBy: { topic: 'asc' } })
    expect(evidence.map(({ topic, on, unitId }) => ({ topic, on, unitId }))).toEqual([
      { topic: 'basics', on: '2026-03-08', unitId: mall.id },
      { topic: 'pre-job-employee', on: '2026-03-08', unitId: mall.id },
    ])
    expect(await db().certificate.count({ where: { personId, passedOn: '2026-03-08' } })).toBe(1)
  })

  it('may put the position right', async () => {
    const { joinId } = await ask(newcomer())
    const { postId } = await confirmed(joinId, null, { position: 'welder' })
    expect((await db().post.findUniqueOrThrow({ where: { id: postId } })).position).toBe('welder')
  })

  it('asks first where somebody has that phone, and joins the two where they are one', async () => {
    const old = await makeEmployee(mall, '老周', { phone: '13700000001', to: '2025-06-30' })
    const { joinId } = await ask(newcomer({ name: '周国强', phone: '13700000001' }))
    const provisional = await personOf(joinId)
    await pass(provisional.personId, 'attempt-merged')
    const cookie = await startSession(new Request('http://127.0.0.1/'), provisional.accountId, 'learner', morning, false)
    expect(await confirm(joinId)).toMatchObject({ reason: 'people:refusal.clash' })
    expect(await db().post.count({ where: { personId: provisional.personId } })).toBe(0)
    const outcome = await confirmed(joinId, { personId: old.personId })
    expect(outcome).toMatchObject({ personId: old.personId, merged: true, passes: 1 })
    expect((await db().person.findUniqueOrThrow({ where: { id: provisional.personId } })).mergedIntoId).toBe(old.personId)
    const browser = new Request('http://127.0.0.1/', { headers: { Cookie: cookie.split(';')[0] ?? '' } })
    expect(await readSession(browser, morning)).toBeNull()
    expect(await db().evidenceEntry.count({ where: { subjectId: old.personId } })).toBe(2)
    expect(await db().evidenceEntry.count({ where: { subjectId: provisional.personId } })).toBe(0)
  })

  it('of another person with the same phone leaves the login name where it was', async () => {
    const son = await makeEmployee(mall, '小吴', { phone: '13700000002' })
    const { joinId } = await ask(newcomer({ name: '老吴', phone: '13700000002' }))
    const outcome = await confirmed(joinId, 'other')
    expect(outcome.personId).not.toBe(son.personId)
    expect((await personOf(joinId)).account.phone).toBeNull()
    expect((await db().account.findUniqueOrThrow({ where: { id: son.accountId } })).phone).toBe('13700000002')
  })

  it('cannot make a stranger with another name the same person, nor anybody who does not clash', async () => {
    await makeEmployee(school, '钱老师', { phone: '13700000003' })
    const teacher = await db().person.findFirstOrThrow({ where: { phone: '13700000003' } })
    const { joinId } = await ask(newcomer({ name: '不是他', phone: '13700000003' }))
    expect(await confirm(joinId, { personId: teacher.id })).toMatchObject({ reason: 'people:refusal.otherName' })
    expect(await confirm(joinId, { personId: head.personId })).toMatchObject({ reason: 'people:refusal.clash' })
    const same = await ask(newcomer({ name: '钱老师', phone: '13700000003' }))
    expect(await confirmed(same.joinId, { personId: teacher.id })).toMatchObject({ personId: teacher.id })
  })

  it('of a post that the person holds already makes no second one', async () => {
    const there = await makeEmployee(mall, '冯五', { phone: '13700000004' })
    const { joinId } = await ask(newcomer({ name: '冯五', phone: '13700000004' }))
    expect(await confirmed(joinId, { personId: there.personId })).toMatchObject({ postId: there.postId })
    expect(await db().post.count({ where: { personId: there.personId } })).toBe(1)
  })

  it('follows a person who was merged at another unit meanwhile', async () => {
    const old = await makeEmployee(mall, '卫七', { phone: '13700000005' })
    const joiner = newcomer({ name: '卫七', phone: '13700000005' })
    const { joinId } = await ask(joiner)
    const provisional = await personOf(joinId)
    const second = await ask({ ...joiner, once: newCode(26) }, provisional, school)
    await confirmed(joinId, { personId: old.personId })
    expect(await confirmed(second.joinId, null, { by: head, unit: school })).toMatchObject({ personId: old.personId })
  })

  it('is not for the manager of another unit, nor for a request of another unit', async () => {
    const { joinId } = await ask(newcomer())
    await expect(confirm(joinId, null, { by: head })).rejects.toThrow(NotFound)
    await expect(confirm(joinId, null, { by: head, unit: school })).rejects.toThrow(NotFound)
    const plain = await makeEmployee(mall, '员工')
    await expect(confirm(joinId, null, { by: plain })).rejects.toThrow(NotFound)
  })
})

describe('declining', () => {
  it('can be undone, and a declined request cannot be confirmed by a stale page', async () => {
    const { joinId } = await ask(newcomer())
    const asked = { unitId: mall.id, joinId }
    expect(await declineJoin(acting(li.accountId), asked)).toEqual({ kind: 'declined' })
    expect(await declineJoin(acting(li.accountId), asked)).toEqual({ kind: 'declined' })
    expect(await confirm(joinId)).toMatchObject({ reason: 'people:refusal.decided' })
    expect(await reopenJoin(acting(li.accountId), asked)).toEqual({ kind: 'reopened' })
    expect(await confirm(joinId)).toMatchObject({ kind: 'confirmed' })
    expect(await declineJoin(acting(li.accountId), asked)).toMatchObject({ reason: 'people:refusal.decided' })
    expect(await db().auditEntry.count({ where: { targetId: joinId } })).toBe(2)
  })

  it('is not for the manager of another unit', async () => {
    const { joinId } = await ask(newcomer())
    await expect(declineJoin(acting(head.accountId), { unitId: mall.id, joinId })).rejects.toThrow(NotFound)
    await expect(declineJoin(acting(head.accountId), { unitId: school.id, joinId })).rejects.toThrow(NotFound)
  })
})
