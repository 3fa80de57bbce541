import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, compareDays, daysBetween, firstOfMonth, formatDay, holdsDay, monthOf, parseDay } from '../../../app/domain/shared/day'
import { dayOf } from '../duties/stories'

describe('a civil day', () => {
  it.each([
    ['1970-01-01', 0],
    ['1969-12-31', -1],
    ['1900-01-01', -25_567],
    ['2000-02-29', 11_016],
    ['2200-12-31', 84_370],
  ])('%s is day %i', (text, count) => {
    expect(parseDay(text)).toBe(count)
    expect(formatDay(dayOf(text))).toBe(text)
  })

  it.each([
    '2025-02-29',
    '1900-02-29',
    '2100-02-29',
    '2024-04-31',
    '2024-13-01',
    '2024-00-10',
    '2024-01-00',
    '1899-12-31',
    '2201-01-01',
    '2024-1-01',
    '2024-01-1',
    '24-01-01',
    '2024/01/01',
    '2024-01-01 ',
    '+024-01-01',
    '２０２４-01-01',
    '',
  ])('does not read %j', (text) => expect(parseDay(text)).toBeNull())

  it('agrees with the calendar of the platform on every day that facts may have', () => {
    for (let count = -25_567; count <= 84_370; count += 1) {
      const text = new Date(count * 86_400_000).toISOString().slice(0, 10)
      if (parseDay(text) !== count || formatDay(dayOf(text)) !== text) expect.fail(text)
    }
  })

  it('can be far from today', () => {
    fc.assert(
      fc.property(fc.integer({ min: -700_000, max: 2_900_000 }), (count) => {
        const day = addDays(dayOf('1970-01-01'), count)
        expect(formatDay(day)).toBe(new Date(count * 86_400_000).toISOString().slice(0, 10))
        expect(firstOfMonth(monthOf(day)) <= day && day < firstOfMonth(monthOf(day) + 1)).toBe(true)
      }),
    )
  })

  it('is held by a span that includes both ends', () => {
    const first = dayOf('2024-02-29')
    const last = dayOf('2024-03-01')
    const held = ['2024-02-28', '2024-02-29', '2024-03-01', '2024-03-02'].map(dayOf).map((day) => holdsDay(first, last, day))
    expect(held).toEqual([false, true, true, false])
    expect(holdsDay(dayOf('2024-02-29'), null, dayOf('2200-12-31'))).toBe(true)
  })

  it('can be compared and counted', () => {
    expect(daysBetween(dayOf('2024-02-28'), dayOf('2024-03-01'))).toBe(2)
    expect(['2025-01-01', '2024-12-31'].map(dayOf).sort(compareDays).map(formatDay)).toEqual(['2024-12-31', '2025-01-01'])
  })
})
