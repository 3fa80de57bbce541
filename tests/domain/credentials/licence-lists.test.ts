import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Licence, LicenceState } from '~/domain/credentials/licence'
import { suggestedRecheck } from '~/domain/credentials/licence-checking'
import { lapsesAmong } from '~/domain/credentials/licence-lapse'
import {
  isListed,
  type LicenceFilter,
  type ListedLicence,
  licenceCounts,
  licenceFilters,
  listedLicences,
} from '~/domain/credentials/licence-listing'
import { readDirectionWord, readLevelWord, readRows } from '~/domain/credentials/licence-rows'
import { type LicenceRule, ruleFault, rulesHold } from '~/domain/credentials/licence-rules'
import { addDays, type Day, ENDLESS, parseDay } from '~/domain/shared/day'

const day = (text: string): Day => parseDay(text) ?? ENDLESS
const today = day('2026-11-22')
const row = (more: Partial<ListedLicence>): ListedLicence => ({
  id: 'l1',
  name: '王强',
  unitName: '酒店',
  kindName: '焊接证',
  number: null,
  state: 'valid',
  through: null,
  recordedOn: today,
  nextDue: null,
  wrong: null,
  ...more,
})

describe('a list of licences', () => {
  it.each<[LicenceFilter, number, boolean]>([
    ['due90', 90, true],
    ['due90', 91, false],
    ['due60', 60, true],
    ['due60', 61, false],
    ['due30', 30, true],
    ['due30', 31, false],
    ['due7', 7, true],
    ['due7', 8, false],
    ['due7', 0, true],
  ])('%s holds what has %i days left: %s', (filter, days, held) => {
    expect(isListed(row({ through: addDays(today, days) }), filter, today)).toBe(held)
  })
  it('asks for another look from the day after it was due', () => {
    expect(isListed(row({ nextDue: today }), 'recheck', today)).toBe(false)
    expect(isListed(row({ nextDue: addDays(today, -1) }), 'recheck', today)).toBe(true)
  })
  it('shows each licence under all or under ended, and its counts are what it shows', () => {
    const states: LicenceState[] = ['withdrawn', 'superseded', 'false', 'unverified', 'waiting', 'expired', 'review-overdue', 'valid']
    const rows = fc.array(
      fc.record({
        id: fc.uuid(),
        state: fc.constantFrom(...states),
        days: fc.integer({ min: -100, max: 200 }),
        wrong: fc.constantFrom('wrong-level' as const, null),
      }),
    )
    fc.assert(
      fc.property(rows, (drawn) => {
        const all = drawn.map(({ id, state, days, wrong }) => row({ id, state, through: addDays(today, days), wrong }))
        const counts = licenceCounts(all, '', today)
        expect(counts.all + counts.ended).toBe(all.length)
        for (const filter of licenceFilters)
          expect(listedLicences(all, { filter, sort: 'name', descending: false, text: '' }, today)).toHaveLength(counts[filter])
        expect(counts.due7).toBeLessThanOrEqual(counts.due30)
      }),
    )
  })
  it('finds a number only where the reader may see it', () => {
    const wish = { filter: 'all', sort: 'through', descending: false, text: '1234' } as const
    expect(listedLicences([row({ number: 'T1234' }), row({ id: 'l2' })], wish, today).map(({ id }) => id)).toEqual(['l1'])
  })
})

const licence = (more: Partial<Licence>): Licence => ({
  id: 'a',
  personId: 'p',
  kind: 'hot-work-special',
  level: null,
  direction: null,
  topic: 'hot-work-special',
  validTo: addDays(today, 25),
  reviewDue: null,
  recordedOn: today,
  checks: [{ on: addDays(today, -9), result: 'matches', needsSecond: false, second: null, nextDue: null }],
  ended: null,
  ...more,
})
const lapses = (...licences: Licence[]) =>
  lapsesAmong(licences, today, ({ personId }) => personId).map(({ licence: { id }, days }) => [id, days])

describe('a licence that runs out', () => {
  it.each([
    [90, [['a', 90]]],
    [91, []],
    [0, [['a', 0]]],
    [-1, [['a', -1]]],
    [-90, [['a', -90]]],
    [-91, []],
  ])('is spoken of with %i days left: %j', (days, expected) => {
    expect(lapses(licence({ validTo: addDays(today, days) }))).toEqual(expected)
  })
  it('by the earlier of expiry and review', () => {
    expect(lapses(licence({ validTo: addDays(today, 1000), reviewDue: addDays(today, 6) }))).toEqual([['a', 6]])
  })
  it('no more once it is renewed, and checked', () => {
    const renewed = licence({ id: 'b', validTo: addDays(today, 2000) })
    expect(lapses(licence({}), renewed)).toEqual([])
    expect(lapses(licence({}), { ...renewed, checks: [] })).toEqual([['a', 25]])
    expect(lapses(licence({}), { ...renewed, personId: 'q' })).toEqual([['a', 25]])
  })
  it('and not while nobody has found it true', () => {
    expect(lapses(licence({ checks: [] }))).toEqual([])
  })
})

describe('the next look', () => {
  it.each([
    [null, '2027-05-22'],
    ['2027-01-01', '2027-01-01'],
    ['2026-11-22', '2026-11-23'],
    ['2020-01-01', '2026-11-23'],
  ])('is after half a year, but not after the last day printed (%s): %s', (through, expected) => {
    expect(suggestedRecheck(today, { years: 0, months: 6, days: 0 }, through === null ? null : day(through))).toBe(day(expected))
  })
})

describe('a place’s rule', () => {
  const rule: LicenceRule = { kind: 'two-persons', placePath: '/county/street/', from: day('2026-11-01'), to: day('2026-11-30') }
  it.each([
    ['/county/street/', '2026-10-31', false],
    ['/county/street/', '2026-11-01', true],
    ['/county/street/c1/', '2026-11-30', true],
    ['/county/street/', '2026-12-01', false],
    ['/county/', '2026-11-15', false],
    ['/county/street2/', '2026-11-15', false],
  ])('holds at %s on %s: %s', (path, on, held) => {
    expect(rulesHold([rule], 'two-persons', path, day(on))).toBe(held)
    expect(rulesHold([rule], 'old-card', path, day(on))).toBe(false)
  })
  it('begins today or later, and not while the same one runs', () => {
    const wish: LicenceRule = { ...rule, from: today, to: null }
    expect(ruleFault([], { ...wish, from: addDays(today, -1) }, today)).toBe('past')
    expect(ruleFault([rule], wish, today)).toBe('already')
    expect(ruleFault([rule], { ...wish, from: day('2026-12-01') }, today)).toBeNull()
    expect(ruleFault([rule], { ...wish, kind: 'old-card' }, today)).toBeNull()
  })
})

describe('a pasted list', () => {
  it('is read by its heads in any order, and by the usual order without them', () => {
    expect(readRows('证号,姓名,证件\nT1,王强,焊工')).toMatchObject({
      rows: [{ line: 2, cells: { person: '王强', kind: '焊工', number: 'T1', level: '' } }],
    })
    expect(readRows('\n王强\t焊工\tT1\t\t四级\n')).toMatchObject({ rows: [{ line: 2, cells: { person: '王强', level: '四级' } }] })
  })
  it('is refused when it is empty or too long', () => {
    expect(readRows(' \n\t\n')).toEqual({ fault: 'empty' })
    expect(readRows('姓名\t证件')).toEqual({ fault: 'empty' })
    expect(readRows('王强\t焊工\n'.repeat(301))).toEqual({ fault: 'tooMany' })
    expect(readRows('王强\t焊工\n'.repeat(300))).toMatchObject({ rows: { length: 300 } })
  })
  it('does not stumble over anything', () => {
    fc.assert(fc.property(fc.string(), (text) => void readRows(text)))
  })
  it.each([
    ['四级', '4'],
    ['四级/中级工', '4'],
    ['中级', '4'],
    ['高级技师', '1'],
    ['技师', '2'],
    ['5', '5'],
    ['', ''],
    ['特级', '特级'],
  ])('level %s is %s', (typed, level) => {
    expect(readLevelWord(typed)).toBe(level)
  })
  it.each([
    ['消防设施监控操作', 'monitoring'],
    ['检测维修保养', 'maintenance'],
    ['', ''],
    ['别的', '别的'],
  ])('direction %s is %s', (typed, direction) => {
    expect(readDirectionWord(typed)).toBe(direction)
  })
})
