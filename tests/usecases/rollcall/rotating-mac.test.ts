import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { codeAt, type Mac } from '~/domain/rollcall/rotating-code'
import { rotatingMac } from '~/usecases/rollcall/rotating-mac.server'

const bytes = (text: string) => new TextEncoder().encode(text)
const ofPhones: Mac = (secret, text) => hmac(sha256, bytes(secret), bytes(text))

it('shows on a phone the code that the server expects, at every instant', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ minLength: 32, maxLength: 32 }),
      fc.integer({ min: 1_700_000_000_000, max: 4_000_000_000_000 }),
      (secret, at) => {
        const station = { code: 'ABCD', secret: Buffer.from(secret).toString('base64url') }
        expect(codeAt(ofPhones, station, at)).toBe(codeAt(rotatingMac, station, at))
      },
    ),
  )
})
