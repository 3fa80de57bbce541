import { describe, expect, it } from 'vitest'
import { attendanceOf } from '~/domain/classes/attendance'
import { clash, instantOf, partSubject, readPartSubject } from '~/domain/classes/class-body'
import { classStateOf } from '~/domain/classes/class-state'
import { coverageOfPerson, coverageOfUnit, type Responsible, type Sitting } from '~/domain/classes/coverage'
import { drawUnits, type RegisteredUnit } from '~/domain/classes/draw-list'
import { isListed } from '~/domain/classes/members'
import { type Day, parseDay } from '~/domain/shared/day'

function day(text: string): Day {
  const found = parseDay(text)
  if (found === null) throw new Error(text)
  return found
}
const rule = { parts: ['morning', 'test'], deputies: true }
const sat = (person: string, part: string, on: string, more: Partial<Sitting> = {}): Sitting => ({
  ...{ person, unit: 'mall', part, on: day(on), asDeputy: false, counts: true },
  ...more,
})
const chief = (person: string, from: string, to: string | null = null): Responsible => ({
  ...{ person, unit: 'mall', from: day(from), to: to === null ? null : day(to) },
})
const verdict = (sittings: Sitting[], responsible: Responsible[], on = '2026-12-31', deputies = true) =>
  coverageOfUnit({ ...rule, deputies }, sittings, responsible, day(on))

describe('a unit is covered', () => {
  it('when whoever answers for it attended every part', () => {
    expect(verdict([sat('wang', 'morning', '2026-05-06'), sat('wang', 'test', '2026-05-06')], [chief('wang', '2024-01-01')])).toEqual({
      ...{ kind: 'covered', person: 'wang', on: day('2026-05-06'), byDeputy: false, successor: null },
    })
  })

  it('on the day of the last part, when the test was made up later', () => {
    const made = [sat('wang', 'morning', '2026-05-06'), sat('wang', 'test', '2026-06-01')]
    expect(verdict(made, [chief('wang', '2024-01-01')], '2026-05-31')).toEqual({ kind: 'missing', has: ['morning'] })
    expect(verdict(made, [chief('wang', '2024-01-01')], '2026-06-01')).toMatchObject({ kind: 'covered', on: day('2026-06-01') })
  })

  it('not when two people share the parts between them', () => {
    const shared = [sat('wang', 'morning', '2026-05-06'), sat('li', 'test', '2026-06-01')]
    expect(verdict(shared, [chief('wang', '2024-01-01', '2026-05-31'), chief('li', '2026-06-01')])).toMatchObject({ kind: 'missing' })
  })

  it('not by somebody who took office the day after, nor by what did not count', () => {
    const both = [sat('wang', 'morning', '2026-05-06'), sat('wang', 'test', '2026-05-06')]
    expect(verdict(both, [chief('wang', '2026-05-07')])).toMatchObject({ kind: 'missing' })
    expect(verdict(both, [chief('wang', '2026-05-06', '2026-05-06')])).toMatchObject({ kind: 'covered' })
    expect(
      verdict([both[0] ?? sat('', '', '2026-01-01'), sat('wang', 'test', '2026-05-06', { counts: false })], [chief('wang', '2024-01-01')]),
    ).toEqual({ kind: 'missing', has: ['morning'] })
  })

  it('by a deputy only where the programme allows it, and then says so', () => {
    const deputy = [sat('zhao', 'morning', '2026-05-06', { asDeputy: true }), sat('zhao', 'test', '2026-05-06', { asDeputy: true })]
    expect(verdict(deputy, [chief('wang', '2024-01-01')], '2026-12-31', false)).toMatchObject({ kind: 'missing' })
    expect(verdict(deputy, [chief('wang', '2024-01-01')])).toEqual({
      ...{ kind: 'covered', person: 'zhao', on: day('2026-05-06'), byDeputy: true, successor: null },
    })
  })

  it('still when he has left, and names who answers for it since', () => {
    const both = [sat('wang', 'morning', '2026-05-06'), sat('wang', 'test', '2026-05-06')]
    const posts = [chief('wang', '2024-01-01', '2026-07-31'), chief('li', '2026-08-01')]
    expect(verdict(both, posts, '2026-07-31')).toMatchObject({ kind: 'covered', successor: null })
    expect(verdict(both, posts, '2026-08-01')).toMatchObject({ kind: 'covered', successor: { person: 'li', since: day('2026-08-01') } })
  })

  it('naming nobody as new who answered for it beside him already, whatever post he took over later', () => {
    const both = [sat('wang', 'morning', '2026-05-06'), sat('wang', 'test', '2026-05-06')]
    const wang = chief('wang', '2024-01-01', '2026-07-31')
    const beside = [chief('zhao', '2025-03-01', '2026-07-31'), chief('zhao', '2026-08-01')]
    expect(verdict(both, [wang, ...beside], '2026-08-01')).toMatchObject({ kind: 'covered', successor: null })
    expect(verdict(both, [wang, ...beside, chief('li', '2026-09-01')], '2026-09-01')).toMatchObject({
      successor: { person: 'li', since: day('2026-09-01') },
    })
    const sent = [sat('qian', 'morning', '2026-05-06', { asDeputy: true }), sat('qian', 'test', '2026-05-06', { asDeputy: true })]
    expect(verdict(sent, [wang, chief('zhao', '2026-08-01')], '2026-08-01')).toMatchObject({
      byDeputy: true,
      successor: { person: 'zhao' },
    })
  })
})

it('a person is covered by his own parts alone, wherever he sat', () => {
  const own = [sat('wang', 'morning', '2026-05-06'), sat('wang', 'test', '2026-06-01', { unit: 'elsewhere' })]
  expect(coverageOfPerson(rule, own, day('2026-05-31'))).toEqual({ kind: 'missing', has: ['morning'] })
  expect(coverageOfPerson(rule, own, day('2026-06-01'))).toMatchObject({ kind: 'covered', on: day('2026-06-01') })
})

describe('the list', () => {
  const unit = (id: string, more: Partial<RegisteredUnit> = {}): RegisteredUnit => ({
    ...{ id, sector: 'commerce', from: day('2020-01-01'), to: null, traits: [{ trait: 'complex', from: day('2020-01-01'), to: null }] },
    ...more,
  })
  const audience = { sectors: ['commerce'], traits: ['complex'], positions: ['responsible-person'] }
  const drawn = (units: RegisteredUnit[]) => drawUnits(units, audience, day('2026-03-10')).map(({ unitId }) => unitId)

  it('holds the units that are open that day, of the sector, with the trait on that day', () => {
    expect(
      drawn([
        unit('stays'),
        unit('closed-the-day-before', { to: day('2026-03-09') }),
        unit('closes-that-day', { to: day('2026-03-10') }),
        unit('other-sector', { sector: 'medical' }),
        unit('trait-ended', { traits: [{ trait: 'complex', from: day('2020-01-01'), to: day('2026-03-09') }] }),
      ]),
    ).toEqual(['stays', 'closes-that-day'])
  })

  it('holds a line from its day to the day before it left', () => {
    const line = { from: day('2026-03-10'), end: { on: day('2026-06-01'), why: 'closed' as const, reason: '', at: new Date(0), by: '' } }
    const on = (text: string) => isListed(line, day(text))
    expect([on('2026-03-09'), on('2026-03-10'), on('2026-05-31'), on('2026-06-01')]).toEqual([false, true, true, false])
    expect(isListed({ ...line, end: { ...line.end, why: 'dropped' } }, day('2026-04-01'))).toBe(false)
  })
})

describe('attendance', () => {
  const [begins, ends] = [instantOf('2026-05-06', '09:00'), instantOf('2026-05-06', '11:30')]
  const minute = 60_000
  it.each([
    ['nobody saw him', null, null, 'absent'],
    ['early enough', begins - minute, null, 'present'],
    ['at the last forgiven minute', begins + 15 * minute, null, 'present'],
    ['later', begins + 15 * minute + 1, null, 'late'],
    ['left in the last forgiven minutes', begins, ends - 15 * minute, 'present'],
    ['left earlier', begins, ends - 15 * minute - 1, 'early'],
  ])('%s', (_what, at, leftAt, state) => {
    expect(attendanceOf({ at, leftAt }, begins, ends, 15)).toBe(state)
  })

  it('is called part by part, and parts clash only where they overlap', () => {
    expect(readPartSubject(partSubject('a-b', 'morning'))).toEqual({ classId: 'a-b', key: 'morning' })
    expect([readPartSubject('a-b'), readPartSubject('.x'), readPartSubject('a.')]).toEqual([null, null, null])
    const at = (from: string, to: string, on = '2026-05-06') => ({ on, from, to })
    expect(clash(at('09:00', '11:30'), at('11:30', '12:00'))).toBe(false)
    expect(clash(at('09:00', '11:30'), at('11:29', '12:00'))).toBe(true)
    expect(clash(at('09:00', '11:30'), at('09:00', '11:30', '2026-05-07'))).toBe(false)
  })
})

it('a class stands where its hours and its steps put it', () => {
  const state = (steps: ('closed' | 'reopened' | 'called-off')[], now: number) =>
    classStateOf(
      steps.map((kind) => ({ kind })),
      10,
      20,
      now,
    )
  expect([state([], 9), state([], 10), state([], 20)]).toEqual(['ahead', 'running', 'held'])
  expect(state(['closed'], 30)).toBe('closed')
  expect(state(['closed', 'reopened'], 30)).toBe('open-again')
  expect(state(['called-off'], 5)).toBe('called-off')
})
