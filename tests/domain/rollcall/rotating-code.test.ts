import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ageOf, codeAt, type Mac, rotatingLength, stationLength, turnOf, untilNext, windowOf } from '~/domain/rollcall/rotating-code'

const mac: Mac = (secret, text) => createHmac('sha256', secret).update(text).digest()
const secret = 'a secret of one phone'
const shownFrom = Date.parse('2026-11-23T09:00:00Z')
const turn = turnOf(mac, secret, windowOf(shownFrom))

describe('a code that changes every ten seconds', () => {
  it('is the station and four letters that change', () => {
    const station = { code: 'ABCD', secret }
    expect(codeAt(mac, station, shownFrom)).toBe(`ABCD${turn}`)
    expect(codeAt(mac, station, shownFrom + 9_999)).toBe(`ABCD${turn}`)
    expect(codeAt(mac, station, shownFrom + 10_000)).not.toBe(`ABCD${turn}`)
    expect(codeAt(mac, station, shownFrom)).toHaveLength(rotatingLength)
    expect(untilNext(shownFrom + 3_000)).toBe(7_000)
  })

  it.each([
    ['as it begins to be shown', 0, 0],
    ['19 seconds later', 19_000, 19_000],
    ['20 seconds later', 20_000, 20_000],
    ['a millisecond after that', 20_001, null],
    ['from a phone 2 seconds ahead', -2_000, 0],
    ['from a phone further ahead', -2_001, null],
  ])('arriving %s', (_when, later, age) => {
    expect(ageOf(mac, secret, turn, shownFrom + later)).toBe(age)
  })

  it('is of no use at another phone', () => {
    expect(ageOf(mac, 'another secret', turn, shownFrom)).toBeNull()
  })

  it('is accepted for twenty seconds and never longer, whenever it was made', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_000_000_000_000 }), fc.integer({ min: 0, max: 60_000 }), (at, later) => {
        const { code } = { code: codeAt(mac, { code: 'ABCD', secret }, at) }
        const age = ageOf(mac, secret, code.slice(stationLength), at + later)
        const began = windowOf(at) * 10_000
        expect(age === null).toBe(at + later - began > 20_000)
      }),
    )
  })
})
