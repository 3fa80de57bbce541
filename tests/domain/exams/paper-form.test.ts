import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answerFrom, positionsOf, readPaperForm } from '~/domain/exams/paper-form'

const form = (pairs: [string, string][]) => {
  const data = new FormData()
  for (const [name, value] of pairs) data.append(name, value)
  return data
}

describe('reading a paper’s form', () => {
  it('takes only what was changed on this page', () => {
    const sent = form([
      ['was1', ''],
      ['q1', '2'],
      ['was2', '0,3'],
      ['q2', '0'],
      ['q2', '3'],
      ['was3', '1'],
      ['was4', ''],
      ['q4', ''],
      ['q4', ''],
      ['q9', '1'],
      ['intent', 'save'],
    ])
    expect(readPaperForm(sent)).toEqual([
      { ordinal: 1, positions: ['2'] },
      { ordinal: 3, positions: [] },
    ])
  })

  it('keeps the open places of an ordering', () => {
    expect(
      readPaperForm(
        form([
          ['was1', ''],
          ['q1', '2'],
          ['q1', ''],
          ['q1', '0'],
        ]),
      ),
    ).toEqual([{ ordinal: 1, positions: ['2', '', '0'] }])
  })
})

describe('positions and ids', () => {
  it('translates there and back', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 3, maxLength: 6 }),
        fc.infiniteStream(fc.nat()),
        (shown, numbers) => {
          const order = [...shown].sort(() => Number(numbers.next().value) - 1_000_000_000)
          expect(answerFrom('order', shown, positionsOf(shown, order))).toEqual(order)
        },
      ),
    )
  })

  it.each([[['9']], [['-1']], [['1e0']], [['a']], [['0', '1']], [['__proto__']]])('refuses %j for one choice of three', (positions) => {
    expect(answerFrom('single', ['a', 'b', 'c'], positions)).toBeNull()
  })
})
