import { Lucia, TimeSpan } from 'lucia'
import { sessionStore, touchSession } from '~/data/accounts/sessions.server'
import { atOnceOrNot } from '~/data/patience.server'
import { idleEnd, sessionLimits } from '~/domain/accounts/session-limits'
import { NotSaved } from '~/domain/shared/faults'
import { settings } from '~/env.server'
import { newCode } from '~/gateways/secrets.server'
import type { Asked } from './asked.server'

const lucia = new Lucia(sessionStore, {
  sessionExpiresIn: new TimeSpan(365, 'd'),
  sessionCookie: {
    name: 'mingbai_session',
    expires: false,
    attributes: { sameSite: 'lax', path: '/', secure: settings().publicUrl.startsWith('https:') },
  },
  getSessionAttributes: (facts) => facts,
  getUserAttributes: (facts) => facts,
})

export type SignedIn = {
  sessionId: string
  accountId: string
  personId: string
  name: string
  kind: 'console' | 'learner'
  passwordAt: Date | null
  absoluteAt: Date
  hasPassword: boolean
  /** Signed in by a printed slip: nothing but setting a password is open until that is done. */
  mustSetPassword: boolean
}

/** How stale `seenAt` may get, so that reading pages does not write every time. It may end a session that much early, never late. */
const seenWithin = { console: 60_000, learner: 3_600_000 } as const

/** Nobody's page waits, or fails, for this while nothing can be written. */
const ifItCan = (write: () => Promise<void>): Promise<void> =>
  atOnceOrNot(write).catch((fault: unknown) => {
    if (!(fault instanceof NotSaved)) throw fault
  })

/** The session that a browser says it is in. Other cookies, and what no session of ours is called, are passed over without being decoded. */
const sessionIdIn = (request: Asked): string | null =>
  /(?:^|;)\s*mingbai_session=([\w-]{1,100})\s*(?:;|$)/.exec(request.headers.get('Cookie') ?? '')?.[1] ?? null

/** Who sent this request, by its cookie; null for nobody and for sessions past their idle or absolute end. */
export async function readSession(request: Asked, now: Date): Promise<SignedIn | null> {
  const sessionId = sessionIdIn(request)
  if (!sessionId) return null
  const [stored, user] = await sessionStore.getSessionAndUser(sessionId)
  if (!stored || !user) return null
  const { kind, seenAt, passwordAt, absoluteAt } = stored.attributes
  if (now >= stored.expiresAt || now >= absoluteAt) {
    await ifItCan(() => lucia.invalidateSession(sessionId))
    return null
  }
  if (now.getTime() - seenAt.getTime() >= seenWithin[kind])
    await ifItCan(() => touchSession(sessionId, now, idleEnd(kind, now, absoluteAt)))
  const { personId, name, hasPassword, cameBySlip } = user.attributes
  return { sessionId, accountId: stored.userId, personId, name, kind, passwordAt, absoluteAt, hasPassword, mustSetPassword: cameBySlip }
}

/** Starts a session with a new id and returns the Set-Cookie header. An older session of this browser is ended. */
export async function startSession(
  request: Asked,
  accountId: string,
  kind: 'console' | 'learner',
  now: Date,
  byPassword: boolean,
): Promise<string> {
  await endSession(request)
  const absoluteAt = new Date(now.getTime() + sessionLimits[kind].absolute)
  const sessionId = newCode(40)
  const expiresAt = idleEnd(kind, now, absoluteAt)
  await sessionStore.setSession({
    id: sessionId,
    userId: accountId,
    expiresAt,
    attributes: { kind, createdAt: now, seenAt: now, passwordAt: byPassword ? now : null, absoluteAt },
  })
  const cookie = lucia.createSessionCookie(sessionId)
  cookie.attributes.maxAge = Math.floor((absoluteAt.getTime() - now.getTime()) / 1000)
  return cookie.serialize()
}

/** Ends the session of this browser, if any, and returns the Set-Cookie header that forgets it. */
export async function endSession(request: Asked): Promise<string> {
  const sessionId = sessionIdIn(request)
  if (sessionId) await lucia.invalidateSession(sessionId)
  return lucia.createBlankSessionCookie().serialize()
}

/** Ends every session of an account: 'sign out everywhere'. Inside a transaction, `endSessionsOf(tx, …)` does the same. */
export const endAllSessions = (accountId: string): Promise<void> => lucia.invalidateUserSessions(accountId)

/** Notes that the password was just proved again in this session. */
export async function notePassword(signedIn: SignedIn, now: Date): Promise<void> {
  await touchSession(signedIn.sessionId, now, idleEnd(signedIn.kind, now, signedIn.absoluteAt), now)
}
