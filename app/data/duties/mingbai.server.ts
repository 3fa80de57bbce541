import { endingFault, overlaps } from '~/domain/org/holding'
import { type Day, formatDay } from '~/domain/shared/day'
import { db } from '../db.server'
import { storedSpan } from '../stored-day.server'
import type { Tx } from '../transact.server'
import type { Ending, EndingFault } from './plan-adoptions.server'
import type { ScopedUnit } from './unit-clearance.server'

const shown = {
  id: true,
  unitId: true,
  from: true,
  to: true,
  namedBy: true,
  endedBy: true,
  post: { select: { id: true, position: true, from: true, to: true, person: { select: { id: true, name: true } } } },
} as const

/** Whom units name or have named as their 明白人, the latest first. The units must come from a scoped finder. */
export const findNamedMingbai = (units: readonly Pick<ScopedUnit, 'id'>[]) =>
  db().namedMingbai.findMany({
    where: { unitId: { in: units.map(({ id }) => id) } },
    select: shown,
    orderBy: [{ from: 'desc' }, { id: 'asc' }],
  })
export type NamedMingbaiRow = Awaited<ReturnType<typeof findNamedMingbai>>[number]

export type NewMingbai = { id: string; unitId: string; postId: string; from: Day; namedBy: string; createdAt: Date }

/** A post holder of the unit is named. Says so where there is no such post there on that day, or he is named then already. */
export async function recordMingbaiNamed(tx: Tx, { from, ...named }: NewMingbai): Promise<'named' | 'noPost' | 'already'> {
  const { unitId, postId } = named
  const first = formatDay(from)
  const held = await tx.post.count({ where: { id: postId, unitId, from: { lte: first }, OR: [{ to: null }, { to: { gte: first } }] } })
  if (held === 0) return 'noPost'
  const known = await tx.namedMingbai.findMany({ where: { unitId, postId }, select: { from: true, to: true } })
  if (known.some((span) => overlaps(storedSpan(span), { from, to: null }))) return 'already'
  await tx.namedMingbai.create({ data: { ...named, from: first } })
  return 'named'
}

/** A name is taken back after a last day. */
export async function recordMingbaiEnded(
  tx: Tx,
  where: { id: string; unitId: string },
  { lastDay, today, endedBy, endedAt }: Ending,
): Promise<EndingFault | { postId: string }> {
  const named = await tx.namedMingbai.findFirst({ where })
  if (named === null) return 'gone'
  const fault = endingFault(storedSpan(named), lastDay, today)
  if (fault !== null) return fault
  await tx.namedMingbai.update({ where: { id: named.id }, data: { to: formatDay(lastDay), endedBy, endedAt } })
  return { postId: named.postId }
}
