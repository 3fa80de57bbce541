import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { catalogue } from '~/content/catalogue.server'
import { db } from '~/data/db.server'
import { transact } from '~/data/transact.server'
import type { Said } from '~/domain/rollcall/event'
import { newId } from '~/gateways/secrets.server'
import { startSession } from '~/http/session.server'
import { loader as page } from '~/routes/drills+/drills.$id._index'
import { loader as board } from '~/routes/drills+/drills.$id.board'
import { loader as code } from '~/routes/drills+/drills.$id.code'
import { action as sent, loader as told } from '~/routes/drills+/drills.$id.entries'
import { makeDrill } from '../../factories/roll-call'
import { grant, type MadePerson, type MadeUnit, makeEmployee, makeStreet, makeUnit, morning } from '../../factories/unit-people'
import { emptyDatabase, setClock } from '../../factories/world'

let hotel: MadeUnit
let chief: MadePerson
let wang: MadePerson
let zhao: MadePerson
let stranger: MadePerson
let drill: string

beforeAll(() => void catalogue(), 60_000)
beforeEach(async () => {
  await emptyDatabase()
  setClock(morning.toISOString())
  await makeStreet()
  hotel = await makeUnit('河西大酒店', 'HXDJ')
  chief = await makeEmployee(hotel, '指挥员', { position: 'fire-manager' })
  wang = await makeEmployee(hotel, '王引导')
  zhao = await makeEmployee(hotel, '赵员工')
  stranger = await makeEmployee(await makeUnit('隔壁商场', 'GBSC'), '隔壁的人')
  await grant(stranger.accountId, { ...hotel, id: (await db().unit.findFirstOrThrow({ where: { name: '隔壁商场' } })).id })
  drill = (await makeDrill(hotel, { chief, marshals: { '3 楼': wang }, expected: [chief, wang, zhao] }, morning)).id
})

async function args(who: MadePerson | null, path: string, init: RequestInit = {}) {
  const blank = { context: { address: '127.0.0.1', requestId: 't' }, params: { id: drill } }
  const set = who && (await startSession(new Request('http://127.0.0.1:3000/'), who.accountId, 'learner', morning, true))
  const request = new Request(`http://127.0.0.1:3000${path}`, { ...init, headers: { ...init.headers, Cookie: set?.split(';')[0] ?? '' } })
  return { ...blank, request }
}
async function status(work: Promise<unknown>): Promise<number> {
  const answer = await work.catch((thrown: unknown) => thrown)
  if (answer instanceof Response) return answer.status
  if (answer instanceof Error) throw answer
  return 200
}

const told200 = z.object({
  now: z.number(),
  seq: z.number(),
  epoch: z.string(),
  lacks: z.boolean(),
  entries: z.array(z.object({ id: z.string() }).loose()),
  refused: z.array(z.object({ id: z.string(), fault: z.string() })),
})
let nth = 0
const entry = (by: MadePerson, said: Said) => {
  nth += 1
  const clock = morning.getTime() + nth
  return { id: newId(), device: 'phone-of-wang', nth, clock, offset: 0, heard: null, by: by.personId, said }
}
const seen = () => entry(wang, { kind: 'seen', who: zhao.personId, way: 'tick', zone: '3 楼' })
const body = (entries: unknown[], after = 0) => JSON.stringify({ sentAt: morning.getTime(), after, entries })
const post = async (who: MadePerson | null, text: string) =>
  sent(await args(who, `/drills/${drill}/entries`, { method: 'POST', body: text, headers: { 'Content-Type': 'application/json' } }))
const get = async (who: MadePerson | null, query = '') => told(await args(who, `/drills/${drill}/entries${query}`))
const read = async (work: Promise<unknown>) => {
  const answer = await work
  if (!(answer instanceof Response)) throw new Error('no answer')
  return told200.parse(await answer.json())
}

describe('the board of a drill', () => {
  it.each([
    ['the commander', () => chief, 200],
    ['a marshal', () => wang, 200],
    ['somebody who is only expected', () => zhao, 404],
    ['the manager of another unit', () => stranger, 404],
    ['nobody who is signed in', () => null, 302],
  ])('is for %s: %s', async (_who, who, answer) => {
    const asked = async () => args(who(), `/drills/${drill}/board`)
    expect(await status(Promise.resolve(board(await asked())))).toBe(answer)
    expect(await status(Promise.resolve(code(await asked())))).toBe(answer)
    expect(await status(Promise.resolve(get(who())))).toBe(answer)
    expect(await status(Promise.resolve(post(who(), body([]))))).toBe(answer)
    if (answer === 404) expect(await status(Promise.resolve(page(await asked())))).toBe(answer)
  })

  it('of an unannounced drill tells nobody who does not lead it that there is one, until it begins', async () => {
    const supervisor = await makeEmployee(hotel, '街道监督员')
    await transact((tx) =>
      tx.grant.create({
        data: {
          ...{ id: newId(), accountId: supervisor.accountId, role: 'supervisor', placeId: 'street', sectors: '*' },
          ...{ from: '2020-01-01', grantedBy: 'system', createdAt: morning },
        },
      }),
    )
    drill = (await makeDrill(hotel, { chief, marshals: { '3 楼': wang }, expected: [zhao], more: { unannounced: true } }, morning)).id
    const look = async (who: MadePerson) => status(Promise.resolve(page(await args(who, `/drills/${drill}`))))
    expect([await look(supervisor), await look(wang)]).toEqual([404, 200])
    await post(chief, body([entry(chief, { kind: 'mark', mark: 'alarm', zone: '' })]))
    expect(await look(supervisor)).toBe(200)
  })

  it('has another lock for each person, and one key for files that are carried', async () => {
    const facts = async (who: MadePerson) => (await board(await args(who, `/drills/${drill}/board`))).page.facts
    const [one, other] = [await facts(chief), await facts(wang)]
    expect(one.lock).not.toBe(other.lock)
    expect(one.carry).toBe(other.carry)
    expect((await facts(chief)).lock).toBe(one.lock)
  })

  it('holds no card that could be copied from it', async () => {
    const { page: shown } = await board(await args(wang, `/drills/${drill}/board`))
    const tokens = await db().post.findMany({ select: { cardToken: true } })
    for (const { cardToken } of tokens) expect(JSON.stringify(shown)).not.toContain(cardToken)
    expect(Object.keys(shown.facts.cards).length).toBeGreaterThan(0)
  })
})

describe('entries over the wire', () => {
  it('go in once and come out to whoever asks after them', async () => {
    const tick = seen()
    const first = await read(post(wang, body([tick])))
    expect(first).toMatchObject({ refused: [], entries: [{ id: tick.id }] })
    expect((await read(get(chief))).entries).toHaveLength(1)
    expect((await read(get(chief, `?after=${first.seq}`))).entries).toEqual([])
    expect((await read(post(wang, body([tick], first.seq)))).entries).toEqual([])
  })

  it('that cannot be read block nothing, and are named', async () => {
    const tick = seen()
    const answer = await read(post(wang, body([{ id: 'broken', said: null }, 7, { ...seen(), extra: true }, tick])))
    expect(answer.refused.map(({ fault }) => fault)).toEqual(['unreadable', 'unreadable', 'unreadable'])
    expect(answer.refused[0]?.id).toBe('broken')
    expect(answer.entries.map(({ id }) => id)).toEqual([tick.id])
  })

  it.each(['', '{', '[]', 'null', '{"sentAt":1}', JSON.stringify({ sentAt: 1, after: 0, entries: Array(501).fill(1) })])(
    'in a body that says “%s” are refused as a whole',
    async (text) => {
      expect(await status(Promise.resolve(post(wang, text)))).toBe(400)
      expect(await db().rollEvent.count()).toBe(0)
    },
  )

  it('wake a board that waits', async () => {
    const waiting = read(get(chief, '?after=0&wait=1'))
    await post(wang, body([seen()]))
    expect((await waiting).entries).toHaveLength(1)
  })

  it('stay on the phone when the drill is called off: 409', async () => {
    const step = { id: newId(), drillId: drill, nth: 1, kind: 'called-off', at: morning, by: 'x', personId: 'x', detail: '{}' }
    await transact((tx) => tx.drillStep.create({ data: step }))
    expect(await status(Promise.resolve(post(wang, body([seen()]))))).toBe(409)
  })

  it('are asked for again by another epoch, once the database was put back', async () => {
    const before = (await read(get(chief))).epoch
    await transact((tx) => tx.epoch.create({ data: { id: newId(), at: morning, reason: 'restored' } }))
    expect((await read(get(chief))).epoch).not.toBe(before)
  })

  it('are asked for again of a phone whose last entry is not there any more under its number, though nobody told of a backup', async () => {
    const [kept, lost, other] = [seen(), seen(), seen()]
    const { seq } = await read(post(wang, body([kept, lost])))
    const asks = (at: string) => read(get(wang, `?after=${seq}&at=${at}&wait=1`))
    expect((await read(get(wang, `?after=${seq}&at=${lost.id}`))).lacks).toBe(false)
    await transact((tx) => tx.rollEvent.delete({ where: { id: lost.id } }))
    expect((await asks(lost.id)).lacks).toBe(true)
    await transact((tx) => tx.$executeRawUnsafe(`UPDATE sqlite_sequence SET seq = seq - 1 WHERE name = 'RollEvent'`))
    expect((await read(post(chief, body([{ ...other, by: chief.personId }])))).seq).toBe(seq)
    expect((await asks(lost.id)).lacks).toBe(true)
    expect((await read(get(wang, `?after=${seq}&at=${other.id}`))).lacks).toBe(false)
    expect((await read(get(wang, '?after=0'))).lacks).toBe(false)
  }, 30_000)
})
