import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { certificateNumber, maskedNumber, readCertificateNumber } from '~/domain/credentials/number'
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

  it('refuses what is no number', () => {
    for (const text of ['', 'MB', 'XX-2026-7K3M-9PQ', 'MB-2026-7K3M', 'MB-2026-0000-000']) expect(readCertificateNumber(text)).toBeNull()
  })

  it('is shown to strangers with its middle masked', () => {
    const number = certificateNumber(2026, '7K3M9P')
    expect(maskedNumber(number)).toBe(`MB-2026-****-${number.slice(-3)}`)
  })
})
