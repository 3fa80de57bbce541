import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { posterCodeFrom, posterCodeLength, readPosterCode, shownCode, spokenCode } from '~/domain/outreach/poster-code'
import { alphabet } from '~/domain/shared/codes'

const letter = fc.constantFrom(...alphabet)
const code = fc.array(letter, { minLength: 6, maxLength: 6 }).map((letters) => posterCodeFrom(letters.join('')))

describe('a poster’s code', () => {
  it('is read as it was printed, in small letters and with spaces too', () => {
    fc.assert(
      fc.property(code, (printed) => {
        for (const typed of [printed, printed.toLowerCase(), spokenCode(printed), ` ${printed.slice(0, 3)}-${printed.slice(3)} `])
          expect(readPosterCode(typed)).toEqual({ kind: 'code', code: printed })
        expect(printed).toHaveLength(posterCodeLength)
      }),
    )
  })

  it('is seen to be damaged when one character is wrong or two neighbours are swapped', () => {
    fc.assert(
      fc.property(code, fc.nat(posterCodeLength - 1), letter, (printed, place, other) => {
        const wrong = printed.slice(0, place) + other + printed.slice(place + 1)
        if (wrong !== printed) expect(readPosterCode(wrong)).toEqual({ kind: 'damaged' })
        const next = Math.max(place, 1)
        const [one, two] = [printed.charAt(next - 1), printed.charAt(next)]
        const swapped = printed.slice(0, next - 1) + two + one + printed.slice(next + 1)
        if (swapped !== printed) expect(readPosterCode(swapped)).toEqual({ kind: 'damaged' })
      }),
    )
  })

  it.each(['', 'A', 'ABCDEFGH', '0000000', '\u0000\u0007', '../../etc', '编码编码编码编', '💥'.repeat(7), 'A'.repeat(100_000)])(
    '%j is damaged',
    (typed) => expect(readPosterCode(typed)).toEqual({ kind: 'damaged' }),
  )

  it('is shown again without anything that could not be in one', () => {
    expect(shownCode('ab<script>\u202e\u0000-7')).toBe('ABSCRIPT-7')
    expect(shownCode('ＡＢＣ７')).toBe('ABC7')
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (typed) => {
        expect(shownCode(typed)).toMatch(/^[0-9A-Z-]{0,16}$/)
      }),
    )
  })
})
