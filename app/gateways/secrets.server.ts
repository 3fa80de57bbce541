import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { codeFrom, tokenLength } from '~/domain/shared/codes'
import { settings } from '~/env.server'

/** A UUIDv7: time-ordered, made by whoever first holds the thing. */
export function newId(now: Date = new Date()): string {
  const bytes = randomBytes(16)
  bytes.writeUIntBE(now.getTime(), 0, 6)
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f)
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f)
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

/** A random code of the look-alike-free alphabet. */
export function newCode(length: number): string {
  return codeFrom(randomBytes(length * 3 + 16), length) ?? newCode(length)
}

/** At least 128 bits, for cards and certificates. */
export const newToken = (): string => newCode(tokenLength)

/** For codes that are kept only as a hash: sessions, slips, the first administrator's code. */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex')

let key: Buffer | null = null

function masterKey(): Buffer {
  if (key) return key
  const { key: given, dataFolder } = settings()
  const file = path.join(dataFolder, 'key')
  if (given) key = Buffer.from(given, 'hex')
  else if (fs.existsSync(file)) key = Buffer.from(fs.readFileSync(file, 'utf8').trim(), 'hex')
  else {
    key = randomBytes(32)
    fs.mkdirSync(dataFolder, { recursive: true, mode: 0o700 })
    fs.writeFileSync(file, `${key.toString('hex')}\n`, { mode: 0o600, flag: 'wx' })
  }
  return key
}

/** The installation's key as it is kept in a file: whoever has it and the database can read personal fields. Only backups hold a copy. */
export const installationKey = (): string => masterKey().toString('hex')

/** A key for one purpose, from the installation's key. */
export const subkey = (purpose: string): Buffer => createHmac('sha256', masterKey()).update(purpose).digest()

/** Encrypts a personal field (AES-256-GCM; version, nonce, tag and text in one base64url string). */
export function seal(plain: string): string {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', subkey('personal field'), nonce)
  const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
  return `1.${Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')}`
}

/** Opens what `seal` closed. Throws when it was altered or the key is another. */
export function unseal(sealed: string): string {
  const raw = Buffer.from(sealed.slice(2), 'base64url')
  const decipher = createDecipheriv('aes-256-gcm', subkey('personal field'), raw.subarray(0, 12))
  decipher.setAuthTag(raw.subarray(12, 28))
  return Buffer.concat([decipher.update(raw.subarray(28)), decipher.final()]).toString('utf8')
}

/** A keyed hash to match a personal number without keeping it readable. */
export const matchHash = (plain: string): string => createHmac('sha256', subkey('personal match')).update(plain).digest('hex')
