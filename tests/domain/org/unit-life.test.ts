import { describe, expect, it } from 'vitest'
import { closingFault, mergingFault, postFate, readOfficeDay } from '~/domain/org/unit-life'
import { addDays, type Day, parseDay } from '~/domain/shared/day'

const day = (text: string): Day => {
  const parsed = parseDay(text)
  if (parsed === null) throw new Error(text)
  return parsed
}
const today = day('2026-03-10')
const open = { id: 'u', from: day('2020-01-01'), to: null }
const other = { id: 'v', from: day('2020-01-01'), to: null }
const quiet = { waiting: 0, postsFrom: [day('2024-01-01')] }

describe('a day in the office', () => {
  it.each([
    ['1900-01-01', 'tooEarly'],
    ['0226-03-10', 'tooEarly'],
    ['1949-12-31', 'tooEarly'],
    ['1950-01-01', day('1950-01-01')],
    ['2036-03-10', day('2036-03-10')],
    ['2036-03-11', 'tooLate'],
    ['2025-02-29', 'notADay'],
    ['tomorrow', 'notADay'],
    ['', 'notADay'],
  ])('%s is %s', (typed, read) => expect(readOfficeDay(typed, today)).toBe(read))
})

describe('closing', () => {
  it.each([
    ['the day before the unit began', day('2019-12-31'), 'lastDayBeforeFirst'],
    ['its first day', day('2020-01-01'), 'postsBeginLater'],
    ['the day before somebody begins', day('2023-12-31'), 'postsBeginLater'],
    ['the day somebody begins', day('2024-01-01'), null],
    ['today', today, null],
    ['a year ahead', day('2027-03-10'), null],
    ['a year and a day ahead', day('2027-03-11'), 'lastDayTooLate'],
  ])('on %s', (_when, lastDay, fault) => expect(closingFault(open, lastDay, today, quiet)).toBe(fault))

  it('waits for whoever waits', () => expect(closingFault(open, today, today, { ...quiet, waiting: 1 })).toBe('joinsWaiting'))
  it('happens once', () => expect(closingFault({ ...open, to: today }, today, today, quiet)).toBe('alreadyClosed'))
})

describe('merging', () => {
  it('is not into itself', () => expect(mergingFault(open, open, today, today, quiet)).toBe('intoItself'))
  it('is not into a unit with an end', () =>
    expect(mergingFault(open, { ...other, to: addDays(today, 300) }, today, today, quiet)).toBe('targetClosed'))
  it('is not into a unit that has not begun', () =>
    expect(mergingFault(open, { ...other, from: addDays(today, 1) }, today, today, quiet)).toBe('targetClosed'))
  it('is not yesterday, but may be today', () => {
    expect(mergingFault(open, other, addDays(today, -1), today, quiet)).toBe('lastDayPast')
    expect(mergingFault(open, other, today, today, quiet)).toBe(null)
  })
})

describe('a post in a merge', () => {
  const from = day('2024-01-01')
  it.each([
    ['ended the day before', { from, to: addDays(today, -1) }, false, 'over'],
    ['ends on the last day anyway', { from, to: today }, false, 'over'],
    ['would end the day after', { from, to: addDays(today, 1) }, false, 'goesOn'],
    ['has no end', { from, to: null }, false, 'goesOn'],
    ['begins on the last day', { from: today, to: null }, false, 'goesOn'],
    ['begins the day after', { from: addDays(today, 1), to: null }, false, 'moves'],
    ['has its like at the target', { from, to: null }, true, 'ends'],
  ])('that %s', (_which, post, same, fate) => expect(postFate(post, today, same)).toBe(fate))
})
