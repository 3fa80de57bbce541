import { describe, expect, it } from 'vitest'
import { lapsedOn, lapsesOn } from '~/domain/credentials/paper-lapse'
import { parseDay } from '~/domain/shared/day'

const yearly = [{ course: 'pre-job', positions: ['*'], months: 12 }]
const halfYearly = [...yearly, { course: 'pre-job', positions: ['welder'], months: 6 }]
const paper = (passedOn: string, position = 'employee', course = 'pre-job') => ({ course, position, passedOn })
const day = (text: string) => {
  const found = parseDay(text)
  if (found === null) throw new Error(text)
  return found
}

describe('a paper alone proves too little', () => {
  it.each([
    ['2025-01-01', '2027-01-01'],
    ['2025-12-31', '2027-01-01'],
    ['2026-01-01', '2028-01-01'],
  ])('of training asked for every year, passed on %s: from %s on', (passedOn, first) => {
    expect(lapsesOn(paper(passedOn), yearly)).toBe(first)
  })

  it.each([
    ['the day before', '2026-12-31', null],
    ['the day', '2027-01-01', '2027-01-01'],
    ['the day after', '2027-01-02', '2027-01-01'],
  ])('%s', (_, today, since) => expect(lapsedOn(paper('2025-06-30'), yearly, day(today))).toBe(since))

  it('sooner where the position is asked twice a year, and never where nothing asks for it again', () => {
    expect(lapsesOn(paper('2025-06-30', 'welder'), halfYearly)).toBe('2026-01-01')
    expect(lapsesOn(paper('2025-07-01', 'welder'), halfYearly)).toBe('2026-07-01')
    expect(lapsesOn(paper('2025-06-30'), halfYearly)).toBe('2027-01-01')
    expect(lapsesOn(paper('2001-06-30', 'welder', 'gas'), halfYearly)).toBeNull()
    expect(lapsesOn(paper('no day'), yearly)).toBeNull()
  })
})
