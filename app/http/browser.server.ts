import { settings } from '~/env.server'
import { newCode } from '~/gateways/secrets.server'
import type { Asked } from './asked.server'

const name = 'mingbai_browser'

/** What this browser is called in the sign-in limits: a random mark that it was given when somebody signed in here. */
export function browserMark(request: Asked): string | null {
  const cookies = request.headers.get('Cookie') ?? ''
  return new RegExp(`(?:^|; )${name}=([0-9A-Z]{32})(?:;|$)`).exec(cookies)?.[1] ?? null
}

export const newBrowserMark = (): string => newCode(32)

/** Keeps the mark for a year. It opens nothing; it only keeps other people's guessing from locking this browser out. */
export const browserCookie = (mark: string): string =>
  `${name}=${mark}; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax${settings().publicUrl.startsWith('https:') ? '; Secure' : ''}`
