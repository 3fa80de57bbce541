import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drillTimes, floorTimes, type TimedDrill } from '~/domain/drills/floor-times'
import type { Entry, Said } from '~/domain/rollcall/event'
import type { Expected } from '~/domain/rollcall/expected'

const start = Date.parse('2026-03-10T02:00:00Z')
const worker = (id: string, zone: string): Expected => ({ id, kind: 'person', name: id, department: '', zone, count: null, help: '' })
const staff = [worker('anna-1', '一楼'), worker('ben-1', '一楼'), worker('cai-2', '二楼'), worker('dan-0', '')]
const roles = { commanders: ['chief'], marshals: [] }

const uuid = (nth: number) => `00000000-0000-4000-8000-${String(nth).padStart(12, '0')}`
const entry = (nth: number, seconds: number, said: Said): Entry => {
  const at = start + seconds * 1000
  return { id: uuid(nth), device: 'phone-of-chief', nth, clock: at, offset: 0, heard: null, by: 'chief', said, at, received: at }
}
const mark = (nth: number, seconds: number, name: string, zone = '') => entry(nth, seconds, { kind: 'mark', mark: name, zone })
const seen = (nth: number, seconds: number, who: string) => entry(nth, seconds, { kind: 'seen', who, way: 'tick', zone: '' })
const drill = (entries: Entry[], more: Partial<TimedDrill> = {}): TimedDrill => ({
  ...{ id: 'd', title: '演练', on: '2026-03-10', expected: staff, entries, roles },
  ...more,
})
const everybody = [seen(1, 40, 'dan-0'), seen(2, 60, 'anna-1'), seen(3, 95, 'ben-1'), seen(4, 130, 'cai-2')]
const whole = [mark(0, 0, 'alarm'), ...everybody, mark(5, 140, 'cleared', '二楼'), mark(6, 300, 'all-clear')]
const secondsOf = (times: ReturnType<typeof drillTimes>) => times?.zones.map(({ zone, seconds, missing }) => [zone, seconds, missing])

describe('how long each floor took', () => {
  it('is until its last person was accounted for, counted from the alarm', () => {
    const times = drillTimes(drill(whole))
    expect(secondsOf(times)).toEqual([
      ['一楼', 95, 0],
      ['二楼', 130, 0],
      ['', 40, 0],
    ])
    expect(times?.all).toMatchObject({ people: 4, missing: 0, seconds: 130 })
    expect(times?.zones[1]?.cleared).toBe(140)
    expect(times?.zones[0]?.cleared).toBeNull()
  })

  it('is not known where somebody is missing; who is away is not waited for', () => {
    const without = whole.filter(({ said }) => said.kind !== 'seen' || said.who !== 'ben-1')
    expect(secondsOf(drillTimes(drill(without)))?.[0]).toEqual(['一楼', null, 1])
    const away = entry(7, 310, { kind: 'away', who: 'ben-1', why: 'leave' })
    expect(secondsOf(drillTimes(drill([...without, away])))?.[0]).toEqual(['一楼', 60, 0])
  })

  it('takes no account of what was put right after the all clear', () => {
    const late = [...whole.filter(({ nth }) => nth !== 4), seen(9, 900, 'cai-2')]
    const times = drillTimes(drill(late))
    expect(secondsOf(times)?.[1]).toEqual(['二楼', null, 1])
    expect(times?.all).toMatchObject({ missing: 1, seconds: null })
    expect(secondsOf(drillTimes(drill([...whole.filter(({ nth }) => nth !== 4), seen(9, 300, 'cai-2')])))?.[1]).toEqual(['二楼', 300, 0])
  })

  it('is nothing for a drill without a beginning, or without names', () => {
    expect(drillTimes(drill(everybody))).toBeNull()
    expect(drillTimes(drill(whole, { expected: [] }))).toBeNull()
  })

  it('does not depend on the order in which entries came, and no floor takes longer than the whole', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(whole, { minLength: 2 }), (entries) => {
        const times = drillTimes(drill(entries))
        const sorted = drillTimes(drill([...entries].sort((one, other) => one.nth - other.nth)))
        expect(times).toEqual(sorted)
        if (times?.all.seconds !== null && times !== null)
          for (const { seconds } of times.zones) expect(seconds ?? Number.POSITIVE_INFINITY).toBeLessThanOrEqual(times.all.seconds)
        if (times !== null) expect(times.zones.reduce((sum, { missing }) => sum + missing, 0)).toBe(times.all.missing)
      }),
    )
  })
})

describe('against earlier drills', () => {
  const of = (entries: Entry[], on: string, more: Partial<TimedDrill> = {}) => {
    const times = drillTimes(drill(entries, { id: on, on, ...more }))
    if (times === null) throw new Error('no times')
    return times
  }

  it('floors stand in the order of the plan, each beside itself; a floor that was not there before has nothing beside it', () => {
    const before = of(
      whole.map((one) => (one.said.kind === 'seen' ? { ...one, at: one.at + 30_000 } : one)),
      '2025-09-01',
      {
        expected: staff.filter(({ zone }) => zone !== '二楼'),
      },
    )
    const compared = floorTimes(of(whole, '2026-03-10'), [before], ['二楼', '一楼'])
    expect(compared.zones.map(({ zone, now, before: [one] }) => [zone, now.seconds, one?.seconds ?? null])).toEqual([
      ['二楼', 130, null],
      ['一楼', 95, 125],
      ['', 40, 70],
    ])
    expect(compared.slowest?.zone).toBe('二楼')
    expect(compared.change).toEqual({ on: '2025-09-01', seconds: 5 })
  })

  it('compares with the last drill at which all were accounted for, and not at all where somebody is missing now', () => {
    const short = whole.filter(({ nth }) => nth !== 3)
    const now = of(whole, '2026-03-10')
    expect(floorTimes(now, [of(short, '2025-12-01'), of(whole, '2025-06-01')], []).change).toEqual({ on: '2025-06-01', seconds: 0 })
    expect(floorTimes(of(short, '2026-03-10'), [now], []).change).toBeNull()
  })
})
