import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { catalogue } from '~/content/catalogue.server'
import { db } from '~/data/db.server'
import { plansOfUnit } from '~/data/drills/plans.server'
import { findCall } from '~/data/rollcall/calls.server'
import { entriesAfter } from '~/data/rollcall/entries.server'
import { transact } from '~/data/transact.server'
import { drillForm } from '~/domain/drills/drill-form'
import type { Said, SentEntry } from '~/domain/rollcall/event'
import { rollOf } from '~/domain/rollcall/presence'
import { NotFound } from '~/domain/shared/faults'
import { newId } from '~/gateways/secrets.server'
import { changeDrill } from '~/usecases/drills/change-drill.server'
import { changeDrillExpected } from '~/usecases/drills/change-expected.server'
import { planDrill } from '~/usecases/drills/plan-drill.server'
import { recordDrillEntries } from '~/usecases/drills/record-drill-entries.server'
import { actsSoFar } from '../../factories/administration'
import { acting, grant, type MadePerson, type MadeUnit, makeEmployee, makeStreet, makeUnit, morning } from '../../factories/unit-people'
import { emptyDatabase, setClock } from '../../factories/world'

let hotel: MadeUnit
let boss: MadePerson
let guide: MadePerson
let other: MadePerson
let guest: MadePerson

beforeAll(() => void catalogue(), 60_000)
beforeEach(async () => {
  await emptyDatabase()
  setClock('2026-03-10T02:00:00.000Z')
  await makeStreet()
  hotel = await makeUnit('河西大酒店', 'HXDJ')
  boss = await makeEmployee(hotel, '老板娘', { position: 'fire-manager' })
  guide = await makeEmployee(hotel, '王引导', { position: 'evacuation-guide' })
  other = await makeEmployee(hotel, '李引导', { position: 'evacuation-guide' })
  guest = await makeEmployee(await makeUnit('隔壁商场', 'GBSC'), '隔壁的人')
  await grant(boss.accountId, hotel)
})

const form = (more: Record<string, string> = {}) =>
  drillForm.parse({
    template: 'hotel',
    title: '八楼客房起火',
    kind: 'evacuation',
    target: '八楼客房',
    on: '2026-03-12',
    startsAt: '10:00',
    place: '河西大酒店',
    commander: '老板娘',
    assembly: '门前广场\n后院',
    attack: '王引导、李引导',
    ...more,
  })
const rows = { zone0: '2 楼', marshals0: '王引导', zone1: '3 楼', marshals1: '李引导' }
const plan = (more: Record<string, string> = {}, zones: Record<string, string> = rows) =>
  planDrill(acting(boss.accountId), { unitId: hotel.id, form: form(more), rows: zones })
async function planned(): Promise<string> {
  const outcome = await plan()
  if (outcome.kind !== 'planned') throw new Error(outcome.reason)
  return outcome.id
}

let nth = 0
const entry = (by: MadePerson, said: Said, more: Partial<SentEntry> = {}): SentEntry => {
  nth += 1
  const clock = morning.getTime() + nth * 1000
  return { id: newId(), device: `phone-${by.postId.slice(0, 20)}`, nth, clock, offset: 0, heard: null, by: by.personId, said, ...more }
}
const seen = (by: MadePerson, who: MadePerson): SentEntry => entry(by, { kind: 'seen', who: who.personId, way: 'tick', zone: '2 楼' })
const send = (by: MadePerson, drill: string, entries: SentEntry[]) => {
  const asking = acting(by.accountId)
  return recordDrillEntries({ ...asking, actor: { ...asking.actor, personId: by.personId } }, drill, asking.now.getTime(), entries)
}
async function thereAt(drill: string): Promise<number> {
  const call = await findCall('drill', drill)
  if (call === null) throw new Error('no call')
  return rollOf(call.expected, entriesAfter(call.id, 0).entries, call.roles, null).totals.there
}

describe('planning a drill', () => {
  it('expects everybody in post that day, and makes version 1 of the unit’s plan', async () => {
    const id = await planned()
    const call = await findCall('drill', id)
    expect(call?.expected.filter(({ kind }) => kind === 'person').map(({ name, zone }) => [name, zone])).toEqual([
      ['老板娘', ''],
      ['李引导', '3 楼'],
      ['王引导', '2 楼'],
    ])
    expect(call?.expected.filter(({ kind }) => kind === 'visitors')).not.toEqual([])
    expect(call?.roles).toEqual({ commanders: [boss.personId], marshals: [guide.personId, other.personId] })
    expect((await plansOfUnit(hotel)).map(({ version, template }) => [version, template])).toEqual([[1, 'hotel']])
    expect(await actsSoFar()).toContain('drills.drillPlanned')
  })

  it.each([
    ['a name that is nobody’s', { commander: '张三' }, 'drills:refusal.name.unknown'],
    ['two commanders', { commander: '老板娘、王引导' }, 'drills:refusal.noCommander'],
    ['a day that is over', { on: '2026-03-09' }, 'drills:refusal.past'],
  ])('refuses %s', async (_what, more, reason) => {
    expect(await plan(more)).toMatchObject({ kind: 'refused', reason })
    expect(await db().drill.count()).toBe(0)
  })

  it('refuses a marshal without a floor, and a floor twice', async () => {
    expect(await plan({}, { marshals0: '王引导' })).toMatchObject({ reason: 'drills:refusal.zoneWithoutName' })
    expect(await plan({}, { zone0: '2 楼', zone1: '2 楼' })).toMatchObject({ reason: 'drills:refusal.zoneTwice' })
  })

  it('asks which of two people of one name is meant', async () => {
    await makeEmployee(hotel, '王引导')
    expect(await plan()).toMatchObject({ reason: 'drills:refusal.name.several', values: { name: '王引导' } })
  })

  it('is not for whoever manages another unit', async () => {
    await expect(planDrill(acting(guest.accountId), { unitId: hotel.id, form: form(), rows })).rejects.toThrow(NotFound)
  })

  it('can be changed until it begins, and not after', async () => {
    const id = await planned()
    const change = (title: string) => changeDrill(acting(boss.accountId), { drillId: id, unitId: hotel.id, form: form({ title }), rows })
    expect(await change('换个名字')).toEqual({ kind: 'changed' })
    await send(boss, id, [entry(boss, { kind: 'mark', mark: 'alarm', zone: '' })])
    expect(await change('太晚了')).toMatchObject({ reason: 'drills:refusal.begun' })
    expect(await db().drillRevision.count({ where: { drillId: id } })).toBe(2)
  })

  it('keeps floors, help and classes for the next drill', async () => {
    const id = await planned()
    const wish = {
      drillId: id,
      unitId: hotel.id,
      redraw: false,
      zones: new Map([[boss.personId, '3 楼']]),
      help: new Map([[other.personId, '拄拐']]),
      counts: new Map<string, string>(),
      classes: '三（2）班 42人\n三(3)班 40',
    }
    expect(await changeDrillExpected(acting(boss.accountId), wish)).toEqual({ kind: 'listed' })
    const next = await findCall('drill', await planned())
    expect(next?.expected.find(({ id: one }) => one === boss.personId)?.zone).toBe('3 楼')
    expect(next?.expected.find(({ id: one }) => one === other.personId)?.help).toBe('拄拐')
    expect(next?.expected.filter(({ kind }) => kind === 'class').map(({ name, count }) => [name, count])).toEqual([
      ['三(2)班', 42],
      ['三(3)班', 40],
    ])
  })
})

describe('entries of phones', () => {
  it('are kept once however often they are sent', async () => {
    const id = await planned()
    const tick = seen(guide, other)
    expect(await send(guide, id, [tick])).toEqual({ taken: [tick.id], refused: [] })
    expect(await send(guide, id, [tick, tick])).toEqual({ taken: [tick.id, tick.id], refused: [] })
    expect(await db().rollEvent.count()).toBe(1)
    expect(await thereAt(id)).toBe(1)
  })

  it('are refused one by one with why, and the others are taken', async () => {
    const id = await planned()
    const good = seen(guide, other)
    const entries = [
      entry(guide, { kind: 'seen', who: guest.personId, way: 'tick', zone: '' }),
      entry(guest, { kind: 'note', text: '我不在名单上', zone: '' }),
      entry(guide, { kind: 'seen', who: other.personId, way: 'code', zone: '' }),
      entry(guide, { kind: 'photo', photo: newId(), zone: '' }),
      entry(guide, { kind: 'decided', of: good.id, counts: true }),
      { ...entry(guide, { kind: 'note', text: '别的话', zone: '' }), id: good.id },
    ]
    await send(guide, id, [good])
    const outcome = await send(guide, id, [...entries, seen(guide, boss)])
    expect(outcome).toMatchObject({ refused: ['who', 'stranger', 'servers', 'servers', 'role', 'other'].map((fault) => ({ fault })) })
    expect(await thereAt(id)).toBe(2)
  })

  it('of a phone that died are taken from another one, and say who carried them', async () => {
    const id = await planned()
    await send(boss, id, [seen(guide, other)])
    const call = await findCall('drill', id)
    expect(entriesAfter(call?.id ?? '', 0).entries).toMatchObject([{ by: guide.personId, carriedBy: boss.personId }])
    expect(await thereAt(id)).toBe(1)
  })

  it('that decide are the commander’s: no marshal brings them in his name', async () => {
    const id = await planned()
    const late = { ...seen(guide, other), offset: 20 * 60_000 }
    await send(guide, id, [late])
    expect(await thereAt(id)).toBe(0)
    const forged = [entry(boss, { kind: 'decided', of: late.id, counts: true }), entry(boss, { kind: 'undo', of: late.id })]
    expect(await send(guide, id, forged)).toMatchObject({ taken: [], refused: [{ fault: 'role' }, { fault: 'role' }] })
    expect(await thereAt(id)).toBe(0)
    await send(boss, id, forged.slice(0, 1))
    expect(await thereAt(id)).toBe(1)
  })

  it('keep the clock of the phone beside the time that counts', async () => {
    const id = await planned()
    const tick = { ...seen(guide, other), clock: morning.getTime() + 8 * 60_000, offset: -8 * 60_000 }
    await send(guide, id, [tick])
    const row = await db().rollEvent.findFirstOrThrow()
    expect([row.clock.toISOString(), row.at.toISOString()]).toEqual(['2026-03-10T02:08:00.000Z', '2026-03-10T02:00:00.000Z'])
  })

  it('come from commander and marshals only', async () => {
    const id = await planned()
    await expect(send(guest, id, [seen(guide, other)])).rejects.toThrow(NotFound)
    await expect(send(boss, newId(), [seen(boss, other)])).rejects.toThrow(NotFound)
  })

  it('of whoever came to manage the unit after the list was drawn count, and lead, and everybody hears of it', async () => {
    const id = await planned()
    const late = await makeEmployee(hotel, '新店长', { position: 'fire-manager' })
    expect(await send(guide, id, [seen(late, other)])).toMatchObject({ taken: [], refused: [{ fault: 'stranger' }] })
    await grant(late.accountId, hotel)
    const drawn = await findCall('drill', id)
    const wrong = seen(guide, other)
    await send(guide, id, [wrong])
    const undo = entry(late, { kind: 'undo', of: wrong.id })
    expect(await send(late, id, [undo, seen(late, guide)])).toMatchObject({ refused: [] })
    expect(await thereAt(id)).toBe(1)
    const call = await findCall('drill', id)
    expect(call?.roles).toEqual({ commanders: [boss.personId, late.personId], marshals: [guide.personId, other.personId] })
    expect(call?.expected).toEqual(drawn?.expected)
    expect(await db().rollList.count()).toBe(2)
    await send(late, id, [seen(late, boss)])
    expect(await db().rollList.count()).toBe(2)
  })

  it('are not taken once the drill is called off', async () => {
    const id = await planned()
    const step = {
      id: newId(),
      drillId: id,
      nth: 1,
      kind: 'called-off',
      at: morning,
      by: boss.accountId,
      personId: boss.personId,
      detail: '{}',
    }
    await transact((tx) => tx.drillStep.create({ data: step }))
    expect(await send(guide, id, [seen(guide, other)])).toMatchObject({ reason: 'drills:refusal.closed' })
  })

  it('of twenty phones at once are all there, each once', async () => {
    const id = await planned()
    const people = await Promise.all(Array.from({ length: 20 }, (_, one) => makeEmployee(hotel, `员工${one}`)))
    await changeDrillExpected(acting(boss.accountId), {
      ...{ drillId: id, unitId: hotel.id, redraw: true, classes: '' },
      ...{ zones: new Map<string, string>(), help: new Map<string, string>(), counts: new Map<string, string>() },
    })
    const ticks = people.map((person) => seen(guide, person))
    await Promise.all(ticks.flatMap((tick) => [send(guide, id, [tick]), send(other, id, [tick])]))
    expect(await db().rollEvent.count()).toBe(20)
    expect(await thereAt(id)).toBe(20)
  })
})
