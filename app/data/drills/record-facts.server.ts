import { drillBody } from '~/domain/drills/drill-body'
import { db } from '../db.server'
import type { Tx } from '../transact.server'

/** The version of a unit's plan that was in force at an instant, before this drill changed it; null where there was none. */
export async function planVersionInside(tx: Tx, drill: { id: string; unitId: string }, at: Date): Promise<number | null> {
  const found = await tx.drillPlan.findMany({
    where: { unitId: drill.unitId, createdAt: { lte: at } },
    orderBy: { version: 'desc' },
    select: { version: true, drillId: true },
  })
  return found.find(({ drillId }) => drillId !== drill.id)?.version ?? null
}

/** A drill of a unit of this kind on this day, besides one; called-off ones do not count. */
export async function sameDayInside(tx: Tx, drill: { id: string; unitId: string; kind: string; on: string }): Promise<string | null> {
  const found = await tx.drill.findMany({
    where: { unitId: drill.unitId, id: { not: drill.id }, steps: { none: { kind: 'called-off' } } },
    select: { id: true, revisions: { orderBy: { nth: 'desc' }, take: 1, select: { body: true } } },
    orderBy: { createdAt: 'desc' },
    take: 200,
  })
  const isSame = (body: string): boolean => {
    const { kind, on } = drillBody.parse(JSON.parse(body))
    return kind === drill.kind && on === drill.on
  }
  return found.find(({ revisions: [revision] }) => revision !== undefined && isSame(revision.body))?.id ?? null
}

/** For pages that read what use cases read inside their transactions: committed rows, and no writing. */
export const reader = (): Tx => db()
