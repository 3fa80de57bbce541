import { describe, expect, it } from 'vitest'
import { isSameName, mayBeSame, readJoinCode, readName, readSame, readStartDay } from '~/domain/org/joining'
import { formatDay, parseDay } from '~/domain/shared/day'

const today = parseDay('2026-03-10')
const read = (typed: string) => {
  if (today === null) throw new Error('2026-03-10 is a day')
  const found = readStartDay(typed, today)
  return typeof found === 'string' ? found : formatDay(found)
}

describe('the first day of work', () => {
  it.each([
    ['2026-03-10', '2026-03-10'],
    ['1966-03-10', '1966-03-10'],
    ['1966-03-09', 'tooEarly'],
    ['1900-01-01', 'tooEarly'],
    ['1899-12-31', 'tooEarly'],
    ['0026-03-10', 'tooEarly'],
    ['2027-03-10', '2027-03-10'],
    ['2027-03-11', 'tooLate'],
    ['2026-02-29', 'notADay'],
    ['10/03/2026', 'notADay'],
    ['', 'notADay'],
  ])('%s is %s', (typed, expected) => expect(read(typed)).toBe(expected))
})

describe('a join code', () => {
  it('is read in any case, with spaces and dashes', () => expect(readJoinCode(' abcd-2345 ')).toBe('ABCD2345'))
  it.each(['', 'ABCD234O', 'ABC', '%00', 'ABCDEFGH23456'])('%s is none', (typed) => expect(readJoinCode(typed)).toBeNull())
})

describe('names', () => {
  it('keep ordinary spaces', () => expect(readName('  Ann　 Lee ')).toBe('Ann Lee'))
  it('are the same whatever stands between their parts', () => {
    expect(isSameName('买买提·艾力', '买买提•艾力')).toBe(true)
    expect(isSameName('王明', '王 明')).toBe(true)
    expect(isSameName('王明', '王鸣')).toBe(false)
  })
})

describe('is it the same person?', () => {
  const clash = { personId: 'p', by: 'phone', inUnit: false, sameName: false } as const
  it('cannot be said of a stranger with another name', () => expect(mayBeSame(clash)).toBe(false))
  it('can be said of one with the same name, and of anybody in the own unit', () => {
    expect(mayBeSame({ ...clash, sameName: true })).toBe(true)
    expect(mayBeSame({ ...clash, inUnit: true })).toBe(true)
  })
  it('is answered by a button', () => {
    expect(readSame('other')).toBe('other')
    expect(readSame('is:p')).toEqual({ personId: 'p' })
    expect(readSame('')).toBeNull()
    expect(readSame(undefined)).toBeNull()
  })
})
