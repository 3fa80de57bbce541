import type { Asked } from './asked.server'
import { browserCookie } from './browser.server'
import { startSession } from './session.server'

type Entered = { accountId: string; session: 'console' | 'learner' }

/** The headers of a successful sign-in: a session with a new id, and the mark by which this browser stays known. */
export async function entryHeaders(request: Asked, entered: Entered, mark: string, now: Date, byPassword: boolean): Promise<Headers> {
  const headers = new Headers()
  headers.append('Set-Cookie', await startSession(request, entered.accountId, entered.session, now, byPassword))
  headers.append('Set-Cookie', browserCookie(mark))
  return headers
}
