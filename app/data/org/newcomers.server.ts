import { type Day, formatDay } from '~/domain/shared/day'
import { NotFound } from '~/domain/shared/faults'
import type { Tx } from '../transact.server'

export type Newcomer = { personId: string; name: string; phone: string | null; now: Date }

export async function recordPersonAdded(tx: Tx, { personId, name, phone, now }: Newcomer): Promise<void> {
  await tx.person.create({ data: { id: personId, name, phone, createdAt: now } })
}

/** Whose sign-in name this phone is already, if anybody's. */
export const holderOfPhone = (tx: Tx, phone: string): Promise<{ id: string; personId: string } | null> =>
  tx.account.findUnique({ where: { phone }, select: { id: true, personId: true } })

export type NewPost = { id: string; personId: string; unitId: string; position: string; from: Day; cardToken: string; now: Date }

/** Begins a post; at a unit whose last day is set, the post ends with it. At a unit closed by then there is nothing to begin. */
export async function recordPostBegun(tx: Tx, { from, now, ...post }: NewPost): Promise<void> {
  const unit = await tx.unit.findUnique({ where: { id: post.unitId }, select: { to: true } })
  const first = formatDay(from)
  if (!unit || (unit.to !== null && unit.to < first)) throw new NotFound()
  await tx.post.create({ data: { ...post, from: first, to: unit.to, createdAt: now } })
}
