import { beforeAll, describe, expect, it } from 'vitest'
import { db } from '~/data/db.server'
import { civilDay } from '~/domain/shared/civil-day'
import { Forbidden, NotFound } from '~/domain/shared/faults'
import { isRefused } from '~/domain/shared/refusal'
import { readSession, startSession } from '~/http/session.server'
import { enterBySlip } from '~/usecases/accounts/enter-by-slip.server'
import { setPassword } from '~/usecases/accounts/set-password.server'
import { signIn } from '~/usecases/accounts/sign-in.server'
import { issueSlip } from '~/usecases/org/issue-slip.server'
import { acting, grant, type MadePerson, type MadeUnit, makeEmployee, makeStreet, makeUnit, morning } from '../../factories/unit-people'
import { emptyDatabase } from '../../factories/world'

const today = civilDay(morning)
const password = '河边有三棵老槐树'
let mall: MadeUnit
let school: MadeUnit
let li: MadePerson

const later = (days: number, minus = 0) => new Date(morning.getTime() + days * 86_400_000 - minus)
const issue = async (accountId: string, reset = false, by = li) => {
  const outcome = await issueSlip(acting(by.accountId), { accountId, unitId: mall.id, reset })
  if (isRefused(outcome)) throw new Error(outcome.reason)
  return outcome
}
const enter = async (code: string, now = morning) => {
  const outcome = await enterBySlip({ code, address: '10.0.0.1', device: 'D', now, today })
  return isRefused(outcome) ? outcome.reason : outcome.accountId
}
const canSignIn = async (login: string, given: string) =>
  !isRefused(await signIn({ login, password: given, address: '10.0.0.2', device: null, newDevice: 'N', now: morning, today }))
const signedIn = async (accountId: string) => {
  const cookie = await startSession(new Request('http://127.0.0.1/'), accountId, 'learner', morning, false)
  return new Request('http://127.0.0.1/', { headers: { Cookie: cookie.split(';')[0] ?? '' } })
}

beforeAll(async () => {
  await emptyDatabase()
  await makeStreet()
  mall = await makeUnit('临河商场', 'LHSC')
  school = await makeUnit('河西小学', 'HXXX')
  li = await makeEmployee(mall, '李主任', { phone: '13800005555', password })
  await grant(li.accountId, mall)
})

describe('a one-time slip', () => {
  it('signs in once, is read in any spelling, and asks for a password first', async () => {
    const zhao = await makeEmployee(mall, '赵四')
    const { code, logins } = await issue(zhao.accountId)
    expect(code).toMatch(/^[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}$/)
    expect(logins).toEqual([zhao.staffNumber])
    expect(await enter(code.toLowerCase().replaceAll('-', ' '))).toBe(zhao.accountId)
    expect(await enter(code)).toBe('accounts:refusal.slip')
    const session = await readSession(await signedIn(zhao.accountId), morning)
    expect(session?.mustSetPassword).toBe(true)
  })

  it('used by twenty at once lets one in', async () => {
    const zhao = await makeEmployee(mall, '赵五')
    const { code } = await issue(zhao.accountId)
    const answers = await Promise.all(Array.from({ length: 20 }, () => enter(code)))
    expect(answers.filter((answer) => answer === zhao.accountId)).toHaveLength(1)
  })

  it('is valid for seven days', async () => {
    const zhao = await makeEmployee(mall, '赵六')
    const { code } = await issue(zhao.accountId)
    expect(await enter(code, later(7))).toBe('accounts:refusal.slip')
    expect(await enter(code, later(7, 1))).toBe(zhao.accountId)
  })

  it('ends the earlier one', async () => {
    const zhao = await makeEmployee(mall, '赵七')
    const { code: first } = await issue(zhao.accountId)
    const { code: second } = await issue(zhao.accountId)
    expect(await enter(first)).toBe('accounts:refusal.slip')
    expect(await enter(second)).toBe(zhao.accountId)
  })

  it('keeps only a hash of its code', async () => {
    const zhao = await makeEmployee(mall, '赵八')
    const { code } = await issue(zhao.accountId)
    expect(JSON.stringify(await db().slip.findMany())).not.toContain(code.replaceAll('-', ''))
    expect(JSON.stringify(await db().auditEntry.findMany())).not.toContain(code.replaceAll('-', ''))
  })

  it('leaves the old password until it is used; a reset ends it at once, with every session', async () => {
    const qian = await makeEmployee(mall, '钱一', { password })
    const browser = await signedIn(qian.accountId)
    await issue(qian.accountId)
    expect(await canSignIn(qian.staffNumber, password)).toBe(true)
    expect(await readSession(browser, morning)).not.toBeNull()
    await issue(qian.accountId, true)
    expect(await canSignIn(qian.staffNumber, password)).toBe(false)
    expect(await readSession(browser, morning)).toBeNull()
    expect(await db().auditEntry.count({ where: { act: 'accounts.passwordReset', targetId: qian.accountId } })).toBe(1)
  })

  it('is not for people of other units, for people with rights, or for people who also work elsewhere', async () => {
    const stranger = await makeEmployee(school, '孙一')
    await expect(issueSlip(acting(li.accountId), { accountId: stranger.accountId, unitId: mall.id, reset: false })).rejects.toThrow(
      NotFound,
    )
    await expect(issueSlip(acting(li.accountId), { accountId: stranger.accountId, unitId: school.id, reset: false })).rejects.toThrow(
      NotFound,
    )
    await expect(issueSlip(acting(li.accountId), { accountId: stranger.accountId, unitId: null, reset: false })).rejects.toThrow(Forbidden)
    const boss = await makeEmployee(mall, '周局')
    await grant(boss.accountId, null)
    expect(await issueSlip(acting(li.accountId), { accountId: boss.accountId, unitId: mall.id, reset: false })).toMatchObject({
      reason: 'people:refusal.reach.grants',
    })
    await expect(issue(stranger.accountId, false, boss)).rejects.toThrow(NotFound)
    expect(await issueSlip(acting(boss.accountId), { accountId: stranger.accountId, unitId: null, reset: true })).toMatchObject({
      kind: 'issued',
    })
  })

  it('is not for people who have left', async () => {
    const gone = await makeEmployee(mall, '吴九', { to: '2026-03-09' })
    await expect(issue(gone.accountId)).rejects.toThrow(NotFound)
    const last = await makeEmployee(mall, '吴十', { to: '2026-03-10' })
    expect(await issue(last.accountId)).toMatchObject({ kind: 'issued' })
  })
})

describe('a password', () => {
  const set = (accountId: string, present: string | null, wish: string) =>
    setPassword({ accountId, sessionId: `session of ${accountId}`, present, password: wish, now: morning, today })

  it('is set without the present one where there is none, and ends every session', async () => {
    const zhao = await makeEmployee(mall, '郑一')
    const browser = await signedIn(zhao.accountId)
    expect(await set(zhao.accountId, null, password)).toMatchObject({ kind: 'entered', session: 'learner' })
    expect(await readSession(browser, morning)).toBeNull()
    expect(await canSignIn(zhao.staffNumber, password)).toBe(true)
  })

  it('is changed only with the present one, which may be guessed at five times', async () => {
    const zhao = await makeEmployee(mall, '郑二', { password })
    expect(await set(zhao.accountId, null, '另一句记得住的话')).toMatchObject({ reason: 'accounts:refusal.present' })
    for (let index = 0; index < 4; index += 1) await set(zhao.accountId, 'a wrong one', '另一句记得住的话')
    expect(await set(zhao.accountId, password, '另一句记得住的话')).toMatchObject({ reason: 'accounts:refusal.tooMany' })
    expect(await canSignIn(zhao.staffNumber, password)).toBe(true)
  })

  it('is the same whichever width its letters are typed in', async () => {
    const zhao = await makeEmployee(mall, '郑三')
    await set(zhao.accountId, null, 'Ｒiver bank ７')
    expect(await canSignIn(zhao.staffNumber, 'River bank 7')).toBe(true)
  })

  it('is not the login, not short and not one that everybody tries', async () => {
    const zhao = await makeEmployee(mall, '郑四', { phone: '13811112222' })
    expect(await set(zhao.accountId, null, '13811112222')).toMatchObject({ reason: 'accounts:refusal.password.login', field: 'password' })
    expect(await set(zhao.accountId, null, '12345678')).toMatchObject({ reason: 'accounts:refusal.password.common' })
    expect(await set(zhao.accountId, null, 'seven77')).toMatchObject({ reason: 'accounts:refusal.password.short' })
  })
})
