/** One question to the server about a drill, with or without entries for it. */
import { type Answered, answered } from '../../domain/rollcall/wire'

/** signIn: nobody is signed in. closed: the drill takes nothing more. offline: no answer that can be read. */
export type Unanswered = 'signIn' | 'closed' | 'offline'

/** `offset`: how far this phone is behind the server, in milliseconds; null where the answer took too long to tell. */
export type Exchange = { kind: 'answered'; answer: Answered; offset: number | null } | { kind: Unanswered }

/** Only quick answers are measured by: a long wait says nothing about the clock. */
const quick = 2000

export async function exchanged(address: string, body: string | null, signal: AbortSignal): Promise<Exchange> {
  const sentAt = Date.now()
  const response = await fetch(address, {
    ...(body === null ? {} : { method: 'POST', body, headers: { 'Content-Type': 'application/json' } }),
    cache: 'no-store',
    signal,
  })
  if (response.redirected && new URL(response.url).pathname.startsWith('/sign-in')) return { kind: 'signIn' }
  if (response.status === 409 || response.status === 404) return { kind: 'closed' }
  if (!response.ok) return { kind: 'offline' }
  const answer = answered.parse(await response.json())
  const took = Date.now() - sentAt
  return { kind: 'answered', answer, offset: took < quick ? Math.round(answer.now + took / 2 - Date.now()) : null }
}

/** How far this phone is off, by the time in a page that has just come; null for one that was kept. */
export function offsetOfPage(made: number): number | null {
  if (document.querySelector('[data-offline-kept]') !== null) return null
  const [came] = performance.getEntriesByType('navigation')
  const since = came instanceof PerformanceNavigationTiming ? performance.now() - came.responseStart : 0
  return Math.round(made - (Date.now() - since))
}
