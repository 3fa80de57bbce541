import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Cadence } from '../../../app/domain/duties/facts'
import { leading } from '../../../app/domain/duties/leading'
import { due, IDLE, met, overdue, type Standing } from '../../../app/domain/duties/verdict'
import { dayOf, periodOf } from './stories'

const calendar = (every: 'P1M' | 'P3M' | 'P6M' | 'P1Y'): Cadence => ({ kind: 'calendar', every, lead: periodOf('P30D') })
const rolling = (every: string): Cadence => ({ kind: 'rolling', every: periodOf(every), opens: periodOf('P0D'), first: periodOf('P0D') })
const once: Cadence = { kind: 'once', within: periodOf('P30D') }
const asked = (cadence: Cadence, standing: Standing) => ({ duty: { cadence }, standing })

const day = dayOf('2026-12-31')
const behind = overdue(day, dayOf('2027-01-01'))

describe('of several duties that ask the same', () => {
  it.each([
    ['the half-year before the year', [asked(calendar('P1Y'), due(day)), asked(calendar('P6M'), due(day))], 1],
    ['the month before the quarter', [asked(calendar('P3M'), met('e', day)), asked(calendar('P1M'), met('e', day))], 1],
    ['three years before once', [asked(once, met('e', null)), asked(rolling('P3Y'), met('e', day))], 1],
    ['the year before eighteen months', [asked(rolling('P18M'), due(day)), asked(calendar('P1Y'), due(day))], 1],
    ['what is overdue before what is met', [asked(calendar('P6M'), met('e', day)), asked(calendar('P1Y'), behind)], 1],
    ['what is due before what is not asked this period', [asked(calendar('P1M'), IDLE), asked(calendar('P1Y'), due(day))], 1],
  ])('leads %s', (_what, duties, leads) => {
    const { lead, also } = leading(duties)
    expect(lead).toBe(duties[leads])
    expect(also).toHaveLength(duties.length - 1)
  })

  it('none is lost, and one that is overdue is never hidden behind one that is not', () => {
    const standing = fc.constantFrom(IDLE, due(day), met('e', day), behind)
    const cadence = fc.constantFrom(calendar('P1M'), calendar('P1Y'), rolling('P2Y'), once)
    fc.assert(
      fc.property(fc.array(fc.record({ duty: fc.record({ cadence }), standing }), { minLength: 1, maxLength: 6 }), (duties) => {
        const { lead, also } = leading(duties)
        expect(new Set([lead, ...also])).toEqual(new Set(duties))
        if (duties.some((one) => one.standing === behind)) expect(lead.standing).toBe(behind)
      }),
    )
  })
})
