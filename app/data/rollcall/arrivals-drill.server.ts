import { z } from 'zod'
import { type DrillBody, drillBody } from '~/domain/drills/drill-body'
import { isClosed, stepKinds } from '~/domain/drills/drill-state'
import { timelineOf } from '~/domain/drills/timeline'
import { statement } from '../db.server'
import { keptRows } from '../kept-rows.server'
import type { Tx } from '../transact.server'
import { listedNow } from './arrivals-list.server'
import { stampsOf } from './entries.server'

const newestSql = 'SELECT "id" FROM "DrillRevision" WHERE "drillId" = ? ORDER BY "nth" DESC LIMIT 1'
const idRow = z.object({ id: z.string() })
const bodyRow = z.object({ body: z.string() })
const bodyKept = keptRows((id) => {
  const { body } = bodyRow.parse(statement('SELECT "body" FROM "DrillRevision" WHERE "id" = ?').get(id))
  return drillBody.parse(JSON.parse(body))
})

/** What a drill is to be, as last written; a revision is read once, however many arrive. Null where there is no such drill. */
export function drillBodyNow(drillId: string): DrillBody | null {
  const found = statement(newestSql).get(drillId)
  return found === undefined ? null : bodyKept(idRow.parse(found).id)
}

const kind = z.enum(stepKinds)
const stepsSql = 'SELECT "kind" FROM "DrillStep" WHERE "drillId" = ? ORDER BY "nth"'
const stepRow = z.object({ kind })

/** Whether a drill takes nothing more: signed, or called off. */
export const isClosedNow = (drillId: string): boolean =>
  isClosed(
    statement(stepsSql)
      .all(drillId)
      .map((found) => stepRow.parse(found)),
  )

export async function isClosedInside(tx: Tx, drillId: string): Promise<boolean> {
  const steps = await tx.drillStep.findMany({ where: { drillId }, orderBy: { nth: 'asc' }, select: { kind: true } })
  return isClosed(steps.map((step) => ({ kind: kind.parse(step.kind) })))
}

/** When all clear was given at a call, in milliseconds; null before. */
export const allClearAt = (callId: string): number | null => timelineOf(stampsOf(callId), listedNow(callId).roles).ends
