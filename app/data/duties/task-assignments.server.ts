import { endingFault } from '~/domain/org/holding'
import { pathsTo } from '~/domain/org/place-scope'
import { type Day, formatDay } from '~/domain/shared/day'
import { db } from '../db.server'
import { storedSpan } from '../stored-day.server'
import type { Tx } from '../transact.server'
import type { Ending, EndingFault } from './plan-adoptions.server'

const shown = {
  id: true,
  departmentId: true,
  from: true,
  to: true,
  assignedBy: true,
  endedBy: true,
  endedAt: true,
  place: { select: { id: true, name: true, path: true } },
  unit: { select: { id: true, name: true, from: true, to: true } },
  post: { select: { position: true, from: true, to: true, person: { select: { name: true } } } },
} as const

/** Who answers, or has answered, for the departments of plans at a place and at those above it. The place must be in scope. */
export const findTaskAssignments = (placePath: string) =>
  db().taskAssignment.findMany({
    where: { place: { path: { in: [...pathsTo(placePath)] } } },
    select: shown,
    orderBy: [{ from: 'desc' }, { id: 'asc' }],
  })
export type TaskAssignmentRow = Awaited<ReturnType<typeof findTaskAssignments>>[number]

export type NewTaskAssignment = {
  id: string
  departmentId: string
  placeId: string
  unitId: string
  postId: string | null
  from: Day
  assignedBy: string
  createdAt: Date
}

/** A unit answers for a department at a place. False where the same unit does so on that day or later. */
export async function recordTaskAssigned(tx: Tx, { from, ...assignment }: NewTaskAssignment): Promise<boolean> {
  const { departmentId, placeId, unitId } = assignment
  const first = formatDay(from)
  const later = await tx.taskAssignment.count({ where: { departmentId, placeId, unitId, OR: [{ to: null }, { to: { gte: first } }] } })
  if (later > 0) return false
  await tx.taskAssignment.create({ data: { ...assignment, from: first } })
  return true
}

/** A unit answers no more, after a last day. */
export async function recordTaskEnded(
  tx: Tx,
  where: { id: string; placeId: string; departmentId: string },
  { lastDay, today, endedBy, endedAt }: Ending,
): Promise<EndingFault | { unitId: string }> {
  const assignment = await tx.taskAssignment.findFirst({ where })
  if (assignment === null) return 'gone'
  const fault = endingFault(storedSpan(assignment), lastDay, today)
  if (fault !== null) return fault
  await tx.taskAssignment.update({ where: { id: assignment.id }, data: { to: formatDay(lastDay), endedBy, endedAt } })
  return { unitId: assignment.unitId }
}
