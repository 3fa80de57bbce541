import { beforeAll, describe, expect, it } from 'vitest'
import { startSession } from '~/http/session.server'
import * as account from '~/routes/accounts+/account'
import * as confirmPassword from '~/routes/accounts+/confirm-password'
import * as password from '~/routes/accounts+/password'
import * as signIn from '~/routes/accounts+/sign-in._index'
import * as slip from '~/routes/accounts+/sign-in.slip'
import * as people from '~/routes/org+/units.$unitId.people._index'
import * as slips from '~/routes/org+/units.$unitId.slips.$accountId'
import { grant, type MadePerson, type MadeUnit, makeEmployee, makeStreet, makeUnit } from '../../factories/unit-people'
import { emptyDatabase, setClock } from '../../factories/world'

const secret = '河边有三棵老槐树'
type Handler = (args: {
  request: Request
  params: Record<string, string>
  context: { address: string; requestId: string }
}) => Promise<unknown>
type Asked = { form?: Record<string, string>; cookie?: string; params?: Record<string, string> }

async function ask(handler: Handler, path: string, { form, cookie = '', params = {} }: Asked = {}) {
  const request = new Request(`http://127.0.0.1:3000${path}`, {
    headers: { Cookie: cookie },
    ...(form ? { method: 'POST', body: new URLSearchParams(form) } : {}),
  })
  const answer = await handler({ request, params, context: { address: '10.0.0.1', requestId: 't' } }).catch((thrown: unknown) => thrown)
  if (answer instanceof Error) throw answer
  if (!(answer instanceof Response)) return { status: 200, location: null, cookies: [], body: answer }
  return { status: answer.status, location: answer.headers.get('Location'), cookies: answer.headers.getSetCookie(), body: null }
}
const cookieOf = (cookies: string[]) => cookies.map((cookie) => cookie.split(';')[0]).join('; ')
const signedIn = async (person: MadePerson, at: string, kind: 'console' | 'learner' = 'console') =>
  (await startSession(new Request('http://127.0.0.1/'), person.accountId, kind, new Date(at), true)).split(';')[0] ?? ''

let mall: MadeUnit
let school: MadeUnit
let li: MadePerson
let zhao: MadePerson

beforeAll(async () => {
  await emptyDatabase()
  setClock('2026-03-10T02:00:00.000Z')
  await makeStreet()
  mall = await makeUnit('临河商场', 'LHSC')
  school = await makeUnit('河西小学', 'HXXX')
  li = await makeEmployee(mall, '李主任', { phone: '13800005555', password: secret })
  zhao = await makeEmployee(mall, '赵四')
  await grant(li.accountId, mall)
})

describe('signing in', () => {
  it('goes on to where somebody wanted to be, inside this site only', async () => {
    const form = { login: '13800005555', password: secret }
    expect(await ask(signIn.action, '/sign-in?next=%2Funits%2F7%3Fq%3D1', { form })).toMatchObject({
      status: 302,
      location: '/units/7?q=1',
    })
    for (const next of ['https://evil.example', '//evil.example', '/\\evil.example', 'javascript:alert(1)'])
      expect((await ask(signIn.action, `/sign-in?next=${encodeURIComponent(next)}`, { form })).location).toBe('/')
  })

  it('gives cookies that scripts cannot read and other sites do not send', async () => {
    const { cookies } = await ask(signIn.action, '/sign-in', { form: { login: '13800005555', password: secret } })
    expect(cookies).toHaveLength(2)
    for (const cookie of cookies) expect(cookie).toMatch(/HttpOnly.*SameSite=Lax/i)
  })

  it('shows the form to nobody who is signed in already', async () => {
    const cookie = await signedIn(li, '2026-03-10T02:00:00Z')
    expect(await ask(signIn.loader, '/sign-in?next=%2Fme', { cookie })).toMatchObject({ status: 302, location: '/me' })
  })
})

describe('a slip, from the manager’s printer to a password', () => {
  it('leads nowhere but to a new password', async () => {
    const manager = await signedIn(li, '2026-03-10T02:00:00Z')
    const params = { unitId: mall.id, accountId: zhao.accountId }
    const path = `/units/${mall.id}/slips/${zhao.accountId}`
    const issued = await ask(slips.action, path, { form: { intent: 'issue' }, cookie: manager, params })
    const letters = /[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}/.exec(JSON.stringify(issued.body))?.[0] ?? ''
    const onward = `?next=${encodeURIComponent('/K/arrival')}`
    expect(await ask(slip.loader, `/sign-in/slip${onward}`)).toMatchObject({ body: { next: '/K/arrival' } })
    expect(await ask(slip.loader, '/sign-in/slip?next=//elsewhere.example')).toMatchObject({ body: { next: '' } })
    const entered = await ask(slip.action, `/sign-in/slip${onward}`, { form: { letters } })
    expect(entered).toMatchObject({ status: 302, location: `/password${onward}` })
    const cookie = cookieOf(entered.cookies)
    expect(await ask(account.loader, '/account', { cookie })).toMatchObject({ status: 302, location: '/password' })
    expect(await ask(password.loader, '/password', { cookie })).toMatchObject({ body: { bySlip: true, hasPassword: false } })
    const form = { password: '槐树下面有口井', passwordAgain: '槐树下面有口井' }
    expect(await ask(password.action, '/password', { form: { ...form, passwordAgain: 'x' }, cookie })).toMatchObject({
      body: { init: { status: 400 }, data: { errors: { passwordAgain: ['accounts:error.again'] } } },
    })
    const short = await ask(password.action, '/password', { form, cookie })
    expect(short).toMatchObject({ body: { data: { errors: { password: ['accounts:refusal.password.short'] } } } })
    expect(JSON.stringify(short.body)).not.toContain('槐树下面')
    const long = { password: '槐树下面有口老井', passwordAgain: '槐树下面有口老井' }
    const set = await ask(password.action, `/password${onward}`, { form: long, cookie })
    expect(set).toMatchObject({ status: 302, location: '/K/arrival' })
    expect(cookieOf(set.cookies)).not.toBe(cookie)
    expect(await ask(account.loader, '/account', { cookie: cookieOf(set.cookies) })).toMatchObject({ body: { hasPassword: true } })
    expect(await ask(account.loader, '/account', { cookie })).toMatchObject({ status: 302, location: '/sign-in?next=%2Faccount' })
  })

  it('asks the manager for his password again when he gave it more than ten minutes ago', async () => {
    const cookie = await signedIn(li, '2026-03-10T01:49:59Z')
    const path = `/units/${mall.id}/slips/${zhao.accountId}`
    const params = { unitId: mall.id, accountId: zhao.accountId }
    const sent = `/confirm-password?next=${encodeURIComponent(path)}`
    expect(await ask(slips.loader, path, { cookie, params })).toMatchObject({ status: 302, location: sent })
    expect(await ask(slips.action, path, { cookie, params, form: { intent: 'issue' } })).toMatchObject({ status: 302, location: sent })
    expect(await ask(confirmPassword.action, sent, { cookie, form: { password: 'no' } })).toMatchObject({ body: { init: { status: 400 } } })
    expect(await ask(confirmPassword.action, sent, { cookie, form: { password: secret } })).toMatchObject({ status: 302, location: path })
    expect(await ask(slips.loader, path, { cookie, params })).toMatchObject({ status: 200 })
  })
})

describe('a unit’s people', () => {
  it('are not there for the manager of another unit, and forbidden to people without a grant', async () => {
    const manager = await signedIn(li, '2026-03-10T02:00:00Z')
    expect(await ask(people.loader, `/units/${mall.id}/people`, { cookie: manager, params: { unitId: mall.id } })).toMatchObject({
      status: 200,
    })
    expect(await ask(people.loader, `/units/${school.id}/people`, { cookie: manager, params: { unitId: school.id } })).toMatchObject({
      status: 404,
    })
    const plain = await signedIn(zhao, '2026-03-10T02:00:00Z')
    expect(await ask(people.loader, `/units/${mall.id}/people`, { cookie: plain, params: { unitId: mall.id } })).toMatchObject({
      status: 403,
    })
    expect(await ask(people.loader, `/units/${mall.id}/people`, { params: { unitId: mall.id } })).toMatchObject({ status: 302 })
  })

  it('are listed with their phones masked', async () => {
    const manager = await signedIn(li, '2026-03-10T02:00:00Z')
    const { body } = await ask(people.loader, `/units/${mall.id}/people`, { cookie: manager, params: { unitId: mall.id } })
    expect(JSON.stringify(body)).toContain('138****5555')
    expect(JSON.stringify(body)).not.toContain('13800005555')
  })
})

describe('signing out everywhere', () => {
  it('ends every session of the account', async () => {
    const [phone, office] = [await signedIn(li, '2026-03-10T02:00:00Z', 'learner'), await signedIn(li, '2026-03-10T02:00:00Z')]
    expect(await ask(account.action, '/account', { form: {}, cookie: phone })).toMatchObject({ location: '/sign-in?done=everywhere' })
    expect((await ask(account.loader, '/account', { cookie: office })).status).toBe(302)
  })
})
