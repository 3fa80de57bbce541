import { afterEach, beforeAll, expect, it, vi } from 'vitest'
import { transact } from '~/data/transact.server'
import { passwordWork } from '~/gateways/passwords.server'
import { hashOf, newId } from '~/gateways/secrets.server'
import { callerAddress } from '~/http/caller.server'
import { action as signIn } from '~/routes/accounts+/sign-in._index'
import { action as enter } from '~/routes/accounts+/sign-in.slip'
import { type MadePerson, makeEmployee, makeStreet, makeUnit, morning } from '../../factories/unit-people'
import { emptyDatabase, setClock } from '../../factories/world'

const guesses = Number(process.env.GUESSES ?? '300')
const phone = '13800001234'
const password = '河边有三棵老槐树'
const marks = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
let owner: MadePerson

const wide = (text: string) => text.replace(/[!-~]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0))
const ways = [
  () => phone,
  () => wide(phone),
  () => `+86 ${phone}`,
  () => `0086${phone}`,
  () => '138-0000-1234',
  () => ` 138 0000\u30001234 `,
  () => owner.staffNumber,
  () => owner.staffNumber.toLowerCase(),
  () => wide(owner.staffNumber),
  () => owner.staffNumber.split('').join(' '),
]
const one = (list: readonly string[], nth: number) => list[nth % list.length] ?? ''
const anywhere = (nth: number) => `${1 + (nth % 223)}.${(nth >> 3) % 256}.${(nth * 7) % 256}.${nth % 254}`

type Sent = { login: string; secret: string; socket: string; proxies: number; headers?: Record<string, string> }
/** A sign-in as the server hands it on: the address is what it believes of the caller's headers. */
async function send({ login, secret, socket, proxies, headers = {} }: Sent): Promise<Response | null> {
  const request = new Request('http://127.0.0.1:3000/sign-in', {
    method: 'POST',
    headers,
    body: new URLSearchParams({ login, password: secret }),
  })
  const address = callerAddress(socket, headers['X-Forwarded-For'], proxies)
  const answer = await signIn({ request, params: {}, context: { address, requestId: 't' } })
  return answer instanceof Response ? answer : null
}

const rotating = (nth: number, through?: string): Record<string, string> => ({
  'X-Forwarded-For': through === undefined ? anywhere(nth) : `${anywhere(nth)}, ${through}`,
  'X-Real-IP': anywhere(nth + 1),
  'X-Client-IP': anywhere(nth + 2),
  'CF-Connecting-IP': anywhere(nth + 3),
  Forwarded: `for=${anywhere(nth + 4)}`,
  'User-Agent': `Mozilla/5.0 (${nth})`,
  'Accept-Language': one(['zh-CN', 'en', 'de', 'ug'], nth),
  Cookie: `mingbai_browser=${Array.from({ length: 32 }, (_, at) => marks[(nth * (at + 3)) % 32]).join('')}; mingbai_session=${nth}`,
})

/** So many guesses, each otherwise; how many of them were tried, and whether one got in. */
async function guess(proxies: number, from: (nth: number) => { socket: string; through?: string }) {
  const before = passwordWork()
  let entered = 0
  for (let nth = 0; nth < guesses; nth += 1) {
    const { socket, through } = from(nth)
    const login = ways[nth % ways.length]?.() ?? phone
    if (await send({ login, secret: `guess ${nth}`, socket, proxies, headers: rotating(nth, through) })) entered += 1
  }
  return { tried: passwordWork() - before, entered }
}

const isIn = (answer: Response | null) =>
  answer?.status === 302 && answer.headers.getSetCookie().some((one) => one.startsWith('mingbai_session='))

beforeAll(async () => {
  await emptyDatabase()
  setClock(morning.toISOString())
  await makeStreet()
  owner = await makeEmployee(await makeUnit('临河商场', 'LHSC'), '王明', { phone, password })
})
afterEach(() => vi.useRealTimers())

it('whoever guesses from everywhere is tried five times a quarter of an hour, and the owner gets in', { timeout: 3_600_000 }, async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  const quarter = () => vi.setSystemTime(Date.now() + 15 * 60_000 + 1000)
  const first = await send({ login: phone, secret: password, socket: '10.1.0.1', proxies: 0 })
  const mark =
    first?.headers
      .getSetCookie()
      .find((cookie) => cookie.startsWith('mingbai_browser='))
      ?.split(';')[0] ?? ''
  expect(mark).not.toBe('')

  // Nothing stands in front: what the caller writes about his address counts for nothing.
  expect(await guess(0, () => ({ socket: '10.9.9.9' }))).toEqual({ tried: 5, entered: 0 })
  quarter()
  // From as many machines as he likes.
  expect(await guess(0, (nth) => ({ socket: anywhere(nth * 13) }))).toEqual({ tried: 5, entered: 0 })
  expect(await guess(0, () => ({ socket: '10.1.0.1' }))).toEqual({ tried: 0, entered: 0 })
  quarter()
  // Behind a proxy, of which only the last hop is believed.
  expect(await guess(1, (nth) => ({ socket: '127.0.0.1', through: nth % 2 === 0 ? '10.9.9.9' : anywhere(nth) }))).toEqual({
    tried: 5,
    entered: 0,
  })

  const elsewhere = { login: phone, secret: password, socket: '10.77.0.1', proxies: 0 }
  expect(isIn(await send(elsewhere))).toBe(false)
  expect(isIn(await send({ ...elsewhere, headers: { Cookie: mark } }))).toBe(true)
  expect(isIn(await send({ ...elsewhere, login: owner.staffNumber, headers: { Cookie: mark } }))).toBe(true)
  quarter()
  expect(isIn(await send(elsewhere))).toBe(true)
})

it('while he is guessed at, a slip lets the owner in on a new telephone, which is known from then on', async () => {
  await guess(0, (nth) => ({ socket: anywhere(nth) }))
  const code = 'ABCD2345EFGH'
  const slip = { id: newId(morning), accountId: owner.accountId, codeHash: hashOf(code), createdBy: owner.accountId, createdAt: morning }
  await transact((tx) => tx.slip.create({ data: { ...slip, expiresAt: new Date(morning.getTime() + 86_400_000) } }))
  const request = new Request('http://127.0.0.1:3000/sign-in/slip', { method: 'POST', body: new URLSearchParams({ letters: code }) })
  const answer = await enter({ request, params: {}, context: { address: '10.88.0.1', requestId: 't' } })
  if (!(answer instanceof Response)) throw new Error('the slip was refused')
  expect(isIn(answer)).toBe(true)
  const mark =
    answer.headers
      .getSetCookie()
      .find((cookie) => cookie.startsWith('mingbai_browser='))
      ?.split(';')[0] ?? ''
  const before = passwordWork()
  await send({ login: phone, secret: 'mistyped', socket: '10.89.0.1', proxies: 0, headers: { Cookie: mark } })
  expect(passwordWork() - before).toBe(1)
})
