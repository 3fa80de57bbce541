import { type Day, parseDay } from '../shared/day'

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const checks = '10X98765432'

/** The check character of the first seventeen digits of a citizen identity number (GB 11643, ISO 7064 MOD 11-2). */
export function idCheck(seventeen: string): string {
  const sum = weights.reduce((total, weight, place) => total + weight * Number(seventeen.charAt(place)), 0)
  return checks.charAt(sum % 11)
}

/**
 * A citizen identity number as typed (spaces, full-width digits, a small x) in its eighteen characters. Null where the length,
 * the day of birth or the check character is wrong, or the day of birth is still to come.
 */
export function readIdNumber(typed: string, today: Day): string | null {
  const plain = typed.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase()
  if (!/^[1-9]\d{16}[\dX]$/.test(plain)) return null
  const born = parseDay(`${plain.slice(6, 10)}-${plain.slice(10, 12)}-${plain.slice(12, 14)}`)
  if (born === null || born > today) return null
  return idCheck(plain) === plain.charAt(17) ? plain : null
}

/** Shown with its middle masked: the region of issue and the last two characters. */
export const maskedIdNumber = (number: string): string => `${number.slice(0, 4)}************${number.slice(-2)}`
