import { recordAudit } from '~/data/accounts/audit.server'
import { type FolderBatch, findOwnFolderBatch, listOwnFolderBatches, recordFolderBatchAsked } from '~/data/drills/folder-batches.server'
import { findUnits, placesAbove, type ScopedUnit } from '~/data/duties/unit-clearance.server'
import { unitDirectory } from '~/data/org/unit-directory.server'
import { transact } from '~/data/transact.server'
import type { Acting } from '~/domain/accounts/acting'
import { inScope, scopeFor } from '~/domain/accounts/scope'
import { folderYear, mostFolders } from '~/domain/drills/year-folder'
import { NotFound } from '~/domain/shared/faults'
import { type Refused, refuse } from '~/domain/shared/refusal'
import { newId } from '~/gateways/secrets.server'

/** The units that somebody supervises today, and the places by which they can be gathered, each with how many lie below it. */
export async function supervisedUnits({
  actor,
  today,
}: Acting): Promise<{ units: ScopedUnit[]; places: { id: string; name: string; path: string; units: number }[] }> {
  const scope = scopeFor(actor.grants, 'supervise', today)
  const units = await findUnits(scope, today)
  const above = await placesAbove(scope, units)
  const below = (path: string): number => units.filter(({ place }) => place.path.startsWith(path)).length
  return { units, places: above.map((place) => ({ ...place, units: below(place.path) })) }
}

/**
 * Asks for the folders of a year of all units that a supervisor has at a place, as one zip. It is made in the background (`makeFolders`),
 * and is only for who asked. Who waits for one does not ask for a second.
 */
export async function askFolders(
  acting: Acting,
  wish: { placeId: string; year: string },
): Promise<{ kind: 'asked'; batchId: string } | Refused> {
  const { actor, now, today } = acting
  const { units, places } = await supervisedUnits(acting)
  const place = places.find(({ id }) => id === wish.placeId)
  if (place === undefined) return refuse('drillpapers:folders.refusal.none', 'placeId')
  const year = folderYear(wish.year, today)
  if (String(year) !== wish.year) return refuse('drillpapers:folders.refusal.year', 'year')
  if (listOwnFolderBatches(actor.accountId).some(({ finishedAt }) => finishedAt === null)) return refuse('drillpapers:folders.refusal.open')
  const ask = units.filter((unit) => unit.place.path.startsWith(place.path)).map(({ id }) => id)
  if (ask.length > mostFolders) return refuse('drillpapers:folders.refusal.many', 'placeId', { count: ask.length, most: mostFolders })
  const [batchId, auditId] = [newId(now), newId(now)]
  await transact(async (tx) => {
    await recordFolderBatchAsked(tx, { id: batchId, placeId: place.id, year, ask, askedBy: actor.accountId, askedAt: now })
    await recordAudit(tx, {
      id: auditId,
      at: now,
      actor: actor.accountId,
      act: 'drillpapers.foldersAsked',
      target: { kind: 'place', id: place.id },
      unitId: null,
      detail: { year, units: ask.length },
    })
  })
  return { kind: 'asked', batchId }
}

/** A batch of whoever asks, as long as each of its units is still his; else there is none. What was left out as gone is not in it. */
export function getOwnFolders({ actor, today }: Acting, batchId: string): FolderBatch {
  const batch = findOwnFolderBatch(batchId, actor.accountId)
  if (batch === null) throw new NotFound()
  const scope = scopeFor(actor.grants, 'supervise', today)
  const reached = batch.ask.filter((id) => {
    const unit = unitDirectory().byId.get(id)
    return unit !== undefined && inScope(scope, { id, sector: unit.sector, placePath: unit.place.path })
  })
  const gone = batch.left.filter(({ reason }) => reason === 'gone').length
  if (reached.length < batch.ask.length - gone) throw new NotFound()
  return batch
}
