import { alphabet, tokenLength } from '../shared/codes'
import { parseList, type RevokedList, signedListBytes } from './revoked-list'
import { keyVerdict, type PublishedKey } from './signing-keys'
import { comparableName, hexOf, parseStatement, type Statement, signedBytes, statementIn } from './statement'
import { fromText, isText } from './statement-bytes'

/** The arithmetic that a checker brings along. */
export type StatementCrypto = {
  verify: (signature: Uint8Array, message: Uint8Array, publicKey: Uint8Array) => boolean
  /** HMAC-SHA-256. */
  mac: (key: Uint8Array, message: Uint8Array) => Uint8Array
}

/**
 * forged: not one of ours, or no longer as we signed it. refused: signed by a key that may not be believed for that time.
 * genuine: signed by us, and not withdrawn as far as the list tells: `list` is current (it covers the serial), earlier (it was fetched
 * before this certificate was issued) or none. doubtFrom: the day from which its key counts as stolen; the time of issue is earlier, but
 * a thief could have written that. unchecked: no keys are at hand to check it with. first-code: the address of the paper's other code.
 */
export type Verdict =
  | { kind: 'first-code'; path: string }
  | { kind: 'unchecked' }
  | { kind: 'forged'; why: 'not-ours' | 'cut' | 'damaged' | 'version' | 'unknown-key' | 'signature' }
  | { kind: 'refused'; why: 'stolen' | 'retired'; statement: Statement }
  | { kind: 'revoked' | 'superseded' | 'withdrawn'; statement: Statement; listAt: Date }
  | { kind: 'genuine'; statement: Statement; list: 'current' | 'earlier' | 'none'; listAt: Date | null; doubtFrom: string | null }

export type Known = { keys: readonly PublishedKey[]; list: RevokedList | null }

const markLength = 2
const firstCode = new RegExp(`^https?://[^/]+(/C/[${alphabet}]{${tokenLength}})$`, 'i')

/** Two bytes that follow from the full name and the number: enough to notice another name, too few to find the name out. */
export const nameMarkOf = (number: string, name: string, { mac }: Pick<StatementCrypto, 'mac'>): string =>
  hexOf(mac(new TextEncoder().encode(`mingbai name ${number}`), new TextEncoder().encode(comparableName(name))).slice(0, markLength))

/** Is this the name the certificate was issued to? Another name passes once in 65,536. */
export const isNamed = ({ number, nameMark }: Statement, typed: string, crypto: Pick<StatementCrypto, 'mac'>): boolean =>
  nameMarkOf(number, typed, crypto) === nameMark

/** The list, if one of the keys signed it and that key was not stolen by then. */
export function checkedList(
  bytes: Uint8Array,
  keys: readonly PublishedKey[],
  { verify }: Pick<StatementCrypto, 'verify'>,
): RevokedList | null {
  const parsed = parseList(bytes)
  const key = keys.find(({ kid }) => kid === parsed?.list.kid)
  const publicKey = fromText(key?.publicKey ?? '')
  if (parsed === null || !key || publicKey === null || keyVerdict(key, parsed.list.at) !== 'good') return null
  return verify(parsed.signature, signedListBytes(parsed.body), publicKey) ? parsed.list : null
}

/** Why a text that cannot be read as base64url is none of ours, or no longer. */
function unreadable(text: string): Verdict {
  const [, path] = firstCode.exec(text) ?? []
  if (path !== undefined) return { kind: 'first-code', path: path.toUpperCase() }
  if (text.length < 20 || !text.startsWith('A')) return { kind: 'forged', why: 'not-ours' }
  return { kind: 'forged', why: isText(text) ? 'cut' : 'damaged' }
}

/** What is to be thought of a scanned or pasted text, without asking anybody. */
export function judgeStatement(typed: string, { keys, list }: Known, crypto: StatementCrypto): Verdict {
  const text = statementIn(typed)
  const bytes = fromText(text)
  if (bytes === null || bytes.length < 12) return unreadable(text)
  const parsed = parseStatement(bytes)
  if (parsed.kind === 'unreadable') return { kind: 'forged', why: parsed.why }
  const { statement, body, signature } = parsed
  if (keys.length === 0) return { kind: 'unchecked' }
  const key = keys.find(({ kid }) => kid === statement.kid)
  const publicKey = fromText(key?.publicKey ?? '')
  if (!key || publicKey === null) return { kind: 'forged', why: 'unknown-key' }
  if (!crypto.verify(signature, signedBytes(body), publicKey)) return { kind: 'forged', why: 'signature' }
  const trust = keyVerdict(key, statement.issuedAt)
  if (trust !== 'good') return { kind: 'refused', why: trust, statement }
  return standing(statement, list, key.stolenFrom)
}

function standing(statement: Statement, list: RevokedList | null, doubtFrom: string | null): Verdict {
  const listAt = list?.at ?? null
  const genuine = (known: 'current' | 'earlier' | 'none'): Verdict => ({ kind: 'genuine', statement, list: known, listAt, doubtFrom })
  if (list === null) return genuine('none')
  const state = list.stateOf(statement.serial)
  if (state === 'later') return genuine('earlier')
  return state === 'standing' ? genuine('current') : { kind: state, statement, listAt: list.at }
}
