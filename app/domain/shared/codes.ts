/** Letters and digits that cannot be mistaken for one another on paper or over the phone: no 0 O 1 I L. */
export const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

/** Characters of a token that carry at least 128 bits: 26 × log2(31) ≈ 128.8. */
export const tokenLength = 26

/** Turns random bytes into a code of `length` characters; bytes that would favour some characters are skipped. Null when too few bytes. */
export function codeFrom(bytes: Uint8Array, length: number): string | null {
  const usable = Math.floor(256 / alphabet.length) * alphabet.length
  let code = ''
  for (const byte of bytes) {
    if (byte >= usable) continue
    code += alphabet.charAt(byte % alphabet.length)
    if (code.length === length) return code
  }
  return null
}

/** A code as typed or scanned: upper case, without spaces and dashes. Null where it cannot be a code of this length. */
export function readCode(typed: string, length: number): string | null {
  const code = typed.toUpperCase().replace(/[\s-]/g, '')
  if (code.length !== length) return null
  for (const letter of code) if (!alphabet.includes(letter)) return null
  return code
}
