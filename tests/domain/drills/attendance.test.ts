import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Attender, attendanceOf, type CountedDrill, type Spell, shareCounts } from '~/domain/drills/attendance'
import { drillYear, monthStrip, nextOf } from '~/domain/drills/drill-year'
import { addDays, type Day, formatDay, holdsDay, parseDay } from '~/domain/shared/day'

const day = (text: string): Day => {
  const parsed = parseDay(text)
  if (parsed === null) throw new Error(text)
  return parsed
}
const itself = (id: string): string => id
const listed = (person: string, state: 'there' | 'away' | 'missing', why = '') => ({ person, state, why })
const drill = (id: string, on: string, list: CountedDrill['listed'], proved: string[]): CountedDrill => ({
  id,
  on: day(on),
  listed: list,
  proved,
})
const spell = (person: string, from: string, to: string | null = null): Spell => ({
  person,
  from: day(from),
  to: to === null ? null : day(to),
})
const kinds = ({ turns }: Attender): string[] => turns.map(({ kind }) => kind)

describe('attendance in a year', () => {
  const on = day('2026-11-23')
  const spring = drill(
    'spring',
    '2026-03-10',
    [listed('maid', 'there'), listed('cook', 'missing'), listed('guard', 'away', 'leave'), listed('gone', 'missing')],
    ['maid'],
  )
  const autumn = drill(
    'autumn',
    '2026-09-10',
    [listed('maid', 'there'), listed('cook', 'there'), listed('guard', 'missing')],
    ['maid', 'cook'],
  )
  const spells = [
    spell('maid', '2020-01-01'),
    spell('cook', '2020-01-01'),
    spell('guard', '2025-01-01'),
    spell('gone', '2025-01-01', '2026-06-30'),
    spell('new', '2026-10-01'),
  ]
  const found = attendanceOf({ drills: [spring, autumn], spells, on, survivor: itself })
  const of = (id: string): Attender => {
    const one = found.people.find((each) => each.id === id)
    if (one === undefined) throw new Error(`nobody is called ${id}`)
    return one
  }

  it('says of everybody where he was, what he missed and why', () => {
    expect(of('maid')).toMatchObject({ share: 'all', there: 2, missed: 0, isHere: true, left: null })
    expect(of('cook')).toMatchObject({ share: 'some', there: 1, missed: 1 })
    expect(of('guard')).toMatchObject({ share: 'none', there: 0, missed: 2 })
    expect(of('guard').turns).toEqual([{ kind: 'away', why: 'leave' }, { kind: 'missing' }])
  })

  it('counts nothing as missed before the first day and after the last', () => {
    expect(kinds(of('new'))).toEqual(['before', 'before'])
    expect(of('new')).toMatchObject({ share: 'none', missed: 0, since: day('2026-10-01') })
    expect(kinds(of('gone'))).toEqual(['missing', 'after'])
    expect(of('gone')).toMatchObject({ isHere: false, left: day('2026-06-30'), missed: 1 })
  })

  it('tells of each drill how many of how many', () => {
    expect(found.drills).toEqual([
      { id: 'spring', expected: 4, there: 1 },
      { id: 'autumn', expected: 3, there: 2 },
    ])
  })

  it.each([
    ['2026-03-09', 'after'],
    ['2026-03-10', 'unlisted'],
    ['2026-03-11', 'unlisted'],
  ])('holds somebody whose last day was %s for %s at a drill of 10 March', (last, kind) => {
    const { people: one } = attendanceOf({
      drills: [drill('d', '2026-03-10', [], [])],
      spells: [spell('a', '2020-01-01', last)],
      on,
      survivor: itself,
    })
    expect(one.map(kinds)).toEqual([[kind]])
  })

  it.each([
    ['2026-03-09', 'unlisted'],
    ['2026-03-10', 'unlisted'],
    ['2026-03-11', 'before'],
  ])('holds somebody whose first day was %s for %s at a drill of 10 March', (first, kind) => {
    const { people: one } = attendanceOf({ drills: [drill('d', '2026-03-10', [], [])], spells: [spell('a', first)], on, survivor: itself })
    expect(one.map(kinds)).toEqual([[kind]])
  })

  it('takes two joined records for one person, wherever either was seen', () => {
    const survivor = (id: string) => (id === 'old' ? 'maid' : id)
    const joined = attendanceOf({
      drills: [drill('d', '2026-03-10', [listed('maid', 'missing'), listed('old', 'there')], ['old'])],
      spells: [spell('maid', '2020-01-01'), spell('old', '2019-01-01', '2026-05-01')],
      on,
      survivor,
    })
    expect(joined.people).toMatchObject([{ id: 'maid', share: 'all', there: 1, missed: 0, isHere: true }])
    expect(joined.drills).toEqual([{ id: 'd', expected: 1, there: 1 }])
  })

  it('counts a record whose evidence was taken back as missed, and says so', () => {
    const found = attendanceOf({
      drills: [drill('d', '2026-03-10', [listed('a', 'there')], [])],
      spells: [spell('a', '2020-01-01')],
      on,
      survivor: itself,
    })
    expect(found.people).toMatchObject([{ share: 'none', missed: 1, turns: [{ kind: 'void' }] }])
  })
})

describe('any year of any unit', () => {
  const first = day('2026-01-01')
  const ids = ['a', 'b', 'c', 'd', 'e', 'f']
  const someDay = fc.integer({ min: -200, max: 400 }).map((days) => addDays(first, days))
  const someSpell = fc
    .record({ person: fc.constantFrom(...ids), from: someDay, length: fc.option(fc.integer({ min: 0, max: 300 })) })
    .map(({ person, from, length }): Spell => ({ person, from, to: length === null ? null : addDays(from, length) }))
  const someDrill = fc.record({
    on: fc.integer({ min: 0, max: 364 }).map((days) => addDays(first, days)),
    listed: fc.array(
      fc.record({
        person: fc.constantFrom(...ids),
        state: fc.constantFrom<'there' | 'away' | 'missing'>('there', 'away', 'missing'),
        why: fc.constant('leave'),
      }),
    ),
    proved: fc.uniqueArray(fc.constantFrom(...ids)),
  })
  const someDrills = fc.array(someDrill, { maxLength: 6 }).map((all) => all.map((one, nth): CountedDrill => ({ id: String(nth), ...one })))
  const joins = fc.dictionary(fc.constantFrom(...ids.slice(0, 3)), fc.constantFrom(...ids.slice(3)))

  it('puts everybody in exactly one share, and there is as much presence as evidence', () => {
    fc.assert(
      fc.property(fc.array(someSpell), someDrills, joins, someDay, (spells, drills, joined, on) => {
        const survivor = (id: string): string => joined[id] ?? id
        const { people, drills: counts } = attendanceOf({ drills, spells, on, survivor })
        expect(new Set(people.map(({ id }) => id)).size).toBe(people.length)
        for (const { person } of spells) expect(people.filter(({ id }) => id === survivor(person))).toHaveLength(1)
        const { none, some, all } = shareCounts(people)
        expect(none + some + all).toBe(people.length)
        const pieces = drills.reduce((sum, { proved }) => sum + new Set(proved.map(survivor)).size, 0)
        expect(people.reduce((sum, { there }) => sum + there, 0)).toBe(pieces)
        expect(counts.reduce((sum, { there }) => sum + there, 0)).toBe(pieces)
        for (const { turns, there, missed, share, isHere, left, id } of people) {
          expect(turns).toHaveLength(drills.length)
          expect(there + missed).toBe(turns.filter(({ kind }) => !['before', 'after', 'unlisted'].includes(kind)).length)
          expect(share).toBe(there === 0 ? 'none' : missed === 0 ? 'all' : 'some')
          expect(isHere).toBe(spells.some((one) => survivor(one.person) === id && holdsDay(one.from, one.to, on)))
          if (left !== null) expect(isHere).toBe(false)
        }
      }),
      { numRuns: 150 },
    )
  })
})

describe('months at a glance', () => {
  const today = day('2026-05-15')
  const cells = (held: string[], planned: string[] = [], paper = false) =>
    monthStrip(
      drillYear(2026, today),
      today,
      held.map((on) => ({ on: day(on), isPaper: paper })),
      planned.map(day),
    )

  it('show what was held, what is planned and what went by without', () => {
    expect(cells(['2026-01-31', '2026-03-01', '2026-03-31'], ['2026-06-01']).map(({ kind, held }) => (held > 0 ? held : kind))).toEqual([
      ...[1, 'gap', 2, 'gap', 'now', 'planned'],
      ...Array.from({ length: 6 }, () => 'ahead'),
    ])
    expect(cells(['2026-05-02'], ['2026-05-20'], true)[4]).toEqual({ kind: 'held', held: 1, paper: 1, planned: true })
  })

  it('end with the day in the year that runs, and with December in one that is over', () => {
    expect(formatDay(drillYear(2026, today).through)).toBe('2026-05-15')
    expect(formatDay(drillYear(2025, today).through)).toBe('2025-12-31')
  })
})

describe('the next drill', () => {
  const known = (on: string, isSecret = false, mayKnow = false) => ({ on, startsAt: '10:00', title: on, isSecret, mayKnow })
  it('is the earliest that the reader may know', () => {
    expect(nextOf([known('2026-07-01'), known('2026-06-01')])).toMatchObject({ kind: 'known', on: '2026-06-01' })
    expect(nextOf([known('2026-07-01'), known('2026-06-01', true)])).toMatchObject({ on: '2026-07-01' })
    expect(nextOf([known('2026-07-01'), known('2026-06-01', true, true)])).toMatchObject({ on: '2026-06-01' })
  })
  it('has no day where it is kept secret, and is none where nothing is planned', () => {
    expect(nextOf([known('2026-06-01', true)])).toEqual({ kind: 'hidden' })
    expect(nextOf([])).toBeNull()
  })
})
