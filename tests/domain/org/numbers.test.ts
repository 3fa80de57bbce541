import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { idCheck, maskedIdNumber, readIdNumber } from '~/domain/org/id-number'
import { maskedPhone, readPhone } from '~/domain/org/phone'
import { addDays, formatDay, parseDay } from '~/domain/shared/day'

const day = (text: string) => {
  const read = parseDay(text)
  if (read === null) throw new Error(`${text} is no day`)
  return read
}
const today = day('2026-03-10')
const digits = (length: number) => fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: length, maxLength: length })
const phones = fc.tuple(fc.constantFrom(...'3456789'), digits(9)).map(([second, rest]) => `1${second}${rest}`)
const fullWidth = (text: string) => [...text].map((letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)).join('')

describe('a mobile number is read however it is typed', () => {
  it('with spaces, dashes, full-width digits and any way of writing the country', () => {
    fc.assert(
      fc.property(
        phones,
        fc.constantFrom('', '+86', '0086', '86', '+86 ', '＋８６'),
        fc.constantFrom('', ' ', '-', ' - '),
        fc.boolean(),
        (phone, prefix, gap, wide) => {
          const spaced = `${phone.slice(0, 3)}${gap}${phone.slice(3, 7)}${gap}${phone.slice(7)}`
          expect(readPhone(` ${prefix}${wide ? fullWidth(spaced.replace(/\s/g, '')) : spaced} `)).toBe(phone)
        },
      ),
    )
  })
  it('and reading what was read changes nothing', () => {
    fc.assert(
      fc.property(fc.string(), (typed) => {
        const read = readPhone(typed)
        expect(read === null || readPhone(read) === read).toBe(true)
      }),
    )
  })
  it.each(['', '1380000123', '138000012345', '12800001234', '010-62334455', '1380000123a', '+1 3800001234'])('%s is none', (typed) => {
    expect(readPhone(typed)).toBeNull()
  })
  it('shows only its ends', () => expect(maskedPhone('13800001234')).toBe('138****1234'))
})

const idNumbers = fc
  .tuple(fc.constantFrom('110101', '320503', '650102'), fc.integer({ min: -20_000, max: 0 }), digits(3))
  .map(([region, before, order]) => `${region}${formatDay(addDays(day('2026-03-10'), before)).replaceAll('-', '')}${order}`)
  .map((seventeen) => seventeen + idCheck(seventeen))

describe('an ID number', () => {
  it('is known by the example of the standard', () => {
    expect(readIdNumber('11010519491231002X', today)).toBe('11010519491231002X')
    expect(readIdNumber('440524188001010014', today)).toBeNull()
  })
  it('is read with spaces, full-width digits and a small x', () => {
    fc.assert(
      fc.property(idNumbers, (number) => {
        expect(readIdNumber(` ${number.slice(0, 6)} ${number.slice(6, 14)} ${number.slice(14)}`.toLowerCase(), today)).toBe(number)
        expect(readIdNumber(fullWidth(number), today)).toBe(number)
      }),
    )
  })
  it('with one digit changed, or two neighbours exchanged, is refused', () => {
    fc.assert(
      fc.property(idNumbers, fc.integer({ min: 0, max: 16 }), fc.integer({ min: 1, max: 9 }), (number, at, by) => {
        const other = String((Number(number.charAt(at)) + by) % 10)
        expect(readIdNumber(number.slice(0, at) + other + number.slice(at + 1), today)).toBeNull()
        if (at < 16 && number.charAt(at) !== number.charAt(at + 1))
          expect(readIdNumber(number.slice(0, at) + number.charAt(at + 1) + number.charAt(at) + number.slice(at + 2), today)).toBeNull()
      }),
    )
  })
  it('of somebody born tomorrow is refused', () => {
    const born = (text: string) => `110101${text}001${idCheck(`110101${text}001`)}`
    expect(readIdNumber(born('20260310'), today)).not.toBeNull()
    expect(readIdNumber(born('20260311'), today)).toBeNull()
    expect(readIdNumber(born('20250229'), today)).toBeNull()
  })
  it('is shown with its middle masked', () => expect(maskedIdNumber('11010519491231002X')).toBe('1101************2X'))
})
