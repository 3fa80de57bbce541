import { alphabet, readCode } from '../shared/codes'

/** Six random characters, 31^6 ≈ 887 million, and one that checks them. */
const randomLength = 6
export const posterCodeLength = randomLength + 1

/** The character that a code of six ends with: their sum weighted 1 to 6, modulo 31. A wrong character or two neighbours swapped change it. */
function checkCharacter(six: string): string {
  const sum = [...six].reduce((total, letter, place) => total + (place + 1) * alphabet.indexOf(letter), 0)
  return alphabet.charAt(sum % alphabet.length)
}

/** A poster's code from six characters of the alphabet of codes. */
export const posterCodeFrom = (six: string): string => six + checkCharacter(six)

/** A code as it was scanned or typed; damaged: it cannot be one of ours, a character is missing or wrong. */
export function readPosterCode(typed: string): { kind: 'code'; code: string } | { kind: 'damaged' } {
  const code = readCode(typed.normalize('NFKC'), posterCodeLength)
  if (code === null || posterCodeFrom(code.slice(0, randomLength)) !== code) return { kind: 'damaged' }
  return { kind: 'code', code }
}

/** A code as it is printed and spoken: 3 and 4 characters. */
export const spokenCode = (code: string): string => `${code.slice(0, 3)} ${code.slice(3)}`

/** What was typed, fit to be kept and shown: letters, digits and dashes only, sixteen at most. */
export const shownCode = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z-]/g, '')
    .slice(0, 16)
