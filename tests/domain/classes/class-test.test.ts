import { describe, expect, it } from 'vitest'
import { feedbackStateOf, heapOf, shownAnswers } from '~/domain/classes/class-feedback'
import { mayReadReasons, paperEnds, tryVerdict } from '~/domain/classes/class-paper'
import { evenBlueprint, testStateOf } from '~/domain/classes/class-test'
import { type Day, ENDLESS, parseDay } from '~/domain/shared/day'

const day = (text: string): Day => parseDay(text) ?? ENDLESS

const at = (minutes: number) => new Date(Date.parse('2026-11-24T08:30:00Z') + minutes * 60_000)
const step = (kind: 'opened' | 'closed', minutes: number) => ({ nth: 1, kind, at: at(minutes) })
const paper = (id: string, wish: { closed?: number; passed?: boolean; started?: number } = {}) => ({
  id,
  startedAt: at(wish.started ?? 0),
  deadlineAt: at((wish.started ?? 0) + 20),
  closedAt: wish.closed === undefined ? null : at(wish.closed),
  passed: wish.closed === undefined ? null : (wish.passed ?? false),
})

describe('a test in the room', () => {
  it('is open from its opening to its closing, and may be opened again', () => {
    expect(testStateOf([])).toBe('unopened')
    expect(testStateOf([{ kind: 'opened' }])).toBe('open')
    expect(testStateOf([{ kind: 'opened' }, { kind: 'closed' }])).toBe('closed')
    expect(testStateOf([{ kind: 'opened' }, { kind: 'closed' }, { kind: 'opened' }])).toBe('open')
  })

  it('asks of every topic alike, and of a small one no more than it has', () => {
    const sizes = (...counts: number[]) => new Map(counts.map((count, nth) => [`t${nth}`, count]))
    const counts = (...args: Parameters<typeof evenBlueprint>) => evenBlueprint(...args).map(({ count }) => count)
    expect(counts(sizes(9, 9, 9), 10)).toEqual([4, 3, 3])
    expect(counts(sizes(1, 9, 9), 10)).toEqual([1, 5, 4])
    expect(counts(sizes(9, 9, 9), 2)).toEqual([1, 1])
    expect(counts(sizes(1, 2), 10)).toEqual([1, 2])
    expect(counts(sizes(), 10)).toEqual([])
  })
})

describe('a paper of it', () => {
  const { startedAt, deadlineAt } = paper('one')

  it('ends at its deadline, or as the test is closed before that; not by a closing before it was begun', () => {
    expect(paperEnds({ startedAt, deadlineAt }, [step('opened', -5)])).toEqual(at(20))
    expect(paperEnds({ startedAt, deadlineAt }, [step('opened', -5), step('closed', 7)])).toEqual(at(7))
    expect(paperEnds({ startedAt, deadlineAt }, [step('opened', -5), step('closed', 25)])).toEqual(at(20))
    expect(paperEnds({ startedAt, deadlineAt }, [step('opened', -9), step('closed', -8), step('opened', -5)])).toEqual(at(20))
    expect(paperEnds({ startedAt, deadlineAt }, [step('closed', 7), step('opened', 8), step('closed', 12)])).toEqual(at(7))
  })

  it('is begun once, gone on with, tried again after a failure, and not after a pass or the last try', () => {
    expect(tryVerdict([], 2, at(0))).toEqual({ kind: 'start', nth: 1 })
    expect(tryVerdict([paper('one')], 2, at(20))).toEqual({ kind: 'resume', paperId: 'one' })
    expect(tryVerdict([paper('one')], 2, at(21))).toEqual({ kind: 'close-first', paperId: 'one' })
    expect(tryVerdict([paper('one', { closed: 5 })], 2, at(5))).toEqual({ kind: 'start', nth: 2 })
    expect(tryVerdict([paper('one', { closed: 5 })], 1, at(5))).toEqual({ kind: 'spent', paperId: 'one' })
    expect(tryVerdict([paper('one', { closed: 5 }), paper('two', { started: 6, closed: 9 })], 2, at(9))).toEqual({
      kind: 'spent',
      paperId: 'two',
    })
    expect(tryVerdict([paper('one', { closed: 5, passed: true })], 3, at(5))).toEqual({ kind: 'passed', paperId: 'one' })
  })

  it('tells its reasons only to whoever has nothing more to gain by them', () => {
    expect(mayReadReasons(true, 1, true)).toBe(true)
    expect(mayReadReasons(false, 1, true)).toBe(false)
    expect(mayReadReasons(false, 0, true)).toBe(true)
    expect(mayReadReasons(false, 1, false)).toBe(true)
  })
})

describe('feedback', () => {
  const answers = (count: number) =>
    Array.from({ length: count }, (_, nth) => ({ clear: `${nth}`, unclear: '', pace: 'right' as const, more: '', heap: heapOf(nth) }))

  it('is taken from the beginning of the class to two weeks after its last day', () => {
    const begins = at(0).getTime()
    const state = (now: number, today: string) => feedbackStateOf(begins, day('2026-11-24'), now, day(today))
    expect(state(begins - 1, '2026-11-24')).toBe('ahead')
    expect(state(begins, '2026-11-24')).toBe('taken')
    expect(state(begins + 1, '2026-12-08')).toBe('taken')
    expect(state(begins + 1, '2026-12-09')).toBe('over')
  })

  it('is shown in heaps of five, and the rest when no more is taken; four are never shown', () => {
    const shown = (count: number, state: 'taken' | 'over') => shownAnswers(answers(count), state).length
    expect([4, 5, 6, 9, 10, 11].map((count) => shown(count, 'taken'))).toEqual([0, 5, 5, 5, 10, 10])
    expect([4, 5, 6, 9].map((count) => shown(count, 'over'))).toEqual([0, 5, 6, 9])
  })
})
