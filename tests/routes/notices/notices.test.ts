import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { catalogue } from '~/content/catalogue.server'
import { db } from '~/data/db.server'
import { addressOf } from '~/data/notices/mail-addresses.server'
import { waitingMail } from '~/data/notices/outbox.server'
import { transact } from '~/data/transact.server'
import { closeLimits } from '~/gateways/limits.server'
import { unseal } from '~/gateways/secrets.server'
import { unsubscribeToken } from '~/gateways/unsubscribe-token.server'
import { loader as feed } from '~/routes/notices+/feeds.$file'
import { loader as inbox } from '~/routes/notices+/me_.notices._index'
import { action as calendar, loader as calendarPage } from '~/routes/notices+/me_.notices.calendar'
import { loader as mailPage, action as settle } from '~/routes/notices+/me_.notices.settings'
import { action as leave, loader as leaving } from '~/routes/notices+/notices.unsubscribe.$token'
import { action as unitCalendar, loader as unitPage } from '~/routes/notices+/units.$unitId.calendar'
import { sendMail } from '~/usecases/notices/send-mail.server'
import { tellDay } from '~/usecases/notices/tell-day.server'
import { confirmedReader } from '../../factories/mail-readers'
import { emptyDatabase, setClock } from '../../factories/world'
import { addPerson, addPost, ask, buildStreet, grant, passPaper, statusOf } from '../duties-pages/street-corner'

vi.hoisted(() => {
  process.env.SMTP_URL = 'smtp://127.0.0.1:1'
})

let now: Date
type Handler<T> = (args: LoaderFunctionArgs & ActionFunctionArgs) => Promise<T>

const get = async <T>(handler: Handler<T>, path: string, who: string | null, params: Record<string, string> = {}) =>
  handler(await ask(path, who, now, params))

async function post<T>(handler: Handler<T>, path: string, who: string | null, fields: Record<string, string>, params = {}): Promise<T> {
  const asked = await ask(path, who, now, params)
  const headers = { Cookie: asked.request.headers.get('Cookie') ?? '' }
  return handler({ ...asked, request: new Request(asked.request.url, { method: 'POST', headers, body: new URLSearchParams(fields) }) })
}

const settings = '/me/notices/settings'
/** Where the answer leads, or which field says what. */
async function settled(who: string, fields: Record<string, string>): Promise<unknown> {
  const answer: unknown = await post<unknown>(settle, settings, who, fields)
  if (answer instanceof Response) return answer.headers.get('Location')
  return typeof answer === 'object' && answer !== null && 'data' in answer && typeof answer.data === 'object' && answer.data !== null
    ? Reflect.get(answer.data, 'errors')
    : answer
}
function lastCode(): string {
  const address = addressOf('account-maid')?.id
  const sealed = waitingMail().find(({ addressId }) => addressId === address)?.sealed ?? ''
  return /\n {4}([2-9A-Z]{8})\n/.exec(JSON.parse(unseal(sealed)).text)?.[1] ?? ''
}

beforeAll(() => void catalogue(), 60_000)
beforeEach(async () => {
  closeLimits()
  await emptyDatabase()
  now = setClock('2026-03-10T02:00:00Z')
  await buildStreet()
  for (const [id, name] of Object.entries({ boss: '店长', maid: '服务员', cook: '厨师', head: '校长' })) await addPerson(id, name)
  for (const [id, position] of Object.entries({ boss: 'fire-manager', maid: 'employee', cook: 'employee' }))
    await addPost({ id: `post-${id}`, personId: id, unitId: 'hotel', position, from: '2024-01-01' })
  await grant('boss', 'manager', { unitId: 'hotel' })
  await grant('head', 'manager', { unitId: 'school' })
})

describe('the inbox', () => {
  it('is each one’s own: what is to be done, the most pressing first, and new until it is opened', async () => {
    await tellDay(now)
    const mine = await get(inbox, '/me/notices', 'maid')
    expect(mine.current[0]).toMatchObject({ kind: 'duty', isPressing: true, isNew: true, href: '/me' })
    expect((await get(inbox, '/me/notices', 'maid')).current[0]).toMatchObject({ isNew: false })
    expect((await get(inbox, '/me/notices', 'boss')).current).toContainEqual(
      expect.objectContaining({
        kind: 'unit',
        title: '东街大酒店',
        says: expect.stringContaining('3 个岗位不得上岗'),
        href: '/units/hotel',
      }),
    )
    await passPaper('maid', 'hotel', 'employee', '2026-03-10')
    const then = await get(inbox, '/me/notices', 'maid')
    expect(then.current.every(({ says }) => !says.includes('不得上岗'))).toBe(true)
    expect(then.earlier.length).toBeGreaterThan(0)
  })

  it('leads who is not signed in to the sign-in page', async () => {
    expect(await statusOf(get(inbox, '/me/notices', null))).toBe(302)
  })
})

describe('an address for mail', () => {
  it('is confirmed by the code that was sent to it, and nothing is sent before', async () => {
    await tellDay(now)
    expect(await db().mail.count()).toBe(0)
    expect(await settled('maid', { act: 'give', address: 'Maid@Example.cn' })).toBe(`${settings}?done=asked`)
    expect((await get(mailPage, settings, 'maid')).mail).toEqual({ state: 'waiting', address: 'Ma***@example.cn', often: 'never' })
    expect(await settled('maid', { act: 'confirm', code: 'AAAAAAAA', often: 'daily' })).toEqual({ code: ['inbox:refusal.code'] })
    expect(await settled('cook', { act: 'confirm', code: lastCode(), often: 'daily' })).toEqual({ '': ['inbox:refusal.nothingAsked'] })
    const code = lastCode()
    expect(await settled('maid', { act: 'confirm', code: `${code.slice(0, 4)} ${code.slice(4).toLowerCase()}`, often: 'daily' })).toBe(
      `${settings}?done=confirmed`,
    )
    expect((await get(mailPage, settings, 'maid')).mail).toMatchObject({ state: 'confirmed', often: 'daily' })
    const acts = await db().auditEntry.findMany()
    expect(acts.map(({ act }) => act).sort()).toEqual(['notices.addressConfirmed', 'notices.addressGiven'])
    expect(JSON.stringify([...acts, ...(await db().mailAddress.findMany())]).toLowerCase()).not.toContain('example.cn')
  })

  it('cannot be confirmed by an old code, nor by the code of an address that was replaced', async () => {
    await settled('maid', { act: 'give', address: 'a@example.cn' })
    const first = lastCode()
    await settled('maid', { act: 'give', address: 'b@example.cn' })
    expect(await settled('maid', { act: 'confirm', code: first, often: 'daily' })).toEqual({ code: ['inbox:refusal.code'] })
    const second = lastCode()
    now = setClock('2026-03-11T02:00:00Z')
    expect(await settled('maid', { act: 'confirm', code: second, often: 'daily' })).toEqual({ code: ['inbox:refusal.codeOld'] })
    expect((await get(mailPage, settings, 'maid')).mail.state).toBe('old')
  })

  it.each([
    [{ act: 'give' }, { address: ['inbox:error.addressMissing'] }],
    [{ act: 'give', address: 'x' }, { address: ['inbox:refusal.address'] }],
    [{ act: 'confirm', often: 'daily' }, { code: ['inbox:error.codeMissing'] }],
    [{ act: 'confirm', code: 'AAAAAAAA', often: 'hourly' }, { often: ['inbox:error.often'] }],
    [{ act: 'choose', often: 'daily' }, { often: ['inbox:refusal.noAddress'] }],
    [{ act: 'withdraw' }, { '': ['inbox:refusal.noAddress'] }],
  ])('with %j is refused', async (fields, errors) => expect(await settled('maid', fields)).toEqual(errors))

  it('is written to three times a day and no more, whoever asks, and an account may ask five times', async () => {
    for (const who of ['maid', 'cook', 'boss']) expect(await settled(who, { act: 'give', address: 'victim@example.cn' })).toContain('asked')
    expect(await settled('head', { act: 'give', address: 'victim@example.cn' })).toEqual({ address: ['inbox:refusal.tooMany'] })
    for (let nth = 0; nth < 3; nth += 1) await settled('head', { act: 'give', address: `v${nth}@example.cn` })
    expect(await settled('head', { act: 'give', address: 'v9@example.cn' })).toContain('asked')
    expect(await settled('head', { act: 'give', address: 'v10@example.cn' })).toEqual({ address: ['inbox:refusal.tooMany'] })
  })

  it('that is taken back gets not even what waits', async () => {
    await confirmedReader('account-maid', 'maid@example.cn', 'daily')
    await tellDay(now)
    expect(waitingMail()).toHaveLength(1)
    expect(await settled('maid', { act: 'withdraw' })).toBe(`${settings}?done=withdrawn`)
    await sendMail(() => now)
    expect((await db().mailEnd.findMany()).map(({ kind }) => kind)).toEqual(['withdrawn'])
    expect((await get(mailPage, settings, 'maid')).mail.state).toBe('none')
  })
})

describe('the link in a letter', () => {
  const path = (token: string) => `/notices/unsubscribe/${token}`
  it('shows who it is about, and ends the digests at one click without signing in', async () => {
    const token = unsubscribeToken(await confirmedReader('account-maid', 'maid@example.cn', 'daily'))
    expect(await get(leaving, path(token), null, { token })).toEqual({ address: 'ma***@example.cn', isOver: false })
    expect((await get(leaving, path(token), null, { token })).isOver).toBe(false)
    const answer = await post(leave, path(token), null, { 'List-Unsubscribe': 'One-Click' }, { token })
    expect(answer.status).toBe(204)
    expect((await get(leaving, path(token), null, { token })).isOver).toBe(true)
    expect((await post(leave, path(token), null, {}, { token })).status).toBe(302)
    expect(await db().mailChoice.count()).toBe(2)
  })

  it('opens nothing when a letter of it is wrong', async () => {
    const id = await confirmedReader('account-maid', 'maid@example.cn', 'daily')
    for (const token of [id, `${id}.`, `${id}.AAAA`, unsubscribeToken('somebody'), `${unsubscribeToken(id).slice(0, -2)}AA`]) {
      expect(await statusOf(get(leaving, path(token), null, { token }))).toBe(404)
      expect(await statusOf(post(leave, path(token), null, {}, { token }))).toBe(404)
    }
    expect(await db().mailChoice.count()).toBe(1)
  })
})

describe('a calendar', () => {
  async function made(who: string, unitId: string | null): Promise<string> {
    const answer =
      unitId === null
        ? await post(calendar, '/me/notices/calendar', who, { act: 'make' })
        : await post(unitCalendar, `/units/${unitId}/calendar`, who, { act: 'make' }, { unitId })
    if (answer instanceof Response) throw new Error('no address')
    expect(answer.url).toMatch(/^http:\/\/127\.0\.0\.1:3000\/feeds\/[2-9A-Z]{26}\.ics$/)
    return answer.url.split('/').at(-1) ?? ''
  }
  const read = async (file: string, headers: Record<string, string> = {}) => {
    const asked = await ask(`/feeds/${file}`, null, now, { file })
    return feed({ ...asked, request: new Request(asked.request.url, { headers }) })
  }

  it('of a person has his deadlines, and nobody else', async () => {
    const file = await made('maid', null)
    const answer = await read(file)
    const text = await answer.text()
    expect(answer.headers.get('Content-Type')).toBe('text/calendar; charset=utf-8')
    expect(text).toMatch(/^BEGIN:VCALENDAR\r\nVERSION:2.0\r\n/)
    expect(text).toMatch(/DTSTART;VALUE=DATE:\d{8}\r\nDTEND;VALUE=DATE:\d{8}\r\n/)
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    for (const name of ['服务员', '厨师', '店长', '东街大酒店']) expect(text.replace(/\r\n /g, '')).not.toContain(name)
    expect(await db().feed.findMany().then(JSON.stringify)).not.toContain(file.slice(0, 26))
  })

  it('is the same to the byte until something changes, and keeps the names of its entries', async () => {
    const file = await made('maid', null)
    const first = await read(file)
    const etag = first.headers.get('ETag') ?? ''
    now = setClock('2026-03-10T09:00:00Z')
    expect((await read(file, { 'If-None-Match': etag })).status).toBe(304)
    const uids = (text: string): string[] => text.match(/UID:.*/g) ?? []
    const before = uids(await first.text())
    now = setClock('2026-03-11T02:00:00Z')
    expect(uids(await (await read(file)).text())).toEqual(before)
    expect(before.length).toBeGreaterThan(0)
    await passPaper('maid', 'hotel', 'employee', '2026-03-10')
    const then = await read(file, { 'If-None-Match': etag })
    expect(then.status).toBe(200)
    const after = uids(await then.text())
    expect(after).not.toEqual(before)
  })

  it('opens nothing any more once it was made anew or withdrawn', async () => {
    const first = await made('maid', null)
    const second = await made('maid', null)
    expect(await statusOf(read(first))).toBe(404)
    expect((await read(second)).status).toBe(200)
    expect((await get(calendarPage, '/me/notices/calendar', 'maid')).since).not.toBeNull()
    await post(calendar, '/me/notices/calendar', 'maid', { act: 'withdraw' })
    expect(await statusOf(read(second))).toBe(404)
    for (const file of ['x.ics', `${'A'.repeat(26)}.ics`, `${'A'.repeat(26)}`]) expect(await statusOf(read(file))).toBe(404)
  })

  it('of a unit has numbers and no names, and ends with the grant of who made it', async () => {
    const file = await made('boss', 'hotel')
    const text = (await (await read(file)).text()).replace(/\r\n /g, '')
    expect(text).toContain('（3 人）')
    for (const name of ['服务员', '厨师', '店长']) expect(text).not.toContain(name)
    await transact((tx) => tx.grant.updateMany({ where: { accountId: 'account-boss' }, data: { to: '2026-03-10' } }))
    expect((await read(file)).status).toBe(200)
    now = setClock('2026-03-11T02:00:00Z')
    expect(await statusOf(read(file))).toBe(404)
  })

  it('of a unit is made by who manages it and found by nobody else', async () => {
    for (const [who, wanted] of [
      ['boss', 200],
      ['head', 404],
      ['maid', 403],
    ] as const) {
      expect(await statusOf(get(unitPage, '/units/hotel/calendar', who, { unitId: 'hotel' }))).toBe(wanted)
      expect(await statusOf(post(unitCalendar, '/units/hotel/calendar', who, { act: 'make' }, { unitId: 'hotel' }))).toBe(wanted)
    }
  })
})
