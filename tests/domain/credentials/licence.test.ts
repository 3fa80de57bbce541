import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isCheckDue, type Licence, type LicenceCheck, lapseMark, licenceState, printedThrough } from '~/domain/credentials/licence'
import { type LicenceAsked, licenceGap } from '~/domain/credentials/licence-gap'
import { addDays, type Day, parseDay } from '~/domain/shared/day'

const day = (text: string): Day => {
  const parsed = parseDay(text)
  if (parsed === null) throw new Error(text)
  return parsed
}
const check = (on: string, more: Partial<LicenceCheck> = {}): LicenceCheck => ({
  on: day(on),
  result: 'matches',
  needsSecond: false,
  second: null,
  nextDue: null,
  ...more,
})
const card = (more: Partial<Licence> = {}): Licence => ({
  id: 'l1',
  personId: 'p1',
  kind: 'hot-work-special',
  level: null,
  direction: null,
  topic: 'hot-work-special',
  validTo: day('2028-05-09'),
  reviewDue: null,
  recordedOn: day('2026-01-10'),
  checks: [check('2026-01-12')],
  ended: null,
  ...more,
})

describe('what a licence is worth', () => {
  it('is nothing before somebody has looked at the official page, and counts from that day', () => {
    expect(licenceState(card({ checks: [] }), day('2026-02-01'))).toBe('unverified')
    expect(licenceState(card(), day('2026-01-11'))).toBe('unverified')
    expect(licenceState(card(), day('2026-01-12'))).toBe('valid')
  })

  it('counts on its last printed day and not on the day after', () => {
    expect(licenceState(card(), day('2028-05-08'))).toBe('valid')
    expect(licenceState(card(), day('2028-05-09'))).toBe('valid')
    expect(licenceState(card(), day('2028-05-10'))).toBe('expired')
  })

  it('takes the printed review day as a limit, and says that it is the review', () => {
    const reviewed = card({ reviewDue: day('2026-08-01') })
    expect(printedThrough(reviewed)).toBe(day('2026-08-01'))
    expect(licenceState(reviewed, day('2026-08-01'))).toBe('valid')
    expect(licenceState(reviewed, day('2026-08-02'))).toBe('review-overdue')
  })

  it('never computes an end that is not printed', () => {
    const endless = card({ validTo: null, kind: 'fire-facility-operator', topic: 'fire-facility-operator-4', level: 4 })
    expect(printedThrough(endless)).toBeNull()
    expect(licenceState(endless, day('2190-01-01'))).toBe('valid')
  })

  it('waits for the second person where two are asked for, and counts from his day', () => {
    const waiting = card({ checks: [check('2026-01-12', { needsSecond: true })] })
    expect(licenceState(waiting, day('2026-03-01'))).toBe('waiting')
    const agreed = card({ checks: [check('2026-01-12', { needsSecond: true, second: { on: day('2026-01-15'), agrees: true } })] })
    expect(licenceState(agreed, day('2026-01-14'))).toBe('unverified')
    expect(licenceState(agreed, day('2026-01-15'))).toBe('valid')
    const refused = card({ checks: [check('2026-01-12', { needsSecond: true, second: { on: day('2026-01-15'), agrees: false } })] })
    expect(licenceState(refused, day('2026-02-01'))).toBe('unverified')
  })

  it('is false from the day on which the page knew nothing of it, and true again after a better look', () => {
    const doubted = card({ checks: [check('2026-01-12'), check('2026-06-01', { result: 'not-found' })] })
    expect(licenceState(doubted, day('2026-05-31'))).toBe('valid')
    expect(licenceState(doubted, day('2026-06-01'))).toBe('false')
    const cleared = card({ checks: [...doubted.checks, check('2026-06-03')] })
    expect(licenceState(cleared, day('2026-06-03'))).toBe('valid')
  })

  it('warns 90, 60, 30 and 7 days ahead, and no more once it is over', () => {
    const through = day('2026-12-31')
    const marks = [91, 90, 61, 60, 31, 30, 8, 7, 0, -1].map((ahead) => lapseMark(through, addDays(through, -ahead)))
    expect(marks).toEqual([null, 90, 90, 60, 60, 30, 30, 7, 7, null])
    expect(lapseMark(null, through)).toBeNull()
  })

  it('says when the page should be looked at again, and bars nobody for it', () => {
    const again = card({ checks: [check('2026-01-12', { nextDue: day('2026-07-12') })] })
    expect(isCheckDue(again, day('2026-07-12'))).toBe(false)
    expect(isCheckDue(again, day('2026-07-13'))).toBe(true)
    expect(licenceState(again, day('2026-07-13'))).toBe('valid')
  })

  it('knows on a day only what was known on it', () => {
    const offsets = fc.integer({ min: 0, max: 800 })
    const checks = fc.array(
      fc.record({
        at: offsets,
        result: fc.constantFrom('matches', 'differs', 'not-found'),
        needsSecond: fc.boolean(),
        later: fc.option(fc.record({ after: fc.integer({ min: 0, max: 60 }), agrees: fc.boolean() })),
      }),
      { maxLength: 6 },
    )
    const begin = day('2026-01-01')
    fc.assert(
      fc.property(checks, offsets, (made, asked) => {
        const all: LicenceCheck[] = [...made]
          .sort((one, other) => one.at - other.at)
          .map(({ at, result, needsSecond, later }) => ({
            on: addDays(begin, at),
            result,
            needsSecond,
            second: later === null || !needsSecond ? null : { on: addDays(begin, at + later.after), agrees: later.agrees },
            nextDue: null,
          }))
        const on = addDays(begin, asked)
        const known = all
          .filter((one) => one.on <= on)
          .map((one) => (one.second !== null && one.second.on > on ? { ...one, second: null } : one))
        const before = licenceState(card({ checks: all }), on)
        const after = licenceState(card({ checks: known }), on)
        expect(before === 'waiting' || before === 'unverified' ? 'unseen' : before).toBe(
          after === 'waiting' || after === 'unverified' ? 'unseen' : after,
        )
      }),
    )
  })
})

describe('why a licence does not answer for the job', () => {
  const linkage: LicenceAsked = {
    topics: ['fire-facility-operator-4', 'fire-facility-operator-3', 'fire-facility-operator-2'],
    kinds: ['fire-facility-operator', 'fire-keeper'],
    direction: 'monitoring',
    lowest: 4,
  }
  const operator = (level: number, direction: 'monitoring' | 'maintenance', more: Partial<Licence> = {}): Licence =>
    card({
      kind: 'fire-facility-operator',
      level,
      direction,
      topic: `fire-facility-${direction === 'monitoring' ? 'operator' : 'maintenance'}-${level}`,
      validTo: null,
      ...more,
    })
  const on = day('2026-03-01')
  const gap = (...licences: Licence[]) => licenceGap(licences, linkage, on)?.gap ?? null

  it('is told apart: wrong level is not expired, wrong direction is not wrong level', () => {
    expect(gap(operator(4, 'monitoring'))).toBeNull()
    expect(gap(operator(3, 'monitoring'))).toBeNull()
    expect(gap(operator(5, 'monitoring'))).toBe('wrong-level')
    expect(gap(operator(3, 'maintenance'))).toBe('wrong-direction')
    expect(gap(operator(4, 'monitoring', { validTo: day('2026-02-28') }))).toBe('expired')
    expect(gap(operator(4, 'monitoring', { checks: [] }))).toBe('unverified')
    expect(gap(operator(4, 'monitoring', { checks: [check('2026-02-01', { result: 'differs' })] }))).toBe('revoked')
    expect(gap(card())).toBe('none')
    expect(gap()).toBe('none')
  })

  it('names the gap that is nearest to being mended', () => {
    expect(gap(operator(5, 'monitoring'), operator(4, 'monitoring', { checks: [] }))).toBe('unverified')
    expect(gap(operator(4, 'monitoring', { validTo: day('2026-02-28') }), operator(5, 'monitoring'))).toBe('expired')
    expect(gap(operator(5, 'monitoring'), operator(4, 'monitoring'))).toBeNull()
  })

  it('says that a construction licence is of another kind for pressure vessels', () => {
    const pressure: LicenceAsked = {
      topics: ['pressure-welding'],
      kinds: ['hot-work-special', 'pressure-welding'],
      direction: null,
      lowest: null,
    }
    expect(licenceGap([card()], pressure, on)?.gap).toBe('wrong-kind')
  })
})
