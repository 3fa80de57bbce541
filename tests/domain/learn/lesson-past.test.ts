import { describe, expect, it } from 'vitest'
import { type Learnt, lessonPasts } from '~/domain/learn/lesson-past'
import { type Day, parseDay } from '~/domain/shared/day'

const day = (text: string): Day => {
  const parsed = parseDay(text)
  if (parsed === null) throw new Error(text)
  return parsed
}
const learnt = (more: Partial<Learnt>): Learnt => ({
  lessons: [
    { id: 'smoke', changedOn: null },
    { id: 'leading', changedOn: null },
  ],
  lessonsOf: new Map([['people', ['smoke', 'leading']]]),
  asked: [],
  pieces: [],
  studied: new Map(),
  refreshed: new Map(),
  ...more,
})
const answer = (piece: string, on: string, right: boolean) => ({ lesson: 'smoke', piece, on: day(on), right })
const mistakes = (more: Partial<Learnt>) => lessonPasts(learnt(more)).map((past) => past.mistakes)

describe('what somebody’s past with a lesson is', () => {
  it('a wrong question is a mistake in each lesson of its topic; a right one, or one of a topic without lessons, in none', () => {
    const on = day('2026-02-01')
    const wrong = { kind: 'question', on }
    expect(mistakes({ asked: [{ topic: 'people', right: false, on }] })).toEqual([[wrong], [wrong]])
    expect(mistakes({ asked: [{ topic: 'people', right: true, on }] })).toEqual([[], []])
    expect(mistakes({ asked: [{ topic: 'law', right: false, on }] })).toEqual([[], []])
  })

  it('a piece is wrong by its latest answer, and half forgiven once it was put right', () => {
    expect(mistakes({ pieces: [answer('a', '2026-02-01', false)] })[0]).toEqual([{ kind: 'piece', on: day('2026-02-01') }])
    const putRight = [answer('a', '2026-02-01', false), answer('b', '2026-02-01', true), answer('a', '2026-02-02', true)]
    expect(mistakes({ pieces: putRight })[0]).toEqual([{ kind: 'piecePutRight', on: day('2026-02-01') }])
  })

  it('a piece is forgotten once the lesson was read again in a refresher after it', () => {
    const pieces = [answer('a', '2026-02-01', false)]
    expect(mistakes({ pieces, refreshed: new Map([['smoke', day('2026-02-01')]]) })[0]).toEqual([])
    expect(mistakes({ pieces, refreshed: new Map([['smoke', day('2026-01-31')]]) })[0]).toHaveLength(1)
  })
})
