import { describe, expect, it } from 'vitest'
import type { Seen } from '~/domain/classes/attendance'
import { type ClassPart, instantOf } from '~/domain/classes/class-body'
import { countsOf, drawnRecord, type Mark } from '~/domain/classes/class-record'
import { comersOf, type Seating } from '~/domain/classes/comers'

const part = (key: string, kind: ClassPart['kind'], from: string, to: string): ClassPart => ({
  key,
  name: key,
  kind,
  on: '2026-11-24',
  from,
  to,
})
const parts = [part('morning', 'lesson', '09:00', '11:30'), part('test', 'test', '16:30', '17:30')]
const at = (time: string): number => instantOf('2026-11-24', time)
const body = { parts, late: 10 }
const wang = { person: 'wang', unit: 'hospital', classroom: 'main', asDeputy: false }
const li = { person: 'li', unit: 'museum', classroom: 'main', asDeputy: true }
const seen = (from: string, left: string | null = null): Seen => ({ at: at(from), leftAt: left === null ? null : at(left) })
const drawn = (morning: Record<string, Seen> | null, marks: Mark[] = [], test: Record<string, Seen> | null = null) =>
  drawnRecord(body, {
    comers: [wang, li],
    calls: new Map([
      ...(morning ? [['morning', new Map(Object.entries(morning))] as const] : []),
      ...(test ? [['test', new Map(Object.entries(test))] as const] : []),
    ]),
    marks,
  })
const statesOf = ({ sats }: ReturnType<typeof drawn>) => sats.map(({ person, part: key, state }) => `${person} ${key} ${state}`)
const passed: Mark[] = [
  { part: 'test', person: 'wang', state: 'present' },
  { part: 'test', person: 'li', state: 'present' },
]

describe('the record of a class', () => {
  it('forgives ten minutes at the beginning and before the end, and not one second more', () => {
    const second = 1000
    const states = (one: Seen) => drawn({ wang: one }, passed).sats[0]?.state
    expect(states({ at: at('09:10'), leftAt: null })).toBe('present')
    expect(states({ at: at('09:10') + second, leftAt: null })).toBe('late')
    expect(states({ at: at('08:50'), leftAt: at('11:20') })).toBe('present')
    expect(states({ at: at('08:50'), leftAt: at('11:20') - second })).toBe('early')
    expect(states({ at: null, leftAt: null })).toBe('absent')
  })

  it('lets what was written go before the roll call, until the roll call is to count again', () => {
    const late = { wang: seen('10:00'), li: seen('09:00') }
    expect(statesOf(drawn(late, [...passed, { part: 'morning', person: 'wang', state: 'present' }]))).toContain('wang morning present')
    expect(statesOf(drawn(late, [...passed, { part: 'morning', person: 'wang', state: 'roll' }]))).toContain('wang morning late')
  })

  it('counts a test by its result, never by having been there', () => {
    const there = drawn({ wang: seen('09:00'), li: seen('09:00') }, [{ part: 'test', person: 'li', state: 'failed' }], {
      wang: seen('16:30'),
    })
    expect(statesOf(there)).toEqual(['wang morning present', 'li morning present', 'wang test failed', 'li test failed'])
    expect(there.gaps).toEqual([{ kind: 'result', part: 'test', count: 1 }])
  })

  it('says of which part nothing is known', () => {
    expect(drawn(null, passed).gaps).toEqual([{ kind: 'nothing', part: 'morning', count: 2 }])
    expect(drawn({}, []).gaps).toEqual([{ kind: 'nothing', part: 'test', count: 2 }])
    expect(drawn({}, passed).gaps).toEqual([])
  })

  it('counts who attended every part, and who of them came as a deputy', () => {
    const { sats } = drawn({ wang: seen('09:30'), li: seen('09:00') }, passed)
    expect(countsOf(body, sats)).toEqual({ people: 2, units: 2, complete: 1, deputies: 1 })
  })
})

describe('whom a class expects', () => {
  const seat = (seq: number, person: string, more: Partial<Seating> = {}): Seating => ({
    ...{ id: `seat-${seq}`, seq, classroom: 'main', person, unit: 'hospital', asDeputy: false, way: 'invited', isEnded: false },
    ...more,
  })
  const room = [{ id: 'main', seats: 2 }]
  const names = (...seats: Seating[]) => comersOf(seats, room).map(({ person }) => person)

  it('is whoever has a place, and whoever was let in at the door beyond the last seat', () => {
    expect(names(seat(1, 'wang'), seat(2, 'li'), seat(3, 'zhao'))).toEqual(['wang', 'li'])
    expect(names(seat(1, 'wang'), seat(2, 'li'), seat(3, 'zhao', { way: 'door' }))).toEqual(['wang', 'li', 'zhao'])
    expect(names(seat(1, 'wang', { isEnded: true }), seat(2, 'li'), seat(3, 'zhao'))).toEqual(['li', 'zhao'])
  })

  it('names somebody once for each unit for which he comes', () => {
    const both = [seat(1, 'wang'), seat(2, 'wang', { unit: 'clinic' }), seat(3, 'wang', { way: 'door', asDeputy: true })]
    expect(comersOf(both, room).map(({ unit, asDeputy }) => `${unit} ${asDeputy}`)).toEqual(['hospital true', 'clinic false'])
  })
})
