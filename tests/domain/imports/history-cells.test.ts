import { describe, expect, it } from 'vitest'
import { columnsOf } from '~/domain/imports/headings'
import { rowsInSheet } from '~/domain/imports/rows-in-sheet'
import { readTimeText, timeAfterDay } from '~/domain/imports/time-text'

describe('the time of a drill', () => {
  it.each([
    ['14:05', '14:05'],
    ['９：５', '09:05'],
    ['14点', '14:00'],
    ['14时5分', '14:05'],
    ['下午2:05', '14:05'],
    ['上午 9:30', '09:30'],
    ['14:30:00', '14:30'],
    ['0.6041666667', '14:30'],
    ['24:00', null],
    ['9:60', null],
    ['上午', null],
    ['', null],
  ])('%j is %j', (typed, time) => {
    expect(readTimeText(typed)).toBe(time)
  })

  it.each([
    ['2025-03-05 14:30', '14:30'],
    ['2025年3月5日14时30分', '14:30'],
    ['2025-03-05T14:30:00Z', '14:30'],
    ['2025年3月5日', null],
  ])('stands after the day in %j', (typed, time) => {
    expect(readTimeText(timeAfterDay(typed))).toBe(time)
  })
})

describe('headings of history', () => {
  it.each([
    ['licences', ['持证人', '身份证号', '证书名称', '证件号码', '准操项目', '初领日期', '有效期至', '应复审日期', '签发机关'], 9],
    ['trainings', ['单位', '姓名', '培训班', '培训时间', '主办单位', '是否合格'], 6],
    ['drills', ['单位名称', '演练日期', '开始时间', '演练形式', '地点', '起火点', '总指挥', '参演人员', '备注'], 9],
  ] as const)('of %s are read by their usual names', (kind, heads, count) => {
    const read = rowsInSheet(
      [
        { line: 1, texts: [...heads] },
        { line: 2, texts: heads.map((_, nth) => `格${nth}`) },
      ],
      kind,
    )
    const cells = 'rows' in read ? (read.rows[0]?.cells ?? {}) : {}
    expect(Object.values(cells).filter((text) => text !== '')).toHaveLength(count)
    expect(Object.keys(cells)).toEqual([...columnsOf[kind]])
  })

  it('keep each line of a list of names apart', () => {
    const read = rowsInSheet(
      [
        { line: 1, texts: ['演练类型', '参加人员'] },
        { line: 2, texts: ['疏散演练', '王敏\r\n赵四'] },
      ],
      'drills',
    )
    expect('rows' in read && read.rows[0]?.cells.names).toBe('王敏、赵四')
  })
})
