import { addDays, type Day, formatDay, parseDay } from '../shared/day'
import { Reader, toText, Writer } from './statement-bytes'

/** What a certificate says of itself under our signature. It does not hold the full name: see nameMark. */
export type Statement = {
  /** Of the key that signs it. */
  kid: string
  serial: number
  number: string
  maskedName: string
  /** Two bytes in hexadecimal that follow from the number and the full name. */
  nameMark: string
  position: string
  course: string
  /** The unit as printed; cut with … where it is long. */
  unit: string
  /** YYYY-MM-DD. */
  passedOn: string
  /** To the second. */
  issuedAt: Date
}

const version = 1
/** Bytes of a kid, of a signature; and of a whole statement, so that its text stays within 300 characters. */
export const kidLength = 4
const signatureLength = 64
export const mostBytes = 225

const dayZero = parseDay('2000-01-01')
const daysOf = (day: string): number => Math.max(0, (parseDay(day) ?? 0) - (dayZero ?? 0))
const dayOf = (days: number): Day | null => dayZero && addDays(dayZero, days)

export const hexOf = (bytes: Uint8Array): string => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
export const bytesOfHex = (hex: string): Uint8Array => Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))

/** As much of a text as fits into so many bytes; what is cut ends in …. */
function fitting(text: string, most: number): string {
  const size = (part: string) => new TextEncoder().encode(part).length
  if (size(text) <= most) return text
  const kept = [...text]
  while (kept.length > 0 && size(`${kept.join('')}…`) > most) kept.pop()
  return kept.length > 0 ? `${kept.join('')}…` : ''
}

/** The bytes that are signed. The unit gets what room the rest leaves. */
export function bodyOf(statement: Statement): Uint8Array {
  const { kid, serial, number, issuedAt, passedOn, maskedName, nameMark, position, course, unit } = statement
  const writer = new Writer()
    .fixed(version, 1)
    .bytes(bytesOfHex(kid))
    .varying(serial)
    .narrow(number)
    .fixed(Math.floor(issuedAt.getTime() / 1000), 4)
    .fixed(daysOf(passedOn), 2)
    .text(fitting(maskedName, 30))
    .bytes(bytesOfHex(nameMark))
    .narrow(position)
    .narrow(course)
  return writer.text(fitting(unit, mostBytes - signatureLength - writer.length - 1)).all()
}

export type Parsed =
  | { kind: 'read'; statement: Statement; body: Uint8Array; signature: Uint8Array }
  | { kind: 'unreadable'; why: 'cut' | 'damaged' | 'version' | 'not-ours' }

/** Takes a statement apart. Nothing of it may be believed before its signature is checked. */
export function parseStatement(bytes: Uint8Array): Parsed {
  const reader = new Reader(bytes)
  const unreadable = (why: 'cut' | 'damaged' | 'version' | 'not-ours'): Parsed => ({ kind: 'unreadable', why })
  const [given = 0] = reader.bytes(1)
  if (given !== version) return unreadable(given > 0 && given < 16 ? 'version' : 'not-ours')
  const kid = hexOf(reader.bytes(kidLength))
  const serial = reader.varying()
  const number = reader.narrow().toUpperCase()
  const issuedAt = new Date(reader.fixed(4) * 1000)
  const passed = dayOf(reader.fixed(2))
  const maskedName = reader.text()
  const nameMark = hexOf(reader.bytes(2))
  const position = reader.narrow()
  const course = reader.narrow()
  const unit = reader.text()
  const body = bytes.slice(0, reader.at)
  const signature = reader.bytes(signatureLength)
  if (reader.ended) return unreadable('cut')
  if (reader.at < bytes.length || passed === null) return unreadable('damaged')
  const passedOn = formatDay(passed)
  return {
    kind: 'read',
    body,
    signature,
    statement: { kid, serial, number, maskedName, nameMark, position, course, unit, passedOn, issuedAt },
  }
}

/** What is signed: the body under a word of its own, so that no signature of ours for anything else fits a certificate. */
export const signedBytes = (body: Uint8Array): Uint8Array =>
  Uint8Array.from([...new TextEncoder().encode('mingbai certificate\n'), ...body])

/** The text that goes into the code. */
export const statementText = (body: Uint8Array, signature: Uint8Array): string => toText(Uint8Array.from([...body, ...signature]))

/** A name as it is compared: without spaces, the dots of long names alike, Latin letters in one case. */
export const comparableName = (name: string): string =>
  name
    .normalize('NFKC')
    .replace(/\s+/gu, '')
    .replace(/[·•・‧∙.]/gu, '·')
    .toLowerCase()

/** The statement in what was scanned or pasted: alone, or behind the # of the verify page (which no browser sends). */
export const statementIn = (typed: string): string => typed.replace(/\s+/g, '').replace(/^https?:\/\/[^/#]+\/V\/?#/i, '')
