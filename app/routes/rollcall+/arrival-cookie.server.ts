import { settings } from '~/env.server'
import type { Asked } from '~/http/asked.server'

const name = 'mingbai_arrival'
const kept = 'Path=/K; Max-Age=900; HttpOnly; SameSite=Lax'

/** What this browser was given for a code that it brought in time; null where it holds none. */
export const arrivalToken = (request: Asked): string | null =>
  new RegExp(`(?:^|; )${name}=([0-9A-Z]{26})(?:;|$)`).exec(request.headers.get('Cookie') ?? '')?.[1] ?? null

/** Sent back to the pages of check-in only, longer than an arrival is held, so that a late one can be told why. */
export const arrivalCookie = (token: string): string =>
  `${name}=${token}; ${kept}${settings().publicUrl.startsWith('https:') ? '; Secure' : ''}`
