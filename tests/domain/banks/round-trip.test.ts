import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cannotHoldInAiken, readAiken, writeAiken } from '~/domain/banks/aiken'
import { readGift } from '~/domain/banks/gift-reader'
import { writeGift } from '~/domain/banks/gift-writer'
import { readPlainText, writePlainText } from '~/domain/banks/plain-text-format'
import { type BankQuestion, questionOf, type ReadOne } from '~/domain/banks/question'
import { readSheet, sheetHeads, sheetRow } from '~/domain/banks/sheet-layout'
import { hostileQuestions } from '../../factories/bank-questions'

const numRuns = Number(process.env.ROUNDS ?? 300)
const questionsIn = (all: readonly ReadOne[]) => all.map((one) => (one.kind === 'read' ? one.question : one))

function inSheet(questions: readonly BankQuestion[]) {
  const read = readSheet([sheetHeads, ...questions.map(sheetRow)].map((texts, nth) => ({ line: nth + 1, texts })))
  return read.kind === 'read' ? questionsIn(read.all) : read
}

describe('a bank that is written and read again is the bank that it was, whatever its texts say', () => {
  it.each([
    ['a sheet', inSheet],
    ['plain text', (all: readonly BankQuestion[]) => questionsIn(readPlainText(writePlainText(all)))],
    ['GIFT', (all: readonly BankQuestion[]) => questionsIn(readGift(writeGift(all)))],
  ])('as %s', (_, there) => {
    fc.assert(
      fc.property(hostileQuestions(), (questions) => {
        expect(there(questions)).toEqual(questions)
      }),
      { numRuns },
    )
  })

  it('as Aiken, where Aiken holds it', () => {
    fc.assert(
      fc.property(hostileQuestions(), (all) => {
        const bare = all.map((one) => ({ ...one, id: null, explanation: '', difficulty: null, point: '' }))
        const held = bare.filter((one) => cannotHoldInAiken(one).length === 0)
        if (held.length > 0) expect(questionsIn(readAiken(writeAiken(held)))).toEqual(held)
      }),
      { numRuns },
    )
  })

  it('and Aiken says what it cannot hold', () => {
    const full = questionOf({
      ...{ id: 'q1', stem: 'A. 是什么\n再看', options: ['甲', '乙'], answer: { kind: 'letters', places: [0, 1] } },
      ...{ explanation: '因为', difficulty: 2, point: '疏散' },
    })
    if (typeof full === 'string') throw new Error(full)
    expect(cannotHoldInAiken(full)).toEqual(['several', 'explanation', 'difficulty', 'point', 'id', 'lineBreak', 'likeMark'])
  })

  it('reading a kept question again changes nothing in it', () => {
    fc.assert(
      fc.property(hostileQuestions(1), ([one]) => {
        if (one === undefined) return
        const answer =
          one.kind === 'truefalse'
            ? ({ kind: 'truth', isTrue: one.right[0] === 0 } as const)
            : ({ kind: 'letters', places: one.right } as const)
        expect(questionOf({ ...one, id: one.id ?? '', answer })).toEqual(one)
      }),
      { numRuns },
    )
  })
})
