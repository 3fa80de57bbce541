import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { db } from '~/data/db.server'
import { closeLimits } from '~/gateways/limits.server'
import { startSession } from '~/http/session.server'
import * as account from '~/routes/accounts+/account'
import * as confirmPassword from '~/routes/accounts+/confirm-password'
import * as password from '~/routes/accounts+/password'
import * as signIn from '~/routes/accounts+/sign-in._index'
import * as slip from '~/routes/accounts+/sign-in.slip'
import * as view from '~/routes/accounts+/view'
import * as suggest from '~/routes/notices+/suggest'
import * as places from '~/routes/org+/admin.places'
import * as newUnit from '~/routes/org+/admin.units.new'
import * as join from '~/routes/org+/U.$code'
import * as newPerson from '~/routes/org+/units.$unitId.people.new'
import { grant, type MadePerson, type MadeUnit, makeEmployee, makeStreet, makeUnit, morning } from '../../factories/unit-people'
import { emptyDatabase, setClock } from '../../factories/world'
import { complaintAbout, type Door, type Fields, hostileBodies, hostileForms, sends, sendsBody, whatHolds } from './sending'

const secret = '河边有三棵老槐树'
let mall: MadeUnit
let wang: MadePerson
let chief: MadePerson

type Form = { name: string; door: Door; path: string; usual: Fields; as?: 'wang' | 'chief'; params?: () => Record<string, string> }
const forms: Form[] = [
  {
    name: 'sign-in',
    door: signIn.action,
    path: '/sign-in',
    usual: [
      ['login', '13800001234'],
      ['password', 'wrong'],
    ],
  },
  { name: 'the slip', door: slip.action, path: '/sign-in/slip', usual: [['letters', 'ABCD-2345']] },
  {
    name: 'view',
    door: view.action,
    path: '/view',
    usual: [
      ['locale', 'en'],
      ['theme', 'dark'],
      ['size', 'large'],
      ['next', '/me'],
    ],
  },
  {
    name: 'a suggestion',
    door: suggest.action,
    path: '/suggest',
    usual: [
      ['page', '/me'],
      ['text', '题目看不懂'],
      ['contact', '13900000000'],
      ['nameless', 'yes'],
    ],
  },
  {
    name: 'joining',
    door: join.action,
    path: '/U/code',
    params: () => ({ code: mall.code }),
    usual: [
      ['name', '林小雨'],
      ['phone', '13912345678'],
      ['position', 'employee'],
      ['from', '2026-03-12'],
      ['once', 'page'],
    ],
  },
  {
    name: 'a new password',
    door: password.action,
    path: '/password',
    as: 'wang',
    usual: [
      ['present', 'no'],
      ['password', 'long enough 1'],
      ['passwordAgain', 'long enough 1'],
    ],
  },
  { name: 'the password again', door: confirmPassword.action, path: '/confirm-password', as: 'wang', usual: [['password', 'wrong']] },
  {
    name: 'a person by hand',
    door: newPerson.action,
    path: '/units/x/people/new',
    as: 'chief',
    params: () => ({ unitId: mall.id }),
    usual: [
      ['name', '周一'],
      ['phone', '13700000000'],
      ['position', 'astronaut'],
      ['from', '2026-03-12'],
      ['idNumber', '1'],
      ['same', 'other'],
    ],
  },
  {
    name: 'a place',
    door: places.action,
    path: '/admin/places',
    as: 'chief',
    usual: [
      ['act', 'add'],
      ['kind', 'street'],
      ['name', '东街'],
      ['parentId', 'nowhere'],
    ],
  },
  {
    name: 'a unit',
    door: newUnit.action,
    path: '/admin/units/new',
    as: 'chief',
    usual: [
      ['name', '新单位'],
      ['placeId', 'nowhere'],
      ['sector', 'x'],
      ['from', '2026-01-01'],
    ],
  },
]

const cookieOf = async (person: MadePerson) =>
  (await startSession(new Request('http://127.0.0.1/'), person.accountId, 'learner', morning, true)).split(';')[0] ?? ''
const standing = async ({ as, path, params }: Form, nth: number) => ({
  path,
  params: params?.() ?? {},
  cookie: as === undefined ? '' : await cookieOf(as === 'wang' ? wang : chief),
  address: `10.${nth >> 8}.${nth & 255}.1`,
})

beforeAll(async () => {
  await emptyDatabase()
  setClock(morning.toISOString())
  await makeStreet()
  mall = await makeUnit('临河商场', 'LHSC')
  wang = await makeEmployee(mall, '王明', { phone: '13800001234', password: secret })
  chief = await makeEmployee(mall, '周队')
  await grant(chief.accountId, null)
})
beforeEach(() => closeLimits())

describe.each(forms)('$name', (form) => {
  it('answers anything typed in words, and changes nobody’s rights or work', { timeout: 60_000 }, async () => {
    const before = await whatHolds()
    const found: string[] = []
    let nth = 0
    for (const { what, fields } of hostileForms(form.usual)) {
      nth += 1
      const complaint = complaintAbout(await sends(form.door, await standing(form, nth), fields))
      if (complaint) found.push(`${what}: ${complaint}`)
    }
    expect(found).toEqual([])
    expect(await whatHolds()).toEqual(before)
  })

  it('answers a body that is no form without failing', async () => {
    const found: string[] = []
    for (const [nth, body] of hostileBodies.entries()) {
      const complaint = complaintAbout(await sendsBody(form.door, await standing(form, 1000 + nth), body))
      if (complaint) found.push(`${body.what}: ${complaint}`)
    }
    expect(found).toEqual([])
  })
})

describe('what was typed', () => {
  it('is kept as text without characters that nobody sees', async () => {
    const usual = { phone: '13912340000', position: 'employee', from: '2026-03-12', once: '' }
    const type = (name: string) =>
      sends(join.action, { path: '/U/code', params: { code: mall.code }, address: '10.200.0.1' }, Object.entries({ ...usual, name }))
    expect(await type('\u200b\u202e\u0007')).toMatchObject({ status: 400, errors: { name: ['people:error.nameMissing'] } })
    expect(await type('ﷺ'.repeat(60))).toMatchObject({ status: 400, errors: { name: ['people:error.nameLong'] } })
    expect(await type('林\u202e小\u0000雨 <b>')).toMatchObject({ status: 302 })
    const rows = await db().person.findMany({ where: { name: { startsWith: '林小雨' } } })
    expect(rows.map(({ name }) => name)).toContain('林小雨 <b>')
  })

  it('of a suggestion keeps its lines and loses what turns text around', async () => {
    const text = '第一行\r\n第二行\u202e\u0000 🔥'
    expect(await sends(suggest.action, { path: '/suggest', address: '10.200.0.2' }, [['text', text]])).toMatchObject({ status: 302 })
    expect((await db().suggestion.findMany()).map((row) => row.text)).toContain('第一行\n第二行 🔥')
  })

  it('signs out everywhere only who asks, whatever he sends', async () => {
    const other = await cookieOf(chief)
    const before = await db().session.count({ where: { accountId: chief.accountId } })
    const sent = { path: '/account', cookie: await cookieOf(wang) }
    expect(await sends(account.action, sent, [['accountId', chief.accountId]])).toMatchObject({ status: 302 })
    expect(await db().session.count({ where: { accountId: chief.accountId } })).toBe(before)
    expect(other).not.toBe('')
  })
})
