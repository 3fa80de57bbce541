import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { db } from '~/data/db.server'
import { transact } from '~/data/transact.server'
import { newId } from '~/gateways/secrets.server'
import { startSession } from '~/http/session.server'
import { loader as mine, action as onMine } from '~/routes/watch+/me_.watch'
import { loader as streetWatch } from '~/routes/watch+/street.watch'
import { action as addsRoom, loader as rooms } from '~/routes/watch+/units.$unitId.rooms._index'
import { action as onRoom, loader as roomPage } from '~/routes/watch+/units.$unitId.rooms.$roomId._index'
import { loader as nights } from '~/routes/watch+/units.$unitId.rooms.$roomId.nights._index'
import { loader as night } from '~/routes/watch+/units.$unitId.rooms.$roomId.nights.$date'
import { loader as nightsFile } from '~/routes/watch+/units.$unitId.rooms.$roomId.nights[.]xlsx'
import { action as onShift, loader as shiftPage } from '~/routes/watch+/units.$unitId.rooms.$roomId.shifts.$shiftId'
import { action as onWeek, loader as week } from '~/routes/watch+/units.$unitId.rooms.$roomId.weeks.$monday'
import { at, makeControlRoom } from '../../factories/control-room'
import { addLicence } from '../../factories/held-licences'
import { supervise } from '../../factories/poster-street'
import { type MadePerson, makeEmployee } from '../../factories/unit-people'
import { setClock } from '../../factories/world'
import { complaintAbout, type Door, type Fields, hostileForms, opens, sends } from '../hostile/sending'

let world: Awaited<ReturnType<typeof makeControlRoom>>
let waiter: MadePerson
let elsewhere: MadePerson
let now: Date
const clockAt = (text: string): void => {
  now = setClock(at(`${text}:00`).toISOString())
}
const monday = '2026-03-16'

beforeAll(async () => {
  world = await makeControlRoom()
  const card = { kind: 'fire-facility-operator', level: 5, direction: 'monitoring', topic: 'fire-facility-operator-5' } as const
  await addLicence({ id: 'zhou-card', personId: world.zhou.personId, ...card, checkedOn: '2026-01-05' })
  waiter = await makeEmployee(world.hotel, '服务员')
  elsewhere = await makeEmployee(world.other, '县里另一头的')
  await transact((tx) =>
    tx.place.create({
      data: { id: 'hill', kind: 'street', name: '河东', parentId: 'county', path: '/county/hill/', createdAt: at('2026-01-01T08:00:00') },
    }),
  )
  await supervise(elsewhere.accountId, { path: 'hill' })
})
beforeEach(() => {
  clockAt('2026-03-10T10:00')
})

const cookieOf = async (who: MadePerson | null): Promise<string> => {
  if (who === null) return ''
  return (await startSession(new Request('http://127.0.0.1:3000/'), who.accountId, 'console', now, true)).split(';')[0] ?? ''
}
type Params = Record<string, string>
const here = (more: Params = {}): Params => ({ ...world.room, ...more })
const open = async (door: Door, who: MadePerson | null, params: Params) =>
  (await opens(door, { path: '/x', params, cookie: await cookieOf(who) })).status
const send = async (door: Door, who: MadePerson | null, params: Params, fields: Fields) =>
  sends(door, { path: '/x', params, cookie: await cookieOf(who) }, fields)
const postEnds = ({ postId }: MadePerson, to: string | null) => transact((tx) => tx.post.update({ where: { id: postId }, data: { to } }))
/** What a page's loader hands to the page. */
async function shown(door: Door, who: MadePerson, params: Params = {}, path = '/x') {
  const request = new Request(`http://127.0.0.1:3000${path}`, { headers: { Cookie: await cookieOf(who) } })
  return JSON.stringify(await door({ request, params, context: { address: 'test', requestId: 't' } }))
}

const shiftAt = (day: string, begins: string, ends: string, ...people: MadePerson[]): Fields => [
  ['intent', 'plan'],
  ['day', day],
  ['begins', begins],
  ['ends', ends],
  ...people.map(({ personId }) => ['people', personId] as const),
]
const plan = (day: string, begins: string, ends: string, ...people: MadePerson[]) =>
  send(onWeek, world.manager, here({ monday }), shiftAt(day, begins, ends, ...people))
const shiftFrom = async (instant: string) =>
  db().watchShift.findFirstOrThrow({ where: { from: at(instant), removal: null }, include: { seats: { where: { removal: null } } } })

describe('whose pages these are', () => {
  it('the unit’s managers plan, its operators and the street read, and for everybody else there is no room', async () => {
    await plan('2026-03-13', '08:00', '16:00', world.zhao, world.qian)
    const { id: shiftId } = await shiftFrom('2026-03-13T08:00:00')
    const params = here({ monday, date: '2026-03-09', shiftId })
    for (const door of [rooms, roomPage, week, shiftPage, nights, night, nightsFile]) {
      expect(await open(door, null, params)).toBe(302)
      for (const who of door === nightsFile ? [world.zhao] : [world.manager, world.zhao, world.street])
        expect(await open(door, who, params)).toBe(200)
      for (const who of [world.stranger, elsewhere, waiter]) expect(await open(door, who, params)).toBe(404)
    }
    for (const [door, fields] of [
      [onWeek, [['intent', 'copy']]],
      [
        onRoom,
        [
          ['intent', 'end'],
          ['typed', '一号消控室'],
        ],
      ],
      [
        addsRoom,
        [
          ['name', '二号'],
          ['jurisdiction', 'national'],
          ['from', '2026-01-01'],
        ],
      ],
    ] satisfies [Door, Fields][]) {
      for (const who of [world.zhao, world.street]) expect((await send(door, who, params, fields)).status).toBe(403)
      expect((await send(door, world.stranger, params, fields)).status).toBe(404)
    }
    expect(await db().controlRoom.count({ where: { to: null } })).toBe(1)
  })

  it('a room is not found under another unit’s address', async () => {
    const params = { unitId: world.other.id, roomId: world.room.roomId, monday, date: '2026-03-09' }
    for (const door of [roomPage, week, night]) expect(await open(door, world.stranger, params)).toBe(404)
    expect((await send(onWeek, world.stranger, params, [['intent', 'copy']])).status).toBe(404)
  })

  it('who is on the roster finds that room, also without an operator’s post', async () => {
    const trainee = await makeEmployee(world.hotel, '见习的')
    expect(await open(roomPage, trainee, here())).toBe(404)
    const fields: Fields = [...shiftAt('2026-03-17', '08:00', '16:00', world.zhao, world.qian), ['trainee', trainee.personId]]
    expect((await send(onWeek, world.manager, here({ monday }), fields)).status).toBe(302)
    expect(await open(roomPage, trainee, here())).toBe(200)
  })

  it('the street sees the rooms of its units, and not those of another street', async () => {
    expect(await shown(streetWatch, world.street)).toContain('临江大酒店')
    expect(await shown(streetWatch, elsewhere)).not.toContain('临江大酒店')
    expect(await open(streetWatch, world.manager, {})).toBe(403)
    expect(await open(streetWatch, world.zhao, {})).toBe(403)
  })
})

describe('a roster by its forms', () => {
  it('one person in two rooms is refused with the reason, and nothing is half-done', async () => {
    const made = await send(addsRoom, world.manager, { unitId: world.hotel.id }, [
      ['name', '二号消控室'],
      ['jurisdiction', 'national'],
      ['from', '2026-01-01'],
      ['traits', 'linkage'],
    ])
    const roomId = /rooms\/([^?]+)\?done=added/.exec(made.to ?? '')?.[1] ?? ''
    await plan('2026-03-18', '08:00', '16:00', world.zhao, world.qian)
    const [shifts, seats, acts] = [await db().watchShift.count(), await db().watchSeat.count(), await db().auditEntry.count()]
    const answer = await send(
      onWeek,
      world.manager,
      here({ roomId, monday }),
      shiftAt('2026-03-18', '12:00', '18:00', world.sun, world.zhao),
    )
    expect(answer).toMatchObject({ status: 400, errors: { people: ['watch:refusal.two-rooms'] } })
    expect(complaintAbout(answer)).toBeNull()
    expect([await db().watchShift.count(), await db().watchSeat.count(), await db().auditEntry.count()]).toEqual([shifts, seats, acts])
    await send(onRoom, world.manager, here({ roomId }), [
      ['intent', 'end'],
      ['typed', '二号消控室'],
    ])
  })

  it('three shifts of teams in turn, copied to the next week, with a swap between two of them', async () => {
    const teams: Fields = [
      ['team0', world.zhao.personId],
      ['team0', world.qian.personId],
      ['team1', world.sun.personId],
      ['team1', world.li.personId],
    ]
    const first = here({ monday: '2026-03-23' })
    expect((await send(onWeek, world.manager, first, [['intent', 'pattern'], ['begins', '00:00'], ...teams])).to).toContain(
      'added=21&left=0',
    )
    expect((await send(onWeek, world.manager, here({ monday: '2026-03-30' }), [['intent', 'copy']])).to).toContain('done=filled&added=21')
    expect(await shown(week, world.manager, first)).toContain('"minutes":0,')
    const one = await shiftFrom('2026-03-25T08:00:00')
    const [seat] = one.seats
    const stranger = await send(onWeek, world.manager, first, [
      ['intent', 'swap'],
      ['seatId', seat?.id ?? ''],
      ['to', world.stranger.personId],
    ])
    expect(stranger.status).toBe(400)
    expect(
      (
        await send(onWeek, world.manager, first, [
          ['intent', 'swap'],
          ['seatId', seat?.id ?? ''],
          ['to', ''],
        ])
      ).errors,
    ).toEqual({
      to: ['watch:error.to'],
    })
    const back = await send(onWeek, world.manager, first, [
      ['intent', 'swap'],
      ['seatId', seat?.id ?? ''],
      ['to', world.zhou.personId],
    ])
    expect(back).toMatchObject({ status: 400, errors: { people: ['watch:refusal.unfit.wrong-level'] } })
    expect((await shiftFrom('2026-03-25T08:00:00')).seats).toEqual(one.seats)
  })

  it('forms of one shift at a time: the page of a week stays small', async () => {
    const { id } = await shiftFrom('2026-03-25T08:00:00')
    const page = await shown(week, world.manager, here({ monday: '2026-03-23' }), `/x?change=${id}`)
    expect(page).toContain(`"changing":"${id}"`)
    expect(await shown(mine, world.zhao)).toContain('"takers":[]')
  })
})

describe('what is to come', () => {
  it('a post that ends leaves hours uncovered from the day after, and the room says so', async () => {
    expect(await shown(roomPage, world.manager, here())).toContain('"coming":[]')
    await postEnds(world.li, '2026-03-31')
    const page = await shown(roomPage, world.manager, here())
    expect(page).toMatch(/"coming":\[\{"day":"2026-04-01"[^\]]*"fit":1,"needed":2/)
    expect(page).toContain('"word":"ended"')
    await postEnds(world.li, null)
  })
})

describe('one’s own watch', () => {
  it('gives a seat to a colleague who says yes, and to nobody who was not asked', async () => {
    await plan('2026-03-19', '08:00', '16:00', world.zhao, world.qian)
    const shift = await shiftFrom('2026-03-19T08:00:00')
    const seat = shift.seats.find(({ personId }) => personId === world.zhao.personId)?.id ?? ''
    const ask = (who: MadePerson, to: string) =>
      send(onMine, who, {}, [
        ['intent', 'ask'],
        ['seatId', seat],
        ['to', to],
      ])
    expect((await ask(world.qian, world.sun.personId)).status).toBe(404)
    expect((await ask(world.stranger, world.sun.personId)).status).toBe(404)
    expect((await ask(world.zhao, world.zhou.personId)).errors).toEqual({ people: ['watch:refusal.unfit.wrong-level'] })
    expect((await ask(world.zhao, world.sun.personId)).to).toBe('/me/watch?done=asked')
    const swap = await db().watchSwap.findFirstOrThrow({ where: { seatId: seat } })
    const answer = (who: MadePerson, said: string) =>
      send(onMine, who, {}, [
        ['intent', 'answer'],
        ['swapId', swap.id],
        ['answer', said],
      ])
    for (const who of [world.qian, world.stranger, world.manager]) expect((await answer(who, 'accepted')).status).toBe(404)
    expect((await answer(world.zhao, 'accepted')).status).toBe(400)
    expect(await shown(mine, world.qian)).not.toContain(swap.id)
    expect(await shown(mine, world.sun)).toContain(swap.id)
    expect((await answer(world.sun, 'accepted')).to).toBe('/me/watch?done=accepted')
    expect((await answer(world.sun, 'accepted')).to).toBe('/me/watch?done=accepted')
    const people = (await shiftFrom('2026-03-19T08:00:00')).seats.map(({ personId }) => personId)
    expect(people.sort()).toEqual([world.qian.personId, world.sun.personId].sort())
  })
})

describe('a night, from the hand-over to the inspector', () => {
  it('is written by who is there, and is read later as it was known then', async () => {
    await plan('2026-03-20', '16:00', '23:59', world.zhao, world.qian)
    const { id: shiftId } = await shiftFrom('2026-03-20T16:00:00')
    const at_ = here({ shiftId })
    const write = (who: MadePerson, fields: Fields) => send(onShift, who, at_, fields)
    const handover: Fields = [
      ['intent', 'takeOver'],
      ['entryId', newId()],
      ['mode', 'automatic'],
      ['keys', '4把'],
      ['named', world.qian.personId],
    ]
    expect((await write(world.zhao, handover)).status).toBe(400)
    clockAt('2026-03-20T15:55')
    expect((await write(world.sun, handover)).status).toBe(400)
    expect((await write(world.street, handover)).status).toBe(404)
    for (const _ of [1, 2]) expect((await write(world.zhao, handover)).to).toContain('done=takenOver')
    clockAt('2026-03-20T17:50')
    const check: Fields = [
      ['intent', 'check'],
      ['entryId', newId()],
      ['time', '17:48'],
      ['mode', 'automatic'],
    ]
    for (const _ of [1, 2]) expect((await write(world.qian, check)).to).toContain('done=written')
    expect(
      (
        await write(world.qian, [
          ['intent', 'check'],
          ['entryId', newId()],
          ['time', '18:30'],
          ['mode', 'automatic'],
        ])
      ).status,
    ).toBe(400)
    expect(
      (
        await write(world.qian, [
          ['intent', 'alarm'],
          ['entryId', newId()],
          ['time', '17:49'],
          ['outcome', 'false'],
        ])
      ).errors,
    ).toEqual({
      where: ['watch:error.where'],
    })
    clockAt('2026-03-20T23:58')
    expect((await write(world.zhao, [['intent', 'signOff']])).to).toContain('done=signed')
    expect(await db().watchEntry.count({ where: { shiftId } })).toBe(2)

    clockAt('2026-04-20T10:00')
    await postEnds(world.zhao, '2026-03-25')
    const record = await shown(night, world.street, here({ date: '2026-03-20' }))
    expect(record).toContain('"isSnapshot":true,"word":null')
    expect(record).toContain('"keys":"4把"')
    expect(record).toContain('"actual":[{"day":"2026-03-20","from":"12:00"')
    await postEnds(world.zhao, null)
  })
})

describe('what nobody means well by', () => {
  it('is answered in words, and never a fault of ours', async () => {
    const complaints: string[] = []
    const every = async (door: Door, who: MadePerson, params: Params, usual: Fields, step: number) => {
      const cookie = await cookieOf(who)
      for (const [nth, { what, fields }] of [...hostileForms(usual)].entries()) {
        if (nth % step !== 0) continue
        const fault = complaintAbout(await sends(door, { path: '/x', params, cookie }, fields))
        if (fault !== null) complaints.push(`${what}: ${fault}`)
      }
    }
    await every(onWeek, world.manager, here({ monday: '2026-04-06' }), shiftAt('2026-04-07', '08:00', '16:00', world.zhao), 4)
    await every(
      onWeek,
      world.manager,
      here({ monday: '2026-04-06' }),
      [
        ['intent', 'pattern'],
        ['begins', '08:00'],
        ['team0', 'x'],
      ],
      4,
    )
    await every(
      onWeek,
      world.manager,
      here({ monday }),
      [
        ['intent', 'seat'],
        ['shiftId', 'x'],
        ['personId', 'y'],
        ['counts', 'yes'],
      ],
      7,
    )
    await every(
      onMine,
      world.zhao,
      {},
      [
        ['intent', 'ask'],
        ['seatId', 'x'],
        ['to', 'y/z'],
        ['note', ''],
      ],
      7,
    )
    await every(
      onRoom,
      world.manager,
      here(),
      [
        ['intent', 'exception'],
        ['exception', 'single-guangdong'],
        ['proof', 'x'],
        ['since', '2026-01-01'],
      ],
      7,
    )
    for (const bad of ['2026-02-30', 'x', '0000-00-00', '9999-12-31', '../..', '2026-03-17T00:00']) {
      for (const door of [week, night])
        expect(
          (await opens(door, { path: '/x', params: here({ monday: bad, date: bad }), cookie: await cookieOf(world.zhao) })).status,
        ).toBeLessThan(500)
    }
    expect(complaints).toEqual([])
  })
})
