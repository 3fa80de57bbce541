import type { Tx } from '../transact.server'

export type AuditFact = {
  id: string
  at: Date
  /** Account id, or 'system'. */
  actor: string
  /** noun.past-fact, e.g. unit.added; the list of acts is in the locales (accounts:audit.act). */
  act: string
  target: { kind: string; id: string }
  unitId?: string | null
  placeId?: string | null
  /** Codes and days; never a password, never a full number. */
  detail?: Record<string, string | number | boolean | null>
}

/** One entry per act, in the act's own transaction. */
export async function recordAudit(tx: Tx, fact: AuditFact): Promise<void> {
  await tx.auditEntry.create({
    data: {
      id: fact.id,
      at: fact.at,
      actor: fact.actor,
      act: fact.act,
      targetKind: fact.target.kind,
      targetId: fact.target.id,
      unitId: fact.unitId ?? null,
      placeId: fact.placeId ?? null,
      detail: JSON.stringify(fact.detail ?? {}),
    },
  })
}
