import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatDay } from '../../../app/domain/shared/day'
import { isZero, minus, parsePeriod, plus, times } from '../../../app/domain/shared/period'
import { dayOf, periodOf } from '../duties/stories'

describe('a period', () => {
  it.each([
    ['P1Y', { years: 1, months: 0, days: 0 }],
    ['P6M', { years: 0, months: 6, days: 0 }],
    ['P30D', { years: 0, months: 0, days: 30 }],
    ['P1Y2M10D', { years: 1, months: 2, days: 10 }],
    ['P0D', { years: 0, months: 0, days: 0 }],
  ])('%s has its parts', (text, parts) => expect(parsePeriod(text)).toEqual(parts))

  it.each(['P', 'PT1H', 'P1W', 'P1D1M', 'P-1D', '-P1D', 'P1.5Y', 'P1', '1D', 'p1d', 'P1DT', 'P1D ', '', 'P1000000D'])(
    '%j is none',
    (text) => expect(parsePeriod(text)).toBeNull(),
  )

  it.each([
    ['2024-08-31', 'P6M', '2025-02-28'],
    ['2023-08-31', 'P6M', '2024-02-29'],
    ['2024-02-29', 'P1Y', '2025-02-28'],
    ['2024-01-31', 'P1M1D', '2024-03-01'],
    ['2024-01-31', 'P1Y1M', '2025-02-28'],
    ['2024-11-30', 'P3M', '2025-02-28'],
    ['2024-12-31', 'P1D', '2025-01-01'],
  ])('%s plus %s is %s', (day, period, sum) => expect(formatDay(plus(dayOf(day), periodOf(period)))).toBe(sum))

  it.each([
    ['2024-03-31', 'P1M', '2024-02-29'],
    ['2024-03-31', 'P1M1D', '2024-02-28'],
    ['2024-02-29', 'P1Y', '2023-02-28'],
    ['2025-01-01', 'P1D', '2024-12-31'],
    ['2024-12-31', 'P30D', '2024-12-01'],
  ])('%s minus %s is %s', (day, period, difference) => expect(formatDay(minus(dayOf(day), periodOf(period)))).toBe(difference))

  it('is repeated from its anchor, never from the last result', () => {
    expect(formatDay(plus(dayOf('2024-08-31'), times(periodOf('P6M'), 2)))).toBe('2025-08-31')
    expect(times(periodOf('P1Y2M3D'), 3)).toEqual({ years: 3, months: 6, days: 9 })
    expect([periodOf('P0Y0M'), periodOf('P1D')].map(isZero)).toEqual([true, false])
  })

  it('keeps days in order when it is added or taken away', () => {
    const part = fc.integer({ min: 0, max: 40 })
    const any = fc.record({ years: part, months: part, days: part })
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1900-01-01'), max: new Date('2199-01-01'), noInvalidDate: true }),
        fc.integer({ min: 0, max: 70 }),
        any,
        (date, later, period) => {
          const day = dayOf(date.toISOString().slice(0, 10))
          const next = plus(day, { years: 0, months: 0, days: later })
          expect(plus(next, period)).toBeGreaterThanOrEqual(plus(day, period))
          expect(minus(next, period)).toBeGreaterThanOrEqual(minus(day, period))
        },
      ),
    )
  })
})
