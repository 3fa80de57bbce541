import { type Day, formatDay } from '~/domain/shared/day'
import { db } from '../db.server'
import type { Tx } from '../transact.server'
import type { ScopedUnit } from './unit-clearance.server'

export type WaiverRow = { id: string; dutyId: string; subjectId: string; from: string; through: string; reason: string }

const shown = { id: true, dutyId: true, subjectId: true, from: true, through: true, reason: true } as const

/** The waivers granted at a unit, the latest end first. The unit must come from a scoped finder. */
export const findWaivers = (unit: ScopedUnit): Promise<WaiverRow[]> =>
  db().waiver.findMany({ where: { unitId: unit.id }, select: shown, orderBy: [{ through: 'desc' }, { from: 'desc' }, { id: 'asc' }] })

export type NewWaiver = {
  id: string
  dutyId: string
  subjectId: string
  unitId: string
  from: Day
  through: Day
  reason: string
  grantedBy: string
  grantedAt: Date
}

/** A duty is lifted. False where the same duty is lifted from the same subject on one of these days already. */
export async function recordWaiver(tx: Tx, { from, through, ...waiver }: NewWaiver): Promise<boolean> {
  const span = { from: formatDay(from), through: formatDay(through) }
  const { dutyId, subjectId } = waiver
  const overlapping = await tx.waiver.findFirst({
    where: { dutyId, subjectId, from: { lte: span.through }, through: { gte: span.from } },
    select: { id: true },
  })
  if (overlapping !== null) return false
  await tx.waiver.create({ data: { ...waiver, ...span } })
  return true
}

/** One waiver of a unit, to be taken back. */
export const waiverForChange = (tx: Tx, id: string, unitId: string): Promise<WaiverRow | null> =>
  tx.waiver.findFirst({ where: { id, unitId }, select: shown })

/** Takes a waiver back after a last day; null where no day of it is left. What was granted stays in the audit log. */
export async function recordWaiverEnded(tx: Tx, id: string, through: Day | null): Promise<void> {
  if (through === null) await tx.waiver.delete({ where: { id } })
  else await tx.waiver.update({ where: { id }, data: { through: formatDay(through) } })
}
