import { readPhone } from '../org/phone'

export type Login = { kind: 'phone' | 'staffNumber'; value: string }

/** What a person signs in with: a mobile number, else a staff number such as HX01-0042 (any case, spaces ignored). */
export function readLogin(typed: string): Login {
  const phone = readPhone(typed)
  if (phone !== null) return { kind: 'phone', value: phone }
  return {
    kind: 'staffNumber',
    value: typed
      .normalize('NFKC')
      .replace(/\s/g, '')
      .replace(/[‐‑–—]/g, '-')
      .toUpperCase(),
  }
}

/** `<SHORT>-<4 digits>`: the staff number that follows `last` in a unit. */
export const staffNumber = (shortCode: string, number: number): string => `${shortCode.toUpperCase()}-${String(number).padStart(4, '0')}`
