import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { db } from '~/data/db.server'
import { recordList } from '~/data/rollcall/call-writers.server'
import { entriesAfter } from '~/data/rollcall/entries.server'
import { transact } from '~/data/transact.server'
import type { Expected, Roles } from '~/domain/rollcall/expected'
import { rollOf } from '~/domain/rollcall/presence'
import { closeLimits } from '~/gateways/limits.server'
import { newId } from '~/gateways/secrets.server'
import { startSession } from '~/http/session.server'
import { loader as typedAnywhere } from '~/routes/outreach+/code'
import { loader as typed } from '~/routes/rollcall+/K._index'
import { loader as scanned } from '~/routes/rollcall+/K.$code'
import { loader as held, action as press } from '~/routes/rollcall+/K.arrival'
import { loader as mine } from '~/routes/rollcall+/me_.drills'
import type { ArrivalShown } from '~/ui/rollcall/arrival'
import { showCode } from '~/usecases/rollcall/show-code.server'
import { listed } from '../../factories/held-drill'
import { enter, type MadeDrill, makeDrill, shownAt, stepTo } from '../../factories/roll-call'
import { acting, type MadePerson, type MadeUnit, makeEmployee, makeStreet, makeUnit, morning } from '../../factories/unit-people'
import { emptyDatabase, setClock } from '../../factories/world'
import { hostileBodies, hostileValues } from '../hostile/sending'

const second = 1000
const minute = 60 * second
const later = (milliseconds: number) => new Date(morning.getTime() + milliseconds)

let hotel: MadeUnit
let chief: MadePerson
let wang: MadePerson
let zhao: MadePerson
let qian: MadePerson
let drill: MadeDrill
let station: string

/** A browser: its cookies, from one request to the next. */
class Browser {
  readonly #cookies = new Map<string, string>()
  readonly address: string
  constructor(address = '10.0.0.1') {
    this.address = address
  }

  keep(headers: Headers): void {
    for (const line of headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (value === '') this.#cookies.delete(name)
      else this.#cookies.set(name, value)
    }
  }

  forget(name: string): void {
    this.#cookies.delete(name)
  }

  args(path: string, params: Record<string, string> = {}, init: RequestInit = {}) {
    const Cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const request = new Request(`http://127.0.0.1:3000${path}`, { ...init, headers: { ...init.headers, Cookie } })
    return { request, params, context: { address: this.address, requestId: 't' } }
  }

  async signIn(who: MadePerson): Promise<void> {
    this.keep(new Headers({ 'Set-Cookie': await startSession(this.args('/').request, who.accountId, 'learner', morning, true) }))
  }
}

type Seen = { status: number; to: string | null; shown: ArrivalShown | null; headers: Headers }
const answered = z.object({ data: z.object({ shown: z.custom<ArrivalShown | null>() }), init: z.object({ status: z.number() }).nullable() })

async function see(browser: Browser, work: Promise<unknown>): Promise<Seen> {
  const answer = await work.catch((thrown: unknown) => {
    if (thrown instanceof Response) return thrown
    throw thrown
  })
  if (answer instanceof Response) {
    browser.keep(answer.headers)
    return { status: answer.status, to: answer.headers.get('Location'), shown: null, headers: answer.headers }
  }
  const { data, init } = answered.parse(answer)
  return { status: init?.status ?? 200, to: null, shown: data.shown, headers: new Headers() }
}

const scan = (browser: Browser, code: string) => see(browser, scanned(browser.args('/K/x', { code })))
const type = (browser: Browser, code: string) => see(browser, typed(browser.args(`/K?${new URLSearchParams({ code })}`)))
const look = (browser: Browser) => see(browser, held(browser.args('/K/arrival')))
const check = (browser: Browser, init: RequestInit = { body: new URLSearchParams() }) =>
  see(browser, press(browser.args('/K/arrival', {}, { method: 'POST', ...init })))
const entered = () => entriesAfter(drill.callId, 0).entries

beforeAll(async () => {
  await emptyDatabase()
  await makeStreet()
  hotel = await makeUnit('河西大酒店', 'HXDJ')
  chief = await makeEmployee(hotel, '指挥员')
  wang = await makeEmployee(hotel, '三层长')
  zhao = await makeEmployee(hotel, '赵四')
  qian = await makeEmployee(hotel, '钱五')
})
beforeEach(async () => {
  closeLimits()
  setClock(morning.toISOString())
  drill = await makeDrill(hotel, { chief, marshals: { 三层: wang }, expected: [zhao, qian] }, morning)
  const who = { ...acting(wang.accountId), actor: { ...acting(wang.accountId).actor, personId: wang.personId } }
  const shown = await showCode(who, drill.id)
  station = shown.kind === 'station' ? shown.code : ''
})

describe('somebody scans the code on a marshal’s phone', () => {
  it('is sent to sign in, comes back within ten minutes and checks in with one press, at the instant of the scan', async () => {
    const phone = new Browser()
    const sent = await scan(phone, shownAt(station, morning))
    expect(sent).toMatchObject({ status: 302, to: '/K/arrival' })
    expect(sent.headers.getSetCookie().join('\n')).toMatch(
      /mingbai_arrival=[2-9A-HJKMNP-Z]{26}; Path=\/K; Max-Age=900; HttpOnly; SameSite=Lax/,
    )
    expect((await look(phone)).shown).toEqual({ state: 'sign-in', until: later(10 * minute).toISOString() })
    expect(await check(phone)).toMatchObject({ status: 302, to: '/sign-in?next=%2FK%2Farrival' })

    setClock(later(9 * minute).toISOString())
    await phone.signIn(zhao)
    expect((await look(phone)).shown).toMatchObject({ state: 'ready', name: '赵四', at: morning.toISOString() })
    expect(entered()).toEqual([])
    expect(await check(phone)).toMatchObject({ status: 302, to: '/K/arrival' })
    expect((await look(phone)).shown).toMatchObject({ state: 'done', told: 'counted', at: morning.toISOString() })
    expect(entered()).toMatchObject([{ said: { kind: 'seen', who: zhao.personId, way: 'code' }, at: morning.getTime() }])
    await check(phone)
    expect(entered()).toHaveLength(1)
  })

  it('is told to scan again when it took longer', async () => {
    const phone = new Browser()
    await scan(phone, shownAt(station, morning))
    setClock(later(10 * minute + 1).toISOString())
    expect((await look(phone)).shown).toEqual({ state: 'late' })
    await phone.signIn(zhao)
    expect((await look(phone)).shown).toEqual({ state: 'late' })
    await check(phone)
    expect(entered()).toEqual([])
  })

  it('types the eight letters instead, in small letters and with a space', async () => {
    const phone = new Browser()
    expect((await see(phone, typed(phone.args('/K')))).shown).toBeNull()
    const shown = shownAt(station, morning).toLowerCase()
    expect(await type(phone, `${shown.slice(0, 4)} ${shown.slice(4)}`)).toMatchObject({ status: 302, to: '/K/arrival' })
    await phone.signIn(zhao)
    expect((await look(phone)).shown).toMatchObject({ state: 'ready' })
  })

  it('hands the phone on: the second one scans himself, and is told that he waits for the commander', async () => {
    const phone = new Browser()
    await scan(phone, shownAt(station, morning))
    await phone.signIn(zhao)
    await check(phone)
    await phone.signIn(qian)
    expect((await look(phone)).shown).toEqual({ state: 'used' })
    await check(phone)
    expect(entered()).toHaveLength(1)
    expect(await scan(phone, shownAt(station, morning))).toMatchObject({ to: '/K/arrival' })
    await check(phone)
    expect((await look(phone)).shown).toMatchObject({ state: 'done', told: 'browser', name: '钱五' })
    expect(entered()).toMatchObject([{ said: { who: zhao.personId } }, { said: { who: qian.personId, doubt: 'browser' } }])
  })

  it('cannot hide the handing on by dropping the mark of the browser', async () => {
    const phone = new Browser()
    await scan(phone, shownAt(station, morning))
    await phone.signIn(zhao)
    phone.forget('mingbai_browser')
    expect((await look(phone)).shown).toEqual({ state: 'unreadable' })
    await check(phone)
    expect(entered()).toEqual([])
  })

  it('is told when the drill is over, and when it was called off while he signed in', async () => {
    const phone = new Browser()
    await scan(phone, shownAt(station, morning))
    await phone.signIn(zhao)
    await enter(drill, chief, { kind: 'mark', mark: 'all-clear', zone: '' }, morning)
    expect((await scan(new Browser(), shownAt(station, morning))).shown).toEqual({ state: 'over', of: 'drill' })
    await stepTo(drill, 'called-off', chief, morning)
    expect((await look(phone)).shown).toEqual({ state: 'closed', of: 'drill' })
    await check(phone)
    expect(entered().filter(({ said }) => said.kind === 'seen')).toEqual([])
  })

  it('sets his own password first, if a slip let him in', async () => {
    const phone = new Browser()
    await scan(phone, shownAt(station, morning))
    const fresh = await makeEmployee(hotel, '新来的')
    const slip = { id: newId(morning), accountId: fresh.accountId, codeHash: 'used', createdBy: chief.accountId, createdAt: morning }
    await transact((tx) => tx.slip.create({ data: { ...slip, expiresAt: later(minute), usedAt: morning } }))
    await phone.signIn(fresh)
    expect(await look(phone)).toMatchObject({ status: 302, to: '/password?next=%2FK%2Farrival' })
    expect(await check(phone)).toMatchObject({ status: 302, to: '/password?next=%2FK%2Farrival' })
    expect(entered()).toEqual([])
  })
})

describe('somebody whom nobody expected', () => {
  const comes = async (phone: Browser, at: Date) => {
    setClock(at.toISOString())
    await scan(phone, shownAt(station, at))
    await check(phone)
    return (await look(phone)).shown
  }
  const roll = () => {
    const { expected, roles } = listNow
    return rollOf(expected, entered(), roles, null)
  }
  let listNow: { expected: Expected[]; roles: Roles }
  const list = async (people: readonly MadePerson[]) => {
    const expected = people.map((one) => listed(one, one.staffNumber))
    listNow = { expected, roles: { commanders: [chief.personId], marshals: [wang.personId] } }
    await transact((tx) =>
      recordList(tx, { id: newId(), callId: drill.callId, entries: expected, roles: listNow.roles, at: morning, by: chief.accountId }),
    )
  }

  it('waits as a stranger; once she is on the list she scans again, counts, and nothing of her waits any more', async () => {
    const phone = new Browser()
    const late = await makeEmployee(hotel, '孙七')
    await phone.signIn(late)
    await list([zhao, qian])
    expect(await comes(phone, morning)).toMatchObject({ state: 'done', told: 'stranger' })
    await check(phone)
    expect(roll().doubts).toHaveLength(1)
    await list([zhao, qian, late])
    expect((await look(phone)).shown).toMatchObject({ state: 'done', told: 'stranger' })
    const again = later(2 * minute)
    setClock(again.toISOString())
    await scan(phone, shownAt(station, again))
    expect((await look(phone)).shown).toMatchObject({ state: 'ready', name: '孙七' })
    await check(phone)
    expect((await look(phone)).shown).toMatchObject({ state: 'done', told: 'counted', at: again.toISOString() })
    expect(roll().people.get(late.personId)).toMatchObject({ state: 'there', seen: { at: again.getTime() } })
    expect({ doubts: roll().doubts, walkIns: roll().walkIns }).toEqual({ doubts: [], walkIns: [] })
    const before = entered().length
    await check(phone)
    expect(await comes(phone, later(3 * minute))).toMatchObject({ state: 'done', told: 'counted' })
    expect(entered()).toHaveLength(before)
  })

  it('waits still when the phone was used for somebody else too', async () => {
    const phone = new Browser()
    const late = await makeEmployee(hotel, '周八')
    await list([zhao, qian])
    await phone.signIn(zhao)
    await comes(phone, morning)
    await phone.signIn(late)
    expect(await comes(phone, later(minute))).toMatchObject({ told: 'browser' })
    await list([zhao, qian, late])
    expect(await comes(phone, later(2 * minute))).toMatchObject({ told: 'browser' })
    expect(roll().people.get(late.personId)).toMatchObject({ state: 'missing' })
    expect(roll().doubts).toMatchObject([{ doubt: 'browser', entry: { said: { kind: 'seen' } } }])
  })
})

describe('a code typed on the front page', () => {
  const front = (code: string, address = '10.6.0.1') =>
    see(new Browser(address), typedAnywhere(new Browser(address).args(`/code?${new URLSearchParams({ code })}`)))

  it('leads to the check-in, in small letters and with a space', async () => {
    const shown = shownAt(station, morning)
    expect(await front(`${shown.slice(0, 4).toLowerCase()} ${shown.slice(4)}`)).toMatchObject({ status: 302, to: `/K/${shown}` })
  })

  it('is of a unit if one has it, and of nobody’s leads to what can be done', async () => {
    const taken = `${station}2345`
    expect(await front(taken)).toMatchObject({ to: `/K/${taken}` })
    await transact((tx) => tx.joinCode.create({ data: { id: newId(), unitId: hotel.id, code: taken, createdAt: morning } }))
    expect(await front(taken)).toMatchObject({ to: `/U/${taken}` })
    expect(await front('ZZZZ2345')).toMatchObject({ to: '/U/ZZZZ2345' })
  })
})

describe('nobody is checked in by looking', () => {
  it('not by a preview, not by a crawler, not by the signed-in browser that opens every page twice', async () => {
    const phone = new Browser()
    await phone.signIn(zhao)
    for (let times = 0; times < 3; times += 1) {
      await scan(phone, shownAt(station, morning))
      await type(phone, shownAt(station, morning))
      await look(phone)
    }
    expect(entered()).toEqual([])
    expect(await db().rollArrivalClaim.count({ where: { callId: drill.callId } })).toBe(0)
  })

  it('and nothing comes of a press without a scan, whatever is sent with it', async () => {
    const phone = new Browser()
    await phone.signIn(zhao)
    for (const { type: kind, body } of hostileBodies)
      expect(await check(phone, { body, headers: kind === null ? {} : { 'Content-Type': kind } })).toMatchObject({ to: '/K/arrival' })
    phone.keep(new Headers({ 'Set-Cookie': `mingbai_arrival=${'A'.repeat(26)}` }))
    phone.keep(new Headers({ 'Set-Cookie': `mingbai_browser=${'A'.repeat(32)}` }))
    expect(await check(phone)).toMatchObject({ to: '/K/arrival' })
    expect((await look(phone)).shown).toEqual({ state: 'unreadable' })
    expect(entered()).toEqual([])
  })

  it('and no name is said before the sign-in', async () => {
    const phone = new Browser()
    await scan(phone, shownAt(station, morning))
    const before = JSON.stringify((await look(phone)).shown)
    for (const word of ['赵四', '三层', '河西大酒店', '演练', zhao.personId]) expect(before).not.toContain(word)
  })
})

describe('a code that is no good', () => {
  it('has one answer, whether it is too old, unknown, or no code at all', async () => {
    const old = shownAt(station, morning)
    setClock(later(20 * second + 1).toISOString())
    const answers = await Promise.all(
      [old, 'ABCDEFGH', `${station}2222`, ...hostileValues].map((code, nth) => scan(new Browser(`10.9.${nth}.1`), code)),
    )
    for (const { status, shown, headers } of answers) {
      expect({ status, shown }).toEqual({ status: 404, shown: { state: 'unreadable' } })
      expect(headers.getSetCookie()).toEqual([])
    }
    expect(await db().rollArrival.count({ where: { callId: drill.callId } })).toBe(0)
  })

  it('is guessed a hundred times at most from one address; who stands elsewhere is not kept out', async () => {
    const guesser = new Browser('10.8.0.1')
    for (let nth = 0; nth < 100; nth += 1) await scan(guesser, `${station}${shownAt(station, later(3_600_000 + nth * 10_000)).slice(4)}`)
    expect(await scan(guesser, shownAt(station, morning))).toMatchObject({ status: 404 })
    expect(await scan(new Browser('10.8.1.1'), shownAt(station, morning))).toMatchObject({ status: 302 })
  })

  it('asks for patience when one address asks without end', async () => {
    const flood = new Browser('10.7.0.1')
    const statuses = new Set<number>()
    for (let nth = 0; nth < 620; nth += 1) statuses.add((await scan(flood, 'nothing')).status)
    expect([...statuses].sort()).toEqual([404, 429])
  })
})

describe('my drills', () => {
  const open = async (who: MadePerson) => {
    const phone = new Browser()
    await phone.signIn(who)
    return (await mine(phone.args('/me/drills'))).mine
  }

  it('are for whoever is signed in', async () => {
    await expect(mine(new Browser().args('/me/drills'))).rejects.toMatchObject({ status: 302 })
  })

  it('say what I am called to and what I do there', async () => {
    const named = (who: MadePerson, name: string) => ({ id: who.personId, name })
    const groups = { attack: [named(zhao, '赵四')], contact: [], evacuation: [], care: [] }
    const next = await makeDrill(hotel, { chief, marshals: { 三层: wang }, expected: [zhao], more: { on: '2026-04-01', groups } }, morning)
    const of = async (who: MadePerson) => (await open(who)).coming.find(({ id }) => id === next.id)
    expect(await of(chief)).toMatchObject({ roles: [{ kind: 'commander' }], href: `/drills/${next.id}` })
    expect(await of(wang)).toMatchObject({ roles: [{ kind: 'marshal', zone: '三层' }], href: `/drills/${next.id}` })
    expect(await of(zhao)).toMatchObject({ roles: [{ kind: 'attack' }], href: null })
    expect(await of(qian)).toMatchObject({ roles: [{ kind: 'expected' }], href: null })
    const other = await makeEmployee(await makeUnit('河西小学', 'HXXX'), '外人')
    expect(await of(other)).toBeUndefined()
  })

  it('keep an unannounced one from everybody but those who lead it', async () => {
    const secret = { on: '2026-04-02', unannounced: true }
    const next = await makeDrill(hotel, { chief, marshals: { 三层: wang }, expected: [zhao], more: secret }, morning)
    const sees = async (who: MadePerson) => (await open(who)).coming.some(({ id }) => id === next.id)
    expect([await sees(chief), await sees(wang), await sees(zhao), await sees(qian)]).toEqual([true, true, false, false])
  })

  it('say whether my check-in counts or waits for the commander', async () => {
    const phone = new Browser()
    for (const who of [zhao, qian]) {
      await scan(phone, shownAt(station, morning))
      await phone.signIn(who)
      await check(phone)
    }
    const seen = async (who: MadePerson) => (await open(who)).been.find(({ id }) => id === drill.id)?.seen
    expect(await seen(zhao)).toEqual({ at: morning.toISOString(), way: 'code', state: 'counted' })
    expect(await seen(qian)).toMatchObject({ state: 'waits' })
    expect((await open(zhao)).coming.map(({ id }) => id)).not.toContain(drill.id)
    const doubtful = entered().find(({ said }) => said.kind === 'seen' && said.doubt !== undefined)
    await enter(drill, chief, { kind: 'decided', of: doubtful?.id ?? '', counts: false }, later(minute))
    expect(await seen(qian)).toMatchObject({ state: 'refused' })
  })
})
