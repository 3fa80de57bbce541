import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arrivalDevice, heldUntil, isHeld, readArrivalCode, saidOf, toldOf } from '~/domain/rollcall/arrival'
import { sentEntry } from '~/domain/rollcall/event'
import { type Mac, turnOf, wasShown, windowIn, windowOf } from '~/domain/rollcall/rotating-code'

const mac: Mac = (secret, text) => createHmac('sha256', secret).update(text).digest()
const at = Date.parse('2026-11-23T09:00:00Z')

describe('a code that came in time', () => {
  it.each([
    ['at once', 0, true],
    ['a millisecond before 10 minutes', 599_999, true],
    ['at 10 minutes', 600_000, true],
    ['a millisecond after', 600_001, false],
  ])('is held for whoever signs in: %s', (_when, later, held) => {
    expect(isHeld(at, at + later)).toBe(held)
    expect(at + later <= heldUntil(new Date(at)).getTime()).toBe(held)
  })

  it('is known by the window in which it was shown, and only while it counts', () => {
    const turn = turnOf(mac, 'secret', windowOf(at))
    expect(windowIn(mac, 'secret', turn, at + 20_000)).toBe(windowOf(at))
    expect(windowIn(mac, 'secret', turn, at + 20_001)).toBeNull()
    expect(windowIn(mac, 'secret', turn, at - 2_000)).toBe(windowOf(at))
    expect(windowIn(mac, 'secret', turn, at - 2_001)).toBeNull()
  })

  it('that is late is no guess for ten minutes', () => {
    const turn = turnOf(mac, 'secret', windowOf(at))
    expect(wasShown(mac, 'secret', turn, at + 590_000)).toBe(true)
    expect(wasShown(mac, 'secret', turn, at + 600_000)).toBe(false)
    expect(wasShown(mac, 'other', turn, at)).toBe(false)
  })
})

describe('what is typed', () => {
  it.each([
    ['ABCDEFGH', 'ABCD', 'EFGH'],
    ['abcd efgh', 'ABCD', 'EFGH'],
    [' ab-cd-ef-gh ', 'ABCD', 'EFGH'],
  ])('%s is a station and what it showed', (typed, station, turn) => {
    expect(readArrivalCode(typed)).toEqual({ station, turn })
  })

  it.each(['', 'ABCDEFG', 'ABCDEFGHJ', 'ABCDEFG0', 'ABCDEFGI', '安全出口安全出口', 'ABCD_EFGH', '__proto__'])('%s is none', (typed) => {
    expect(readArrivalCode(typed)).toBeNull()
  })
})

describe('what an arrival says', () => {
  const zhao = { name: '赵四', zone: '三层', listed: ['zhao'], isShared: false }

  it('seen, by code, where the station stands', () => {
    expect(saidOf(zhao)).toEqual([{ kind: 'seen', who: 'zhao', way: 'code', zone: '三层' }])
  })
  it('asks the commander about a phone that was used for somebody else', () => {
    const [said] = saidOf({ ...zhao, isShared: true })
    expect(said).toMatchObject({ kind: 'seen', doubt: 'browser' })
    expect(said && toldOf(said)).toBe('browser')
  })
  it('asks him about somebody nobody expected, by name', () => {
    expect(saidOf({ ...zhao, listed: [] })).toEqual([{ kind: 'walk-in', name: '赵四', zone: '三层', doubt: 'stranger' }])
    expect(saidOf({ ...zhao, listed: [], isShared: true })).toMatchObject([{ doubt: 'browser' }])
  })
  it('leaves neither of two joined records missing, where both are on the list', () => {
    expect(saidOf({ ...zhao, listed: ['zhao', 'zhao-again'] })).toMatchObject([{ who: 'zhao' }, { who: 'zhao-again' }])
  })

  it('is always an entry that every board can read, whatever the name', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 90, unit: 'grapheme' }), fc.boolean(), (name, isShared) => {
        fc.pre(name.trim() !== '')
        const [said] = saidOf({ name, zone: '', listed: [], isShared })
        const read = sentEntry.shape.said.safeParse(said)
        expect(read.success).toBe(true)
        expect(JSON.stringify(said)).not.toMatch(/\\ud[89a-f]/i)
      }),
    )
    const id = '01934b2e-1111-7abc-8abc-0123456789ab'
    expect(sentEntry.shape.device.safeParse(arrivalDevice('ABCD', id)).success).toBe(true)
    expect(arrivalDevice('ABCD', id)).toMatch(/^station-ABCD-/)
  })
})
