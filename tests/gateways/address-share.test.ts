import { describe, expect, it } from 'vitest'
import { isRepeated, isWithinShare } from '~/gateways/address-share.server'

describe('the share of one address', () => {
  it('is counted for each thing and day by itself, for a whole IPv6 network together', () => {
    const asks = (address: string, thing: string, day = '2026-03-10') => isWithinShare(address, thing, day, 2)
    expect([asks('10.0.0.1', 'A'), asks('10.0.0.1', 'A'), asks('10.0.0.1', 'A')]).toEqual([true, true, false])
    expect([asks('10.0.0.1', 'B'), asks('10.0.0.2', 'A')]).toEqual([true, true])
    expect([asks('2001:db8::1', 'A'), asks('2001:db8::2', 'A'), asks('2001:db8::3', 'A')]).toEqual([true, true, false])
    expect(asks('10.0.0.1', 'A', '2026-03-11')).toBe(true)
  })

  it('is remembered through a hundred thousand others, and forgotten after twice as many', () => {
    const ask = (address: string) => isWithinShare(address, 'A', '2026-03-12', 1)
    const others = (from: number, count: number) => {
      for (let nth = from; nth < from + count; nth += 1) ask(`11.${nth >> 16}.${(nth >> 8) & 255}.${nth & 255}`)
    }
    expect(ask('10.0.0.1')).toBe(true)
    others(0, 100_000)
    expect(ask('10.0.0.1')).toBe(false)
    others(100_000, 100_000)
    expect(ask('10.0.0.1')).toBe(true)
  })
})

it('the same question again counts once within the time, and again after it, however often it comes', () => {
  const at = (now: number, browser = 'tablet') => isRepeated('10.0.0.1', browser, 'one.b', '2026-03-13', now, 500)
  expect([at(0), at(200), at(400), at(600), at(800), at(1100)]).toEqual([false, true, true, false, true, false])
  expect(at(1200, 'phone')).toBe(false)
})
