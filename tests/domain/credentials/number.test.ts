import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { certificateNumber, isMisread, maskedNumber, readCertificateNumber, spokenGroups } from '~/domain/credentials/number'
import { alphabet } from '~/domain/shared/codes'

const letter = fc.constantFrom(...alphabet)
const codes = fc.array(letter, { minLength: 6, maxLength: 6 }).map((letters) => letters.join(''))
const years = fc.integer({ min: 2024, max: 2199 })

describe('the number of a certificate', () => {
  it('is short, grouped, and has no letter that another can be mistaken for', () => {
    expect(certificateNumber(2026, '7K3M9P')).toMatch(/^MB-2026-7K3M-9P[2-9A-HJKMNP-Z]$/)
  })

  it('is read back however it is spoken or typed', () => {
    fc.assert(
      fc.property(years, codes, (year, code) => {
        const number = certificateNumber(year, code)
        expect(readCertificateNumber(number)).toBe(number)
        expect(readCertificateNumber(` ${number.toLowerCase().replaceAll('-', ' ')} `)).toBe(number)
      }),
    )
  })

  it('notices any one wrong character and any two neighbours exchanged', () => {
    fc.assert(
      fc.property(years, codes, fc.integer({ min: 0, max: 6 }), letter, (year, code, at, other) => {
        const body = certificateNumber(year, code).slice(8).replace('-', '').split('')
        const wrong = body.with(at, other)
        fc.pre(wrong[at] !== body[at])
        expect(readCertificateNumber(`MB-${year}-${wrong.join('')}`)).toBeNull()
      }),
    )
    fc.assert(
      fc.property(years, codes, fc.integer({ min: 0, max: 5 }), (year, code, at) => {
        const body = certificateNumber(year, code).slice(8).replace('-', '').split('')
        const swapped = body.with(at, String(body[at + 1])).with(at + 1, String(body[at]))
        fc.pre(swapped[at] !== body[at])
        expect(readCertificateNumber(`MB-${year}-${swapped.join('')}`)).toBeNull()
      }),
    )
    expect(readCertificateNumber(certificateNumber(2026, '7K3M9P').replace('2026', '2025'))).toBeNull()
  })

  it('notices every single wrong sign and every swap of neighbours, wherever in the number', () => {
    const signs = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'
    for (const number of [certificateNumber(2026, '7K3M9P'), certificateNumber(2031, '222222'), certificateNumber(2110, 'ZZZZZZ')]) {
      const letters = [...number.replaceAll('-', '')]
      for (const [at, letter] of letters.entries()) {
        for (const sign of signs) {
          const meantTheSame = sign === letter || (at < 6 && ((letter === '0' && sign === 'O') || (letter === '1' && 'IL'.includes(sign))))
          expect(readCertificateNumber(letters.with(at, sign).join(''))).toBe(meantTheSame ? number : null)
        }
        const next = letters[at + 1]
        if (next === undefined || next === letter) continue
        expect(
          readCertificateNumber(
            letters
              .with(at, next)
              .with(at + 1, letter)
              .join(''),
          ),
        ).toBeNull()
      }
    }
  })

  it('is read in full width, with any dashes, and in Chinese as it is said on the telephone', () => {
    const number = certificateNumber(2026, '7K3M9P')
    const last = number.slice(-1)
    for (const typed of [
      `ＭＢ－２０２６－７Ｋ３Ｍ－９Ｐ${last}`,
      `证书编号：MB—2026—7k3m—9p${last.toLowerCase()}。`,
      `MB 二〇二六 七K三M 九P${last}`,
      `mb，两零二六，七 k 三 m，九 p ${last}`,
      `MB杠2026杠7K3M杠9P${last}`,
      `MB-2O26-7K3M-9P${last}`,
    ])
      expect(readCertificateNumber(typed)).toBe(number)
  })

  it('tells a number that was misheard from something that is no number', () => {
    const number = certificateNumber(2026, '7K3M9P')
    expect(isMisread(number)).toBe(false)
    expect(isMisread(number.replace('7K', 'K7'))).toBe(true)
    expect(isMisread(number.slice(0, -1))).toBe(true)
    for (const text of ['', '王芳', '12', 'MBA', 'market']) expect(isMisread(text)).toBe(false)
  })

  it('is read out in four groups', () => {
    expect(spokenGroups(certificateNumber(2026, '7K3M9P')).map((group) => group.length)).toEqual([2, 4, 4, 3])
  })

  it('refuses what is no number', () => {
    for (const text of ['', 'MB', 'XX-2026-7K3M-9PQ', 'MB-2026-7K3M', 'MB-2026-0000-000']) expect(readCertificateNumber(text)).toBeNull()
  })

  it('is shown to strangers with its middle masked', () => {
    const number = certificateNumber(2026, '7K3M9P')
    expect(maskedNumber(number)).toBe(`MB-2026-****-${number.slice(-3)}`)
  })
})
