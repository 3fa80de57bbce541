import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Cells, columnsOf, findHead } from '~/domain/imports/headings'
import { rowsInSheet } from '~/domain/imports/rows-in-sheet'

const line = (nth: number, ...texts: string[]) => ({ line: nth, texts })
const rows = (lines: ReturnType<typeof line>[]): Cells[] => {
  const read = rowsInSheet(lines, 'people')
  return 'rows' in read ? read.rows.map(({ cells }) => cells) : []
}

describe('the headings of a clerk’s roster', () => {
  it.each([
    [
      ['姓名', '手机号码', '工种', '入职日期'],
      ['name', 'phone', 'position', 'from'],
    ],
    [
      ['序号', '员工姓名*', '联系电话（必填）', '公民身份号码', '所属单位'],
      ['name', 'phone', 'idNumber', 'unit'],
    ],
    [
      [' 名 字 ', '电话：', '职务'],
      ['name', 'phone', 'position'],
    ],
    [
      ['Ｎａｍｅ', 'Phone', 'Position'],
      ['name', 'phone', 'position'],
    ],
  ])('%j name the columns %j', (texts, columns) => {
    const head = findHead([{ line: 1, texts }], 'people')
    expect('columns' in head ? [...head.columns.keys()].sort() : head).toEqual([...columns].sort())
  })

  it('are found below a title and an empty line, and what is above them is no row', () => {
    const sheet = [
      line(1, '河西街道2025年消防人员名册'),
      line(3, '填表人：小李', '电话：123'),
      line(4, '姓名', '手机', '岗位'),
      line(5, '王敏', '13800000001', '员工'),
    ]
    expect(rows(sheet)).toMatchObject([{ name: '王敏', phone: '13800000001', position: '员工', from: '' }])
  })

  it.each([
    ['noHead', [line(1, '一', '二'), line(2, '王敏', '13800000001')]],
    ['noName', [line(1, '手机号', '岗位'), line(2, '13800000001', '员工')]],
    ['columnTwice', [line(1, '姓名', '手机', '联系电话'), line(2, '王敏', '1', '2')]],
    ['noRows', [line(1, '姓名', '手机')]],
    ['tooManyRows', [line(1, '姓名', '手机'), ...Array.from({ length: 10_001 }, (_, nth) => line(nth + 2, '王敏', '1'))]],
  ])('say %s where the sheet is none of ours', (fault, sheet) => {
    expect(rowsInSheet(sheet, 'people')).toEqual({ fault })
  })
})

describe('the same roster in any order and any width of letters', () => {
  const variants: Record<string, string[]> = {
    name: ['姓名', '名字', '员工姓名', '姓 名'],
    phone: ['手机', '手机号', '联系电话', '手机号码(必填)'],
    position: ['岗位', '职务', '工种', '*岗位'],
    from: ['入职日期', '到岗日期', '上岗日期'],
  }
  const wide = (text: string) => text.replace(/[!-~]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0))
  const person = fc.record({
    name: fc.constantFrom('王敏', '赵四', '欧阳娜娜', 'Anna Li'),
    phone: fc.constantFrom('13800000001', '13900000002', ''),
    position: fc.constantFrom('员工', '电焊工', '保安'),
    from: fc.constantFrom('2025-03-01', '2025/3/1', '20250301'),
  })

  it('gives the same rows', () => {
    const shuffled = fc.shuffledSubarray(Object.keys(variants), { minLength: 4, maxLength: 4 })
    fc.assert(
      fc.property(fc.array(person, { minLength: 1, maxLength: 8 }), shuffled, fc.nat(3), fc.boolean(), (people, order, variant, isWide) => {
        const said = (text: string) => (isWide ? ` ${wide(text)} ` : text)
        const head = order.map((column) => said(variants[column]?.[variant % (variants[column]?.length ?? 1)] ?? ''))
        const cells = people.map((one) => order.map((column) => said(Object.entries(one).find(([key]) => key === column)?.[1] ?? '')))
        const empty = Object.fromEntries(columnsOf.people.map((column) => [column, '']))
        expect(rows([head, ...cells].map((texts, nth) => line(nth + 1, ...texts)))).toEqual(people.map((one) => ({ ...empty, ...one })))
      }),
    )
  })
})
