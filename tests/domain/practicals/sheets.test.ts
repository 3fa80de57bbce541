import { describe, expect, it } from 'vitest'
import { type Assessment, finishedAt, stateOf } from '~/domain/practicals/assessment'
import { type Checklist, rightToObserve } from '~/domain/practicals/checklist'
import { type Marked, readSheet } from '~/domain/practicals/sheet'
import { civilDay } from '~/domain/shared/civil-day'
import { addDays } from '~/domain/shared/day'

const checklist: Checklist = {
  id: 'extinguisher',
  revision: 1,
  topic: 'extinguisher',
  observers: {
    count: 2,
    may: [
      { kind: 'manager', assessed: false },
      { kind: 'position', positions: ['fire-manager'], assessed: false },
      { kind: 'position', positions: ['micro-station-member'], assessed: true },
    ],
  },
  misses: 1,
  steps: [{ id: 'call', must: {} }, { id: 'gauge' }, { id: 'pin' }, { id: 'aim', must: {} }],
}
const marks = (text: string): Marked[] =>
  [...text].flatMap((letter, nth): Marked[] =>
    letter === '.' ? [] : [{ step: checklist.steps[nth]?.id ?? '', mark: letter === 'y' ? 'done' : 'missed', at: null, note: '' }],
  )

describe('a sheet', () => {
  it.each([
    ['yyyy', true, [], null],
    ['ynyy', true, ['gauge'], null],
    ['ynny', false, ['gauge', 'pin'], null],
    ['nyyy', false, ['call'], 'call'],
    ['n...', false, ['call'], 'call'],
    ['yyyn', false, ['aim'], 'aim'],
  ])('%s passes: %s', (text, passed, failed, endedAt) => {
    expect(readSheet(checklist, marks(text))).toMatchObject({ kind: 'complete', passed, failed, endedAt })
  })

  it('ends at a failed must-pass step: what was marked after it is not kept', () => {
    const read = readSheet(checklist, marks('nyyy'))
    expect(read.kind === 'complete' && read.marks.map(({ step }) => step)).toEqual(['call'])
  })

  it('is not complete while a step before the end has no mark, and names it', () => {
    expect(readSheet(checklist, marks('y.yy'))).toEqual({ kind: 'incomplete', missing: ['gauge'] })
    expect(readSheet(checklist, marks('..'))).toMatchObject({ kind: 'incomplete' })
  })

  it('takes the last of two marks for a step, and nothing for a step it does not know', () => {
    const twice = [
      ...marks('yyyy'),
      { step: 'aim', mark: 'missed', at: null, note: '' } as const,
      { step: 'x', mark: 'done', at: null, note: '' } as const,
    ]
    expect(readSheet(checklist, twice)).toMatchObject({ passed: false, failed: ['aim'] })
  })
})

const assessment = (sheets: [string, number, string][], more: Partial<Assessment> = {}): Assessment => ({
  observers: ['li', 'wang'],
  sheets: sheets.map(([observer, round, text]) => ({ observer, round, marks: marks(text) })),
  outcome: null,
  end: null,
  ...more,
})

describe('an assessment by two observers', () => {
  it('waits for whoever has not handed in', () => {
    expect(stateOf(checklist, assessment([]))).toMatchObject({ kind: 'open', round: 1, waitsFor: ['li', 'wang'] })
    expect(stateOf(checklist, assessment([['li', 1, 'yyyy']]))).toMatchObject({ round: 1, waitsFor: ['wang'], differs: [] })
  })

  it('is done again where they saw different things; nothing is averaged', () => {
    const differed: [string, number, string][] = [
      ['li', 1, 'yyyy'],
      ['wang', 1, 'ynyy'],
    ]
    expect(stateOf(checklist, assessment(differed))).toMatchObject({ round: 2, waitsFor: ['li', 'wang'], differs: ['gauge'] })
    expect(stateOf(checklist, assessment([...differed, ['wang', 2, 'yyyy']]))).toMatchObject({ round: 2, waitsFor: ['li'] })
  })

  it('differs where one ended it and the other went on', () => {
    const state = stateOf(
      checklist,
      assessment([
        ['li', 1, 'n...'],
        ['wang', 1, 'yyyy'],
      ]),
    )
    expect(state).toMatchObject({ kind: 'open', round: 2, differs: ['call', 'gauge', 'pin', 'aim'] })
  })

  it('says what ended it before what came of it', () => {
    const on = addDays(civilDay(new Date('2026-03-10T02:00:00Z')), 1)
    const end = { kind: 'revoked', on, reason: '考错了人' } as const
    expect(stateOf(checklist, assessment([], { end })).kind).toBe('revoked')
  })
})

describe('who may observe', () => {
  const asked = (isManager: boolean, positions: string[], isAssessed: boolean) =>
    rightToObserve(checklist, { isManager, positions, isAssessed })
  it.each([
    [true, [], false, 'manager'],
    [false, ['fire-manager'], false, 'fire-manager'],
    [false, ['micro-station-member'], false, null],
    [false, ['micro-station-member'], true, 'micro-station-member'],
    [false, ['employee'], true, null],
    [false, [], true, null],
  ])('manager %s, positions %j, assessed himself %s: %s', (isManager, positions, isAssessed, right) => {
    expect(asked(isManager, positions, isAssessed)).toBe(right)
  })
})

describe("the phone's clock", () => {
  const [setUp, arrived] = [new Date('2026-03-10T02:00:00Z'), new Date('2026-03-10T09:00:00Z')]
  it.each([
    [null, '2026-03-10T09:00:00.000Z', false],
    ['2026-03-10T03:00:00Z', '2026-03-10T03:00:00.000Z', false],
    ['2026-03-10T09:01:00Z', '2026-03-10T09:00:00.000Z', false],
    ['2030-01-01T00:00:00Z', '2026-03-10T09:00:00.000Z', true],
    ['2020-01-01T00:00:00Z', '2026-03-10T02:00:00.000Z', true],
  ])('%s is taken as %s', (said, at, isOff) => {
    const taken = finishedAt(said === null ? null : new Date(said), setUp, arrived)
    expect([taken.at.toISOString(), taken.isOff]).toEqual([at, isOff])
  })
})
