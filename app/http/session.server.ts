import { Lucia, TimeSpan } from 'lucia'
import { sessionStore, touchSession } from '~/data/accounts/sessions.server'
import { idleEnd, sessionLimits } from '~/domain/accounts/session-limits'
import { settings } from '~/env.server'
import { newCode } from '~/gateways/secrets.server'

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
}

/** Who sent this request, by its cookie; null for nobody and for sessions past their idle or absolute end. */
export async function readSession(request: Request, now: Date): Promise<SignedIn | null> {
  const sessionId = lucia.readSessionCookie(request.headers.get('Cookie') ?? '')
  if (!sessionId) return null
  const [stored, user] = await sessionStore.getSessionAndUser(sessionId)
  if (!stored || !user) return null
  const { kind, seenAt, passwordAt, absoluteAt } = stored.attributes
  if (now > stored.expiresAt || now > absoluteAt) {
    await lucia.invalidateSession(sessionId)
    return null
  }
  const refreshAfter = Math.min(sessionLimits[kind].idle / 10, 3_600_000)
  if (now.getTime() - seenAt.getTime() > refreshAfter) await touchSession(sessionId, now, idleEnd(kind, now, absoluteAt))
  return { sessionId, accountId: stored.userId, personId: user.attributes.personId, name: user.attributes.name, kind, passwordAt }
}

/** Starts a session with a new id and returns the Set-Cookie header. An older session of this browser is ended. */
export async function startSession(
  request: Request,
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
export async function endSession(request: Request): Promise<string> {
  const sessionId = lucia.readSessionCookie(request.headers.get('Cookie') ?? '')
  if (sessionId) await lucia.invalidateSession(sessionId)
  return lucia.createBlankSessionCookie().serialize()
}

/** Ends every session of an account, on a change of rights or password. */
export const endAllSessions = (accountId: string): Promise<void> => lucia.invalidateUserSessions(accountId)

/** Notes that the password was just proved again in this session. */
export async function notePassword(signedIn: SignedIn, now: Date): Promise<void> {
  const limits = sessionLimits[signedIn.kind]
  await touchSession(signedIn.sessionId, now, new Date(now.getTime() + limits.idle), now)
}
