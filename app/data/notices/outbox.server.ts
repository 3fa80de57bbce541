import { z } from 'zod'
import type { MailStop, MailTry, TryEnd } from '~/domain/notices/mail-tries'
import { type Day, formatDay } from '~/domain/shared/day'
import { statement } from '../db.server'
import { openDay } from '../stored-day.server'
import type { Tx } from '../transact.server'

export type NewMail = {
  id: string
  accountId: string
  addressId: string
  kind: 'code' | 'digest'
  on: Day
  /** What must not be made twice. */
  once: string
  sealed: string
  at: Date
}
export type WaitingMail = Pick<NewMail, 'id' | 'accountId' | 'addressId' | 'sealed' | 'at' | 'kind'> & { tries: MailTry[] }

const instant = z.string().transform((at) => new Date(at))
const mailRow = z.object({
  id: z.string(),
  accountId: z.string(),
  addressId: z.string(),
  kind: z.enum(['code', 'digest']),
  sealed: z.string(),
  at: instant,
})
const waiting = `SELECT m."id", m."accountId", m."addressId", m."kind", m."sealed", m."at" FROM "Mail" m
  WHERE NOT EXISTS (SELECT 1 FROM "MailEnd" e WHERE e."mailId" = m."id") ORDER BY m."kind", m."id"`
const tryRow = z.object({
  beganAt: instant,
  kind: z.enum(['taken', 'later', 'refused', 'doubt']).nullable(),
  at: instant.nullable(),
})
const triesOf = `SELECT t."beganAt", e."kind", e."at" FROM "MailTry" t LEFT JOIN "MailTryEnd" e ON e."tryId" = t."id"
  WHERE t."mailId" = ? ORDER BY t."nth"`

const triesAt = (mailId: string): MailTry[] =>
  statement(triesOf)
    .all(mailId)
    .map((found) => tryRow.parse(found))
    .map(({ beganAt, kind, at }) => ({ beganAt: beganAt.getTime(), end: kind === null || at === null ? null : { kind, at: at.getTime() } }))

/** Letters that may still have to be sent, codes that somebody waits for first. */
export const waitingMail = (): WaitingMail[] =>
  statement(waiting)
    .all()
    .map((found) => mailRow.parse(found))
    .map((mail) => ({ ...mail, tries: triesAt(mail.id) }))

const lastDigest = `SELECT MAX("on") AS "on" FROM "Mail" WHERE "accountId" = ? AND "kind" = 'digest'`
const lastRow = z.object({ on: z.string().nullable() })

/** The civil day of the last digest of an account; null before the first. */
export const lastDigestOf = (accountId: string): Day | null => openDay(lastRow.parse(statement(lastDigest).get(accountId)).on)

/** Puts a letter into the outbox, with the notices it tells of. False where it was made before; then nothing is written. */
export async function recordMail(tx: Tx, { on, ...mail }: NewMail, noticeIds: readonly string[]): Promise<boolean> {
  if ((await tx.mail.count({ where: { once: mail.once } })) > 0) return false
  await tx.mail.create({ data: { ...mail, on: formatDay(on) } })
  for (const noticeId of noticeIds) await tx.mailNotice.create({ data: { noticeId, mailId: mail.id } })
  return true
}

/** A try begins. False where another one has begun meanwhile: this letter is not ours to send now. */
export async function recordTryBegun(tx: Tx, next: { id: string; mailId: string; nth: number; beganAt: Date }): Promise<boolean> {
  if ((await tx.mailTry.count({ where: { mailId: next.mailId } })) !== next.nth - 1) return false
  await tx.mailTry.create({ data: next })
  return true
}

export async function recordTryEnded(tx: Tx, end: { tryId: string; kind: TryEnd; said: string; at: Date }): Promise<void> {
  await tx.mailTryEnd.create({ data: end })
}

/** It is not tried any more. False where that was so before. */
export async function recordMailOver(tx: Tx, mailId: string, kind: MailStop | 'withdrawn', at: Date): Promise<boolean> {
  if ((await tx.mailEnd.count({ where: { mailId } })) > 0) return false
  await tx.mailEnd.create({ data: { mailId, kind, at } })
  return true
}
