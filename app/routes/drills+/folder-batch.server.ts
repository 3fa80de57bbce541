import type { FolderBatch } from '~/data/drills/folder-batches.server'
import { unitDirectory } from '~/data/org/unit-directory.server'
import { packState } from '~/domain/outreach/pack'
import { hasPack } from '~/gateways/pack-files.server'
import type { FoldersFacts } from '~/ui/drills/year-folders-progress'

/** What pages show of a batch of folders. One whose file is gone counts as failed: it is to be asked for again. */
export function folderBatch(batch: FolderBatch): FoldersFacts & { askedAt: string } {
  const made = packState(batch)
  const { id, year, done, total, left, bytes, askedAt, placeId } = batch
  return {
    ...{ id, year, done, total, left, askedAt },
    place: unitDirectory().places.find((place) => place.id === placeId)?.name ?? '',
    state: made === 'done' && !hasPack(id) ? 'failed' : made,
    megabytes: bytes === null ? null : Math.max(0.1, Math.round(bytes / 100_000) / 10),
  }
}
