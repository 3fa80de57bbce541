import { recordAudit } from '~/data/accounts/audit.server'
import { revokeEvidenceOf } from '~/data/duties/evidence.server'
import { standingOfSheet } from '~/data/imports/past-trainings.server'
import { transact } from '~/data/transact.server'
import type { Acting } from '~/domain/accounts/acting'
import { groupedBy } from '~/domain/shared/grouped'
import { type Refused, refuse } from '~/domain/shared/refusal'
import { newId } from '~/gateways/secrets.server'
import { reachedImport } from './reached-import.server'

/**
 * Takes back all trainings that a sheet brought, with the reason: from today they count for nothing, and that they were brought stays on
 * record. The sheet put right may be brought anew.
 */
export async function takeBackTrainings(
  acting: Acting,
  { id, reason }: { id: string; reason: string },
): Promise<{ kind: 'takenBack'; count: number } | Refused> {
  const { kind, state, unitId } = await reachedImport(acting, id)
  if (kind !== 'trainings' || state !== 'written') return refuse('imports:refusal.nothingToTakeBack')
  const { actor, now, today } = acting
  const auditId = newId(now)
  const said = reason.trim()
  if (said.length < 4) return refuse('imports:refusal.reason', 'reason')
  return transact(async (tx) => {
    const standing = await standingOfSheet(id, tx)
    if (standing.length === 0) return refuse('imports:refusal.nothingToTakeBack')
    for (const [chain, own] of groupedBy(standing, (one) => one.chain))
      await revokeEvidenceOf(
        tx,
        chain,
        own.map((one) => ({ id: newId(now), revokes: one.id, on: today, reason: 'import-withdrawn', by: actor.accountId, at: now })),
      )
    await recordAudit(tx, {
      ...{ id: auditId, at: now, actor: actor.accountId, act: 'imports.trainingsTakenBack' },
      ...{ target: { kind: 'rosterImport', id }, unitId, detail: { count: standing.length, reason: said } },
    })
    return { kind: 'takenBack', count: standing.length }
  })
}
