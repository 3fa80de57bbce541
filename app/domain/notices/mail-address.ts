import { z } from 'zod'

export const addressLength = 200
const shape = z.email()

/** An address as mail servers take it, its server in lower case; null for what is none. One line, no name beside it. */
export function readAddress(typed: string): string | null {
  const text = typed.trim()
  if (text.length > addressLength || !shape.safeParse(text).success) return null
  const at = text.lastIndexOf('@')
  return `${text.slice(0, at)}@${text.slice(at + 1).toLowerCase()}`
}

/** Enough of an address to know it by: li***@example.cn. */
export function maskedAddress(address: string): string {
  const at = address.lastIndexOf('@')
  return `${address.slice(0, Math.min(2, at))}***${address.slice(at)}`
}

/** Length of the code that proves that somebody reads the mail of an address, and hours for which it is good. */
export const codeLength = 8
export const codeHours = 24

export const oftens = ['never', 'weekly', 'daily'] as const
export type Often = (typeof oftens)[number]

/** none: nothing given, or given back. waiting: its code has not come back. refused: its server does not take mail for it. */
export type AddressState = 'none' | 'waiting' | 'confirmed' | 'refused'

export function addressState(kinds: readonly string[] | null): AddressState {
  if (kinds === null || kinds.includes('withdrawn')) return 'none'
  if (kinds.includes('refused')) return 'refused'
  return kinds.includes('confirmed') ? 'confirmed' : 'waiting'
}

/** Is the code of an address that was given at this instant still good? */
export const isCodeGood = (given: Date, now: Date): boolean => now.getTime() - given.getTime() < codeHours * 3_600_000
