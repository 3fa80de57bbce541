import { createPrivateKey, type KeyObject, sign } from 'node:crypto'
import * as ed from '@noble/ed25519'
import { hmac } from '@noble/hashes/hmac.js'
import { sha256, sha512 } from '@noble/hashes/sha2.js'
import type { StatementCrypto } from '~/domain/credentials/statement-verdict'

ed.hashes.sha512 = sha512

/** What checking a statement takes. Only the one strict spelling of a signature counts. */
export const statementCrypto: StatementCrypto = {
  verify: (signature, message, publicKey) => ed.verify(signature, message, publicKey, { zip215: false }),
  mac: (key, message) => hmac(sha256, key, message),
}

/** A new pair of halves for signing. */
export function newKeyPair(): { publicKey: Uint8Array; secretKey: Uint8Array } {
  const secretKey = ed.utils.randomSecretKey()
  return { secretKey, publicKey: ed.getPublicKey(secretKey) }
}

/** What stands before the 32 bytes of an Ed25519 key in PKCS #8 (RFC 8410). */
const pkcs8Head = Buffer.from('302e020100300506032b657004220420', 'hex')
const opened = new WeakMap<Uint8Array, KeyObject>()

function keyOf(secretKey: Uint8Array): KeyObject {
  const known = opened.get(secretKey)
  if (known) return known
  const key = createPrivateKey({ key: Buffer.concat([pkcs8Head, secretKey]), format: 'der', type: 'pkcs8' })
  opened.set(secretKey, key)
  return key
}

/** By the platform's own arithmetic: a print of a thousand certificates is signed in the time of a blink. */
export const signWith = (secretKey: Uint8Array, message: Uint8Array): Uint8Array => new Uint8Array(sign(null, message, keyOf(secretKey)))

/** The four bytes by which a statement names its key, as eight hexadecimal characters. */
export const kidOf = (publicKey: Uint8Array): string => Buffer.from(sha256(publicKey)).toString('hex', 0, 4)
