import { endingFault } from '~/domain/org/holding'
import { pathsTo } from '~/domain/org/place-scope'
import { type Day, formatDay } from '~/domain/shared/day'
import { db } from '../db.server'
import { storedSpan } from '../stored-day.server'
import type { Tx } from '../transact.server'

/** What ends something given, and when: written once. */
export type Ending = { lastDay: Day; today: Day; endedBy: string; endedAt: Date }
export type EndingFault = 'gone' | NonNullable<ReturnType<typeof endingFault>>

const shown = {
  id: true,
  document: true,
  from: true,
  to: true,
  adoptedBy: true,
  endedBy: true,
  place: { select: { id: true, name: true, path: true } },
} as const

/** The plans by which a place works or has worked: its own and those of the places above it. Not secret: no scope. */
export const findPlanAdoptions = (placePath: string) =>
  db().planAdoption.findMany({
    where: { place: { path: { in: [...pathsTo(placePath)] } } },
    select: shown,
    orderBy: [{ from: 'desc' }, { id: 'asc' }],
  })

export type NewPlanAdoption = { id: string; document: string; placeId: string; from: Day; adoptedBy: string; createdAt: Date }

/** A place takes a plan up. False where it works by that plan on that day or later. */
export async function recordPlanAdopted(tx: Tx, { from, ...adoption }: NewPlanAdoption): Promise<boolean> {
  const { document, placeId } = adoption
  const first = formatDay(from)
  const later = await tx.planAdoption.count({ where: { document, placeId, OR: [{ to: null }, { to: { gte: first } }] } })
  if (later > 0) return false
  await tx.planAdoption.create({ data: { ...adoption, from: first } })
  return true
}

/** A place lays a plan down after a last day. */
export async function recordPlanEnded(
  tx: Tx,
  where: { id: string; placeId: string },
  { lastDay, today, endedBy, endedAt }: Ending,
): Promise<EndingFault | { document: string }> {
  const adoption = await tx.planAdoption.findFirst({ where })
  if (adoption === null) return 'gone'
  const fault = endingFault(storedSpan(adoption), lastDay, today)
  if (fault !== null) return fault
  await tx.planAdoption.update({ where: { id: adoption.id }, data: { to: formatDay(lastDay), endedBy, endedAt } })
  return { document: adoption.document }
}
