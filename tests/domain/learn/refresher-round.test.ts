import { describe, expect, it } from 'vitest'
import { leftToOpen, nextRoundStep, type RoundFacts, roundState } from '~/domain/learn/refresher-round'
import { addDays, type Day, parseDay } from '~/domain/shared/day'

const found = parseDay('2026-06-30')
if (found === null) throw new Error('no such day')
const last: Day = found
const round = (more: Partial<RoundFacts> = {}): RoundFacts => ({
  periodLast: last,
  lessons: ['a', 'b', 'c'],
  read: new Set(),
  caseRead: false,
  attempt: null,
  ...more,
})
const attempt = (isOpen: boolean, passed = false) => ({ id: 't', isOpen, passed })

describe('a round', () => {
  it('lives to the last day of its period, and lapses the day after', () => {
    expect(roundState(round(), addDays(last, -1))).toBe('live')
    expect(roundState(round(), last)).toBe('live')
    expect(roundState(round(), addDays(last, 1))).toBe('lapsed')
  })

  it('lives on while a paper of it is open, and lapses when that was failed', () => {
    expect(roundState(round({ attempt: attempt(true) }), addDays(last, 1))).toBe('live')
    expect(roundState(round({ attempt: attempt(false) }), addDays(last, 1))).toBe('lapsed')
    expect(roundState(round({ attempt: attempt(false) }), last)).toBe('live')
  })

  it('is over with a pass', () => {
    expect(roundState(round({ attempt: attempt(false, true) }), last)).toBe('passed')
    expect(roundState(round({ attempt: attempt(false, true) }), addDays(last, 300))).toBe('passed')
  })

  it('goes lesson by lesson, then the case, then the paper; never the paper before all four were opened', () => {
    expect(nextRoundStep(round())).toEqual({ kind: 'lesson', lesson: 'a' })
    expect(nextRoundStep(round({ read: new Set(['a', 'c']), caseRead: true }))).toEqual({ kind: 'lesson', lesson: 'b' })
    expect(nextRoundStep(round({ read: new Set(['a', 'b', 'c']) }))).toEqual({ kind: 'case' })
    expect(nextRoundStep(round({ read: new Set(['a', 'b', 'c']), caseRead: true }))).toEqual({ kind: 'paper' })
    expect(leftToOpen(round({ read: new Set(['a', 'x']) }))).toBe(3)
  })
})
