import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { db } from '~/data/db.server'
import { alphabet } from '~/domain/shared/codes'
import { closeLimits } from '~/gateways/limits.server'
import { startSession } from '~/http/session.server'
import { loader as certificate } from '~/routes/credentials+/C.$token'
import { loader as card } from '~/routes/duties+/cards.$postId'
import { loader as gate } from '~/routes/duties+/G.$token'
import { loader as me } from '~/routes/duties+/me'
import { loader as join } from '~/routes/org+/U.$code'
import { loader as code } from '~/routes/outreach+/code'
import { type MadePerson, type MadeUnit, makeEmployee, makeStreet, makeUnit, morning } from '../../factories/unit-people'
import { emptyDatabase, setClock } from '../../factories/world'
import { hostileValues, opens } from './sending'

let mall: MadeUnit
let wang: MadePerson
let zhao: MadePerson
let token = ''

beforeAll(async () => {
  await emptyDatabase()
  setClock(morning.toISOString())
  await makeStreet()
  mall = await makeUnit('临河商场', 'LHSC')
  wang = await makeEmployee(mall, '王明')
  zhao = await makeEmployee(mall, '赵四')
  token = (await db().post.findUniqueOrThrow({ where: { id: wang.postId } })).cardToken
})
beforeEach(() => closeLimits())

const flippedAt = (text: string, nth: number) => {
  const next = alphabet[(alphabet.indexOf(text.charAt(nth)) + 1) % alphabet.length] ?? ''
  return text.slice(0, nth) + next + text.slice(nth + 1)
}

/** What the certificate's page says; an unknown proof is an answer, not a missing page. */
const proofOf = async (wrong: string, address: string) => {
  const request = new Request('http://127.0.0.1:3000/C/x')
  return (await certificate({ request, params: { token: wrong }, context: { address, requestId: 't' } })).data.check
}
const unknown = { state: 'unknown', asked: '2026年3月10日' }

describe('a code', () => {
  it('with any one character flipped opens nobody’s card and no unit', async () => {
    expect((await opens(gate, { path: `/G/${token}`, params: { token }, address: '10.1.0.1' })).status).toBe(200)
    for (let nth = 0; nth < token.length; nth += 1) {
      const wrong = flippedAt(token, nth)
      const address = `10.2.${nth}.1`
      expect((await opens(gate, { path: `/G/${wrong}`, params: { token: wrong }, address })).status).toBe(404)
      expect(await proofOf(wrong, address)).toEqual(unknown)
    }
    for (let nth = 0; nth < mall.code.length; nth += 1) {
      const wrong = flippedAt(mall.code, nth)
      expect((await opens(join, { path: `/U/${wrong}`, params: { code: wrong }, address: `10.3.${nth}.1` })).status).toBe(404)
    }
  })

  it.each(hostileValues.map((value) => [JSON.stringify(value.slice(0, 30)), value]))(
    '%s is answered like any unknown one',
    async (_shown, value) => {
      const typed = encodeURIComponent(value.replace(/[\ud800-\udfff]/gu, ''))
      expect((await opens(gate, { path: '/G/x', params: { token: value }, address: '10.4.0.9' })).status).toBe(404)
      expect((await opens(join, { path: '/U/x', params: { code: value }, address: '10.4.1.9' })).status).toBe(404)
      expect(await proofOf(value, '10.4.2.9')).toEqual(unknown)
      expect((await opens(code, { path: `/code?code=${typed}`, address: '10.5.0.1' })).status).toBeLessThan(500)
    },
  )
})

describe('other people’s pages', () => {
  it('are not found by their ids', async () => {
    const cookie = (await startSession(new Request('http://127.0.0.1/'), wang.accountId, 'learner', morning, true)).split(';')[0] ?? ''
    expect((await opens(card, { path: '/cards/own', params: { postId: wang.postId }, cookie })).status).toBe(200)
    for (const postId of [zhao.postId, wang.personId, `${wang.postId} `, ...hostileValues.filter((value) => value !== '')])
      expect((await opens(card, { path: '/cards/x', params: { postId }, cookie })).status).toBe(404)
  })

  it('stay closed to a session whose cookie was changed', async () => {
    const cookie = (await startSession(new Request('http://127.0.0.1/'), wang.accountId, 'learner', morning, true)).split(';')[0] ?? ''
    for (const forged of [
      cookie.slice(0, -1),
      `${cookie}A`,
      flippedAt(cookie, cookie.length - 1),
      cookie.replace(/=.*/, '=__proto__'),
      `${cookie}%00`,
    ])
      expect(await opens(me, { path: '/me', cookie: forged })).toMatchObject({ status: 302, to: '/sign-in?next=%2Fme' })
  })
})
