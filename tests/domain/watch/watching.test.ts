import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type Day, formatDay, parseDay } from '~/domain/shared/day'
import { type CoverShift, type DaySpan, minutesOf, uncoveredHours } from '~/domain/watch/cover'
import { joined } from '~/domain/watch/fit-days'
import { comingGaps, expectedShifts, isExpected } from '~/domain/watch/forecast'
import { earlierVersions, mayTakeOver, nextCheck, shiftState, silences, standingEntries } from '~/domain/watch/log'
import { DAY_MINUTES, dayAt, daysOf, instantOf, mondayOf, readTime, shiftOn, startOf, timeAt } from '~/domain/watch/minutes'
import { notThere, rotation, teamsOf } from '~/domain/watch/pattern'
import { inOneGo, seatProblems, shiftProblem } from '~/domain/watch/roster-problems'
import { mayUse, needOn, type RuledRoom, shiftRuleOn, type WatchRules } from '~/domain/watch/rules'
import { mayAnswer, swapState } from '~/domain/watch/swap'

function d(text: string): Day {
  const day = parseDay(text)
  if (day === null) throw new Error(text)
  return day
}
const monday = d('2026-03-09')
const at = (day: string, time: string) => startOf(d(day)) + (readTime(time) ?? Number.NaN)
const always = [{ from: d('2020-01-01'), to: null }]
const rules: WatchRules = {
  staffing: [
    { id: 'two', people: 2, unitTraits: [], from: d('2017-10-29'), to: null },
    { id: 'three-high', people: 3, unitTraits: ['highrise-public'], from: d('2026-03-11'), to: null },
  ],
  shifts: [{ id: 'eight', longest: 480, logEvery: 120, from: d('2010-01-01'), to: null }],
  exceptions: [{ id: 'one', people: 1, jurisdictions: ['guangdong'], needs: ['remote-operable'], from: d('2022-07-01'), to: null }],
  pause: 60,
}
const room: RuledRoom = { from: d('2020-01-01'), to: null, jurisdiction: 'guangdong', traits: [], exceptions: [], unitTraits: [] }
const shift = (id: string, day: string, from: string, to: string, people: string[], trainees: string[] = []): CoverShift => ({
  id,
  ...shiftOn(d(day), readTime(from) ?? 0, readTime(to) ?? 0),
  seats: [...people.map((personId) => ({ personId, counts: true })), ...trainees.map((personId) => ({ personId, counts: false }))],
})
const fitting = (...names: string[]) => new Map(names.map((name) => [name, always]))
const needs = [{ from: d('2026-01-01'), to: d('2026-12-31'), people: 2, rule: 'two' }]

describe('minutes and days in Shanghai', () => {
  it('begin at midnight there, eight hours before UTC, also across a new year', () => {
    expect(instantOf(startOf(d('2026-01-01'))).toISOString()).toBe('2025-12-31T16:00:00.000Z')
    expect(formatDay(dayAt(startOf(d('2026-01-01')) - 1))).toBe('2025-12-31')
    expect(timeAt(at('2026-03-09', '08:30'))).toBe(510)
  })
  it('know no summer time: every day of a year has 1440 minutes', () => {
    for (let day = d('2026-01-01'); day <= d('2026-12-31'); day = addDays(day, 1)) expect(dayAt(startOf(day) + DAY_MINUTES - 1)).toBe(day)
  })
  it.each([
    ['2026-03-08', '2026-03-02'],
    ['2026-03-09', '2026-03-09'],
    ['2026-03-15', '2026-03-09'],
    ['1969-12-31', '1969-12-29'],
  ])('find the Monday of %s: %s', (day, found) => expect(formatDay(mondayOf(d(day)))).toBe(found))
  it('let a shift cross midnight, and one that ends at 24:00 stay on its day', () => {
    expect(daysOf(shiftOn(monday, 960, 1440)).map(formatDay)).toEqual(['2026-03-09'])
    expect(daysOf(shiftOn(monday, 1320, 360)).map(formatDay)).toEqual(['2026-03-09', '2026-03-10'])
  })
  it.each(['8:00', '24:01', '07:60', '', '25:00'])('read no time from “%s”', (text) => expect(readTime(text)).toBeNull())
})

describe('how many are needed', () => {
  it.each([
    ['the day before the rule', '2017-10-28', 0],
    ['on its first day', '2017-10-29', 2],
  ])('%s: %s', (_, day, people) => expect(needOn(rules, { ...room, from: d('2010-01-01') }, d(day)).people).toBe(people))
  it('are more where the unit has the trait the rule names, from the day it is in force', () => {
    const high = { ...room, unitTraits: [{ trait: 'highrise-public', from: d('2020-01-01'), to: null }] }
    expect([needOn(rules, high, d('2026-03-10')).people, needOn(rules, high, d('2026-03-11')).people]).toEqual([2, 3])
  })
  it('are fewer only with the trait, the jurisdiction, the day and the proof together', () => {
    const traits = [{ trait: 'remote-operable', from: d('2026-03-05'), to: d('2026-03-12') }]
    const exceptions = [{ exception: 'one', from: d('2026-03-10'), to: null }]
    const proved = { ...room, traits, exceptions }
    const on = (day: string, change = {}) => needOn(rules, { ...proved, ...change }, d(day)).people
    expect([on('2026-03-09'), on('2026-03-10'), on('2026-03-12'), on('2026-03-13')]).toEqual([2, 1, 1, 2])
    expect(on('2026-03-11', { jurisdiction: 'henan' })).toBe(2)
    expect(on('2026-03-11', { exceptions: [] })).toBe(2)
    expect(on('2026-03-11', { traits: [{ trait: 'networked', from: d('2020-01-01'), to: null }] })).toBe(2)
    const [one] = rules.exceptions
    expect(one && mayUse(one, proved, d('2022-06-30'))).toBe(false)
  })
  it('ask nothing of a room that is not there', () =>
    expect(needOn(rules, { ...room, to: d('2026-03-01') }, d('2026-03-02')).people).toBe(0))
  it('come with the longest shift and the rhythm of the log', () => {
    expect(shiftRuleOn(rules, monday)).toEqual({ longest: 480, logEvery: 120, rule: 'eight' })
    expect(shiftRuleOn(rules, d('2009-12-31'))).toBeNull()
  })
})

describe('hours without cover', () => {
  const window = { from: at('2026-03-09', '00:00'), to: at('2026-03-10', '00:00') }
  it('are the whole day where nobody is planned', () => {
    expect(uncoveredHours(needs, [], fitting(), window)).toEqual([{ ...window, needed: 2, fit: 0, shifts: [], unfit: [], trainees: [] }])
  })
  it('are none with two fit people round the clock, across midnight', () => {
    const shifts = [
      shift('a', '2026-03-08', '22:00', '06:00', ['x', 'y']),
      shift('b', '2026-03-09', '06:00', '14:00', ['z', 'w']),
      shift('c', '2026-03-09', '14:00', '22:00', ['x', 'y']),
      shift('d', '2026-03-09', '22:00', '06:00', ['z', 'w']),
    ]
    expect(uncoveredHours(needs, shifts, fitting('x', 'y', 'z', 'w'), window)).toEqual([])
  })
  it('never count a trainee, nor one person twice', () => {
    const shifts = [shift('a', '2026-03-09', '00:00', '08:00', ['x'], ['y']), shift('b', '2026-03-09', '00:00', '08:00', ['x'])]
    const [first] = uncoveredHours(needs, shifts, fitting('x', 'y'), { ...window, to: at('2026-03-09', '08:00') })
    expect(first).toMatchObject({ fit: 1, trainees: ['y'], shifts: ['a', 'b'] })
  })
  it('begin at midnight of the day after a licence runs out, in the middle of a shift', () => {
    const shifts = [shift('night', '2026-03-09', '22:00', '06:00', ['x', 'y'])]
    const fitness = new Map<string, DaySpan[]>([...fitting('x'), ['y', [{ from: d('2020-01-01'), to: monday }]]])
    const gaps = uncoveredHours(needs, shifts, fitness, { from: at('2026-03-09', '22:00'), to: at('2026-03-10', '06:00') })
    expect(gaps).toMatchObject([{ from: at('2026-03-10', '00:00'), to: at('2026-03-10', '06:00'), fit: 1, unfit: ['y'] }])
    expect(minutesOf(gaps)).toBe(360)
  })
})

describe('what is coming', () => {
  const week = Array.from({ length: 21 }, (_, nth) =>
    shift(
      `s${nth}`,
      formatDay(addDays(monday, Math.floor(nth / 3))),
      ['00:00', '08:00', '16:00'][nth % 3] ?? '',
      ['08:00', '16:00', '24:00'][nth % 3] ?? '',
      nth % 3 === 0 ? ['x', 'y'] : nth % 3 === 1 ? ['z', 'w'] : ['u', 'v'],
    ),
  )
  const window = { from: startOf(monday), to: startOf(addDays(monday, 90)) }
  const needed = [{ from: monday, to: addDays(monday, 90), people: 2, rule: 'two' }]
  it('goes on with the last planned week and leaves no hole', () => {
    const shifts = expectedShifts(week, window.to)
    expect(uncoveredHours(needed, shifts, fitting('x', 'y', 'z', 'w', 'u', 'v'), window)).toEqual([])
    expect(shifts.filter(({ id }) => isExpected(id)).every(({ from }) => from >= startOf(addDays(monday, 7)))).toBe(true)
  })
  it('names whose licence leaves which shifts with one, from the day after its last', () => {
    const fitness = new Map<string, DaySpan[]>([
      ...fitting('x', 'z', 'w', 'u', 'v'),
      ['y', [{ from: d('2020-01-01'), to: addDays(monday, 9) }]],
    ])
    const [lapse, ...others] = comingGaps(needed, expectedShifts(week, window.to), fitness, window)
    expect(others).toEqual([])
    expect(lapse).toMatchObject({ kind: 'person', personId: 'y', day: addDays(monday, 10) })
    expect(minutesOf(lapse?.gaps ?? [])).toBe(80 * 480)
  })
  it('names the rule that will ask for more', () => {
    const more = [
      { ...needed[0], from: monday, to: addDays(monday, 4), people: 2, rule: 'two' },
      { from: addDays(monday, 5), to: addDays(monday, 90), people: 3, rule: 'three' },
    ]
    const [change] = comingGaps(more, week, fitting('x', 'y', 'z', 'w', 'u', 'v'), { ...window, to: startOf(addDays(monday, 7)) })
    expect(change).toMatchObject({ kind: 'rule', rule: 'three', day: addDays(monday, 5) })
    expect(minutesOf(change?.gaps ?? [])).toBe(2 * DAY_MINUTES)
  })
})

describe('who is put on a shift', () => {
  const wished = { id: 'new', roomId: 'r1', from: at('2026-03-09', '08:00'), to: at('2026-03-09', '16:00') }
  const sight = { busy: [], held: fitting('x'), fitness: fitting('x'), longest: 480, pause: 60 }
  const kinds = (change: object, counts = true) =>
    seatProblems({ shift: wished, personId: 'x', counts }, { ...sight, ...change }).map(({ kind }) => kind)
  const busy = (roomId: string, from: string, to: string, shiftId = 'other') => ({
    shiftId,
    roomId,
    from: at('2026-03-09', from),
    to: at('2026-03-09', to),
  })
  it('is nobody who is in another room then, not even for a minute', () => {
    expect(kinds({ busy: [busy('r2', '15:59', '20:00')] })).toEqual(['two-rooms'])
    expect(kinds({ busy: [busy('r1', '15:59', '20:00')] })).toEqual(['twice'])
    expect(kinds({ busy: [busy('r2', '17:00', '20:00')] })).toEqual([])
  })
  it('is nobody who would be on watch for more than eight hours in one go, with breaks shorter than an hour', () => {
    expect(kinds({ busy: [busy('r2', '16:00', '20:00')] })).toEqual(['back-to-back'])
    expect(kinds({ busy: [busy('r2', '16:59', '20:00')] })).toEqual(['back-to-back'])
    expect(kinds({ busy: [busy('r1', '08:00', '16:00', 'new')] })).toEqual([])
    expect(
      inOneGo(
        { from: 0, to: 240 },
        [
          { from: 480, to: 600 },
          { from: 240, to: 460 },
        ],
        60,
      ),
    ).toBe(580)
  })
  it('is nobody without a post, and as counting nobody who is not fit; a trainee may', () => {
    expect(kinds({ held: new Map() })).toEqual(['no-post'])
    expect(kinds({ fitness: new Map() })).toEqual(['unfit'])
    expect(kinds({ fitness: new Map() }, false)).toEqual([])
    expect(kinds({ held: new Map() }, false)).toEqual(['no-post'])
  })
  it.each([
    ['eight hours', '08:00', '16:00', null],
    ['a minute more', '08:00', '16:01', 'too-long'],
    ['over already', '00:00', '06:00', 'over'],
  ])('for a shift of %s', (_, from, to, kind) => {
    const made = shiftOn(monday, readTime(from) ?? 0, readTime(to) ?? 0)
    expect(shiftProblem(made, [], { longest: 480, now: at('2026-03-09', '07:00') })?.kind ?? null).toBe(kind)
  })
  it('never makes the same shift twice', () => {
    expect(shiftProblem(wished, [{ from: wished.from, to: wished.to }], { longest: 480, now: 0 })?.kind).toBe('ahead')
    expect(shiftProblem(wished, [{ from: wished.from, to: wished.to }], { longest: 480, now: wished.from - 60 })).toEqual({ kind: 'same' })
  })
})

describe('a rotation of teams', () => {
  it('covers the week, gives nobody two shifts running and goes on into the next week', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 8 }),
        fc.constantFrom(0, 420, 480, 1439),
        fc.integer({ min: 0, max: 500 }),
        (count, begins, offset) => {
          const teams = Array.from({ length: count }, (_, nth) => [`a${nth}`, `b${nth}`])
          const start = addDays(monday, offset * 7)
          const both = [...(rotation(start, teams, begins) ?? []), ...(rotation(addDays(start, 7), teams, begins) ?? [])]
          expect(both).toHaveLength(42)
          for (const [nth, one] of both.entries()) {
            expect(one.to - one.from).toBe(480)
            const next = both[nth + 1]
            if (next === undefined) continue
            expect(next.from).toBe(one.to)
            expect(next.seats.some(({ personId }) => one.seats.some((seat) => seat.personId === personId))).toBe(false)
          }
        },
      ),
    )
  })
  it('needs two teams and nobody in both', () => {
    expect(rotation(monday, [['a', 'b']], 0)).toBeNull()
    expect(
      rotation(
        monday,
        [
          ['a', 'b'],
          ['b', 'c'],
        ],
        0,
      ),
    ).toBeNull()
    expect(teamsOf(['a', 'b', 'c', 'd', 'e'], 2)).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ])
  })
  it('adds only what is not there', () => {
    const week = rotation(monday, [['a'], ['b']], 0) ?? []
    expect(notThere(week, week.slice(0, 20))).toEqual(week.slice(20))
  })
})

describe('the log of a shift', () => {
  const watch = { from: at('2026-03-09', '08:00'), to: at('2026-03-09', '16:00') }
  const entry = (id: string, time: string, supersedes: string | null = null) => ({
    id,
    kind: 'check' as const,
    happenedAt: at('2026-03-09', time),
    supersedes,
  })
  it('keeps what was corrected, and holds what corrects it', () => {
    const entries = [entry('a', '10:00'), entry('b', '10:05', 'a'), entry('c', '10:10', 'b'), entry('d', '09:00')]
    expect(standingEntries(entries).map(({ id }) => id)).toEqual(['d', 'c'])
    expect(earlierVersions(entries, entry('c', '10:10', 'b')).map(({ id }) => id)).toEqual(['b', 'a'])
  })
  it('is silent where more than two hours and a quarter went without a word', () => {
    const entries = [entry('a', '10:00'), entry('b', '12:16')]
    expect(silences(watch, entries, 120, watch.to)).toEqual([
      { from: at('2026-03-09', '10:00'), to: at('2026-03-09', '12:16') },
      { from: at('2026-03-09', '12:16'), to: watch.to },
    ])
    expect(silences(watch, entries, 120, at('2026-03-09', '14:00'))).toHaveLength(1)
    expect(nextCheck(watch, entries, 120)).toBe(at('2026-03-09', '14:16'))
  })
  it.each([
    ['06:59', 'ahead', false],
    ['07:00', 'open', true],
    ['08:15', 'open', true],
    ['08:16', 'missed', true],
    ['16:00', 'never', true],
    ['17:01', 'never', false],
  ])('at %s stands as %s until somebody takes over', (time, state, may) => {
    expect(shiftState(watch, false, at('2026-03-09', time))).toBe(state)
    expect(mayTakeOver(watch, at('2026-03-09', time))).toBe(may)
  })
})

describe('a swap', () => {
  const facts = { answer: null, begins: [100, 200], seatsHold: true }
  it('waits until one of the shifts begins or a seat is gone', () => {
    expect(swapState(facts, 99)).toBe('waiting')
    expect(swapState(facts, 100)).toBe('lapsed')
    expect(swapState({ ...facts, seatsHold: false }, 0)).toBe('lapsed')
    expect(swapState({ ...facts, answer: 'declined' }, 500)).toBe('declined')
  })
  it('is answered by whom it was put to, taken back by who asked, once', () => {
    expect(mayAnswer('asked', 'accepted', 'waiting')).toBe(true)
    expect(mayAnswer('asker', 'accepted', 'waiting')).toBe(false)
    expect(mayAnswer('neither', 'declined', 'waiting')).toBe(false)
    expect(mayAnswer('asker', 'withdrawn', 'waiting')).toBe(true)
    expect(mayAnswer('asked', 'accepted', 'accepted')).toBe(false)
    expect(mayAnswer('asked', 'accepted', 'lapsed')).toBe(false)
  })
})

describe('days of fitness', () => {
  it('are joined where they touch or overlap', () => {
    const spans = [
      { from: d('2026-03-05'), to: d('2026-03-06') },
      { from: d('2026-03-01'), to: d('2026-03-04') },
      { from: d('2026-03-09'), to: null },
    ]
    expect(joined(spans)).toEqual([
      { from: d('2026-03-01'), to: d('2026-03-06') },
      { from: d('2026-03-09'), to: null },
    ])
  })
})
