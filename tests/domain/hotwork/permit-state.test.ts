import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PermitAct, PermitFacts, PermitStep } from '~/domain/hotwork/permit'
import { mayFollow, permitState } from '~/domain/hotwork/permit-state'

const at = (time: string, day = '2026-03-10') => new Date(`${day}T${time}:00.000+08:00`)
const begun: PermitFacts = { from: at('09:00'), until: at('11:00'), workers: ['han'], looks: [30, 60], steps: [] }
const step = (kind: PermitAct, time: string, good = true): PermitStep => {
  const base = { at: at(time), worker: kind === 'worker-checked' ? 'han' : null }
  return kind === 'worker-checked' || kind === 'looked' ? { ...base, kind, good } : { ...base, kind }
}
const having = (...steps: PermitStep[]): PermitFacts => ({ ...begun, steps })
const prepared = [
  step('approved', '08:00'),
  step('worker-checked', '08:30'),
  step('guard-present', '08:40'),
  step('notice-posted', '08:45'),
]
const burning = [...prepared, step('started', '09:00')]
const over = [...burning, step('ended', '10:00')]
const kindAt = (facts: PermitFacts, time: string) => permitState(facts, at(time)).kind

describe('a permit stands', () => {
  it.each([
    ['waiting', 'until somebody decides', having(), '08:00'],
    ['expired', 'once its hours have passed without a word', having(), '11:00'],
    ['refused', 'after a no', having(step('refused', '08:00')), '08:30'],
    ['cancelled', 'taken back', having(step('cancelled', '08:00')), '08:30'],
    ['approved', 'with something missing', having(...prepared.slice(0, 3)), '08:50'],
    ['ready', 'with nothing missing', having(...prepared), '08:50'],
    ['expired', 'when it was never started', having(...prepared), '11:00'],
    ['burning', 'from the start', having(...burning), '09:00'],
    ['burning', 'past its hours too, until somebody ends it', having(...burning), '12:00'],
    ['watching', 'from the end', having(...over), '10:00'],
    ['watching', 'after the first look', having(...over, step('looked', '10:30')), '10:30'],
    ['closed', 'after the last look', having(...over, step('looked', '10:30'), step('looked', '11:00')), '11:00'],
    [
      'halted',
      'when the card is somebody else’s',
      having(prepared[0] ?? step('approved', '08:00'), step('worker-checked', '08:30', false)),
      '09:00',
    ],
    ['halted', 'stopped before it began', having(...prepared, step('stopped', '08:50')), '09:00'],
    ['watching', 'stopped while it burned', having(...burning, step('stopped', '09:10')), '09:10'],
  ])('%s %s', (kind, _when, facts, time) => {
    expect(kindAt(facts, time)).toBe(kind)
  })

  it('says what is missing, and when the next look is due', () => {
    expect(permitState(having(step('approved', '08:00')), at('08:10'))).toEqual({
      kind: 'approved',
      missing: { workers: ['han'], guard: true, notice: true },
    })
    expect(permitState(having(...over), at('10:29'))).toMatchObject({ done: 0, next: at('10:30'), isDue: false })
    expect(permitState(having(...over), at('10:30'))).toMatchObject({ isDue: true })
  })

  it('begins its looks anew when one finds something warm', () => {
    const facts = having(...over, step('looked', '10:30'), step('looked', '10:50', false))
    expect(permitState(facts, at('10:50'))).toMatchObject({ kind: 'watching', done: 0, next: at('11:20') })
  })

  it('burns past its hours as such', () => {
    expect(permitState(having(...burning), at('10:59'))).toMatchObject({ over: false })
    expect(permitState(having(...burning), at('11:00'))).toMatchObject({ over: true })
  })
})

describe('an act is refused', () => {
  it.each([
    ['an approval after the start', 'approved', having(...burning), '09:10', 'decided'],
    ['a second approval', 'approved', having(step('approved', '08:00')), '08:10', 'decided'],
    ['an approval after the hours', 'approved', having(), '11:00', 'expired'],
    ['a check before the approval', 'worker-checked', having(), '08:10', 'notApproved'],
    ['a start before the hours', 'started', having(...prepared), '08:59', 'tooEarly'],
    ['a start at the end of the hours', 'started', having(...prepared), '11:00', 'expired'],
    ['a start without the guard', 'started', having(...prepared.filter(({ kind }) => kind !== 'guard-present')), '09:10', 'notReady'],
    ['a start without a notice', 'started', having(...prepared.filter(({ kind }) => kind !== 'notice-posted')), '09:10', 'notReady'],
    ['a start without the check', 'started', having(...prepared.filter(({ kind }) => kind !== 'worker-checked')), '09:10', 'notReady'],
    ['an end before the start', 'ended', having(...prepared), '09:10', 'notBurning'],
    ['a look a minute early', 'looked', having(...over), '10:29', 'lookTooEarly'],
    ['a cancellation of what burns', 'cancelled', having(...burning), '09:10', 'over'],
  ] as const)('%s', (_what, act, facts, time, why) => {
    expect(mayFollow(facts, act, at(time))).toBe(why)
  })

  it('the day before, though approved: what was checked yesterday was not checked', () => {
    const yesterday = new Date(at('20:00', '2026-03-09'))
    const facts = having({ kind: 'approved', at: yesterday, worker: null })
    expect(mayFollow(facts, 'worker-checked', new Date(yesterday.getTime() + 60_000))).toBe('notThatDay')
    expect(mayFollow(facts, 'worker-checked', at('00:00'))).toBeNull()
  })
})

describe('no sequence of acts, in any order and at any time,', () => {
  const acts: PermitAct[] = [
    ...(['approved', 'refused', 'cancelled', 'worker-checked', 'guard-present'] as const),
    ...(['notice-posted', 'started', 'ended', 'stopped', 'looked'] as const),
  ]
  const anyStep = fc
    .tuple(fc.constantFrom(...acts), fc.integer({ min: -1500, max: 240 }), fc.constantFrom('han', 'li'), fc.boolean())
    .map(([kind, minutes, worker, good]): PermitStep => {
      const base = { at: new Date(begun.from.getTime() + minutes * 60_000), worker }
      return kind === 'worker-checked' || kind === 'looked' ? { ...base, kind, good } : { ...base, kind }
    })
  const anyRows = fc
    .array(anyStep, { maxLength: 25 })
    .map((steps) => [...steps].sort((one, other) => one.at.getTime() - other.at.getTime()))
  /** Most of a sound course, with a few strange rows among it. */
  const lucky = fc
    .tuple(fc.subarray(over, { minLength: 4 }), fc.array(anyStep, { maxLength: 3 }))
    .map(([sound, strange]) => [...sound, ...strange].sort((one, other) => one.at.getTime() - other.at.getTime()))

  it('reaches burning without an approval, every worker checked, the guard and the notice, that day and within the hours', () => {
    let reached = 0
    fc.assert(
      fc.property(fc.oneof(anyRows, lucky), fc.integer({ min: -60, max: 300 }), (steps, minutes) => {
        const facts = { ...begun, steps }
        const now = new Date(begun.from.getTime() + minutes * 60_000)
        const state = permitState(facts, now)
        if (state.kind !== 'burning') return
        reached += 1
        const before = steps.filter((one) => one.at <= state.since)
        const found = (kind: PermitAct) => before.filter((one) => one.kind === kind)
        expect(found('approved').length).toBeGreaterThan(0)
        expect(found('guard-present').some(({ at: when }) => when >= at('00:00'))).toBe(true)
        expect(found('notice-posted').some(({ at: when }) => when >= at('00:00'))).toBe(true)
        expect(before.some((one) => one.kind === 'worker-checked' && one.good && one.worker === 'han')).toBe(true)
        expect(state.since >= begun.from && state.since < begun.until).toBe(true)
      }),
      { numRuns: 3000 },
    )
    expect(reached).toBeGreaterThan(20)
  })

  it('is left without an end: what is final stays so', () => {
    const final = ['refused', 'cancelled', 'halted', 'closed']
    fc.assert(
      fc.property(anyRows, fc.nat(300), fc.nat(300), (steps, first, more) => {
        const facts = { ...begun, steps }
        const one = permitState(facts, new Date(begun.from.getTime() + first * 60_000)).kind
        const other = permitState(facts, new Date(begun.from.getTime() + (first + more) * 60_000)).kind
        if (final.includes(one)) expect(other).toBe(one)
      }),
    )
  })
})
