import fs from 'node:fs'
import path from 'node:path'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { db } from '~/data/db.server'
import { transact } from '~/data/transact.server'
import { civilDay } from '~/domain/shared/civil-day'
import { isRefused } from '~/domain/shared/refusal'
import { settings } from '~/env.server'
import { closeLimits, count, limits, networkOf } from '~/gateways/limits.server'
import { passwordWork } from '~/gateways/passwords.server'
import { callerAddress } from '~/http/caller.server'
import { signIn } from '~/usecases/accounts/sign-in.server'
import { grant, type MadePerson, type MadeUnit, makeEmployee, makeStreet, makeUnit, morning } from '../../factories/unit-people'
import { emptyDatabase } from '../../factories/world'

const phone = '13800001234'
const password = '河边有三棵老槐树'
let unit: MadeUnit
let wang: MadePerson

type Try = { login?: string; password?: string; address?: string; device?: string | null }
const attempt = async ({ login = phone, password: given = 'not his password', address = '10.0.0.9', device = null }: Try) => {
  const outcome = await signIn({
    login,
    password: given,
    address,
    device,
    newDevice: `FRESH${login}${address}`,
    now: morning,
    today: civilDay(morning),
  })
  return isRefused(outcome) ? outcome.reason.replace('accounts:refusal.', '') : outcome.session
}
const times = async (many: number, one: Try | ((index: number) => Try)) => {
  const answers: string[] = []
  for (let index = 0; index < many; index += 1) answers.push(await attempt(typeof one === 'function' ? one(index) : one))
  return answers
}

beforeAll(async () => {
  await emptyDatabase()
  await makeStreet()
  unit = await makeUnit('临河商场', 'LHSC')
  wang = await makeEmployee(unit, '王明', { phone, password })
})
beforeEach(() => {
  closeLimits()
  for (const suffix of ['', '-wal', '-shm']) fs.rmSync(path.join(settings().dataFolder, `limits.db${suffix}`), { force: true })
})

describe('signing in', () => {
  it('works by phone and by staff number, however they are typed', async () => {
    expect(await attempt({ password })).toBe('learner')
    expect(await attempt({ login: '+86 138-0000-1234', password })).toBe('learner')
    expect(await attempt({ login: wang.staffNumber.toLowerCase(), password })).toBe('learner')
  })

  it('gives whoever holds a grant a console session', async () => {
    const manager = await makeEmployee(unit, '李主任', { phone: '13800005555', password })
    await grant(manager.accountId, unit)
    expect(await attempt({ login: '13800005555', password })).toBe('console')
  })

  it('answers alike for a wrong password, an unknown phone, and an account without a password', async () => {
    const silent = await makeEmployee(unit, '赵四')
    expect(await attempt({})).toBe('signIn')
    expect(await attempt({ login: '13999999999' })).toBe('signIn')
    expect(await attempt({ login: silent.staffNumber })).toBe('signIn')
    expect(await attempt({ login: 'no such number' })).toBe('signIn')
  })

  it('does the same work for unknown phones, accounts without a password and wrong passwords', async () => {
    const silent = await makeEmployee(unit, '钱五')
    const work = async (one: Try) => {
      const before = passwordWork()
      await attempt(one)
      return passwordWork() - before
    }
    expect(await work({ address: '10.1.1.1' })).toBe(1)
    expect(await work({ address: '10.1.1.2', password })).toBe(1)
    expect(await work({ login: '13900000010', address: '10.1.1.3' })).toBe(1)
    expect(await work({ login: 'no such number', address: '10.1.1.4' })).toBe(1)
    expect(await work({ login: silent.staffNumber, address: '10.1.1.5' })).toBe(1)
  })

  it('tells who proves the password of a merged account where he went, and nobody else', async () => {
    const joined = await makeEmployee(unit, '孙二', { password })
    await transact((tx) => tx.person.update({ where: { id: joined.personId }, data: { mergedIntoId: wang.personId } }))
    expect(await attempt({ login: joined.staffNumber, password })).toBe('merged')
    expect(await attempt({ login: joined.staffNumber })).toBe('signIn')
  })
})

describe('guessing', () => {
  it('is stopped after five wrong tries from one address, also with the right password', async () => {
    expect(await times(6, {})).toEqual(['signIn', 'signIn', 'signIn', 'signIn', 'signIn', 'tooMany'])
    expect(await attempt({ password })).toBe('tooMany')
  })

  it('is stopped alike for accounts that do not exist', async () => {
    expect((await times(6, { login: '13999999999' })).at(-1)).toBe('tooMany')
  })

  it('at once counts every try', async () => {
    const answers = await Promise.all(Array.from({ length: 40 }, () => attempt({})))
    expect(answers.filter((answer) => answer === 'signIn')).toHaveLength(5)
  })

  it('survives a restart', async () => {
    await times(6, {})
    closeLimits()
    expect(await attempt({ password })).toBe('tooMany')
  })

  it('earns nothing by rotating X-Forwarded-For', async () => {
    const address = (forged: string) => callerAddress('10.0.0.9', forged, 0)
    expect((await times(6, (index) => ({ address: address(`1.2.3.${index}`) }))).at(-1)).toBe('tooMany')
    const behindOne = (forged: string) => callerAddress('127.0.0.1', `${forged}, 10.0.0.8`, 1)
    expect((await times(6, (index) => ({ address: behindOne(`1.2.3.${index}`) }))).at(-1)).toBe('tooMany')
  })

  it('earns nothing by walking through one IPv6 network', async () => {
    expect((await times(6, (index) => ({ address: `2001:db8:1:2::${index + 1}` }))).at(-1)).toBe('tooMany')
    expect(networkOf('2001:db8:1:2:ffff::9')).toBe(networkOf('2001:0db8:0001:0002::1'))
    expect(networkOf('10.1.2.3:4711')).toBe(networkOf('10.1.2.3'))
    expect(networkOf('2001:db8:1:3::1')).not.toBe(networkOf('2001:db8:1:2::1'))
    expect(networkOf('::ffff:10.0.0.9')).toBe('10.0.0.9')
  })

  it('from many addresses is stopped for the account after five, and the audit log says so once', async () => {
    const slowed = () => db().auditEntry.count({ where: { act: 'accounts.signInsSlowed', targetId: wang.accountId } })
    const before = await slowed()
    const answers = await times(40, (index) => ({ address: `10.2.${index}.1` }))
    expect(answers.filter((answer) => answer === 'signIn')).toHaveLength(limits.account.points)
    expect(await slowed()).toBe(before + 1)
  })

  it('by phone and by staff number is guessing at one account', async () => {
    const before = passwordWork()
    await times(20, (index) => ({ login: [phone, wang.staffNumber, '１３８ 0000 1234', '+86 13800001234'][index % 4] ?? phone }))
    expect(passwordWork() - before).toBe(limits.account.points)
  })

  it('does not lock the owner out: his browser has signed in before', async () => {
    expect(await attempt({ password, address: '10.3.0.1', device: 'HIS' })).toBe('learner')
    await times(limits.account.points + 5, (index) => ({ address: `10.2.${index}.1` }))
    expect(await attempt({ password, address: '10.3.0.1' })).toBe('tooMany')
    expect(await attempt({ password, address: '10.77.0.1', device: 'HIS' })).toBe('learner')
    expect(await attempt({ login: wang.staffNumber, password, address: '10.77.0.1', device: 'HIS' })).toBe('learner')
  })

  it('wins no new tries when the owner signs in meanwhile', async () => {
    await times(3, (index) => ({ address: `10.4.${index}.1` }))
    expect(await attempt({ password, address: '10.5.0.1' })).toBe('learner')
    expect(await times(3, (index) => ({ address: `10.6.${index}.1` }))).toEqual(['signIn', 'signIn', 'tooMany'])
  })

  it('at many accounts from one address is stopped, and costs none of them a try', async () => {
    for (let index = 0; index < limits.address.points; index += 1) await count('address', '10.0.0.9')
    expect((await times(8, {})).at(-1)).toBe('tooMany')
    expect(await attempt({ password, address: '10.7.0.1' })).toBe('learner')
  })

  it('by a neighbour behind the same address does not lock out the browser that was there before', async () => {
    expect(await attempt({ password, address: '10.3.0.1', device: 'HIS' })).toBe('learner')
    await times(8, { address: '10.3.0.1', device: 'NEIGHBOUR' })
    expect(await attempt({ password, address: '10.3.0.1', device: 'NEIGHBOUR' })).toBe('tooMany')
    expect(await attempt({ password, address: '10.3.0.1', device: 'HIS' })).toBe('learner')
  })

  it('in a stolen browser is stopped too', async () => {
    await attempt({ password, device: 'HIS' })
    expect((await times(limits.device.points + 1, { device: 'HIS' })).at(-1)).toBe('tooMany')
  })

  it('leaves a village behind one address alone: right passwords cost nothing', async () => {
    for (let index = 0; index < 12; index += 1) expect(await attempt({ password })).toBe('learner')
    await times(4, {})
    for (let index = 0; index < 12; index += 1) expect(await attempt({ password })).toBe('learner')
  })
})
