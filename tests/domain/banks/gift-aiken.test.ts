import { describe, expect, it } from 'vitest'
import { readAiken } from '~/domain/banks/aiken'
import { readGift } from '~/domain/banks/gift-reader'
import type { ReadOne } from '~/domain/banks/question'

const faults = (all: readonly ReadOne[]) => all.map((one) => [one.line, one.kind === 'refused' ? one.fault : 'read'])

describe('GIFT from elsewhere', () => {
  it('keeps what is told beside an option, the category and bold in HTML', () => {
    const [one] = readGift(
      '$CATEGORY: $course$/top/疏散\n\n::Q1:: [html]<p>Which is <b>right</b>?</p> {\n=This#Well done\n~That#No\n####Because.\n}',
    )
    expect(one).toMatchObject({
      kind: 'read',
      line: 3,
      question: {
        stem: 'Which is **right**?',
        options: ['This', 'That'],
        right: [0],
        explanation: 'Because.\nA：Well done\nB：No',
        point: '疏散',
      },
    })
  })

  it('takes several right options that are worth the same, and true or false', () => {
    expect(readGift('Which? {~%50%a ~%50%b ~%-100%c}\n\nIt burns. {F}')).toMatchObject([
      { question: { kind: 'multiple', right: [0, 1] } },
      { question: { kind: 'truefalse', right: [1] } },
    ])
  })

  it('refuses every other kind at its line', () => {
    const file = [
      'Essay {}',
      '',
      'Number {#3}',
      '',
      'Match {=a -> b =c -> d}',
      '',
      'Short {=a =b}',
      '',
      'A {=x ~y} gap',
      '',
      'Half {~%70%a ~%30%b}',
      '',
      'Open {=a ~b',
      '',
      'No braces',
    ]
    expect(faults(readGift(file.join('\n')))).toEqual([
      ...[
        [1, 'otherKind'],
        [3, 'otherKind'],
        [5, 'otherKind'],
        [7, 'otherKind'],
        [9, 'otherKind'],
        [11, 'uneven'],
        [13, 'unclosed'],
        [15, 'otherKind'],
      ],
    ])
  })
})

describe('Aiken from elsewhere', () => {
  it('reads its questions', () => {
    expect(readAiken('What is this?\r\nA) Water\r\nB) Fire\r\nANSWER: B\r\n\r\nTrue?\r\nA. True\r\nB. False\r\nANSWER: A')).toMatchObject([
      { kind: 'read', question: { stem: 'What is this?', options: ['Water', 'Fire'], right: [1] } },
      { kind: 'read', line: 6, question: { kind: 'truefalse', options: [], right: [0] } },
    ])
  })

  it('refuses what is not one, at its line', () => {
    const file = [
      'One',
      'A. a',
      'B. b',
      'ANSWER: A, B',
      '',
      'Two',
      'A. a',
      'C. c',
      'ANSWER: A',
      '',
      'Three',
      'A. a',
      'B. b',
      '',
      'Four',
      'A. a',
      'and so on',
      'B. b',
      'ANSWER: A',
      'Five',
      'A. a',
      'B. b',
      'ANSWER: C',
    ]
    expect(faults(readAiken(file.join('\n')))).toEqual([
      ...[
        [1, 'badAnswer'],
        [6, 'optionOrder'],
        [11, 'noAnswer'],
        [15, 'strayLine'],
        [20, 'letterWithoutOption'],
      ],
    ])
  })
})
