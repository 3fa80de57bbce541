import { describe, expect, it } from 'vitest'
import { judgeRoster, mostRosterRows, type RosterUnit, readRoster } from '~/domain/classes/roster'

const line = (nth: number, ...texts: string[]) => ({ line: nth, texts })
const unit = (id: string, name: string, more: Partial<RosterUnit> = {}): RosterUnit => ({
  ...{ id, name, code: id.toUpperCase(), inPlace: true, isOpen: true },
  ...more,
})
const units = [
  unit('hotel', '东街大酒店'),
  unit('school', '东街小学'),
  unit('inn-1', '平安客栈'),
  unit('inn-2', '平安客栈'),
  unit('clinic', '西街诊所', { inPlace: false }),
  unit('cinema', '老影院', { isOpen: false }),
]
const judge = (name: string, code = '', reason = '上级文件新增', needsReason = true) =>
  judgeRoster([{ line: 2, name, code, person: '', phone: '', reason }], units, new Set(['school']), needsReason)[0]?.verdict

describe('a sheet of units', () => {
  it('is read by its head, whatever stands where, in either language; empty lines are passed over', () => {
    const rows = [
      { line: 3, name: '东街大酒店', code: '', person: '', phone: '', reason: '新增' },
      { line: 5, name: '', code: 'H-1', person: '', phone: '', reason: '' },
    ]
    expect(
      readRoster([
        line(1),
        line(2, '原因', '备注', '单位名称', '代码'),
        line(3, '新增', 'x', ' 东街大酒店 '),
        line(4, '', ''),
        line(5, '', '', '', 'Ｈ-1'),
      ]),
    ).toEqual({ rows })
    expect(readRoster([line(1, 'Unit Code', 'Reason'), line(2, 'H-1', 'new')])).toEqual({
      rows: [{ line: 2, name: '', code: 'H-1', person: '', phone: '', reason: 'new' }],
    })
  })

  it('is refused without a head, without rows, and with too many', () => {
    expect(readRoster([line(1, '东街大酒店', 'HOTEL')])).toEqual({ fault: 'noHead' })
    expect(readRoster([])).toEqual({ fault: 'noHead' })
    expect(readRoster([line(1, '单位名称'), line(2, ' ')])).toEqual({ fault: 'noRows' })
    const many = (count: number) =>
      readRoster([line(1, '单位名称'), ...Array.from({ length: count }, (_, nth) => line(nth + 2, `单位${nth}`))])
    expect(many(mostRosterRows)).toHaveProperty('rows')
    expect(many(mostRosterRows + 1)).toEqual({ fault: 'tooManyRows' })
  })

  it.each([
    ['东街大酒店', '', { kind: 'add', unit: 'hotel' }],
    ['', 'hotel', { kind: 'add', unit: 'hotel' }],
    ['东街小学', 'SCHOOL', { kind: 'already', unit: 'school' }],
    ['东街大酒店', 'SCHOOL', { kind: 'differs' }],
    ['平安客栈', '', { kind: 'several' }],
    ['平安客栈', 'INN-2', { kind: 'add', unit: 'inn-2' }],
    ['西街诊所', '', { kind: 'outside' }],
    ['老影院', '', { kind: 'closed' }],
    ['没有的单位', '', { kind: 'unknown' }],
    ['东街大酒店', 'NOWHERE', { kind: 'unknown' }],
    ['', '', { kind: 'empty' }],
  ])('says of %s %s: %j', (name, code, verdict) => {
    expect(judge(name, code)).toEqual(verdict)
  })

  it('asks for a reason on a frozen list alone, and never of a unit that is on it', () => {
    expect(judge('东街大酒店', '', '')).toEqual({ kind: 'noReason' })
    expect(judge('东街大酒店', '', '', false)).toEqual({ kind: 'add', unit: 'hotel' })
    expect(judge('东街小学', '', '')).toEqual({ kind: 'already', unit: 'school' })
  })

  it('finds a unit that stands in it twice, by name and by code', () => {
    const rows = [
      { line: 2, name: '东街大酒店', code: '', person: '', phone: '', reason: '新增' },
      { line: 3, name: '', code: 'HOTEL', person: '', phone: '', reason: '新增' },
    ]
    expect(judgeRoster(rows, units, new Set(), true).map(({ verdict }) => verdict)).toEqual([
      { kind: 'add', unit: 'hotel' },
      { kind: 'twice', of: 2 },
    ])
  })
})
