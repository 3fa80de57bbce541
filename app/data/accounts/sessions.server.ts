import { createHash } from 'node:crypto'
import type { Adapter, DatabaseSession } from 'lucia'
import { z } from 'zod'
import { statement } from '../db.server'
import { transact } from '../transact.server'

const hashOf = (sessionId: string): string => createHash('sha256').update(sessionId).digest('hex')

export type SessionFacts = { kind: 'console' | 'learner'; createdAt: Date; seenAt: Date; passwordAt: Date | null; absoluteAt: Date }

/** `cameBySlip`: a slip was used and no password has been set since. */
export type AccountFacts = { personId: string; name: string; hasPassword: boolean; cameBySlip: boolean }

const row = z.object({
  accountId: z.string(),
  kind: z.enum(['console', 'learner']),
  createdAt: z.string(),
  seenAt: z.string(),
  passwordAt: z.string().nullable(),
  expiresAt: z.string(),
  absoluteAt: z.string(),
  personId: z.string(),
  name: z.string(),
  hasPassword: z.number().transform(Boolean),
  cameBySlip: z.number().transform(Boolean),
})

const find = `SELECT s."accountId", s."kind", s."createdAt", s."seenAt", s."passwordAt", s."expiresAt", s."absoluteAt", a."personId", p."name",
    CASE WHEN a."passwordHash" IS NULL THEN 0 ELSE 1 END AS "hasPassword",
    CASE WHEN a."passwordHash" IS NULL AND EXISTS (SELECT 1 FROM "Slip" k WHERE k."accountId" = a."id" AND k."usedAt" IS NOT NULL)
      THEN 1 ELSE 0 END AS "cameBySlip"
  FROM "Session" s JOIN "Account" a ON a."id" = s."accountId" JOIN "Person" p ON p."id" = a."personId"
  WHERE s."id" = ? AND p."mergedIntoId" IS NULL`

/** The adapter stores only the hash of the session id: who reads the table cannot sign in with it. */
export const sessionStore: Adapter = {
  async getSessionAndUser(sessionId) {
    const found = statement(find).get(hashOf(sessionId))
    if (found === undefined) return [null, null]
    const known = row.parse(found)
    const attributes: SessionFacts = {
      kind: known.kind,
      createdAt: new Date(known.createdAt),
      seenAt: new Date(known.seenAt),
      passwordAt: known.passwordAt === null ? null : new Date(known.passwordAt),
      absoluteAt: new Date(known.absoluteAt),
    }
    const session: DatabaseSession = { id: sessionId, userId: known.accountId, expiresAt: new Date(known.expiresAt), attributes }
    const { personId, name, hasPassword, cameBySlip } = known
    return [session, { id: known.accountId, attributes: { personId, name, hasPassword, cameBySlip } }]
  },
  async setSession(session) {
    await transact((tx) =>
      tx.session.create({
        data: { id: hashOf(session.id), accountId: session.userId, expiresAt: session.expiresAt, ...session.attributes },
      }),
    )
  },
  async updateSessionExpiration(sessionId, expiresAt) {
    await transact((tx) => tx.session.updateMany({ where: { id: hashOf(sessionId) }, data: { expiresAt } }))
  },
  async deleteSession(sessionId) {
    await transact((tx) => tx.session.deleteMany({ where: { id: hashOf(sessionId) } }))
  },
  async deleteUserSessions(accountId) {
    await transact((tx) => tx.session.deleteMany({ where: { accountId } }))
  },
  async getUserSessions() {
    return []
  },
  async deleteExpiredSessions() {
    await transact((tx) => tx.session.deleteMany({ where: { expiresAt: { lt: new Date() } } }))
  },
}

declare module 'lucia' {
  interface Register {
    DatabaseSessionAttributes: SessionFacts
    DatabaseUserAttributes: AccountFacts
  }
}

/** Marks a session as used: new idle end, and the instant of the last proof of the password where it was just given. */
export async function touchSession(sessionId: string, seenAt: Date, expiresAt: Date, passwordAt?: Date): Promise<void> {
  await transact((tx) =>
    tx.session.updateMany({ where: { id: hashOf(sessionId) }, data: { seenAt, expiresAt, ...(passwordAt ? { passwordAt } : {}) } }),
  )
}
