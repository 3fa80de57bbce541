import { createServer, type Server, type Socket } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { catalogue } from '~/content/catalogue.server'
import { db } from '~/data/db.server'
import { openNotices } from '~/data/notices/notices.server'
import { recordTryBegun } from '~/data/notices/outbox.server'
import { transact } from '~/data/transact.server'
import { newId } from '~/gateways/secrets.server'
import { sendMail } from '~/usecases/notices/send-mail.server'
import { tellDay } from '~/usecases/notices/tell-day.server'
import { confirmedReader } from '../../factories/mail-readers'
import { type MailServer, openMailServer } from '../../factories/mail-server'
import { emptyDatabase, setClock } from '../../factories/world'
import { addPerson, addPost, buildStreet, grant } from '../../routes/duties-pages/street-corner'

const port = vi.hoisted(() => {
  const chosen = 20_000 + (process.pid % 20_000)
  process.env.SMTP_URL = `smtp://county:p%40ss@127.0.0.1:${chosen}`
  process.env.MINGBAI_MAIL_FROM = 'fire@example.cn'
  return chosen
})

const patience = { first: 300, next: 300 }
const minute = 60_000
const start = new Date('2026-03-10T02:00:00Z')
let server: MailServer | null = null
const letters = () => server?.letters ?? []

/** Sends what waits, so many minutes after the digests were made. */
async function sendAt(minutes: number): Promise<void> {
  const now = setClock(new Date(start.getTime() + minutes * minute).toISOString())
  await sendMail(() => now, patience)
}
const ends = async () => (await db().mailEnd.findMany({ orderBy: { mailId: 'asc' } })).map(({ kind }) => kind)
const tries = async () => (await db().mailTryEnd.findMany({ orderBy: { at: 'asc' } })).map(({ kind }) => kind)
const told = (accountId = 'account-maid') => openNotices([accountId]).flatMap(({ body }) => (body.kind === 'mail' ? [body.why] : []))

beforeAll(() => void catalogue(), 60_000)
beforeEach(async () => {
  await server?.close()
  server = await openMailServer(port)
  await emptyDatabase()
  await buildStreet()
  await addPerson('maid', '服务员')
  await addPerson('cook', '厨师')
  for (const id of ['maid', 'cook'])
    await addPost({ id: `post-${id}`, personId: id, unitId: 'hotel', position: 'employee', from: '2024-01-01' })
  await confirmedReader('account-maid', 'maid@example.cn', 'daily')
  await tellDay(setClock(start.toISOString()))
})
afterAll(() => server?.close())

describe('a digest', () => {
  it('comes once, in plain Chinese, with links, and with nobody else in it', async () => {
    await sendAt(0)
    await sendAt(1)
    await sendAt(600)
    expect(letters()).toHaveLength(1)
    const [letter] = letters()
    expect(letter?.to).toBe('maid@example.cn')
    expect(letter?.subject).toMatch(/^【明白人】有 \d+ 件事要办$/)
    expect(letter?.text).toContain('http://127.0.0.1:3000/me/notices\n')
    expect(letter?.text).toContain('不得上岗')
    for (const nobody of [/服务员/, /厨师/, /(?<![\dA-Za-z_-])1[3-9]\d{9}/]) expect(letter?.text).not.toMatch(nobody)
    expect(letter?.head).toContain('From: fire@example.cn')
    expect(letter?.head).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click')
    expect(letter?.head).toMatch(/List-Unsubscribe: <http:\/\/127\.0\.0\.1:3000\/notices\/unsubscribe\/[^>]+>/)
    expect(await ends()).toEqual(['taken'])
    expect(told()).toEqual([])
  })

  it('is in English for who reads English, and only one a day or a week', async () => {
    await confirmedReader('account-cook', 'cook@example.cn', 'weekly', 'en')
    await tellDay(setClock('2026-03-11T02:00:00Z'))
    await tellDay(setClock('2026-03-12T02:00:00Z'))
    await sendAt(2880)
    const toCook = letters().filter(({ to }) => to === 'cook@example.cn')
    expect(toCook).toHaveLength(1)
    expect(toCook[0]?.subject).toMatch(/^\[Mingbai\] \d+ things? to do$/)
    expect(letters().filter(({ to }) => to === 'maid@example.cn')).toHaveLength(1)
  })

  it('tells a manager in counts and names nobody', async () => {
    await addPerson('boss', '店长')
    await grant('boss', 'manager', { unitId: 'hotel' })
    await confirmedReader('account-boss', 'boss@example.cn', 'daily')
    await tellDay(setClock('2026-03-11T02:00:00Z'))
    await sendAt(1440)
    const [letter] = letters().filter(({ to }) => to === 'boss@example.cn')
    expect(letter?.text).toContain('东街大酒店')
    expect(letter?.text).toContain('2 个岗位不得上岗')
    for (const name of ['服务员', '厨师']) expect(letter?.text).not.toContain(name)
  })

  it('is not sent to who has said no meanwhile', async () => {
    await transact((tx) =>
      tx.mailChoice.create({ data: { id: newId(), accountId: 'account-maid', nth: 2, often: 'never', locale: 'zh', at: start } }),
    )
    await sendAt(0)
    expect(letters()).toEqual([])
    expect(await ends()).toEqual(['withdrawn'])
  })
})

describe('a server', () => {
  it('that says later gets it again after a minute, five and fifteen, and once it takes it no more', async () => {
    server?.behave('later')
    await sendAt(0)
    await sendAt(0.9)
    expect(await tries()).toEqual(['later'])
    await sendAt(1)
    await sendAt(6)
    expect(await tries()).toEqual(['later', 'later', 'later'])
    server?.behave('take')
    await sendAt(20)
    expect(await tries()).toHaveLength(3)
    await sendAt(21)
    await sendAt(600)
    expect(letters()).toHaveLength(1)
    expect(await ends()).toEqual(['taken'])
  })

  it.each(['never', 'nobody'] as const)('that refuses for good (%s) is left alone, and the app says so', async (manner) => {
    server?.behave(manner)
    await sendAt(0)
    server?.behave('take')
    await sendAt(600)
    expect(letters()).toEqual([])
    expect(await ends()).toEqual(['refused'])
    expect(told()).toEqual(['refused'])
    await tellDay(setClock('2026-03-11T02:00:00Z'))
    expect(await db().mail.count()).toBe(1)
  })

  it.each(['drop', 'hang'] as const)(
    'that breaks off once it has the letter (%s) gets it once more, under the same name',
    async (manner) => {
      server?.behave(manner)
      await sendAt(0)
      expect(await tries()).toEqual(['doubt'])
      server?.behave('take')
      await sendAt(2)
      await sendAt(600)
      expect(letters()).toHaveLength(2)
      expect(letters()[0]?.messageId).toBe(letters()[1]?.messageId)
      expect(letters()[0]?.text).toBe(letters()[1]?.text)
      expect(await ends()).toEqual(['taken'])
    },
  )

  it('that breaks off twice never gets it a third time, and the app says that it may not have come', async () => {
    server?.behave('drop')
    for (const minutes of [0, 2, 30, 600, 3000]) await sendAt(minutes)
    expect(letters()).toHaveLength(2)
    expect(await ends()).toEqual(['unsure'])
    expect(told()).toEqual(['unsure'])
  })

  it('that is not there costs nothing but time: it comes when the server is back', async () => {
    await server?.close()
    server = null
    await sendAt(0)
    await sendAt(1)
    expect(await tries()).toEqual(['later', 'later'])
    server = await openMailServer(port)
    await sendAt(300)
    expect(letters()).toHaveLength(1)
  })

  it('that is not there for three days is given up, and the app says so', async () => {
    await server?.close()
    server = null
    for (const hours of [0, 24, 48, 73, 74]) await sendAt(hours * 60)
    expect(await ends()).toEqual(['late'])
    expect(told()).toEqual(['late'])
  })

  it('that takes the line and never says a word is not waited for', async () => {
    await server?.close()
    server = null
    const sockets: Socket[] = []
    const mute: Server = createServer((socket) => void sockets.push(socket))
    await new Promise<void>((resolve) => void mute.listen(port, '127.0.0.1', resolve))
    await sendAt(0)
    expect(await tries()).toEqual(['later'])
    for (const socket of sockets) socket.destroy()
    await new Promise<void>((resolve) => void mute.close(() => resolve()))
  })
})

it('after a crash in the middle of sending it is sent once more, after ten minutes, and never a third time', async () => {
  const mail = await db().mail.findFirstOrThrow()
  await transact((tx) => recordTryBegun(tx, { id: newId(), mailId: mail.id, nth: 1, beganAt: start }))
  await sendAt(9)
  expect(letters()).toEqual([])
  await sendAt(10)
  await sendAt(30)
  expect(letters()).toHaveLength(1)
  expect(await ends()).toEqual(['taken'])
})

it('two processes that send at the same time send it once', async () => {
  await Promise.all([sendAt(0), sendAt(0)])
  expect(letters()).toHaveLength(1)
})
