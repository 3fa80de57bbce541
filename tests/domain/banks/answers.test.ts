import { describe, expect, it } from 'vitest'
import { readAnswer, readDifficulty, readKind } from '~/domain/banks/read-answer'

type Row = [text: string, hasOptions: boolean, places: number[]]

describe('an answer as authors write it', () => {
  it.each<Row>([
    ...['A', 'a', 'Ａ', ' A ', 'A。'].map((text) => [text, true, [0]] satisfies Row),
    ...['AB', 'A、B', 'A,B', 'Ａ，Ｂ', 'A B', 'A和B', 'A;B'].map((text) => [text, true, [0, 1]] satisfies Row),
    ...['（A）', '[A]', '【A】', '选A', '选（A）'].map((text) => [text, true, [0]] satisfies Row),
    ['F', true, [5]],
  ])('%j with options is %j', (text, hasOptions, places) => {
    expect(readAnswer(text, hasOptions)).toEqual({ kind: 'letters', places })
  })

  it.each([
    ...['正确', '对', '√', '✔️', 'TRUE', 'True', 'T', '是'].map((text) => [text, true] as const),
    ...['错误', '错', '×', '✗', '❌', 'FALSE', 'F', '否', 'X'].map((text) => [text, false] as const),
  ])('%j without options is %j', (text, isTrue) => {
    expect(readAnswer(text, false)).toEqual({ kind: 'truth', isTrue })
  })

  it.each([
    ['', 'none'],
    ['AA', 'twice'],
    ['见书', 'unclear'],
    ['A或B', 'unclear'],
    ['(A)B)', 'unclear'],
    ['选项A', 'unclear'],
    ['选', 'unclear'],
    ['1', 'unclear'],
    ['A. 保持畅通', 'unclear'],
  ])('%j is %s, and not guessed', (text, kind) => {
    expect(readAnswer(text, true)).toEqual({ kind })
  })

  it('knows three difficulties and three kinds, and says so of every other word', () => {
    expect(['易', '中等', '难', '２', '', '0.85', '较难'].map(readDifficulty)).toEqual([1, 2, 3, 2, null, 'unknown', 'unknown'])
    expect(['单选题', '多选', '判断', '', '不定项选择题', '填空题'].map(readKind)).toEqual([
      'single',
      'multiple',
      'truefalse',
      null,
      null,
      'unknown',
    ])
  })
})
