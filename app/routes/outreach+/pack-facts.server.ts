import type { PosterPack } from '~/data/outreach/poster-packs.server'
import { packState } from '~/domain/outreach/pack'
import { hasPack } from '~/gateways/pack-files.server'
import type { PackFacts } from '~/ui/outreach/pack-progress'

/** What a page shows of a pack. One whose file is gone counts as failed: it is to be asked for again. */
export function packFacts(pack: PosterPack, file: string): PackFacts {
  const state = packState(pack)
  return {
    state: state === 'done' && !hasPack(pack.id) ? 'failed' : state,
    done: pack.done,
    total: pack.total,
    refused: pack.refused,
    megabytes: pack.bytes === null ? null : Math.max(0.1, Math.round(pack.bytes / 100_000) / 10),
    file,
  }
}
