import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stateOf, verdictOf } from '~/domain/practicals/assessment'
import type { Checklist } from '~/domain/practicals/checklist'
import { readHanded } from '~/domain/practicals/handing-in'
import { type Mark, type Marked, readSheet } from '~/domain/practicals/sheet'

/** Any checklist: some steps end it, some may be left out, some misses are allowed. */
const checklists = fc
  .record({
    kinds: fc.array(fc.constantFrom('must', 'may', 'absent'), { minLength: 1, maxLength: 7 }),
    misses: fc.integer({ min: 0, max: 2 }),
  })
  .map(
    ({ kinds, misses }): Checklist => ({
      id: 'any',
      revision: 1,
      topic: 'any',
      observers: { count: 2, may: [{ kind: 'manager', assessed: false }] },
      misses,
      steps: kinds.map((kind, nth) => ({
        id: `s${nth}`,
        ...(kind === 'must' ? { must: {} } : {}),
        ...(kind === 'absent' ? { absent: {} } : {}),
      })),
    }),
  )
const saw = fc.array(fc.constantFrom<Mark>('done', 'done', 'done', 'missed', 'absent'), { minLength: 7, maxLength: 7 })

/** What an observer who saw this hands in: a mark for each step as far as it goes. */
function sheetOf({ steps }: Checklist, seen: readonly Mark[]): Marked[] {
  const marks: Marked[] = []
  for (const [nth, { id, must, absent }] of steps.entries()) {
    const said = seen[nth] ?? 'done'
    const mark = said === 'absent' && absent === undefined ? 'missed' : said
    marks.push({ step: id, mark, at: null, note: '' })
    if (mark === 'missed' && must !== undefined) break
  }
  return marks
}
const rounds = fc.record({ checklist: checklists, li: saw, wang: saw }).map(({ checklist, li, wang }) => ({
  checklist,
  li: sheetOf(checklist, li),
  wang: sheetOf(checklist, wang),
}))
const both = (li: readonly Marked[], wang: readonly Marked[], round = 1) => [
  { observer: 'li', round, marks: li },
  { observer: 'wang', round, marks: wang },
]
const observers = ['li', 'wang']

describe('the marks of two observers', () => {
  it('decide nothing where they differ in a single step, and say in which', () => {
    fc.assert(
      fc.property(rounds, ({ checklist, li, wang }) => {
        const verdict = verdictOf(checklist, { observers, sheets: both(li, wang) }, 1)
        const [one, other] = [li, wang].map((marks) => new Map(marks.map(({ step, mark }) => [step, mark])))
        const differ = checklist.steps.map(({ id }) => id).filter((id) => one?.get(id) !== other?.get(id))
        expect(verdict).toMatchObject(differ.length > 0 ? { kind: 'differs', steps: differ } : { kind: 'agreed' })
      }),
    )
  })

  it('pass only what each of them would pass alone', () => {
    fc.assert(
      fc.property(rounds, ({ checklist, li, wang }) => {
        const verdict = verdictOf(checklist, { observers, sheets: both(li, wang) }, 1)
        const alone = [li, wang].map((marks) => readSheet(checklist, marks))
        const allPass = alone.every((read) => read.kind === 'complete' && read.passed)
        if (verdict.kind === 'agreed') expect(verdict.passed).toBe(allPass)
        else expect(verdict.kind).toBe('differs')
      }),
    )
  })

  it('come to the same whoever hands in first and in whatever order the steps were marked', () => {
    fc.assert(
      fc.property(rounds, ({ checklist, li, wang }) => {
        const straight = stateOf(checklist, { observers, sheets: both(li, wang), outcome: null, end: null })
        const turned = stateOf(checklist, {
          observers,
          sheets: both([...li].reverse(), [...wang].reverse()).reverse(),
          outcome: null,
          end: null,
        })
        expect(turned).toEqual(straight)
      }),
    )
  })

  it('of an earlier round count for nothing: each round is judged by its own sheets', () => {
    fc.assert(
      fc.property(rounds, rounds, ({ checklist, li, wang }, before) => {
        const [first, second] = [
          sheetOf(
            checklist,
            before.li.map(({ mark }) => mark),
          ),
          sheetOf(
            checklist,
            before.wang.map(({ mark }) => mark),
          ),
        ]
        const sheets = [...both(first, second), ...both(li, wang, 2)]
        expect(verdictOf(checklist, { observers, sheets }, 2)).toEqual(verdictOf(checklist, { observers, sheets: both(li, wang) }, 1))
      }),
    )
  })

  it('never pass with a must-pass step missed, nor with one unmarked', () => {
    fc.assert(
      fc.property(rounds, ({ checklist, li }) => {
        const missed = checklist.steps.some(
          ({ id, must }) => must !== undefined && !li.some(({ step, mark }) => step === id && mark === 'done'),
        )
        const read = readSheet(checklist, li)
        if (missed) expect(read).not.toMatchObject({ passed: true })
        expect(readSheet(checklist, li.slice(1)).kind).toBe('incomplete')
      }),
    )
  })
})

describe('a sheet that arrives', () => {
  const list: Checklist = {
    id: 'reel',
    revision: 3,
    topic: 'reel',
    observers: { count: 2, may: [] },
    misses: 1,
    steps: [{ id: 'call', must: {} }, { id: 'reel', absent: {} }, { id: 'aim' }],
  }
  const at = (minute: number) => new Date(Date.UTC(2026, 2, 10, 2, minute))
  const mark = (step: string, said: Mark = 'done', minute = 5): Marked => ({ step, mark: said, at: at(minute), note: '' })
  const good = [mark('call'), mark('reel', 'absent', 6), mark('aim', 'done', 7)]
  const assessment = { personId: 'new', revision: 3, observers, sheets: [], outcome: null, end: null }
  const handIn = (marks: readonly Marked[], more: object = {}, family = ['li'], of: object = {}) =>
    readHanded(list, { ...assessment, ...of }, { observer: 'li', round: 1, marks, startedAt: at(1), finishedAt: at(9), ...more }, family)
      .kind

  it.each([
    ['as it was made', 'complete', good, {}, ['li'], {}],
    ['at the very instants of begin and end', 'complete', good, { startedAt: at(5), finishedAt: at(7) }, ['li'], {}],
    ['with a step nobody knows', 'unknownStep', [...good, mark('dance')], {}, ['li'], {}],
    ['with a step left out that has to be there', 'notAbsent', [mark('call'), mark('reel'), mark('aim', 'absent')], {}, ['li'], {}],
    ['with a mark before its begin', 'timeOrder', good, { startedAt: at(6) }, ['li'], {}],
    ['with a mark after its end', 'timeOrder', good, { finishedAt: at(6) }, ['li'], {}],
    ['that ended before it began', 'timeOrder', [], { startedAt: at(9), finishedAt: at(1) }, ['li'], {}],
    ['with a step unmarked', 'incomplete', [mark('call'), mark('aim')], {}, ['li'], {}],
    ['of somebody else', 'otherObserver', good, { observer: 'wang' }, ['li'], {}],
    ['of nobody who observes', 'otherObserver', good, { observer: 'x' }, ['x'], {}],
    ['from the person assessed, joined since', 'himself', good, {}, ['li', 'new'], {}],
    ['from one who is both observers, joined since', 'samePerson', good, {}, ['li', 'wang'], {}],
    ['of another round', 'otherRound', good, { round: 2 }, ['li'], {}],
    ['for a checklist that has changed', 'revised', good, {}, ['li'], { revision: 2 }],
    ['a second time', 'already', good, {}, ['li'], { sheets: [{ observer: 'li', round: 1, marks: good }] }],
    ['when it is over', 'over', good, {}, ['li'], { end: { kind: 'called-off', on: 0, reason: 'x' } }],
  ])('%s is %s', (_what, kind, marks, more, family, of) => {
    expect(handIn(marks, more, family, of)).toBe(kind)
  })
})
