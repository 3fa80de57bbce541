import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gradePaper, isRight } from '~/domain/exams/grading'
import { type Answer, type ExamQuestion, isAnswered, type QuestionKind, readAnswer } from '~/domain/exams/question'

const question = (kind: QuestionKind, options: string[], key: string[]): ExamQuestion => ({
  id: 'q',
  revision: 1,
  kind,
  topic: 'doors',
  options,
  key,
})

describe('one answer', () => {
  it.each<[QuestionKind, string[], string[], Answer | null, boolean]>([
    ['single', ['a', 'b', 'c'], ['b'], ['b'], true],
    ['single', ['a', 'b', 'c'], ['b'], ['a'], false],
    ['single', ['a', 'b', 'c'], ['b'], ['a', 'b'], false],
    ['single', ['a', 'b', 'c'], ['b'], null, false],
    ['truefalse', ['true', 'false'], ['false'], ['false'], true],
    ['truefalse', ['true', 'false'], ['false'], ['true'], false],
    ['multiple', ['a', 'b', 'c'], ['a', 'c'], ['c', 'a'], true],
    ['multiple', ['a', 'b', 'c'], ['a', 'c'], ['a'], false],
    ['multiple', ['a', 'b', 'c'], ['a', 'c'], ['a', 'b', 'c'], false],
    ['multiple', ['a', 'b', 'c'], ['a', 'c'], [], false],
    ['hotspot', ['p', 'q', 'r'], ['p', 'r'], ['r', 'p'], true],
    ['hotspot', ['p', 'q', 'r'], ['p', 'r'], ['p', 'q', 'r'], false],
    ['order', ['c', 'a', 'b'], ['a', 'b', 'c'], ['a', 'b', 'c'], true],
    ['order', ['c', 'a', 'b'], ['a', 'b', 'c'], ['a', 'c', 'b'], false],
    ['order', ['c', 'a', 'b'], ['a', 'b', 'c'], ['a', 'b', ''], false],
  ])('%s of %j with key %j: %j is right: %s', (kind, options, key, answer, right) => {
    expect(isRight(question(kind, options, key), answer)).toBe(right)
  })
})

describe('what may be saved as an answer', () => {
  it.each<[QuestionKind, unknown, Answer | null]>([
    ['single', ['a'], ['a']],
    ['single', [], []],
    ['single', ['a', 'b'], null],
    ['single', ['z'], null],
    ['single', 'a', null],
    ['single', [1], null],
    ['truefalse', ['a', 'b'], null],
    ['multiple', ['b', 'a'], ['b', 'a']],
    ['multiple', ['a', 'a'], null],
    ['hotspot', ['a', 'b', 'c'], ['a', 'b', 'c']],
    ['order', ['c', 'b', 'a'], ['c', 'b', 'a']],
    ['order', ['c', '', 'a'], ['c', '', 'a']],
    ['order', ['c', 'c', ''], ['c', 'c', '']],
    ['order', ['c', 'b'], null],
    ['order', ['c', 'b', 'z'], null],
    ['order', [], []],
  ])('%s: %j', (kind, value, answer) => {
    expect(readAnswer(kind, ['a', 'b', 'c'], value)).toEqual(answer)
  })

  it('counts an ordering as answered only when every place is taken', () => {
    expect(isAnswered('order', ['a', '', 'c'])).toBe(false)
    expect(isAnswered('order', ['a', 'b', 'c'])).toBe(true)
    expect(isAnswered('order', [])).toBe(false)
    expect(isAnswered('single', null)).toBe(false)
    expect(isAnswered('multiple', ['a'])).toBe(true)
  })
})

describe('a paper', () => {
  const key = question('single', ['a', 'b'], ['a'])
  const answers = (right: number, wrong: number) => [
    ...Array.from({ length: right }, () => ({ question: key, answer: ['a'] })),
    ...Array.from({ length: wrong }, () => ({ question: key, answer: ['b'] })),
  ]

  it('scores 0 when it is blank, whatever the questions are', () => {
    const kinds = fc.constantFrom<QuestionKind>('single', 'multiple', 'truefalse', 'order', 'hotspot')
    fc.assert(
      fc.property(fc.array(kinds, { minLength: 1 }), fc.constantFrom(null, []), (found, blank) => {
        const paper = found.map((kind) => ({ question: question(kind, ['a', 'b', 'c'], ['a', 'b', 'c']), answer: blank }))
        expect(gradePaper(paper, 80)).toMatchObject({ score: 0, passed: false })
      }),
    )
  })

  it.each([
    [16, 4, 80, true],
    [15, 5, 75, false],
    [2, 1, 66, false],
    [159, 41, 79, false],
    [20, 0, 100, true],
  ])('with %i right and %i wrong scores %i, rounded down; 80 is enough: %s', (right, wrong, score, passed) => {
    expect(gradePaper(answers(right, wrong), 80)).toMatchObject({ score, passed })
  })

  it('leaves out a question that was withdrawn while the paper was open', () => {
    expect(gradePaper([...answers(4, 1), { question: null, answer: ['a'] }], 80)).toMatchObject({ score: 80, passed: true })
    expect(gradePaper([{ question: null, answer: null }], 80)).toMatchObject({ score: 0, passed: false })
  })

  it('says for each question whether it was right', () => {
    expect(gradePaper(answers(1, 2), 80).right).toEqual([true, false, false])
  })
})
