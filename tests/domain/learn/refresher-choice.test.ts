import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ChoiceFacts, chooseLessons, type LessonPast } from '~/domain/learn/refresher-choice'
import { addDays, type Day, parseDay } from '~/domain/shared/day'

const day = (text: string): Day => {
  const parsed = parseDay(text)
  if (parsed === null) throw new Error(text)
  return parsed
}
const today = day('2026-09-10')
const lesson = (id: string, more: Partial<LessonPast> = {}): LessonPast => ({
  id,
  mistakes: [],
  changedOn: null,
  studiedOn: day('2026-01-05'),
  ...more,
})
const facts = (lessons: LessonPast[], more: Partial<ChoiceFacts> = {}): ChoiceFacts => ({
  lessons,
  lastPassedOn: day('2026-02-01'),
  before: [],
  today,
  count: 3,
  ...more,
})
const course = (...changes: [string, Partial<LessonPast>][]) =>
  ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => lesson(id, new Map(changes).get(id)))
const ids = (given: ChoiceFacts) => chooseLessons(given).map((choice) => choice.lesson)
const question = (on: string) => ({ kind: 'question' as const, on: day(on) })

describe('which three lessons somebody gets', () => {
  it('takes what she got wrong first, and says so with the day and how many', () => {
    const [first] = chooseLessons(facts(course(['e', { mistakes: [question('2026-02-01'), question('2026-02-01')] }])))
    expect(first).toEqual({ lesson: 'e', reasons: [{ kind: 'question', on: day('2026-02-01'), count: 2 }] })
  })

  it('puts a mistake of this summer before one of three years ago', () => {
    expect(
      ids(facts(course(['f', { mistakes: [question('2023-05-01')] }], ['d', { mistakes: [question('2026-07-01')] }]))).slice(0, 2),
    ).toEqual(['d', 'f'])
  })

  it('counts a piece put right at once for half of one that is still wrong', () => {
    const piece = (kind: 'piece' | 'piecePutRight') => [{ kind, on: day('2026-07-01') }]
    expect(ids(facts(course(['b', { mistakes: piece('piecePutRight') }], ['f', { mistakes: piece('piece') }]))).slice(0, 2)).toEqual([
      'f',
      'b',
    ])
  })

  it('takes a lesson that changed since she last passed, not one that changed the day before, nor one that will change tomorrow', () => {
    const changed = (on: string) =>
      chooseLessons(facts(course(['f', { changedOn: day(on) }]))).find((choice) => choice.lesson === 'f')?.reasons
    expect(changed('2026-02-02')).toEqual([{ kind: 'changed', on: day('2026-02-02') }])
    expect(changed('2026-01-31')).toBeUndefined()
    expect(changed('2026-09-11')).toBeUndefined()
    expect(changed('2026-09-10')).toEqual([{ kind: 'changed', on: today }])
  })

  it('has one that changed and one that went wrong wherever there are both', () => {
    const wrong = { mistakes: [question('2026-08-01'), question('2026-08-01')] }
    expect(ids(facts(course(['a', wrong], ['b', wrong], ['c', wrong], ['f', { changedOn: day('2026-06-01') }])))).toContain('f')
    const changed = { changedOn: day('2026-06-01') }
    const old = { mistakes: [question('2020-08-01')] }
    expect(ids(facts(course(['a', changed], ['b', changed], ['c', changed], ['f', old])))).toContain('f')
  })

  it('fills up with what she has not looked at for longest; never looked at comes first', () => {
    const given = facts(
      course(['b', { studiedOn: null }], ['d', { studiedOn: day('2025-01-01') }], ['e', { studiedOn: day('2025-06-01') }]),
    )
    expect(chooseLessons(given)).toEqual([
      { lesson: 'b', reasons: [{ kind: 'longAgo', on: null }] },
      { lesson: 'd', reasons: [{ kind: 'longAgo', on: day('2025-01-01') }] },
      { lesson: 'e', reasons: [{ kind: 'longAgo', on: day('2025-06-01') }] },
    ])
  })

  it('does not give the same three again while another fits', () => {
    const wrong = (on: string) => ({ mistakes: [question(on)] })
    const given = course(['a', wrong('2026-08-03')], ['b', wrong('2026-08-02')], ['c', wrong('2026-08-01')])
    expect(ids(facts(given))).toEqual(['a', 'b', 'c'])
    expect(ids(facts(given, { before: ['c', 'a', 'b'] }))).toEqual(['a', 'b', 'd'])
    expect(ids(facts(given.slice(0, 3), { before: ['a', 'b', 'c'] }))).toEqual(['a', 'b', 'c'])
  })
})

const anyDay = fc.integer({ min: -900, max: 0 }).map((ago) => addDays(today, ago))
const anyMistake = fc.record({ kind: fc.constantFrom('question' as const, 'piece' as const, 'piecePutRight' as const), on: anyDay })
const anyLessons = fc.uniqueArray(
  fc.record({
    id: fc.string({ minLength: 1, maxLength: 4 }),
    mistakes: fc.array(anyMistake, { maxLength: 4 }),
    changedOn: fc.option(fc.integer({ min: -900, max: 60 }).map((by) => addDays(today, by))),
    studiedOn: fc.option(anyDay),
  }),
  { minLength: 0, maxLength: 10, selector: (one) => one.id },
)
const anyFacts = fc
  .tuple(anyLessons, fc.option(anyDay), fc.infiniteStream(fc.nat(9)))
  .map(([lessons, lastPassedOn, picks]) =>
    facts(lessons, { lastPassedOn, before: lessons.slice(0, Number(picks.next().value)).map((one) => one.id) }),
  )

describe('whatever somebody’s past is', () => {
  it('three different lessons of the course, each with a reason; fewer only where the course is shorter', () => {
    fc.assert(
      fc.property(anyFacts, (given) => {
        const chosen = chooseLessons(given)
        expect(new Set(chosen.map((choice) => choice.lesson)).size).toBe(Math.min(3, given.lessons.length))
        for (const choice of chosen) expect(choice.reasons.length).toBeGreaterThan(0)
      }),
    )
  })

  it('the same facts give the same lessons, in whatever order mistakes were read', () => {
    fc.assert(
      fc.property(anyFacts, (given) => {
        const turned = { ...given, lessons: given.lessons.map((one) => ({ ...one, mistakes: [...one.mistakes].reverse() })) }
        expect(chooseLessons(turned)).toEqual(chooseLessons(given))
      }),
    )
  })

  it('never the same three as last time while the course has a fourth', () => {
    fc.assert(
      fc.property(anyFacts, (given) => {
        const first = ids(given)
        const second = ids({ ...given, before: first })
        if (given.lessons.length > 3) expect([...second].sort()).not.toEqual([...first].sort())
      }),
    )
  })

  it('nothing is filled up while something went wrong or changed that is left out', () => {
    fc.assert(
      fc.property(anyFacts, (given) => {
        const chosen = chooseLessons({ ...given, before: [] })
        const filled = chosen.some(({ reasons }) => reasons[0]?.kind === 'longAgo')
        const left = given.lessons.filter((one) => !chosen.some((choice) => choice.lesson === one.id))
        if (filled) expect(left.filter((one) => one.mistakes.length > 0)).toEqual([])
      }),
    )
  })
})
