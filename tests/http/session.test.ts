import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { endSessionsOf } from '~/data/accounts/account-writers.server'
import { db } from '~/data/db.server'
import { transact } from '~/data/transact.server'
import { endAllSessions, notePassword, readSession, startSession } from '~/http/session.server'
import { type MadePerson, makeEmployee, makeStreet, makeUnit, morning } from '../factories/unit-people'
import { emptyDatabase } from '../factories/world'

const minutes = (count: number) => new Date(morning.getTime() + count * 60_000)
const days = (count: number) => minutes(count * 24 * 60)
const bare = new Request('http://127.0.0.1/')
const withCookie = (header: string) => new Request('http://127.0.0.1/', { headers: { Cookie: header.split(';')[0] ?? '' } })
const begin = async (kind: 'console' | 'learner', request = bare) =>
  withCookie(await startSession(request, wang.accountId, kind, morning, true))

let wang: MadePerson
beforeAll(async () => {
  await emptyDatabase()
  await makeStreet()
  wang = await makeEmployee(await makeUnit('临河商场', 'LHSC'), '王明')
})
beforeEach(() => transact((tx) => endSessionsOf(tx, wang.accountId)))

describe('a session', () => {
  it('on a console ends when it was not used for thirty minutes', async () => {
    const browser = await begin('console')
    expect(await readSession(browser, new Date(minutes(30).getTime() - 1))).not.toBeNull()
    const other = await begin('console')
    expect(await readSession(other, minutes(30))).toBeNull()
  })

  it('on a console that is used goes on, and ends after twelve hours all the same', async () => {
    const browser = await begin('console')
    for (let at = 20; at < 12 * 60; at += 20) expect(await readSession(browser, minutes(at))).not.toBeNull()
    expect(await readSession(browser, new Date(minutes(12 * 60).getTime() - 1))).not.toBeNull()
    expect(await readSession(browser, minutes(12 * 60))).toBeNull()
  })

  it('on a phone lasts thirty days unused and a hundred and eighty in all', async () => {
    const browser = await begin('learner')
    expect(await readSession(browser, new Date(days(30).getTime() - 1))).not.toBeNull()
    for (let at = 50; at < 180; at += 25) expect(await readSession(browser, days(at))).not.toBeNull()
    expect(await readSession(browser, days(180))).toBeNull()
  })

  it('may end a minute early for want of a write, never late', async () => {
    const browser = await begin('console')
    await readSession(browser, new Date(minutes(1).getTime() - 1))
    expect(await readSession(browser, minutes(30))).toBeNull()
    const used = await begin('console')
    await readSession(used, minutes(1))
    expect(await readSession(used, new Date(minutes(31).getTime() - 1))).not.toBeNull()
    expect(await readSession(used, minutes(61))).toBeNull()
  })

  it('cannot be taken from a stolen table', async () => {
    const browser = await begin('console')
    const [row] = await db().session.findMany()
    expect(browser.headers.get('Cookie')).not.toContain(row?.id ?? 'no row')
    expect(await readSession(withCookie(`mingbai_session=${row?.id}`), morning)).toBeNull()
  })

  it('gets a new id when somebody signs in, and the old one is worth nothing', async () => {
    const first = await begin('learner')
    const second = await begin('learner', first)
    expect(second.headers.get('Cookie')).not.toBe(first.headers.get('Cookie'))
    expect(await readSession(first, morning)).toBeNull()
    expect(await readSession(second, morning)).not.toBeNull()
  })

  it('ends everywhere at once', async () => {
    const [phone, office] = [await begin('learner'), await begin('console')]
    await endAllSessions(wang.accountId)
    expect(await readSession(phone, morning)).toBeNull()
    expect(await readSession(office, morning)).toBeNull()
  })

  it('that proves the password again never outlives its absolute end', async () => {
    const browser = await begin('console')
    for (let at = 20; at <= 700; at += 20) await readSession(browser, minutes(at))
    const signedIn = await readSession(browser, minutes(715))
    if (!signedIn) throw new Error('still signed in')
    await notePassword(signedIn, minutes(715))
    expect((await readSession(browser, minutes(716)))?.passwordAt).toEqual(minutes(715))
    expect(await readSession(browser, minutes(720))).toBeNull()
  })

  it('of a person who was merged into another signs nobody in', async () => {
    const other = await makeEmployee(await makeUnit('河西小学', 'HXXX'), '王明')
    const browser = withCookie(await startSession(bare, other.accountId, 'learner', morning, false))
    await transact((tx) => tx.person.update({ where: { id: other.personId }, data: { mergedIntoId: wang.personId } }))
    expect(await readSession(browser, morning)).toBeNull()
  })
})
