import { recordAudit } from '~/data/accounts/audit.server'
import { entriesInside, recordEntry, recordEntryRevision } from '~/data/classes/training-entries.server'
import { findPlace } from '~/data/org/places.server'
import { transact } from '~/data/transact.server'
import type { Acting } from '~/domain/accounts/acting'
import { scopeFor } from '~/domain/accounts/scope'
import { type EntryBody, entryFault, type Register } from '~/domain/classes/registers'
import { seesWholePlace } from '~/domain/org/place-scope'
import { NotFound } from '~/domain/shared/faults'
import { type Refused, refuse } from '~/domain/shared/refusal'
import { newId } from '~/gateways/secrets.server'

/** Enters something into a register of a place that the actor supervises as a whole. */
export async function addTrainingEntry(
  { now, today, actor }: Acting,
  { register, placeId, body }: { register: Register; placeId: string; body: EntryBody },
): Promise<{ kind: 'added'; id: string } | Refused> {
  if (placeId === '') return refuse('training:refusal.noPlace', 'placeId')
  const scope = scopeFor(actor.grants, 'supervise', today)
  const place = await findPlace(placeId)
  if (place === null || !seesWholePlace(scope, place.path)) throw new NotFound()
  const [id, revisionId, auditId] = [newId(now), newId(now), newId(now)]
  const by = actor.accountId
  return transact(async (tx) => {
    const others = await entriesInside(tx, scope, register)
    const providers = register === 'trainer' ? await entriesInside(tx, scope, 'provider') : []
    const fault = entryFault(register, { id, placeId, body }, { others, providers, today })
    if (fault !== null) return fault
    await recordEntry(tx, { id, register, placeId, createdAt: now, createdBy: by })
    await recordEntryRevision(tx, { id: revisionId, entryId: id, body, at: now, by })
    await recordAudit(tx, {
      id: auditId,
      at: now,
      actor: by,
      act: `training.${register}Added`,
      target: { kind: 'place', id: placeId },
      placeId,
      detail: { name: body.name ?? '' },
    })
    return { kind: 'added', id }
  })
}
