import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { comingWindow, windowsIn } from '~/domain/duties/year-window'
import { addDays, type Day, formatDay, parseDay } from '~/domain/shared/day'

const day = (text: string): Day => {
  const parsed = parseDay(text)
  if (parsed === null) throw new Error(text)
  return parsed
}
const coming = (from: string, to: string, today: string) => {
  const window = comingWindow({ from, to }, day(today))
  return [formatDay(window.from), formatDay(window.to), window.isNow]
}

describe('when a window of the year comes round', () => {
  it.each([
    ['the day before it opens', '2026-08-31', '2026-09-01', '2026-09-30', false],
    ['on its first day', '2026-09-01', '2026-09-01', '2026-09-30', true],
    ['on its last day', '2026-09-30', '2026-09-01', '2026-09-30', true],
    ['the day after, it is next year', '2026-10-01', '2027-09-01', '2027-09-30', false],
  ])('%s', (_, today, from, to, isNow) => {
    expect(coming('09-01', '09-30', today)).toEqual([from, to, isNow])
  })

  it.each([
    ['2026-12-19', '2026-12-20', '2027-01-10', false],
    ['2026-12-20', '2026-12-20', '2027-01-10', true],
    ['2027-01-10', '2026-12-20', '2027-01-10', true],
    ['2027-01-11', '2027-12-20', '2028-01-10', false],
  ])('runs over the new year, asked on %s', (today, from, to, isNow) => {
    expect(coming('12-20', '01-10', today)).toEqual([from, to, isNow])
  })

  it('ends on the last day that the month has', () => {
    expect(coming('02-01', '02-29', '2026-02-10')).toEqual(['2026-02-01', '2026-02-28', true])
    expect(coming('02-01', '02-29', '2028-02-29')).toEqual(['2028-02-01', '2028-02-29', true])
  })

  it('never names one that is over, nor one that is more than a year away', () => {
    const monthDay = fc
      .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 }))
      .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join('-'))
    fc.assert(
      fc.property(monthDay, monthDay, fc.integer({ min: 0, max: 20_000 }), (from, to, after) => {
        const today = addDays(day('1990-01-01'), after)
        const window = comingWindow({ from, to }, today)
        expect(window.to).toBeGreaterThanOrEqual(today)
        expect(window.from).toBeLessThanOrEqual(window.to)
        expect(window.from - today).toBeLessThanOrEqual(366)
        expect(window.isNow).toBe(window.from <= today)
      }),
    )
  })
})

describe('the windows of one year', () => {
  const within = (from: string, to: string, year: number) =>
    windowsIn({ from, to }, year).map((window) => [formatDay(window.from), formatDay(window.to)])

  it('are one, or two where they run over the new year', () => {
    expect(within('09-01', '09-30', 2026)).toEqual([['2026-09-01', '2026-09-30']])
    expect(within('12-20', '01-10', 2026)).toEqual([
      ['2025-12-20', '2026-01-10'],
      ['2026-12-20', '2027-01-10'],
    ])
    expect(within('02-01', '02-29', 2026)).toEqual([['2026-02-01', '2026-02-28']])
  })
})
