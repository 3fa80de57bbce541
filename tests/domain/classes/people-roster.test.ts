import { describe, expect, it } from 'vitest'
import { judgePeople, type RosterPerson } from '~/domain/classes/people-roster'
import { type RosterRow, type RosterUnit, readRoster, unitsMeant } from '~/domain/classes/roster'

const unit = (id: string, name: string, more: Partial<RosterUnit> = {}): RosterUnit => ({
  ...{ id, name, code: id.toUpperCase(), inPlace: true, isOpen: true },
  ...more,
})
const units = [unit('east', '东一社区'), unit('park', '城西公园'), unit('old', '老社区', { isOpen: false })]
const person = (id: string, name: string, phone = '', at = 'east', more: Partial<RosterPerson> = {}): RosterPerson => ({
  ...{ id, name, phone, unit: at, isMeant: true, isListed: false },
  ...more,
})
const people = [
  person('wang', '王格'),
  person('li-1', '李巡', '13800000001'),
  person('li-2', '李巡', '13800000002'),
  person('zhao', '赵格', '', 'east', { isListed: true }),
  person('qian', '钱会', '', 'east', { isMeant: false }),
  person('sun-1', '孙格', '13800000003'),
  person('sun-2', '孙格', '13800000004', 'east', { isMeant: false }),
  person('gone', '周格', '', 'old', { isMeant: false, isListed: true }),
  person('new', '吴格', '', 'old'),
]
const row = (name: string, who: string, phone = '', reason = '新任', line = 2): RosterRow => ({
  line,
  name,
  code: '',
  person: who,
  phone,
  reason,
})
const judge = (rows: readonly RosterRow[], needsReason = true) =>
  judgePeople(rows, unitsMeant(units), people, needsReason).map(({ verdict }) => verdict)

describe('a sheet of persons', () => {
  it.each([
    ['东一社区', '王格', '', { kind: 'add', unit: 'east', person: 'wang' }],
    ['东一社区', '赵格', '', { kind: 'already', unit: 'east', person: 'zhao' }],
    ['东一社区', '李巡', '', { kind: 'namesakes' }],
    ['东一社区', '李巡', '+86 138 0000 0002', { kind: 'add', unit: 'east', person: 'li-2' }],
    ['东一社区', '王格', '13900000000', { kind: 'nobody' }],
    ['东一社区', '孙格', '', { kind: 'add', unit: 'east', person: 'sun-1' }],
    ['东一社区', '孙格', '13800000004', { kind: 'notMeant' }],
    ['东一社区', '钱会', '', { kind: 'notMeant' }],
    ['东一社区', '没有的人', '', { kind: 'nobody' }],
    ['城西公园', '王格', '', { kind: 'nobody' }],
    ['东一社区', '', '', { kind: 'noName' }],
    ['没有的社区', '王格', '', { kind: 'unknown' }],
    ['老社区', '周格', '', { kind: 'already', unit: 'old', person: 'gone' }],
    ['老社区', '吴格', '', { kind: 'closed' }],
  ])('says of %s %s %s: %j', (name, who, phone, verdict) => {
    expect(judge([row(name, who, phone)])).toEqual([verdict])
  })

  it('knows somebody who stands in it twice, and asks for a reason on a frozen list alone', () => {
    expect(judge([row('东一社区', '王格'), row('东一社区', '王格', '', '新任', 3)])).toEqual([
      { kind: 'add', unit: 'east', person: 'wang' },
      { kind: 'twice', of: 2 },
    ])
    expect(judge([row('东一社区', '王格', '', '')])).toEqual([{ kind: 'noReason' }])
    expect(judge([row('东一社区', '王格', '', '')], false)).toMatchObject([{ kind: 'add' }])
  })

  it('needs a column of names, and passes over whoever was taken off', () => {
    const line = (nth: number, ...texts: string[]) => ({ line: nth, texts })
    expect(readRoster([line(1, '单位名称'), line(2, '东一社区')], 'person')).toEqual({ fault: 'noPersonHead' })
    const sheet = [
      line(1, '单位名称', '人员', '电话', '移出日期'),
      line(2, '东一社区', '王格', '138', ''),
      line(3, '东一社区', '赵格', '', '2026-06-01'),
    ]
    expect(readRoster(sheet, 'person')).toEqual({
      rows: [{ line: 2, name: '东一社区', code: '', person: '王格', phone: '138', reason: '' }],
    })
  })
})
