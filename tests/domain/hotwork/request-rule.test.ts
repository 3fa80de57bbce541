import { describe, expect, it } from 'vitest'
import { hotWorkRules } from '~/content/hot-work.server'
import { isTaken } from '~/domain/hotwork/clash'
import { overlap, reachesInto, windowOf } from '~/domain/hotwork/hours'
import type { PermitFacts } from '~/domain/hotwork/permit'
import { planOf, type Request, requestFault, situationOf } from '~/domain/hotwork/request-rule'
import { seenFault } from '~/domain/hotwork/seen-licence'
import { approvingBy, mayDo, nextAct } from '~/domain/hotwork/who-may'
import { civilDay } from '~/domain/shared/civil-day'
import { parseDay } from '~/domain/shared/day'

const day = (text: string) => parseDay(text) ?? civilDay(new Date(0))
const now = new Date('2026-03-10T08:00:00.000+08:00')
const today = civilDay(now)
const window = (from: string, to: string, on = '2026-03-10') => windowOf(day(on), { from, to })
const ticked = ['cleared', 'separated', 'extinguishers', 'below', 'gas']
const asked = (change: Partial<Request> = {}): Request => ({
  window: window('09:00', '11:00'),
  hours: null,
  isOpen: false,
  isClosed: false,
  isHidden: false,
  hasGas: false,
  measures: ticked,
  ...change,
})
const fault = (request: Request, traits: string[] = []) => requestFault(hotWorkRules(), request, traits, now, today)
const planFor = (request: Request, traits: string[] = []) => planOf(hotWorkRules(), situationOf(request, traits, hotWorkRules().night))

describe('a public entertainment place', () => {
  const opening = { from: '18:00', to: '02:00' }
  it.each([
    ['09:00', '11:00', null],
    ['16:00', '18:00', null],
    ['16:00', '18:01', 'hotwork:refusal.openHours'],
    ['01:59', '04:00', 'hotwork:refusal.openHours'],
    ['23:00', '01:00', 'hotwork:refusal.openHours'],
  ])('that opens 18:00–02:00, from %s to %s', (from, to, reason) => {
    const request = asked({ window: window(from, to, '2026-03-11'), hours: opening })
    expect(fault(request, ['entertainment'])?.reason ?? null).toBe(reason)
  })

  it('says its hours, or that it stays closed: silence does not get around the ban', () => {
    expect(fault(asked(), ['entertainment'])).toMatchObject({
      reason: 'hotwork:refusal.hoursUnsaid',
      field: 'opens',
      values: { rests: 'ban61 r39' },
    })
    expect(fault(asked({ isClosed: true }), ['entertainment'])).toBeNull()
    expect(fault(asked({ isClosed: true, isOpen: true }), ['entertainment'])?.reason).toBe('hotwork:refusal.openHours')
    expect(fault(asked({ isClosed: true, hours: opening, window: window('17:00', '19:00') }), ['entertainment'])?.reason).toBe(
      'hotwork:refusal.openHours',
    )
    expect(fault(asked(), ['market', 'highrise-public'])?.reason).toBe('hotwork:refusal.hoursUnsaid')
    expect(fault(asked(), ['hotel', 'public-assembly'])).toBeNull()
  })

  it('is refused with both clauses, also where only the tick says that it is open', () => {
    expect(fault(asked({ isOpen: true }), ['entertainment'])).toMatchObject({ field: 'isOpen', values: { rests: 'ban61 r39' } })
  })

  it('is any other place for others: an open hotel goes to the highest level and is not refused', () => {
    expect(fault(asked({ isOpen: true }), ['hotel', 'public-assembly'])).toBeNull()
    expect(planFor(asked({ isOpen: true }), ['public-assembly']).level.id).toBe('top')
  })

  it('is joined by shops in high-rise public buildings, and not by shops elsewhere', () => {
    expect(fault(asked({ isOpen: true }), ['market', 'highrise-public'])).toMatchObject({ values: { rests: 'r5' } })
    expect(fault(asked({ isOpen: true }), ['market'])).toBeNull()
  })
})

describe('a request', () => {
  it.each([
    ['whose hours have passed', asked({ window: window('06:00', '08:00') }), [], 'hotwork:refusal.past'],
    ['too far ahead', asked({ window: window('09:00', '11:00', '2026-03-25') }), [], 'hotwork:refusal.ahead'],
    ['on the last day that may be asked for', asked({ window: window('09:00', '11:00', '2026-03-24') }), [], null],
    ['of more than eight hours at the special level', asked({ window: window('09:00', '17:01') }), ['hazmat'], 'hotwork:refusal.tooLong'],
    ['of eight hours at the special level', asked({ window: window('09:00', '17:00') }), ['hazmat'], null],
    ['without a measure that always counts', asked({ measures: ['separated', 'extinguishers'] }), [], 'hotwork:refusal.measures'],
    [
      'without the gas test, with gas about',
      asked({ hasGas: true, measures: ['cleared', 'separated', 'extinguishers'] }),
      [],
      'hotwork:refusal.measures',
    ],
  ])('%s', (_what, request, traits, reason) => {
    expect(fault(request, traits)?.reason ?? null).toBe(reason)
  })

  it('by night, or near ceilings, has a longer watch and a higher level', () => {
    expect(planFor(asked())).toMatchObject({ level: { id: 'second' }, looks: [30, 60] })
    expect(planFor(asked({ isHidden: true }))).toMatchObject({ level: { id: 'first' }, looks: [30, 60, 120] })
    expect(planFor(asked({ window: window('21:00', '22:01') }))).toMatchObject({ level: { id: 'first' }, looks: [30, 60, 120] })
    expect(planFor(asked({ window: window('20:00', '22:00') }))).toMatchObject({ looks: [30, 60] })
  })
})

describe('hours', () => {
  it('that only touch do not overlap', () => {
    expect(overlap(window('09:00', '10:00'), window('10:00', '11:00'))).toBe(false)
    expect(overlap(window('09:00', '10:01'), window('10:00', '11:00'))).toBe(true)
  })
  it('go over midnight', () => {
    expect(windowOf(today, { from: '22:30', to: '05:00' }).until).toEqual(new Date('2026-03-11T05:00:00.000+08:00'))
    expect(reachesInto(window('04:00', '05:00'), { from: '22:00', to: '06:00' })).toBe(true)
  })
})

describe('somebody is taken', () => {
  const other: PermitFacts = { ...window('09:00', '11:00'), workers: ['w'], looks: [30], steps: [] }
  const step = (kind: 'approved' | 'guard-present' | 'notice-posted' | 'started' | 'ended', time: string) =>
    ({ kind, worker: null, at: new Date(`2026-03-10T${time}:00.000+08:00`) }) as const
  const run = [
    step('approved', '08:00'),
    { kind: 'worker-checked', worker: 'w', good: true, at: new Date('2026-03-10T08:10:00.000+08:00') } as const,
    step('guard-present', '08:10'),
    step('notice-posted', '08:10'),
    step('started', '09:00'),
  ]
  const at = (time: string) => new Date(`2026-03-10T${time}:00.000+08:00`)

  it.each([
    ['while it waits', other, '08:00', true, true],
    ['after it expired', other, '12:00', false, false],
    ['while it burns on past its hours', { ...other, steps: run }, '11:30', true, true],
    ['by the watch, which is the guard’s', { ...other, steps: [...run, step('ended', '10:00')] }, '10:10', false, true],
  ])('%s', (_when, facts, time, worker, guard) => {
    const later = { from: new Date(Math.max(at(time).getTime(), at('10:15').getTime())), until: at('13:00') }
    const windowThen = time === '12:00' ? window('12:00', '13:00') : later
    expect(isTaken(facts, windowThen, at(time), 'worker')).toBe(worker)
    expect(isTaken(facts, windowThen, at(time), 'guard')).toBe(guard)
  })
})

describe('a licence that was seen', () => {
  const card = { topics: ['hot-work-special'], validTo: day('2026-03-10'), reviewDue: null }
  it.each([
    ['2026-03-09', null],
    ['2026-03-10', null],
    ['2026-03-11', 'expired'],
  ])('to 10 March, on %s', (on, why) => {
    expect(seenFault(card, ['hot-work-special'], day(on))).toBe(why)
  })
  it('is of the wrong kind before it is anything else, and a printed review date is a limit', () => {
    expect(seenFault(card, ['pressure-welding'], day('2026-03-11'))).toBe('wrong-kind')
    expect(seenFault({ ...card, reviewDue: day('2026-03-09') }, ['hot-work-special'], day('2026-03-10'))).toBe('expired')
  })
})

describe('who may', () => {
  const named = { applicant: 'a', guard: 'g', workers: ['w', null] }
  const roles = {
    approvers: [{ position: 'responsible-person' }, { position: 'fire-manager', delegated: true as const }],
    checkers: ['fire-manager'],
  }
  const who = (id: string, ...positions: string[]) => ({ people: new Set([id]), positions })

  it('approve: a position of the level, never the applicant or a worker', () => {
    expect(approvingBy(who('x', 'employee'), named, roles.approvers)).toBeNull()
    expect(approvingBy(who('x', 'fire-manager'), named, roles.approvers)).toMatchObject({ delegated: true })
    expect(approvingBy(who('x', 'fire-manager', 'responsible-person'), named, roles.approvers)).toEqual({ position: 'responsible-person' })
    expect(approvingBy(who('a', 'responsible-person'), named, roles.approvers)).toBeNull()
    expect(approvingBy(who('w', 'responsible-person'), named, roles.approvers)).toBeNull()
  })

  it('check: nobody himself; stop: anybody of the unit; nothing: who holds no post there', () => {
    const state = { kind: 'waiting' } as const
    expect(mayDo(who('w', 'fire-manager'), 'worker-checked', named, roles, state)).toBe(false)
    expect(mayDo(who('x', 'fire-manager'), 'worker-checked', named, roles, state)).toBe(true)
    expect(mayDo(who('x', 'employee'), 'stopped', named, roles, state)).toBe(true)
    expect(mayDo(who('g'), 'guard-present', named, roles, state)).toBe(false)
    expect(mayDo(who('x', 'fire-manager'), 'guard-present', named, roles, state)).toBe(false)
  })

  it('is shown one next act: one’s own where there is one', () => {
    const state = { kind: 'approved', missing: { workers: ['1'], guard: true, notice: true } } as const
    expect(nextAct(who('g', 'employee'), { ...named, workers: ['g'] }, roles, state)).toEqual({ act: 'guard-present', isMine: true })
    expect(nextAct(who('a', 'employee'), named, roles, state)).toEqual({ act: 'notice-posted', isMine: true })
    expect(nextAct(who('x', 'employee'), named, roles, state)).toEqual({ act: 'worker-checked', isMine: false })
  })
})
