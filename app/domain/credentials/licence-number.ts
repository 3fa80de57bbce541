import { withoutUnseen } from '../shared/plain-text'

/** A number as it is kept and compared: upper case, full-width letters made plain, without spaces and dashes. */
export const plainNumber = (typed: string): string =>
  withoutUnseen(typed)
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-‐‑–—_·.]/g, '')

/** A name for comparing: the dots of long names and spaces do not count. */
export const plainName = (name: string): string =>
  withoutUnseen(name)
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s·•・.‧]/g, '')

/** For those who need not read it: what stands before the last four is covered (T**************1234). */
export function maskedLicenceNumber(number: string): string {
  const shown = number.length > 8 ? 4 : 2
  const first = number.length > 8 && /^[A-Z]/.test(number) ? number.slice(0, 1) : ''
  return first + '*'.repeat(Math.max(0, number.length - shown - first.length)) + number.slice(-shown)
}
