import { describe, expect, it } from 'vitest'
import { readPlainText } from '~/domain/banks/plain-text-format'

const read = (...lines: string[]) => readPlainText(lines.join('\n'))
const [first, second] = [(lines: string[]) => read(...lines)[0], (lines: string[]) => read(...lines)[1]]

describe('questions as a trainer types them', () => {
  it('takes the answer from the brackets, and takes it out of them', () => {
    expect(first(['1．安全出口应当（ B ）。', 'A. 锁闭  B. 保持畅通', 'C. 堆物'])).toMatchObject({
      kind: 'read',
      line: 1,
      question: { kind: 'single', stem: '安全出口应当（　　）。', options: ['锁闭', '保持畅通', '堆物'], right: [1] },
    })
  })

  it('reads sections, framed labels, answers in words and explanations of several lines', () => {
    const all = read(
      '一、判断题（每题2分）',
      '1、常闭式防火门可以用木楔顶住。（×）',
      '',
      '二、多选题',
      '1、哪些要管？ A、门 B、灯',
      'C、水',
      '【答案】A、C【解析】门和水。',
      '灯也要看。',
      '难度：易 知识点：日常',
    )
    expect(all).toMatchObject([
      { kind: 'read', question: { kind: 'truefalse', right: [1], stem: '常闭式防火门可以用木楔顶住。（　　）' } },
      {
        kind: 'read',
        line: 5,
        question: {
          kind: 'multiple',
          options: ['门', '灯', '水'],
          right: [0, 2],
          explanation: '门和水。\n灯也要看。',
          difficulty: 1,
          point: '日常',
        },
      },
    ])
  })

  it.each([
    ['the two answers differ', 'answersDiffer', ['1. 应当（A）', 'A. 甲 B. 乙', '答案：B']],
    ['two answers stand in brackets', 'twoBlanks', ['1. 先（A）后（B）', 'A. 甲 B. 乙']],
    ['a letter is missing', 'optionOrder', ['1. 应当', 'A. 甲', 'C. 乙', '答案：A']],
    ['an answer comes twice', 'labelTwice', ['1. 应当', 'A. 甲', 'B. 乙', '答案：A', '答案：B']],
    ['the section says several and one is right', 'kindDiffers', ['二、多选题', '1. 应当', 'A. 甲', 'B. 乙', '答案：A']],
    ['there are seven options', 'manyOptions', ['1. 应当', ...[...'ABCDEFG'].map((letter) => `${letter}. ${letter}项`), '答案：A']],
    ['there is neither answer nor option', 'notQuestion', ['1. 请同学们认真阅读。']],
    ['text stands before the first number', 'strayText', ['消防题库', '1. 对不对（√）']],
  ])('refuses where %s', (_, fault, lines) => {
    expect(read(...lines)).toContainEqual(expect.objectContaining({ kind: 'refused', fault }))
  })

  it('refuses a question that may go on in a numbered list, and does not make the list one', () => {
    const all = read('4. 应当？', 'A. 甲', 'B. 乙', '答案：A', '解析：', '1. 先看', '2. 再走', '5. 对不对（√）')
    expect(all.map((one) => [one.line, one.kind === 'refused' ? one.fault : 'read'])).toEqual([
      [1, 'runsOn'],
      [6, 'notQuestion'],
      [7, 'notQuestion'],
      [8, 'runsOn'],
    ])
  })

  it('knows a number with a point from the number of the next question', () => {
    expect(second(['1. 多宽？', '1.5 米够吗', 'A. 够 B. 不够', '答案：A', '2.5只灭火器够吗', 'A. 够 B. 不够', '答案：B'])).toMatchObject({
      kind: 'read',
      line: 5,
      question: { stem: '5只灭火器够吗', right: [1] },
    })
  })
})
