import { describe, expect, it } from 'vitest'
import { isDigestDue } from '~/domain/notices/digest-day'
import { addressState, isCodeGood, maskedAddress, readAddress } from '~/domain/notices/mail-address'
import { inOrder, mondayOf, type NoticeBody } from '~/domain/notices/notice'
import { noticeDay } from '~/domain/notices/notice-day'
import { type Day, formatDay, parseDay } from '~/domain/shared/day'

function day(text: string): Day {
  const parsed = parseDay(text)
  if (parsed === null) throw new Error(text)
  return parsed
}

describe('the day whose notices are told', () => {
  it.each([
    ['2026-03-09T21:59:59Z', '2026-03-09'],
    ['2026-03-09T22:00:00Z', '2026-03-10'],
    ['2026-03-10T21:59:59Z', '2026-03-10'],
  ])('begins at six in the morning in Shanghai: %s is %s', (instant, wanted) =>
    expect(formatDay(noticeDay(new Date(instant)))).toBe(wanted),
  )
  it.each([
    ['2026-03-08', '2026-03-02'],
    ['2026-03-09', '2026-03-09'],
    ['2026-03-15', '2026-03-09'],
    ['1970-01-01', '1969-12-29'],
  ])('%s belongs to the week of Monday %s', (text, wanted) => expect(formatDay(mondayOf(day(text)))).toBe(wanted))
})

describe('a digest', () => {
  it.each([
    ['never', null, '2026-03-10', false],
    ['daily', null, '2026-03-10', true],
    ['daily', '2026-03-09', '2026-03-10', true],
    ['daily', '2026-03-10', '2026-03-10', false],
    ['weekly', '2026-03-08', '2026-03-09', true],
    ['weekly', '2026-03-09', '2026-03-15', false],
    ['weekly', '2026-03-12', '2026-03-16', true],
  ] as const)('for who wants it %s, last on %s, may be made on %s: %s', (often, last, on, wanted) =>
    expect(isDigestDue(often, last === null ? null : day(last), day(on))).toBe(wanted),
  )
})

describe('an address', () => {
  it.each([
    [' Wang.Qiang@Example.CN ', 'Wang.Qiang@example.cn'],
    ['wang', null],
    ['wang@', null],
    ['王@例子', null],
    ['a@example.cn, b@example.cn', null],
    ['"x" <a@example.cn>', null],
    ['a@example.cn\nBcc: b@example.cn', null],
    [`${'a'.repeat(196)}@b.cn`, null],
  ])('%j is read as %j', (typed, wanted) => expect(readAddress(typed)).toBe(wanted))
  it('is shown by its beginning and its server', () => {
    expect(maskedAddress('wangqiang@example.cn')).toBe('wa***@example.cn')
    expect(maskedAddress('w@example.cn')).toBe('w***@example.cn')
  })
  it.each([
    [null, 'none'],
    [[], 'waiting'],
    [['confirmed'], 'confirmed'],
    [['confirmed', 'refused'], 'refused'],
    [['confirmed', 'withdrawn'], 'none'],
  ])('with %j is %s', (kinds, wanted) => expect(addressState(kinds)).toBe(wanted))
  it('can be confirmed for a day', () => {
    const given = new Date('2026-03-10T02:00:00Z')
    expect(isCodeGood(given, new Date('2026-03-11T01:59:59Z'))).toBe(true)
    expect(isCodeGood(given, new Date('2026-03-11T02:00:00Z'))).toBe(false)
  })
})

it('what keeps somebody from work is read first, what has time last', () => {
  const duty = { kind: 'duty', duty: 'd', until: '2026-03-10', bars: false } as const
  const bodies: NoticeBody[] = [
    { ...duty, state: 'soon' },
    { kind: 'invitation', invitation: 'i', unit: 'u', title: '', on: '2026-03-10' },
    { ...duty, state: 'due', until: '2026-03-12' },
    { ...duty, state: 'due' },
    { ...duty, state: 'due', bars: true },
  ]
  expect([...bodies].sort(inOrder)).toEqual([bodies[4], bodies[3], bodies[2], bodies[1], bodies[0]])
})
