import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { db } from '~/data/db.server'
import { closeLimits, limits } from '~/gateways/limits.server'
import { passwordWork } from '~/gateways/passwords.server'
import { action, loader } from '~/routes/org+/U.$code'
import { type MadeUnit, makeEmployee, makeStreet, makeUnit } from '../../factories/unit-people'
import { emptyDatabase, setClock } from '../../factories/world'

let mall: MadeUnit

type Asked = { code?: string; form?: Record<string, string>; cookie?: string; address?: string; language?: string }

/** What a browser gets: the status, where it is sent, what it is told. */
async function ask({ code = mall.code, form, cookie = '', address = '10.0.0.1' }: Asked) {
  const request = new Request(`http://127.0.0.1:3000/U/${code}`, {
    headers: { Cookie: cookie },
    ...(form ? { method: 'POST', body: new URLSearchParams(form) } : {}),
  })
  const args = { request, params: { code }, context: { address, requestId: 't' } }
  try {
    const answer = await (form ? action(args) : loader(args))
    return { status: answer.init?.status ?? 200, body: answer.data, location: null, cookie: null }
  } catch (thrown) {
    if (!(thrown instanceof Response)) throw thrown
    return {
      status: thrown.status,
      body: null,
      location: thrown.headers.get('Location'),
      cookie: thrown.headers.get('Set-Cookie'),
    }
  }
}
const filled = (wish: Record<string, string> = {}) => ({
  name: '林小雨',
  phone: '13912345678',
  position: 'employee',
  from: '2026-03-12',
  ...wish,
})
const errorsOf = (body: unknown) => (typeof body === 'object' && body !== null && 'errors' in body ? body.errors : null)
const withoutIds = (text: string | null) => text?.replace(/=[2-9A-Z]{40};/, '=…;')

beforeAll(async () => {
  await emptyDatabase()
  setClock('2026-03-10T02:00:00.000Z')
  await makeStreet()
  mall = await makeUnit('临河商场', 'LHSC')
  await makeEmployee(mall, '李主任', { phone: '13800005555' })
})
beforeEach(() => closeLimits())

describe('the page behind a unit’s code', () => {
  it('opens in any case and with dashes', async () => {
    expect(await ask({ code: mall.code.toLowerCase() })).toMatchObject({ status: 200, body: { unit: '临河商场' } })
    expect(await ask({ code: `${mall.code.slice(0, 4)}-${mall.code.slice(4)}` })).toMatchObject({ status: 200 })
  })

  it('answers wrong, malformed and expired codes alike', async () => {
    const wrong = await ask({ code: 'ABCD2345' })
    expect(wrong).toMatchObject({ status: 404, body: { unit: null } })
    expect(await ask({ code: '<script>' })).toEqual(wrong)
    expect(await ask({ code: `${mall.code.slice(0, 7)}0` })).toEqual(wrong)
  })

  it('is closed for a while to an address that tries codes', async () => {
    for (let index = 0; index < limits.code.points; index += 1) await ask({ code: 'ABCD2345', address: '10.6.6.6' })
    expect(await ask({ address: '10.6.6.6' })).toMatchObject({ status: 429 })
    expect(await ask({ address: '10.6.6.7' })).toMatchObject({ status: 200 })
  })
})

describe('the form', () => {
  it('answers alike for known and unknown phones', async () => {
    const known = await ask({ form: filled({ phone: '13800005555' }) })
    const unknown = await ask({ form: filled({ phone: '13912345678' }) })
    expect(known).toMatchObject({ status: 302, location: '/me?done=joined' })
    expect({ ...known, cookie: withoutIds(known.cookie) }).toEqual({ ...unknown, cookie: withoutIds(unknown.cookie) })
    const bad = { name: '' }
    expect(await ask({ form: filled({ ...bad, phone: '13800005555' }) })).toMatchObject({ status: 400 })
    const one = JSON.stringify(await ask({ form: filled({ ...bad, phone: '13800005555' }) }))
    const other = JSON.stringify(await ask({ form: filled({ ...bad, phone: '13912345678' }) }))
    expect(one.replaceAll('13800005555', '…')).toBe(other.replaceAll('13912345678', '…'))
  })

  it('does the same work for known phones as for unknown ones', async () => {
    const written = async (phone: string) => {
      const count = async () => [
        await db().person.count(),
        await db().account.count(),
        await db().joinRequest.count(),
        await db().session.count(),
        await db().auditEntry.count(),
        passwordWork(),
      ]
      const before = await count()
      await ask({ form: filled({ phone }), address: '10.7.0.1' })
      return (await count()).map((now, nth) => now - (before[nth] ?? 0))
    }
    const known = await written('13800005555')
    expect(known).toEqual(await written('13900000110'))
    expect(known).toEqual([1, 1, 1, 1, 0, 0])
  })

  it.each([
    ['from', '1900-01-01', 'people:error.start.tooEarly'],
    ['from', '2036-01-01', 'people:error.start.tooLate'],
    ['from', 'tomorrow', 'people:error.start.notADay'],
    ['position', 'astronaut', 'people:error.positionUnknown'],
    ['position', '', 'people:error.positionMissing'],
    ['phone', '12345', 'people:error.phone'],
    ['name', '   ', 'people:error.nameMissing'],
  ])('refuses %s “%s” and keeps what was typed', async (field, value, reason) => {
    const answer = await ask({ form: filled({ [field]: value }) })
    expect(answer.status).toBe(400)
    expect(errorsOf(answer.body)).toEqual({ [field]: [reason] })
    expect(answer.body).toMatchObject({ values: { ...filled({ [field]: value }) } })
  })

  it('starts a session in which the same form again changes nothing', async () => {
    const first = await ask({ form: filled({ phone: '13911110000' }) })
    const cookie = first.cookie?.split(';')[0] ?? ''
    const before = await db().joinRequest.count()
    const again = await ask({ form: filled({ phone: '13911110000' }), cookie })
    expect(again).toMatchObject({ status: 302, location: '/me?done=joined', cookie: null })
    expect(await db().joinRequest.count()).toBe(before)
    expect(await ask({ cookie })).toMatchObject({ body: { name: '林小雨' } })
  })

  it('of a code that ended meanwhile says so and keeps what was typed', async () => {
    const answer = await ask({ code: 'ABCD2345', form: filled(), address: '10.8.0.1' })
    expect(answer.status).toBe(400)
    expect(errorsOf(answer.body)).toEqual({ '': ['people:refusal.code'] })
  })
})
