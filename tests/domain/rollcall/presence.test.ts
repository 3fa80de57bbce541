import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Entry, gathered, type Said } from '~/domain/rollcall/event'
import type { Expected } from '~/domain/rollcall/expected'
import { rollOf } from '~/domain/rollcall/presence'

const nine = Date.parse('2026-11-23T09:00:00+08:00')
const minute = 60_000
const roles = { commanders: ['chief'], marshals: ['wang', 'li'] }

const somebody = (id: string, zone = '3 楼'): Expected => ({
  id,
  kind: 'person',
  name: `${id} 名`,
  department: '',
  zone,
  count: null,
  help: '',
})
const group = (id: string, kind: 'class' | 'visitors', count: number | null): Expected => ({ ...somebody(id), kind, count })

let made = 0
/** One entry of a phone whose clock is right, received a second later. */
function entry(said: Said, more: Partial<Entry> = {}): Entry {
  made += 1
  const at = more.at ?? nine + made * 1000
  const id = `00000000-0000-4000-8000-${String(made).padStart(12, '0')}`
  return { id, device: 'phone-of-wang', nth: made, clock: at, offset: 0, heard: null, by: 'wang', said, at, received: at + 1000, ...more }
}
const seen = (who: string, more: Partial<Entry> = {}) => entry({ kind: 'seen', who, way: 'tick', zone: '东门' }, more)

describe('who is accounted for', () => {
  it('keeps everybody missing until somebody has seen him', () => {
    const roll = rollOf([somebody('zhao'), somebody('qian')], [seen('zhao')], roles, nine)
    expect(roll.people.get('zhao')).toMatchObject({ state: 'there', seen: { zone: '东门', by: 'wang' } })
    expect(roll.people.get('qian')).toMatchObject({ state: 'missing', lastZone: '3 楼' })
    expect(roll.totals).toEqual({ expected: 2, there: 1, away: 0, missing: 1, walkIns: 0, guests: 0 })
  })

  it('counts somebody once whom two marshals ticked, and still when one takes it back', () => {
    const first = seen('zhao')
    const second = seen('zhao', { by: 'li', device: 'phone-of-li' })
    const back = entry({ kind: 'undo', of: first.id })
    expect(rollOf([somebody('zhao')], [first, second], roles, nine).totals.there).toBe(1)
    expect(rollOf([somebody('zhao')], [first, second, back], roles, nine).people.get('zhao')?.seen?.by).toBe('li')
    expect(rollOf([somebody('zhao')], [first, back], roles, nine).totals.missing).toBe(1)
  })

  it('lets nobody but its maker and the commander take an entry back', () => {
    const first = seen('zhao')
    const of = first.id
    expect(rollOf([somebody('zhao')], [first, entry({ kind: 'undo', of }, { by: 'li' })], roles, nine).totals.there).toBe(1)
    expect(rollOf([somebody('zhao')], [first, entry({ kind: 'undo', of }, { by: 'chief' })], roles, nine).totals.there).toBe(0)
  })

  it('shows where a missing person was last known to be', () => {
    const roll = rollOf([somebody('zhao')], [entry({ kind: 'last-seen', who: 'zhao', zone: '5 楼' })], roles, nine)
    expect(roll.people.get('zhao')).toMatchObject({ state: 'missing', lastZone: '5 楼' })
  })

  it('takes who is on leave out of the missing, until he is seen after all', () => {
    const away = entry({ kind: 'away', who: 'zhao', why: 'leave' })
    expect(rollOf([somebody('zhao')], [away], roles, nine).totals).toMatchObject({ away: 1, missing: 0 })
    expect(rollOf([somebody('zhao')], [away, seen('zhao')], roles, nine).totals).toMatchObject({ away: 0, there: 1 })
  })

  it('counts a class by its last count, and names how many are not there', () => {
    const five = entry({ kind: 'counted', who: 'class-3-2', zone: '操场', count: 5 })
    const all = entry({ kind: 'counted', who: 'class-3-2', zone: '校门', count: 42 })
    const classes = [group('class-3-2', 'class', 42)]
    expect(rollOf(classes, [five], roles, nine).people.get('class-3-2')).toMatchObject({ state: 'short', counted: 5 })
    expect(rollOf(classes, [five], roles, nine).totals).toMatchObject({ expected: 42, there: 5, missing: 37 })
    expect(rollOf(classes, [five, all], roles, nine).totals).toMatchObject({ there: 42, missing: 0 })
  })

  it('adds guests of several places and counts each place once', () => {
    const counts = [
      entry({ kind: 'counted', who: 'guests', zone: '东门', count: 12 }),
      entry({ kind: 'counted', who: 'guests', zone: '西门', count: 8 }),
      entry({ kind: 'counted', who: 'guests', zone: '东门', count: 14 }),
    ]
    expect(rollOf([group('guests', 'visitors', null)], counts, roles, nine).totals).toMatchObject({ guests: 22, missing: 0, expected: 0 })
  })

  it('asks the commander about one name entered twice, and counts two people only when he says so', () => {
    const one = entry({ kind: 'walk-in', name: '周 明', zone: '东门' })
    const other = entry({ kind: 'walk-in', name: '周明', zone: '西门' }, { by: 'li', device: 'phone-of-li' })
    const roll = rollOf([], [one, other], roles, nine)
    expect(roll.totals.walkIns).toBe(1)
    expect(roll.doubts).toMatchObject([{ doubt: 'twin', decided: null, entry: { id: other.id } }])
    const said = entry({ kind: 'decided', of: other.id, counts: true }, { by: 'chief' })
    expect(rollOf([], [one, other, said], roles, nine).totals.walkIns).toBe(2)
  })

  it('does not count a guest who has the name of somebody on the list', () => {
    const guest = entry({ kind: 'walk-in', name: 'zhao 名', zone: '东门' })
    expect(rollOf([somebody('zhao')], [guest], roles, nine)).toMatchObject({
      totals: { walkIns: 0, missing: 1 },
      doubts: [{ doubt: 'twin' }],
    })
  })

  it('holds the second call to those who are seen again after it', () => {
    const before = seen('zhao')
    const call = entry({ kind: 'second-call', who: ['zhao', 'qian'] }, { by: 'chief' })
    const again = entry({ kind: 'seen', who: 'zhao', way: 'again', zone: '东门' })
    const roll = rollOf([somebody('zhao'), somebody('qian')], [before, seen('qian'), call, again], roles, nine)
    expect(roll.secondCall?.who).toEqual([
      { id: 'zhao', again: again.at },
      { id: 'qian', again: null },
    ])
  })
})

describe('what is put before the commander instead of being counted', () => {
  const state = (one: Entry, begins: number | null = nine) => rollOf([somebody('zhao')], [one], roles, begins)
  const doubt = (one: Entry, begins: number | null = nine) => state(one, begins).doubts[0]?.doubt ?? null

  it.each([
    ['a clock 10 minutes off is set right and counted', { offset: 10 * minute }, null],
    ['a clock more than 10 minutes off', { offset: -10 * minute - 1 }, 'off'],
    ['dated later than it arrived', { at: nine + 10 * minute, received: nine + 8 * minute }, 'ahead'],
    ['dated a second after it arrived', { at: nine + 1000, received: nine }, null],
    ['dated 10 minutes before the drill', { at: nine - 10 * minute, received: nine }, null],
    ['dated earlier than that', { at: nine - 10 * minute - 1, received: nine }, 'before'],
    ['dated before what its phone had heard', { at: nine + minute, heard: nine + 5 * minute, received: nine + 6 * minute }, 'backdated'],
    ['arriving two hours later', { at: nine, received: nine + 120 * minute }, null],
    ['arriving later than that', { at: nine, received: nine + 120 * minute + 1 }, 'late'],
  ] as const)('%s', (_what, more, expected) => {
    const one = seen('zhao', { at: nine, ...more })
    expect(doubt(one)).toBe(expected)
    expect(state(one).totals.there).toBe(expected === null ? 1 : 0)
  })

  it('is an entry dated before an earlier one of its phone', () => {
    const first = seen('qian', { at: nine + 30 * minute, nth: 1 })
    const second = seen('zhao', { at: nine + 5 * minute, nth: 2 })
    const roll = rollOf([somebody('zhao'), somebody('qian')], [second, first], roles, nine)
    expect(roll.totals).toMatchObject({ there: 1, missing: 1 })
    expect(roll.doubts).toMatchObject([{ doubt: 'backdated', entry: { id: second.id } }])
  })

  it('counts when the commander has said so, and not when a marshal has', () => {
    const one = seen('zhao', { offset: 20 * minute })
    const decided = (by: string, counts: boolean) => entry({ kind: 'decided', of: one.id, counts }, { by })
    const there = (...said: Entry[]) => rollOf([somebody('zhao')], [one, ...said], roles, nine).totals.there
    expect(there(decided('wang', true))).toBe(0)
    expect(there(decided('chief', true))).toBe(1)
    expect(there(decided('chief', true), decided('chief', false))).toBe(0)
  })
})

const saids: fc.Arbitrary<Said> = fc.oneof(
  fc.record({
    kind: fc.constant('seen' as const),
    who: fc.constantFrom('a', 'b', 'c'),
    way: fc.constantFrom('tick' as const, 'again' as const),
    zone: fc.constantFrom('东', '西'),
  }),
  fc.record({ kind: fc.constant('away' as const), who: fc.constantFrom('a', 'b'), why: fc.constant('leave' as const) }),
  fc.record({
    kind: fc.constant('counted' as const),
    who: fc.constantFrom('k', 'g'),
    zone: fc.constantFrom('东', '西'),
    count: fc.nat(50),
  }),
  fc.record({ kind: fc.constant('walk-in' as const), name: fc.constantFrom('周', '吴', 'a 名'), zone: fc.constant('东') }),
  fc.record({ kind: fc.constant('second-call' as const), who: fc.constant<string[]>(['a', 'b']) }),
)
const phones = fc.constantFrom(
  { device: 'phone-of-wang', by: 'wang', offset: 0 },
  { device: 'phone-of-li', by: 'li', offset: 9 * minute },
  { device: 'phone-chief', by: 'chief', offset: -11 * minute },
)
const uuid = (nth: number) => `00000000-0000-4000-8000-${String(nth).padStart(12, '0')}`

/** What happened on three phones: some of it takes earlier entries back or decides about them. */
const histories = fc
  .array(
    fc.record({
      said: saids,
      phone: phones,
      at: fc.nat(60),
      refers: fc.option(fc.record({ to: fc.nat(), kind: fc.constantFrom('undo' as const, 'decided' as const) })),
    }),
    { maxLength: 25 },
  )
  .map((items) =>
    items.map(({ said, phone, at, refers }, nth): Entry => {
      const when = nine + at * 20_000
      const of = uuid((refers?.to ?? 0) % Math.max(nth, 1))
      const refer: Said | null =
        refers === null || nth === 0
          ? null
          : refers.kind === 'undo'
            ? { kind: 'undo', of }
            : { kind: 'decided', of, counts: refers.to % 2 === 0 }
      return {
        id: uuid(nth),
        device: phone.device,
        by: phone.by,
        offset: phone.offset,
        nth,
        clock: when - phone.offset,
        heard: null,
        said: refer ?? said,
        at: when,
        received: when + 1000,
      }
    }),
  )
/** What a board shows, byte for byte, people included. */
const bytes = (entries: readonly Entry[]): string => {
  const { people, ...roll } = rollOf(list, entries, roles, nine)
  return JSON.stringify([[...people], roll])
}
const list = [somebody('a'), somebody('b'), somebody('c'), group('k', 'class', 30), group('g', 'visitors', null)]

/** The long tests ask for 20,000. */
const numRuns = Number(process.env.MERGES ?? 300)

describe('any number of phones', () => {
  it('agree, in whatever order and however often entries arrive', () => {
    fc.assert(
      fc.property(
        histories.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }), fc.subarray(all))),
        ([all, shuffled, repeated]) => {
          const merged = gathered(repeated, shuffled, repeated)
          expect(merged).toHaveLength(all.length)
          expect(bytes([...repeated, ...shuffled])).toBe(bytes(all))
        },
      ),
      { numRuns },
    )
  })

  it('add up: everybody expected is there, away or missing', () => {
    fc.assert(
      fc.property(histories, (all) => {
        const { totals, people } = rollOf(list, all, roles, nine)
        expect(totals.there + totals.away + totals.missing).toBe(totals.expected)
        expect(totals.expected).toBe(33)
        expect(people.size).toBe(list.length)
      }),
      { numRuns },
    )
  })

  it('never count an entry that is in doubt and undecided', () => {
    fc.assert(
      fc.property(histories, (all) => {
        const { doubts } = rollOf(list, all, roles, nine)
        const waiting = new Set(doubts.filter(({ decided }) => decided !== true).map(({ entry: { id } }) => id))
        const without = all.filter(({ id, said }) => !waiting.has(id) || said.kind === 'undo' || said.kind === 'decided')
        expect(rollOf(list, without, roles, nine).totals).toEqual(rollOf(list, all, roles, nine).totals)
      }),
      { numRuns },
    )
  })
})
