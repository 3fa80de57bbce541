import { beforeEach, describe, expect, it } from 'vitest'
import { db } from '~/data/db.server'
import { transact } from '~/data/transact.server'
import { shiftsOf } from '~/data/watch/shifts.server'
import { NotFound } from '~/domain/shared/faults'
import { startOf } from '~/domain/watch/minutes'
import { addRoom } from '~/usecases/watch/add-room.server'
import { changeRoomTrait, endException, endRoom, takeException } from '~/usecases/watch/change-room.server'
import { changeSeat } from '~/usecases/watch/change-seat.server'
import { copyWeek, makePattern } from '~/usecases/watch/fill-week.server'
import { planShift, removeShift } from '~/usecases/watch/plan-shift.server'
import { actsSoFar } from '../../factories/administration'
import { at, day, makeControlRoom, makeOperator } from '../../factories/control-room'
import { acting } from '../../factories/unit-people'

let world: Awaited<ReturnType<typeof makeControlRoom>>
beforeEach(async () => {
  world = await makeControlRoom()
})

const nine = { begins: 480, ends: 960 }
const who = (...people: { personId: string }[]) => people.map(({ personId }) => ({ personId, counts: true }))
const rostered = async (from = '2026-03-09', days = 14) =>
  shiftsOf([world.room.roomId], { from: startOf(day(from)), to: startOf(day(from)) + days * 1440 })
const reason = (outcome: object) => ('reason' in outcome ? outcome.reason : null)

describe('planning one shift', () => {
  it('puts two fit people on it, with who planned it and when', async () => {
    const { room, zhao, qian, asManager } = world
    const outcome = await planShift(asManager(), { ...room, day: day('2026-03-11'), ...nine, people: who(zhao, qian) })
    expect(outcome.kind).toBe('planned')
    const [shift] = await rostered()
    expect(shift?.seats.map(({ personId }) => personId).sort()).toEqual([zhao.personId, qian.personId].sort())
    expect(shift?.createdBy).toBe(world.manager.accountId)
    expect(await actsSoFar()).toContain('watch.shiftPlanned')
  })

  it('refuses a wrong level as a wrong level and not as expired, and plans nothing; as a trainee he may stand there', async () => {
    const { room, zhao, zhou, asManager } = world
    const wish = { ...room, day: day('2026-03-11'), ...nine }
    const outcome = await planShift(asManager(), { ...wish, people: who(zhao, zhou) })
    expect(reason(outcome)).toMatch(/^watch:refusal\.unfit\./)
    expect(reason(outcome)).not.toBe('watch:refusal.unfit.expired')
    expect(await db().watchShift.count()).toBe(0)
    expect(await db().watchSeat.count()).toBe(0)
    const learning = await planShift(asManager(), { ...wish, people: [...who(zhao), { personId: zhou.personId, counts: false }] })
    expect(learning.kind).toBe('planned')
  })

  it('refuses one person in two rooms at once, in the same room twice, and for more than eight hours in one go', async () => {
    const { room, hotel, zhao, qian, sun, asManager } = world
    const second = await addRoom(asManager(), {
      unitId: hotel.id,
      name: '二号消控室',
      jurisdiction: 'national',
      from: '2025-01-01',
      traits: ['linkage'],
    })
    if (second.kind === 'refused') throw new Error(second.reason)
    const wish = { ...room, day: day('2026-03-11'), ...nine }
    await planShift(asManager(), { ...wish, people: who(zhao, qian) })
    expect(reason(await planShift(asManager(), { ...wish, roomId: second.roomId, begins: 840, ends: 1200, people: who(zhao, sun) }))).toBe(
      'watch:refusal.two-rooms',
    )
    expect(reason(await planShift(asManager(), { ...wish, begins: 900, ends: 1200, people: who(qian, sun) }))).toBe('watch:refusal.twice')
    expect(reason(await planShift(asManager(), { ...wish, begins: 960, ends: 1200, people: who(zhao, sun) }))).toBe(
      'watch:refusal.back-to-back',
    )
    expect(reason(await planShift(asManager(), { ...wish, begins: 480, ends: 961, people: who(sun) }))).toBe('watch:refusal.shift.too-long')
    expect(reason(await planShift(asManager(), { ...wish, people: who(sun) }))).toBe('watch:refusal.shift.same')
    expect(reason(await planShift(asManager(), { ...wish, begins: 0, ends: 300, people: who(sun, sun) }))).toBe('watch:refusal.samePerson')
    expect(await db().watchShift.count()).toBe(1)
  })

  it('refuses whoever has no post there any more, whoever never had one, and a time that is over', async () => {
    const { room, hotel, zhao, stranger, asManager } = world
    const gone = await makeOperator(hotel, '吴六', {}, { to: '2026-03-10' })
    const wish = { ...room, day: day('2026-03-11'), ...nine }
    expect(reason(await planShift(asManager(), { ...wish, people: who(zhao, gone) }))).toBe('watch:refusal.unfit.ended')
    expect(reason(await planShift(asManager(), { ...wish, people: [{ personId: gone.personId, counts: false }] }))).toBe(
      'watch:refusal.unfit.ended',
    )
    expect(reason(await planShift(asManager(), { ...wish, people: who(stranger) }))).toBe('watch:refusal.unfit.no-post')
    expect(reason(await planShift(asManager(), { ...wish, day: day('2026-03-09'), people: who(zhao) }))).toBe('watch:refusal.shift.over')
  })

  it('is not there for another unit’s manager, nor for the street', async () => {
    const { room, zhao, stranger, street } = world
    for (const account of [stranger.accountId, street.accountId])
      await expect(planShift(acting(account), { ...room, day: day('2026-03-11'), ...nine, people: who(zhao) })).rejects.toThrow(NotFound)
  })
})

describe('changing a shift', () => {
  it('adds, takes off and removes before it begins, and leaves what was as rows', async () => {
    const { room, zhao, qian, sun, asManager } = world
    const made = await planShift(asManager(), { ...room, day: day('2026-03-11'), ...nine, people: who(zhao, qian) })
    if (made.kind !== 'planned') throw new Error('not planned')
    const of = { ...room, shiftId: made.shiftId }
    await changeSeat(asManager(), { ...of, add: { personId: sun.personId, counts: true }, remove: null })
    await changeSeat(asManager(), { ...of, add: { personId: sun.personId, counts: true }, remove: null })
    const [shift] = await rostered()
    expect(shift?.seats).toHaveLength(3)
    await changeSeat(asManager(), { ...of, add: null, remove: shift?.seats[0]?.id ?? '' })
    expect((await rostered())[0]?.seats).toHaveLength(2)
    expect(reason(await removeShift(asManager(at('2026-03-11T08:00:00')), of))).toBe('watch:refusal.begun')
    await removeShift(asManager(), of)
    await removeShift(asManager(), of)
    expect(await rostered()).toEqual([])
    expect([await db().watchShift.count(), await db().watchSeat.count(), await db().watchShiftRemoval.count()]).toEqual([1, 3, 1])
  })

  it('loses no shift when two plan the same week at once', async () => {
    const { room, zhao, qian, sun, li, asManager } = world
    const teams = [
      [zhao.personId, qian.personId],
      [sun.personId, li.personId],
    ]
    const outcomes = await Promise.all([
      makePattern(asManager(), { ...room, monday: day('2026-03-16'), teams, begins: 480 }),
      planShift(asManager(), { ...room, day: day('2026-03-16'), ...nine, people: [] }),
      makePattern(asManager(), { ...room, monday: day('2026-03-16'), teams, begins: 480 }),
    ])
    expect(outcomes.filter(({ kind }) => kind === 'filled')).toHaveLength(2)
    const shifts = await rostered('2026-03-16', 7)
    expect(shifts).toHaveLength(21)
    expect(new Set(shifts.map(({ from }) => from)).size).toBe(21)
  })
})

describe('a whole week', () => {
  it('is made from a rotation, then copied, each once', async () => {
    const { room, zhao, qian, sun, li, asManager } = world
    const teams = [
      [zhao.personId, qian.personId],
      [sun.personId, li.personId],
    ]
    expect(await makePattern(asManager(), { ...room, monday: day('2026-03-16'), teams, begins: 480 })).toEqual({
      kind: 'filled',
      added: 21,
      left: 0,
    })
    expect(await copyWeek(asManager(), { ...room, monday: day('2026-03-23') })).toEqual({
      kind: 'filled',
      added: 21,
      left: expect.any(Number),
    })
    expect(await copyWeek(asManager(), { ...room, monday: day('2026-03-23') })).toEqual({ kind: 'filled', added: 0, left: 0 })
    expect(await db().watchShift.count()).toBe(42)
  })

  it('leaves out who is not fit then, and says for how many places', async () => {
    const { room, hotel, zhao, qian, sun, asManager } = world
    const lapsing = await makeOperator(hotel, '郑七', {}, { to: '2026-03-18' })
    const teams = [
      [zhao.personId, qian.personId],
      [sun.personId, lapsing.personId],
    ]
    const outcome = await makePattern(asManager(), { ...room, monday: day('2026-03-16'), teams, begins: 0 })
    expect(outcome).toMatchObject({ added: 21, left: 6 })
    const seats = (await rostered('2026-03-16', 7)).filter((shift) => shift.seats.some(({ personId }) => personId === lapsing.personId))
    expect(seats.every(({ to }) => to <= startOf(day('2026-03-19')))).toBe(true)
  })

  it('has nothing to copy from an empty one, and needs two teams', async () => {
    const { room, zhao, asManager } = world
    expect(reason(await copyWeek(asManager(), { ...room, monday: day('2026-03-16') }))).toBe('watch:refusal.nothingBefore')
    expect(reason(await makePattern(asManager(), { ...room, monday: day('2026-03-16'), teams: [[zhao.personId]], begins: 0 }))).toBe(
      'watch:refusal.teams',
    )
  })

  it('knows a person by the record that is left after two were joined', async () => {
    const { room, zhao, qian, asManager } = world
    await planShift(asManager(), { ...room, day: day('2026-03-11'), ...nine, people: who(zhao) })
    await transact((tx) => tx.person.update({ where: { id: zhao.personId }, data: { mergedIntoId: qian.personId } }))
    const [shift] = await rostered()
    expect(shift?.seats[0]?.personId).toBe(qian.personId)
    expect(reason(await planShift(asManager(), { ...room, day: day('2026-03-11'), begins: 600, ends: 700, people: who(qian) }))).toBe(
      'watch:refusal.twice',
    )
  })
})

describe('a room', () => {
  it('has its traits from a day on, and gives them up from a day on', async () => {
    const { room, asManager } = world
    expect((await changeRoomTrait(asManager(), { ...room, trait: 'networked', has: true, from: '2026-03-01' })).kind).toBe('changed')
    expect(reason(await changeRoomTrait(asManager(), { ...room, trait: 'networked', has: false, from: '2026-03-01' }))).toBe(
      'watch:refusal.beforeTrait',
    )
    expect((await changeRoomTrait(asManager(), { ...room, trait: 'networked', has: false, from: '2026-03-05' })).kind).toBe('changed')
    expect(reason(await changeRoomTrait(asManager(), { ...room, trait: 'networked', has: true, from: '2026-03-11' }))).toBe(
      'watch:refusal.since',
    )
    expect(await db().roomTrait.findFirst({ where: { trait: 'networked' } })).toMatchObject({ from: '2026-03-01', to: '2026-03-04' })
  })

  it('uses a local exception only where it is open to it, and only with its proof', async () => {
    const { hotel, asManager } = world
    const made = await addRoom(asManager(), {
      unitId: hotel.id,
      name: '广东的',
      jurisdiction: 'guangdong',
      from: '2026-01-01',
      traits: ['networked'],
    })
    if (made.kind === 'refused') throw new Error(made.reason)
    const room = { unitId: hotel.id, roomId: made.roomId }
    const wish = { ...room, exception: 'single-guangdong', proof: '远程监控中心证明 2026-3', since: '2026-02-01' }
    expect(reason(await takeException(asManager(), wish))).toBe('watch:refusal.notOpen')
    await changeRoomTrait(asManager(), { ...room, trait: 'remote-operable', has: true, from: '2026-02-01' })
    expect(reason(await takeException(asManager(), { ...wish, proof: '  ' }))).toBe('watch:refusal.proof')
    expect(reason(await takeException(asManager(), { ...wish, exception: 'single-zhejiang' }))).toBe('watch:refusal.notOpen')
    expect((await takeException(asManager(), wish)).kind).toBe('changed')
    expect(reason(await takeException(asManager(), wish))).toBe('watch:refusal.exceptionHeld')
    const held = await db().roomException.findFirstOrThrow()
    expect(held).toMatchObject({ proof: '远程监控中心证明 2026-3', since: '2026-02-01', recordedBy: world.manager.accountId })
    await endException(asManager(), { ...room, heldId: held.id })
    expect((await db().roomException.findFirstOrThrow()).to).toBe('2026-03-10')
  })

  it('is given up when its name is typed, and has a name of its own', async () => {
    const { hotel, room, asManager } = world
    expect(
      reason(
        await addRoom(asManager(), { unitId: hotel.id, name: ' 一号消控室 ', jurisdiction: 'national', from: '2026-01-01', traits: [] }),
      ),
    ).toBe('watch:refusal.sameRoom')
    expect(
      reason(await addRoom(asManager(), { unitId: hotel.id, name: '三号', jurisdiction: 'mars', from: '2026-01-01', traits: [] })),
    ).toBe('watch:refusal.jurisdiction')
    expect(reason(await endRoom(asManager(), { ...room, typed: '一号' }))).toBe('watch:refusal.typeName')
    expect((await endRoom(asManager(), { ...room, typed: '一号消控室' })).kind).toBe('changed')
    expect(reason(await planShift(asManager(), { ...room, day: day('2026-03-11'), ...nine, people: [] }))).toBe('watch:refusal.roomOver')
  })
})
