import { describe, expect, it } from 'vitest'
import { asExamQuestion, placeOfTopic } from '~/domain/banks/as-exam-question'
import { blocksOf, plainWords } from '~/domain/banks/markdown'
import { questionOf } from '~/domain/banks/question'
import { questionStateOf, wordingInUse } from '~/domain/banks/question-state'

describe('an approved wording on a paper', () => {
  it('has its own id, letters for options and their letters as its key', () => {
    const body = questionOf({ stem: '哪些？', options: ['甲', '乙', '丙'], answer: { kind: 'letters', places: [2, 0] } })
    if (typeof body === 'string') throw new Error(body)
    const on = asExamQuestion({ id: 'w1', nth: 3, body }, 'street')
    expect(on).toEqual({ id: 'w1', revision: 3, kind: 'multiple', topic: 'local/street', options: ['a', 'b', 'c'], key: ['a', 'c'] })
    expect([placeOfTopic(on.topic), placeOfTopic('pre-job/fire')]).toEqual(['street', null])
  })

  it('of true or false has these two', () => {
    const body = questionOf({ stem: '对吗？', options: [], answer: { kind: 'truth', isTrue: false } })
    if (typeof body === 'string') throw new Error(body)
    expect(asExamQuestion({ id: 'w2', nth: 1, body }, 'street')).toMatchObject({ options: ['true', 'false'], key: ['false'] })
  })
})

describe('where a question stands', () => {
  const wording = (verdict: 'approved' | 'returned' | null) => ({ verdict })
  it.each([
    ['proposed', [null], [], null],
    ['approved', ['approved'], [], 0],
    ['changing', ['approved', null], [], 0],
    ['approved', ['approved', 'returned'], [], 0],
    ['approved', ['approved', 'approved'], [], 1],
    ['returned', ['returned'], [], null],
    ['proposed', ['returned', null], [], null],
    ['withdrawn', ['approved'], ['withdrawn'], null],
    ['approved', ['approved'], ['withdrawn', 'restored'], 0],
  ] as const)('is %s after %j and %j', (state, verdicts, steps, used) => {
    const all = verdicts.map(wording)
    expect(questionStateOf(all, steps)).toBe(state)
    expect(wordingInUse(all, steps)).toBe(used === null ? null : all[used])
  })
})

describe('the safe part of Markdown', () => {
  it('knows bold, lists and line breaks, and nothing else', () => {
    expect(blocksOf('先**断电**\n再看\n\n- 一\n- **二**\n3. 三')).toEqual([
      {
        kind: 'paragraph',
        lines: [
          [
            { bold: false, text: '先' },
            { bold: true, text: '断电' },
          ],
          [{ bold: false, text: '再看' }],
        ],
      },
      { kind: 'list', start: null, items: [[{ bold: false, text: '一' }], [{ bold: true, text: '二' }]] },
      { kind: 'list', start: 3, items: [[{ bold: false, text: '三' }]] },
    ])
    expect(plainWords('<b>x</b> [a](javascript:b) ![c](d) `e` _f_ ** g **')).toBe('<b>x</b> [a](javascript:b) ![c](d) `e` _f_ ** g **')
    expect(plainWords('2 \\*\\* 3')).toBe('2 ** 3')
  })
})
