import { recordAudit } from '~/data/accounts/audit.server'
import { entriesInside, entryInside, recordEntryRevision } from '~/data/classes/training-entries.server'
import { transact } from '~/data/transact.server'
import type { Acting } from '~/domain/accounts/acting'
import { scopeFor } from '~/domain/accounts/scope'
import { type EntryBody, entryFault, type Register } from '~/domain/classes/registers'
import { NotFound } from '~/domain/shared/faults'
import { type Refused, refuse } from '~/domain/shared/refusal'
import { newId } from '~/gateways/secrets.server'

/**
 * Says anew what an entry is; what it was stays as a revision. `seen`: the revision that the actor changed; where another has come in between
 * nothing is written over.
 */
export async function changeTrainingEntry(
  { now, today, actor }: Acting,
  { register, id, seen, body }: { register: Register; id: string; seen: number; body: EntryBody },
): Promise<{ kind: 'changed' } | Refused> {
  const scope = scopeFor(actor.grants, 'supervise', today)
  const [revisionId, auditId] = [newId(now), newId(now)]
  return transact(async (tx) => {
    const found = await entryInside(tx, scope, id)
    if (found?.register !== register) throw new NotFound()
    if (found.isEnded) return refuse('training:refusal.ended')
    if (found.revision !== seen) return refuse('training:refusal.changedMeanwhile')
    if (Object.entries(body).every(([key, value]) => found.body[key] === value)) return refuse('training:refusal.nothingNew')
    const others = await entriesInside(tx, scope, register)
    const providers = register === 'trainer' ? await entriesInside(tx, scope, 'provider') : []
    const fault = entryFault(register, { ...found, body }, { others, providers, today })
    if (fault !== null) return fault
    await recordEntryRevision(tx, { id: revisionId, entryId: id, body, at: now, by: actor.accountId })
    await recordAudit(tx, {
      id: auditId,
      at: now,
      actor: actor.accountId,
      act: `training.${register}Changed`,
      target: { kind: 'place', id: found.placeId },
      placeId: found.placeId,
      detail: { name: body.name ?? '' },
    })
    return { kind: 'changed' }
  })
}
