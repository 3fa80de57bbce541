import { describe, expect, it } from 'vitest'
import type { ClassBody } from '~/domain/classes/class-body'
import { changeRefused } from '~/domain/classes/class-change'
import { type ClassGround, type ClassRows, classForm, classFrom, classRows } from '~/domain/classes/class-form'
import { readOrganiser } from '~/domain/classes/read-organiser'

const people = [
  { id: 'wang', name: '王明', phone: '13800000001', labels: ['王明（河西社区）'] },
  { id: 'li-1', name: '李红', phone: '', labels: ['李红（河西社区）'] },
  { id: 'li-2', name: '李红', phone: '13800000003', labels: ['李红（教育局）', '李红（河东社区）'] },
]
const parts: ClassGround['parts'] = [
  { key: 'morning', name: '上午', kind: 'lesson' },
  { key: 'test', name: '测试', kind: 'test' },
]
const now = Date.parse('2026-03-10T10:00:00+08:00')
const ground = (more: Partial<ClassGround> = {}): ClassGround => ({
  parts,
  people,
  roomIds: ['one', 'two', 'three'],
  before: null,
  now,
  ...more,
})
const usual: ClassRows = {
  ...{ on0: '2026-03-20', from0: '09:00', to0: '11:30', on1: '2026-03-20', from1: '14:00', to1: '15:00' },
  ...{ room0: '主课堂', place0: '党校 301', seats0: '80', organiser0: '王明' },
}
const read = (rows: ClassRows = {}, more: Partial<ClassGround> = {}, form: Record<string, string> = {}) =>
  classFrom(classForm.parse({ title: '第一期', ...form }), classRows.parse({ ...usual, ...rows }), ground(more))
const refusedFor = (...asked: Parameters<typeof read>) => {
  const outcome = read(...asked)
  return outcome.kind === 'refused' ? [outcome.reason.replace('classroom:refusal.', ''), outcome.field] : 'read'
}

describe('the form of a class', () => {
  it('says parts, classrooms with their organisers, and a quarter of an hour that is forgiven', () => {
    const outcome = read(
      { room2: '分课堂', place2: '街道 201', seats2: '30', organiser2: '李红（教育局）' },
      {},
      { stream: 'https://a.example/1' },
    )
    expect(outcome).toMatchObject({
      kind: 'read',
      value: {
        late: 15,
        parts: [
          { key: 'morning', from: '09:00' },
          { key: 'test', kind: 'test' },
        ],
        classrooms: [
          { id: 'one', name: '主课堂', seats: 80, organiser: { id: 'wang', name: '王明' }, stream: 'https://a.example/1' },
          { id: 'three', name: '分课堂', seats: 30, organiser: { id: 'li-2' }, stream: '' },
        ],
      },
    })
  })

  it.each<[string, ClassRows, unknown]>([
    ['a class that would have begun a minute ago', { on0: '2026-03-10', from0: '09:59' }, ['past', 'on0']],
    ['a class in an hour', { on0: '2026-03-10', from0: '11:00' }, 'read'],
    ['a part that ends before it begins', { to0: '08:00' }, ['partEnds', 'to0']],
    ['a part that ends as it begins', { to0: '09:00' }, ['partEnds', 'to0']],
    ['parts that overlap by a minute', { from1: '11:29' }, ['overlap', 'from1']],
    ['parts that follow each other at once', { from1: '11:30' }, 'read'],
    ['parts at the same time on other days', { on1: '2026-03-21', from1: '09:00' }, 'read'],
    ['a day that is none', { on0: '2026-02-30' }, ['day', 'on0']],
    ['no time', { from0: '' }, ['time', 'from0']],
    ['no part at all', { on0: '', on1: '' }, ['noPart', 'on0']],
    ['one part alone', { on0: '' }, 'read'],
    ['no classroom', { room0: '', place0: '', organiser0: '' }, ['noRoom', 'room0']],
    ['a classroom without a name', { room0: '' }, ['roomWithoutName', 'room0']],
    ['a classroom nowhere', { place0: '' }, ['roomWithoutPlace', 'place0']],
    ['no seats', { seats0: '0' }, ['seats', 'seats0']],
    ['seats that are no number', { seats0: '-3' }, ['seats', 'seats0']],
    ['nobody who organises', { organiser0: '' }, ['organiser.none', 'organiser0']],
    ['somebody whom nobody knows', { organiser0: '赵四' }, ['organiser.unknown', 'organiser0']],
    ['a name that two people have', { organiser0: '李红' }, ['organiser.several', 'organiser0']],
    ['the same classroom twice', { room1: '主 课堂', place1: '另一处', seats1: '5', organiser1: '李红（教育局）' }, ['roomTwice', 'room1']],
    [
      'one organiser in two classrooms',
      { room1: '分课堂', place1: '另一处', seats1: '5', organiser1: '13800000001' },
      ['organiserTwice', 'organiser1'],
    ],
  ])('is read or refused: %s', (_what, rows, wanted) => {
    expect(refusedFor(rows)).toEqual(wanted)
  })

  it('takes a stream over https only, and minutes up to two hours', () => {
    expect(refusedFor({}, {}, { stream: 'http://a.example' })).toEqual(['stream', 'stream'])
    expect(refusedFor({}, {}, { stream: 'javascript:alert(1)' })).toEqual(['stream', 'stream'])
    expect(refusedFor({}, {}, { stream: 'https://' })).toEqual(['stream', 'stream'])
    expect(refusedFor({}, {}, { late: '121' })).toEqual(['late', 'late'])
    expect(refusedFor({}, {}, { late: '0' })).toBe('read')
  })

  it('knows people by name, by name and unit, and by phone', () => {
    expect(readOrganiser(' 王 明 ', people)).toEqual({ kind: 'read', person: { id: 'wang', name: '王明' } })
    expect(readOrganiser('李红(河东社区)', people)).toMatchObject({ person: { id: 'li-2' } })
    expect(readOrganiser('13800000003', people)).toMatchObject({ person: { id: 'li-2' } })
    expect(readOrganiser('李红', people)).toEqual({ kind: 'several', name: '李红' })
  })
})

describe('changing a class', () => {
  const made = (): ClassBody => {
    const outcome = read({ room1: '分课堂', place1: '街道', seats1: '20', organiser1: '李红（教育局）' })
    if (outcome.kind !== 'read') throw new Error(outcome.reason)
    return outcome.value
  }

  it('keeps a classroom the same one, whatever it is called now', () => {
    const outcome = read({ roomid0: 'one', room0: '大礼堂' }, { before: made(), roomIds: ['new'] })
    expect(outcome).toMatchObject({ value: { classrooms: [{ id: 'one', name: '大礼堂' }] } })
    expect(read({ roomid0: 'foreign' }, { before: made(), roomIds: ['new'] })).toMatchObject({ value: { classrooms: [{ id: 'new' }] } })
  })

  it('leaves the times alone once it has begun, and lets the rest be changed', () => {
    const begun = { before: made(), now: Date.parse('2026-03-20T09:30:00+08:00') }
    expect(refusedFor({ seats0: '90' }, begun)).toBe('read')
    expect(refusedFor({ to1: '15:30' }, begun)).toEqual(['begunParts', 'on0'])
    expect(refusedFor({ on1: '' }, begun)).toEqual(['begunParts', 'on0'])
  })

  it('takes no seat from anybody who has one, and no classroom in which somebody waits or sits', () => {
    const [main, branch] = made().classrooms
    if (main === undefined || branch === undefined) throw new Error('two classrooms')
    const withSeats = (seats: number) => ({ ...made(), classrooms: [main, { ...branch, seats }] })
    const claims = new Map([[branch.id, 25]])
    expect(changeRefused(made(), withSeats(19), claims)).toMatchObject({
      reason: 'classroom:refusal.fewerSeats',
      field: 'seats1',
      values: { count: 20 },
    })
    expect(changeRefused(made(), withSeats(20), claims)).toBeNull()
    expect(changeRefused(made(), withSeats(12), new Map([[branch.id, 12]]))).toBeNull()
    const gone = { ...made(), classrooms: [main] }
    expect(changeRefused(made(), gone, claims)).toMatchObject({ reason: 'classroom:refusal.roomTaken', values: { room: '分课堂' } })
    expect(changeRefused(made(), gone, new Map())).toBeNull()
  })
})
