import { packBits, unpackBits } from './bit-list'
import { bytesOfHex, hexOf, kidLength } from './statement'
import { Reader, Writer } from './statement-bytes'

/** What came of a serial: withdrawn is revoked or superseded, where a list had no room to tell which. */
export type SerialState = 'standing' | 'revoked' | 'superseded' | 'withdrawn'

export type RevokedList = {
  kid: string
  /** When it was made, to the second. */
  at: Date
  /** Serials 1 … last are covered. */
  last: number
  stateOf: (serial: number) => SerialState | 'later'
}

const version = 1
const signatureLength = 64
const length = { sealed: 4 } as const
/** A list stays below this, whatever became of 100,000 certificates. */
export const mostListBytes = 16_000

const word = (body: Uint8Array): Uint8Array => Uint8Array.from([...new TextEncoder().encode('mingbai revoked\n'), ...body])

/** The bytes that are signed for a list. */
export const signedListBytes = word

export type ListFacts = { kid: string; at: Date; last: number; revoked: ReadonlySet<number>; superseded: ReadonlySet<number> }

/**
 * The body of a list: one bit a serial tells what no longer stands, and a second one, for those alone, what was only superseded, if that
 * still fits. What was revoked and superseded is revoked.
 */
export function listBody({ kid, at, last, revoked, superseded }: ListFacts): Uint8Array {
  const serials = Array.from({ length: last }, (_, nth) => nth + 1)
  const gone = serials.map((serial) => revoked.has(serial) || superseded.has(serial))
  const packed = packBits(gone)
  const kinds = packBits(serials.filter((_, nth) => gone[nth]).map((serial) => !revoked.has(serial)))
  const head = new Writer()
    .fixed(version, 1)
    .bytes(bytesOfHex(kid))
    .fixed(Math.floor(at.getTime() / 1000), length.sealed)
    .varying(last)
    .varying(packed.length)
    .bytes(packed)
  const fits = head.length + kinds.length + 5 + signatureLength <= mostListBytes || kinds.length <= 2
  return (fits ? head.varying(kinds.length + 1).bytes(kinds) : head.varying(0)).all()
}

export type ParsedList = { list: RevokedList; body: Uint8Array; signature: Uint8Array }

/** Takes a list apart; null where it is none. Its signature is yet to be checked. */
export function parseList(bytes: Uint8Array): ParsedList | null {
  const reader = new Reader(bytes)
  if (reader.fixed(1) !== version) return null
  const kid = hexOf(reader.bytes(kidLength))
  const at = new Date(reader.fixed(4) * 1000)
  const last = reader.varying()
  if (reader.ended || last > 10_000_000) return null
  const gone = unpackBits(reader.bytes(reader.varying()), last)
  const kindBytes = reader.varying()
  const packedKinds = reader.bytes(Math.max(0, kindBytes - 1))
  const body = bytes.slice(0, reader.at)
  const signature = reader.bytes(signatureLength)
  if (gone === null || reader.ended || reader.at < bytes.length) return null
  const places = gone.flatMap((bit, nth) => (bit ? [nth + 1] : []))
  const onlySuperseded = kindBytes === 0 ? null : unpackBits(packedKinds, places.length)
  if (kindBytes > 0 && onlySuperseded === null) return null
  const states = new Map(
    places.map((serial, nth): [number, SerialState] => [
      serial,
      onlySuperseded === null ? 'withdrawn' : onlySuperseded[nth] ? 'superseded' : 'revoked',
    ]),
  )
  const stateOf = (serial: number) => (serial > last ? 'later' : (states.get(serial) ?? 'standing'))
  return { body, signature, list: { kid, at, last, stateOf } }
}
