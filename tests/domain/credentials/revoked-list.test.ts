import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { packBits, unpackBits } from '~/domain/credentials/bit-list'
import { listBody, mostListBytes, parseList, signedListBytes } from '~/domain/credentials/revoked-list'
import { checkedList } from '~/domain/credentials/statement-verdict'
import { signWith, statementCrypto } from '~/gateways/signing.server'
import { type Key, makeKey } from './statement-cases'

const key = makeKey()
const at = new Date('2026-03-10T02:00:00Z')

/** So many different serials of 1 … last, drawn by a fixed rule. */
function drawn(count: number, last: number): number[] {
  let seed = 7
  const serials = Array.from({ length: last }, (_, nth) => nth + 1)
  for (let nth = 0; nth < count; nth += 1) {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    const other = nth + (seed % (last - nth))
    ;[serials[nth], serials[other]] = [serials[other] ?? 0, serials[nth] ?? 0]
  }
  return serials.slice(0, count)
}

function listFor(revoked: number[], superseded: number[], last = 100_000, by: Key = key): Uint8Array {
  const body = listBody({ kid: by.kid, at, last, revoked: new Set(revoked), superseded: new Set(superseded) })
  return Uint8Array.from([...body, ...signWith(by.secretKey, signedListBytes(body))])
}

describe('the list of 100,000 certificates', () => {
  it.each([
    [0, 0],
    [1, 0],
    [1_000, 0],
    [1_000, 30_000],
    [10_000, 40_000],
    [50_000, 0],
    [33_333, 33_333],
    [0, 100_000],
    [99_999, 0],
  ])('with %i revoked and %i superseded stays below 16 kB and says each right', (revokedCount, supersededCount) => {
    const gone = drawn(revokedCount + supersededCount, 100_000)
    const revoked = gone.slice(0, revokedCount)
    const bytes = listFor(revoked, gone.slice(revokedCount))
    expect(bytes.length).toBeLessThanOrEqual(mostListBytes)
    const list = checkedList(bytes, [key], statementCrypto)
    const isRevoked = new Set(revoked)
    const isSuperseded = new Set(gone.slice(revokedCount))
    const tells = list?.stateOf(revoked[0] ?? gone[0] ?? 1) !== 'withdrawn'
    for (let serial = 1; serial <= 100_000; serial += 1) {
      const state = isRevoked.has(serial) ? 'revoked' : isSuperseded.has(serial) ? 'superseded' : 'standing'
      const expected = tells || state === 'standing' ? state : 'withdrawn'
      if (list?.stateOf(serial) !== expected) throw new Error(`${serial} is ${list?.stateOf(serial)}, not ${expected}`)
    }
    expect(list?.stateOf(100_001)).toBe('later')
  })

  it('is small where little was revoked', () => {
    expect(listFor([], []).length).toBeLessThan(100)
    expect(listFor(drawn(1_000, 100_000), []).length).toBeLessThan(1_300)
  })
})

describe('a list', () => {
  it('of an empty register is read', () => expect(checkedList(listFor([], [], 0), [key], statementCrypto)?.last).toBe(0))

  it('is believed only as it was signed, by a known key that was not stolen by then', () => {
    const bytes = listFor([3, 5], [9], 20)
    expect(checkedList(bytes, [key], statementCrypto)?.at).toEqual(at)
    expect(checkedList(bytes, [makeKey()], statementCrypto)).toBeNull()
    expect(checkedList(bytes, [{ ...key, stolenFrom: '2026-03-01' }], statementCrypto)).toBeNull()
    for (let place = 0; place < bytes.length; place += 1)
      for (const bit of [1, 128]) {
        const changed = bytes.map((byte, nth) => (nth === place ? byte ^ bit : byte))
        expect(checkedList(changed, [key], statementCrypto)).toBeNull()
      }
    for (let length = 0; length < bytes.length; length += 1) expect(parseList(bytes.slice(0, length))).toBeNull()
  })

  it('packs any bits so that they come back', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 3_000 }), (bits) => {
        expect(unpackBits(packBits(bits), bits.length)).toEqual(bits)
      }),
    )
  })
})
