import type { Scope } from '~/domain/accounts/scope'
import { type Day, formatDay } from '~/domain/shared/day'
import { db } from '../db.server'
import type { Tx } from '../transact.server'
import { type FoundClash, findClashes } from './clashes.server'
import { unitsInScope } from './scope-where.server'

export type WaitingJoin = {
  id: string
  name: string
  phone: string
  position: string
  from: string
  createdAt: Date
  /** Signed in as somebody who already works somewhere: no new person will be made. */
  known: boolean
  clashes: FoundClash[]
}

export const joinsAPage = 20

/** Requests that wait for a unit's manager, oldest first, each with the known people it may be. */
export async function listWaiting(scope: Scope, unitId: string, page: number): Promise<{ rows: WaitingJoin[]; total: number }> {
  const where = { unitId, decidedAt: null, unit: unitsInScope(scope) }
  const total = await db().joinRequest.count({ where })
  const found = await db().joinRequest.findMany({
    where,
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    include: { person: { select: { id: true, mergedIntoId: true, posts: { select: { id: true }, take: 1 } } } },
    skip: (page - 1) * joinsAPage,
    take: joinsAPage,
  })
  const rows = found.map(async ({ person, id, name, phone, position, from, createdAt }) => {
    const known = person.posts.length > 0 || person.mergedIntoId !== null
    const question = { unitId, personId: person.mergedIntoId ?? person.id, name, phone, idHash: null }
    return { id, name, phone, position, from, createdAt, known, clashes: known ? [] : await findClashes(db(), question) }
  })
  return { rows: await Promise.all(rows), total }
}

export const countWaiting = (scope: Scope, unitId: string): Promise<number> =>
  db().joinRequest.count({ where: { unitId, decidedAt: null, unit: unitsInScope(scope) } })

/** Requests declined since an instant, newest first: what can still be undone. */
export const listDeclined = (scope: Scope, unitId: string, since: Date) =>
  db().joinRequest.findMany({
    where: { unitId, unit: unitsInScope(scope), decision: 'declined', decidedAt: { gte: since } },
    orderBy: { decidedAt: 'desc' },
    select: { id: true, name: true, position: true, from: true, decidedAt: true },
    take: 20,
  })

/** A request as the transaction that decides it sees it; null where the unit has none of this id. */
export const joinForDecision = (tx: Tx, id: string, unitId: string) => tx.joinRequest.findFirst({ where: { id, unitId } })

export type NewJoin = { id: string; unitId: string; personId: string; name: string; phone: string; position: string; from: Day; now: Date }

export async function recordJoinRequested(tx: Tx, { from, now, ...request }: NewJoin): Promise<void> {
  await tx.joinRequest.create({ data: { ...request, from: formatDay(from), createdAt: now } })
}

/** The request with this id, whoever made it. */
export const joinById = (tx: Tx, id: string) =>
  tx.joinRequest.findUnique({
    where: { id },
    include: { person: { include: { account: true, posts: { select: { id: true }, take: 1 } } } },
  })

/** Requests of one person that wait at a unit. */
export const waitingOf = (tx: Tx, personId: string, unitId: string) =>
  tx.joinRequest.findMany({ where: { personId, unitId, decidedAt: null } })

type Decision = { id: string; at: Date; by: string; decision: 'confirmed' | 'declined' | 'replaced'; postId: string | null }

export async function recordJoinDecided(tx: Tx, { id, at, by, decision, postId }: Decision): Promise<void> {
  await tx.joinRequest.update({ where: { id }, data: { decidedAt: at, decidedBy: by, decision, postId } })
}

/** A declined request waits again. */
export async function recordJoinReopened(tx: Tx, id: string): Promise<void> {
  await tx.joinRequest.update({ where: { id }, data: { decidedAt: null, decidedBy: null, decision: null } })
}

/** The provisional person becomes part of the known one; what he made stays his and is found through `mergedIntoId`. */
export async function recordMerged(tx: Tx, personId: string, intoId: string): Promise<void> {
  await tx.person.update({ where: { id: personId }, data: { mergedIntoId: intoId } })
  await tx.session.deleteMany({ where: { account: { personId } } })
}
