import type { Scope } from '~/domain/accounts/scope'
import { type Correctable, correctable } from '~/domain/personal/correction'
import { db } from '../db.server'
import { unitsInScope } from '../org/scope-where.server'
import type { Tx } from '../transact.server'

export type NewCorrection = {
  id: string
  personId: string
  accountId: string
  unitId: string | null
  field: Correctable
  sealed: string
  why: string
  at: Date
}

export async function recordCorrectionAsked(tx: Tx, request: NewCorrection): Promise<void> {
  await tx.correctionRequest.create({ data: request })
}

/** Does a request about this field of his wait already? */
export const correctionWaits = async (tx: Tx, personId: string, field: Correctable): Promise<boolean> =>
  (await tx.correctionRequest.count({ where: { personId, field, answer: { is: null } } })) > 0

export type CorrectionEnd = { requestId: string; kind: 'done' | 'declined' | 'withdrawn'; reason: string; at: Date; by: string }

export async function recordCorrectionAnswered(tx: Tx, answer: CorrectionEnd): Promise<void> {
  await tx.correctionAnswer.create({ data: answer })
}

const shown = { id: true, personId: true, unitId: true, field: true, sealed: true, why: true, at: true, answer: true } as const
const fieldOf = (text: string): Correctable => correctable.find((field) => field === text) ?? 'name'

/** One's own requests, the latest first. */
export const listOwnCorrections = async (personId: string) =>
  (await db().correctionRequest.findMany({ where: { personId }, select: shown, orderBy: { at: 'desc' }, take: 20 })).map((row) => ({
    ...row,
    field: fieldOf(row.field),
  }))

/** Requests that wait at a unit, the oldest first. */
export async function listWaitingCorrections(scope: Scope, unitId: string) {
  const unit = await db().unit.findFirst({ where: { AND: [{ id: unitId }, unitsInScope(scope)] }, select: { id: true } })
  if (unit === null) return []
  const rows = await db().correctionRequest.findMany({
    where: { unitId, answer: { is: null } },
    select: shown,
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  })
  const people = await db().person.findMany({
    where: { id: { in: rows.map(({ personId }) => personId) } },
    select: { id: true, name: true, phone: true },
  })
  return rows.map((row) => ({ ...row, field: fieldOf(row.field), person: people.find(({ id }) => id === row.personId) ?? null }))
}

/** How many requests wait at a unit. The unit must be in reach. */
export const countWaitingCorrections = (unitId: string): Promise<number> =>
  db().correctionRequest.count({ where: { unitId, answer: { is: null } } })

/** A request that waits at a unit, as the use case that answers it sees it. */
export async function correctionToAnswer(tx: Tx, requestId: string, unitId: string) {
  const found = await tx.correctionRequest.findFirst({ where: { id: requestId, unitId }, select: shown })
  return found === null ? null : { ...found, field: fieldOf(found.field) }
}

/** The unit a request goes to: the one of the person's newest post that has not ended. */
export async function unitToAsk(tx: Tx, personId: string, today: string): Promise<string | null> {
  const open = { OR: [{ to: null }, { to: { gte: today } }] }
  const post = await tx.post.findFirst({
    where: { personId, ...open },
    orderBy: [{ from: 'desc' }, { id: 'desc' }],
    select: { unitId: true },
  })
  return post?.unitId ?? null
}

/** Does another record hold this ID number? */
export const idNumberTaken = async (tx: Tx, personId: string, idHash: string): Promise<boolean> =>
  (await tx.person.count({ where: { idHash, id: { not: personId } } })) > 0
