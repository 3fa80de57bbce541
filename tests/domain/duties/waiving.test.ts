import { describe, expect, it } from 'vitest'
import { shortenedTo, waivingFault } from '../../../app/domain/duties/waiving'
import { dayOf, periodOf } from './stories'

const today = dayOf('2026-03-10')
const calendar = { bars: false, cadence: { kind: 'calendar', every: 'P1Y', lead: periodOf('P30D') } } as const
const gate = { bars: false, cadence: { kind: 'gate', lookback: periodOf('P3M') } } as const

describe('lifting a duty', () => {
  it.each([
    ['2026-03-09', '2026-03-31', 'past'],
    ['2026-03-10', '2026-03-09', 'backwards'],
    ['2026-03-10', '2026-03-10', null],
    ['2026-04-01', '2026-12-31', null],
  ])('from %s through %s: %s', (from, through, fault) => expect(waivingFault(calendar, dayOf(from), dayOf(through), today)).toBe(fault))

  it('is never for what bars', () => {
    expect(waivingFault(gate, today, today, today)).toBe('bars')
    expect(waivingFault({ ...calendar, bars: true }, today, today, today)).toBe('bars')
  })
})

describe('taking a waiver back', () => {
  const waiver = { from: dayOf('2026-03-01'), through: dayOf('2026-03-31') }
  it.each([
    ['2026-02-28', null],
    ['2026-03-01', '2026-03-01'],
    ['2026-03-30', '2026-03-30'],
    ['2026-04-15', '2026-03-31'],
  ])('with yesterday %s keeps it through %s', (yesterday, kept) =>
    expect(shortenedTo(waiver, dayOf(yesterday))).toBe(kept === null ? null : dayOf(kept)),
  )
})
